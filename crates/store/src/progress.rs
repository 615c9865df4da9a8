//! Steps, entries and answers. Entries and answers are only ever added.
//!
//! Not here: what follows from them (late, at risk), which the domain computes.

use crate::{
    Scope, StoreError, Tx,
    entity::{entry, reply, step},
    map::instant,
    people::uuids,
};
use domain::{
    amount::Amount,
    ids::{EmployeeId, EntryId, IndicatorId, ReplyId, SkpId, StepId},
    progress::{Entry, Reply, Step},
};
use sea_orm::{
    ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{ExprTrait, Query},
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

fn in_time(select: Select<entry::Entity>) -> Select<entry::Entity> {
    select.order_by_asc(entry::Column::RecordedAt).order_by_asc(entry::Column::Id)
}

impl Scope {
    /// The action plan under a plan, by due date.
    pub async fn steps(&self, skp: SkpId) -> Result<Vec<Step>, StoreError> {
        self.steps_of(&[skp]).await
    }

    /// The action plans under these plans, by due date.
    pub async fn steps_of(&self, skps: &[SkpId]) -> Result<Vec<Step>, StoreError> {
        let mut rows =
            self.among::<step::Entity>(step::Column::SkpId, &uuids(skps.iter().map(|id| id.0)), |s| s).await?;
        rows.sort_by_key(|row| (row.due, row.id));
        Ok(rows.into_iter().map(read_step).collect())
    }

    /// The entries under a plan, oldest first.
    pub async fn entries(&self, skp: SkpId) -> Result<Vec<Entry>, StoreError> {
        self.entries_of(&[skp]).await
    }

    /// The entries under these plans, oldest first.
    pub async fn entries_of(&self, skps: &[SkpId]) -> Result<Vec<Entry>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let mut rows = self.among::<entry::Entity>(entry::Column::SkpId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.recorded_at, row.id));
        Ok(rows.into_iter().map(read_entry).collect())
    }

    /// One entry.
    pub async fn entry(&self, id: EntryId) -> Result<Option<Entry>, StoreError> {
        let row = self.one(self.find::<entry::Entity>().filter(entry::Column::Id.eq(id.0))).await?;
        Ok(row.map(read_entry))
    }

    /// The entries under an indicator, oldest first.
    pub async fn entries_of_indicator(&self, indicator: IndicatorId) -> Result<Vec<Entry>, StoreError> {
        let select = self.find::<entry::Entity>().filter(entry::Column::IndicatorId.eq(indicator.0));
        Ok(self.all(in_time(select)).await?.into_iter().map(read_entry).collect())
    }

    /// The latest entry of each of these plans that has one, newest first.
    pub async fn latest_entries(&self, skps: &[SkpId]) -> Result<Vec<Entry>, StoreError> {
        let mut latest = Vec::new();
        for chunk in uuids(skps.iter().map(|id| id.0)).chunks(500) {
            // Ids are ordered by time, so of two entries of one instant the later one is known.
            let newest = Query::select()
                .column(entry::Column::SkpId)
                .expr(entry::Column::RecordedAt.max())
                .from(entry::Entity)
                .and_where(entry::Column::AgencyId.eq(self.agency_id().0))
                .and_where(entry::Column::SkpId.is_in(chunk.iter().copied()))
                .group_by_col(entry::Column::SkpId)
                .to_owned();
            let pair = sea_orm::sea_query::Expr::tuple([
                sea_orm::sea_query::Expr::col(entry::Column::SkpId),
                sea_orm::sea_query::Expr::col(entry::Column::RecordedAt),
            ]);
            let select = self.find::<entry::Entity>().filter(pair.in_subquery(newest));
            latest.append(&mut self.all(select).await?);
        }
        latest.sort_by_key(|row| std::cmp::Reverse((row.recorded_at, row.id)));
        let mut seen = HashSet::new();
        latest.retain(|row| seen.insert(row.skp_id));
        Ok(latest.into_iter().map(read_entry).collect())
    }

    /// Entries under these plans that name an obstacle or want help, and that nobody has settled nor a later entry
    /// corrected; oldest first.
    pub async fn open_obstacles(&self, skps: &[SkpId]) -> Result<Vec<Entry>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let asking = |s: Select<entry::Entity>| {
            s.filter(sea_orm::Condition::any().add(entry::Column::Obstacle.ne("")).add(entry::Column::Help.ne("")))
        };
        let mut rows = self.among::<entry::Entity>(entry::Column::SkpId, &ids, asking).await?;
        let asked: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let settled = self
            .among::<reply::Entity>(reply::Column::EntryId, &asked, |s| s.filter(reply::Column::Settles.eq(true)))
            .await?;
        let corrected = self.among::<entry::Entity>(entry::Column::CorrectsId, &asked, |s| s).await?;
        let done: HashSet<Uuid> =
            settled.iter().map(|row| row.entry_id).chain(corrected.iter().filter_map(|row| row.corrects_id)).collect();
        rows.retain(|row| !done.contains(&row.id));
        rows.sort_by_key(|row| (row.recorded_at, row.id));
        Ok(rows.into_iter().map(read_entry).collect())
    }

    /// The answers to the entries under a plan, oldest first.
    pub async fn replies(&self, skp: SkpId) -> Result<Vec<Reply>, StoreError> {
        self.replies_of(&[skp]).await
    }

    /// The answers to the entries under these plans, oldest first.
    pub async fn replies_of(&self, skps: &[SkpId]) -> Result<Vec<Reply>, StoreError> {
        let mut rows = Vec::new();
        for chunk in uuids(skps.iter().map(|id| id.0)).chunks(500) {
            let entries = self
                .find::<entry::Entity>()
                .select_only()
                .column(entry::Column::Id)
                .filter(entry::Column::SkpId.is_in(chunk.iter().copied()));
            let select = self.find::<reply::Entity>().filter(reply::Column::EntryId.in_subquery(entries.into_query()));
            rows.append(&mut self.all(select).await?);
        }
        rows.sort_by_key(|row| (row.at, row.id));
        Ok(rows.into_iter().map(read_reply).collect())
    }

    /// How many entries each of these plans has.
    pub async fn count_entries(&self, skps: &[SkpId]) -> Result<HashMap<SkpId, u64>, StoreError> {
        let mut counts = HashMap::new();
        for chunk in uuids(skps.iter().map(|id| id.0)).chunks(500) {
            let select = self
                .find::<entry::Entity>()
                .select_only()
                .column(entry::Column::SkpId)
                .column_as(entry::Column::Id.count(), "n")
                .filter(entry::Column::SkpId.is_in(chunk.iter().copied()))
                .group_by(entry::Column::SkpId);
            let found: Vec<(Uuid, i64)> = select.into_tuple().all(&self.conn).await?;
            counts.extend(found.into_iter().map(|(skp, n)| (SkpId(skp), u64::try_from(n).unwrap_or(0))));
        }
        Ok(counts)
    }
}

