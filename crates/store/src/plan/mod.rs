//! Plans: the working text as rows (results, indicators), frozen versions as documents, notes beside a line.
//!
//! Not here: what was reported under a plan (`progress`). Read first: this file for reading; then `write`.

mod rows;
mod write;

use crate::{
    Page, PageOf, Scope, StoreError,
    entity::{indicator, rhk, skp, skp_note, skp_version, takeover},
    people::uuids,
};
use chrono::NaiveDate;
use domain::{
    ids::{EmployeeId, NoteId, RhkId, SkpId, UnitId},
    plan::{Note, Skp, Version, takeover::Takeover},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, Select};
use std::collections::HashMap;
use uuid::Uuid;

impl Scope {
    /// One plan.
    pub async fn skp(&self, id: SkpId) -> Result<Option<Skp>, StoreError> {
        Ok(self.skps(&[id]).await?.pop())
    }

    /// These plans, by employee and first day.
    pub async fn skps(&self, ids: &[SkpId]) -> Result<Vec<Skp>, StoreError> {
        let ids = uuids(ids.iter().map(|id| id.0));
        let mut rows = self.among::<skp::Entity>(skp::Column::Id, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.employee_id, row.from_day, row.id));
        self.with_content(rows).await
    }

    /// Every plan of a person, the latest first.
    pub async fn skps_of(&self, employee: EmployeeId) -> Result<Vec<Skp>, StoreError> {
        let select = self
            .find::<skp::Entity>()
            .filter(skp::Column::EmployeeId.eq(employee.0))
            .order_by_desc(skp::Column::FromDay)
            .order_by_desc(skp::Column::Id);
        self.with_content(self.all(select).await?).await
    }

    /// The plan that was set and covers the day; one that was replaced only if there is no other.
    pub async fn skp_in_force(&self, employee: EmployeeId, day: NaiveDate) -> Result<Option<Skp>, StoreError> {
        let covers = Condition::any().add(skp::Column::UntilDay.is_null()).add(skp::Column::UntilDay.gte(day));
        let select = self
            .find::<skp::Entity>()
            .filter(skp::Column::EmployeeId.eq(employee.0))
            .filter(skp::Column::Version.gt(0))
            .filter(skp::Column::FromDay.lte(day))
            .filter(covers)
            .order_by_asc(skp::Column::ReplacedAt.is_not_null())
            .order_by_desc(skp::Column::FromDay);
        let row = self.one(select).await?;
        Ok(self.with_content(row.into_iter().collect()).await?.pop())
    }

    /// The plans of these people for a year, by employee and first day.
    pub async fn skps_of_year_for(&self, employees: &[EmployeeId], year: i32) -> Result<Vec<Skp>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let of_year = |s: sea_orm::Select<skp::Entity>| s.filter(skp::Column::Year.eq(year));
        let mut rows = self.among::<skp::Entity>(skp::Column::EmployeeId, &ids, of_year).await?;
        rows.sort_by_key(|row| (row.employee_id, row.from_day, row.id));
        self.with_content(rows).await
    }

    /// Every plan of a year, page by page.
    pub async fn skps_of_year(&self, year: i32, page: PageOf) -> Result<Page<Skp>, StoreError> {
        let select = self
            .find::<skp::Entity>()
            .filter(skp::Column::Year.eq(year))
            .order_by_asc(skp::Column::EmployeeId)
            .order_by_asc(skp::Column::FromDay)
            .order_by_asc(skp::Column::Id);
        let found = self.page(select, page).await?;
        let rows = self.with_content(found.rows).await?;
        Ok(Page { rows, total: found.total, page: found.page, per_page: found.per_page })
    }

    /// The plans of a year written for posts of these units, by employee and first day.
    pub async fn skps_of_units(&self, units: &[UnitId], year: i32) -> Result<Vec<Skp>, StoreError> {
        let ids = uuids(units.iter().map(|id| id.0));
        let of_year = |s: sea_orm::Select<skp::Entity>| s.filter(skp::Column::Year.eq(year));
        let mut rows = self.among::<skp::Entity>(skp::Column::UnitId, &ids, of_year).await?;
        rows.sort_by_key(|row| (row.employee_id, row.from_day, row.id));
        self.with_content(rows).await
    }

    /// The plans of a year in which somebody is named as rater, by employee and first day.
    pub async fn skps_rated_by(&self, rater: EmployeeId, year: i32) -> Result<Vec<Skp>, StoreError> {
        let select = self
            .find::<skp::Entity>()
            .filter(skp::Column::RaterId.eq(rater.0))
            .filter(skp::Column::Year.eq(year))
            .order_by_asc(skp::Column::EmployeeId)
            .order_by_asc(skp::Column::FromDay);
        self.with_content(self.all(select).await?).await
    }

    /// The plan in whose present text this result stands.
    pub async fn skp_with_result(&self, id: RhkId) -> Result<Option<Skp>, StoreError> {
        let select =
            self.find::<rhk::Entity>().filter(rhk::Column::Id.eq(id.0)).filter(rhk::Column::RemovedRevision.is_null());
        match self.one(select).await? {
            Some(row) => self.skp(SkpId(row.skp_id)).await,
            None => Ok(None),
        }
    }

    /// The plans with a result that supports one of these, each with the result of the leader it supports; a plan that
    /// supports several comes once for each.
    pub async fn supporters(&self, leaders: &[RhkId]) -> Result<Vec<(RhkId, Skp)>, StoreError> {
        let ids = uuids(leaders.iter().map(|id| id.0));
        let present = |s: sea_orm::Select<rhk::Entity>| s.filter(rhk::Column::RemovedRevision.is_null());
        let links = self.among::<rhk::Entity>(rhk::Column::SupportsId, &ids, present).await?;
        let mut pairs: Vec<(Uuid, Uuid)> =
            links.iter().filter_map(|row| row.supports_id.map(|leader| (leader, row.skp_id))).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let ids: Vec<SkpId> = pairs.iter().map(|(_, skp)| SkpId(*skp)).collect();
        let skps: HashMap<Uuid, Skp> = self.skps(&ids).await?.into_iter().map(|skp| (skp.id.0, skp)).collect();
        Ok(pairs.into_iter().filter_map(|(leader, skp)| Some((RhkId(leader), skps.get(&skp)?.clone()))).collect())
    }

    /// The frozen versions of a plan, oldest first.
    pub async fn versions(&self, skp: SkpId) -> Result<Vec<Version>, StoreError> {
        let select = self
            .find::<skp_version::Entity>()
            .filter(skp_version::Column::SkpId.eq(skp.0))
            .order_by_asc(skp_version::Column::Number);
        self.all(select).await?.into_iter().map(rows::version).collect()
    }

    /// Every frozen version of these plans.
    pub async fn versions_among(&self, skps: &[SkpId]) -> Result<Vec<(SkpId, Version)>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let rows = self.among::<skp_version::Entity>(skp_version::Column::SkpId, &ids, |s| s).await?;
        rows.into_iter().map(|row| Ok((SkpId(row.skp_id), rows::version(row)?))).collect()
    }

    /// One frozen version.
    pub async fn version(&self, skp: SkpId, number: u32) -> Result<Option<Version>, StoreError> {
        let select = self
            .find::<skp_version::Entity>()
            .filter(skp_version::Column::SkpId.eq(skp.0))
            .filter(skp_version::Column::Number.eq(number));
        self.one(select).await?.map(rows::version).transpose()
    }

    /// The notes beside a plan, oldest first.
    pub async fn notes(&self, skp: SkpId) -> Result<Vec<Note>, StoreError> {
        let select = self
            .find::<skp_note::Entity>()
            .filter(skp_note::Column::SkpId.eq(skp.0))
            .order_by_asc(skp_note::Column::At)
            .order_by_asc(skp_note::Column::Id);
        self.all(select).await?.into_iter().map(rows::note).collect()
    }

    /// Ids of all notes beside these plans.
    pub async fn note_ids(&self, plans: &[SkpId]) -> Result<Vec<NoteId>, StoreError> {
        let ids = uuids(plans.iter().map(|id| id.0));
        let rows = self.among::<skp_note::Entity>(skp_note::Column::SkpId, &ids, |all| all).await?;
        Ok(rows.into_iter().map(|row| NoteId(row.id)).collect())
    }

    /// Results of these plans that a leader took over, the first first.
    pub async fn takeovers(&self, plans: &[SkpId]) -> Result<Vec<Takeover>, StoreError> {
        let ids = uuids(plans.iter().map(|id| id.0));
        let ordered = |select: Select<takeover::Entity>| {
            select.order_by_asc(takeover::Column::At).order_by_asc(takeover::Column::RhkId)
        };
        let rows = self.among::<takeover::Entity>(takeover::Column::SkpId, &ids, ordered).await?;
        Ok(rows.into_iter().map(rows::takeover).collect())
    }

    /// Puts results and indicators to the plans, keeping their order: two queries for each 500 plans.
    async fn with_content(&self, plans: Vec<skp::Model>) -> Result<Vec<Skp>, StoreError> {
        let ids: Vec<Uuid> = plans.iter().map(|row| row.id).collect();
        let results = self
            .among::<rhk::Entity>(rhk::Column::SkpId, &ids, |s| {
                s.filter(rhk::Column::RemovedRevision.is_null())
                    .order_by_asc(rhk::Column::SkpId)
                    .order_by_asc(rhk::Column::Seq)
            })
            .await?;
        let indicators = self
            .among::<indicator::Entity>(indicator::Column::SkpId, &ids, |s| {
                s.filter(indicator::Column::RemovedRevision.is_null())
                    .order_by_asc(indicator::Column::SkpId)
                    .order_by_asc(indicator::Column::Seq)
            })
            .await?;
        let mut by_result: HashMap<Uuid, Vec<_>> = HashMap::new();
        for row in indicators {
            by_result.entry(row.rhk_id).or_default().push(rows::indicator(row)?);
        }
        let mut by_plan: HashMap<Uuid, Vec<_>> = HashMap::new();
        for row in results {
            let indicators = by_result.remove(&row.id).unwrap_or_default();
            by_plan.entry(row.skp_id).or_default().push(rows::rhk(row, indicators)?);
        }
        plans
            .into_iter()
            .map(|row| {
                let results = by_plan.remove(&row.id).unwrap_or_default();
                rows::skp(row, results)
            })
            .collect()
    }
}