impl Tx {
    /// Adds or changes a step of the action plan.
    pub async fn save_step(&self, step: &Step) -> Result<(), StoreError> {
        let row = step::Model {
            agency_id: self.agency_id().0,
            id: step.id.0,
            skp_id: step.skp.0,
            indicator_id: step.indicator.0,
            text: step.text.clone(),
            due: step.due,
            done_on: step.done_on,
        };
        self.upsert::<step::Entity>(vec![row]).await.map(drop)
    }

    /// Adds an entry.
    pub async fn insert_entry(&self, entry: &Entry) -> Result<(), StoreError> {
        let row = entry::Model {
            agency_id: self.agency_id().0,
            id: entry.id.0,
            skp_id: entry.skp.0,
            indicator_id: entry.indicator.0,
            step_id: entry.step.map(|id| id.0),
            day: entry.on,
            amount: entry.amount.map(|amount| amount.0),
            did: entry.did.clone(),
            obstacle: entry.obstacle.clone(),
            help: entry.help.clone(),
            corrects_id: entry.corrects.map(|id| id.0),
            by_id: entry.by.0,
            recorded_at: instant(entry.recorded_at),
        };
        self.insert::<entry::Entity>(vec![row]).await
    }

    /// Adds an answer.
    pub async fn insert_reply(&self, reply: &Reply) -> Result<(), StoreError> {
        let row = reply::Model {
            agency_id: self.agency_id().0,
            id: reply.id.0,
            entry_id: reply.entry.0,
            by_id: reply.by.0,
            text: reply.text.clone(),
            settles: reply.settles,
            at: instant(reply.at),
        };
        self.insert::<reply::Entity>(vec![row]).await
    }
}

fn read_step(row: step::Model) -> Step {
    Step {
        id: StepId(row.id),
        skp: SkpId(row.skp_id),
        indicator: IndicatorId(row.indicator_id),
        text: row.text,
        due: row.due,
        done_on: row.done_on,
    }
}

fn read_entry(row: entry::Model) -> Entry {
    Entry {
        id: EntryId(row.id),
        skp: SkpId(row.skp_id),
        indicator: IndicatorId(row.indicator_id),
        step: row.step_id.map(StepId),
        on: row.day,
        amount: row.amount.map(Amount),
        did: row.did,
        obstacle: row.obstacle,
        help: row.help,
        corrects: row.corrects_id.map(EntryId),
        by: EmployeeId(row.by_id),
        recorded_at: row.recorded_at,
    }
}

fn read_reply(row: reply::Model) -> Reply {
    Reply {
        id: ReplyId(row.id),
        entry: EntryId(row.entry_id),
        by: EmployeeId(row.by_id),
        text: row.text,
        settles: row.settles,
        at: row.at,
    }
}
