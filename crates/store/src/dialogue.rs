//! Talks and what was agreed in them. What of it somebody may read is asked of the domain.

use crate::{
    Scope, StoreError, Tx,
    entity::{dialogue, followup},
    map::{code, from_code, from_json, instant, json, maybe_instant},
    people::uuids,
};
use domain::{
    dialogue::{Dialogue, Followup, Kind},
    ids::{DialogueId, EmployeeId, EvaluationId, FollowupId, SkpId},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, Select};

fn newest_first(select: Select<dialogue::Entity>) -> Select<dialogue::Entity> {
    select.order_by_desc(dialogue::Column::OpenedAt).order_by_desc(dialogue::Column::Id)
}

impl Scope {
    /// One talk.
    pub async fn dialogue(&self, id: DialogueId) -> Result<Option<Dialogue>, StoreError> {
        let row = self.one(self.find::<dialogue::Entity>().filter(dialogue::Column::Id.eq(id.0))).await?;
        row.map(read).transpose()
    }

    /// Talks in which a person is employee, other side, rater or rater's superior, newest first.
    pub async fn dialogues_near(&self, person: EmployeeId) -> Result<Vec<Dialogue>, StoreError> {
        let any = Condition::any()
            .add(dialogue::Column::EmployeeId.eq(person.0))
            .add(dialogue::Column::PartnerId.eq(person.0))
            .add(dialogue::Column::RaterId.eq(person.0))
            .add(dialogue::Column::SuperiorId.eq(person.0));
        let select = newest_first(self.find::<dialogue::Entity>().filter(any));
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// Talks about these people, newest first.
    pub async fn dialogues_about(&self, employees: &[EmployeeId]) -> Result<Vec<Dialogue>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let mut rows = self.among::<dialogue::Entity>(dialogue::Column::EmployeeId, &ids, |s| s).await?;
        rows.sort_by_key(|row| std::cmp::Reverse((row.opened_at, row.id)));
        rows.into_iter().map(read).collect()
    }

    /// Every talk of a kind, newest first.
    pub async fn dialogues_of_kind(&self, kind: Kind) -> Result<Vec<Dialogue>, StoreError> {
        let select = newest_first(self.find::<dialogue::Entity>().filter(dialogue::Column::Kind.eq(code(kind)?)));
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// What was agreed in these talks, by due day.
    pub async fn followups_of(&self, dialogues: &[DialogueId]) -> Result<Vec<Followup>, StoreError> {
        let ids = uuids(dialogues.iter().map(|id| id.0));
        let mut rows = self.among::<followup::Entity>(followup::Column::DialogueId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.due, row.id));
        Ok(rows.into_iter().map(read_followup).collect())
    }

    /// What a person has agreed to and not done, by due day.
    pub async fn open_followups(&self, owner: EmployeeId) -> Result<Vec<Followup>, StoreError> {
        let select = self
            .find::<followup::Entity>()
            .filter(followup::Column::OwnerId.eq(owner.0))
            .filter(followup::Column::DoneOn.is_null())
            .order_by_asc(followup::Column::Due)
            .order_by_asc(followup::Column::Id);
        Ok(self.all(select).await?.into_iter().map(read_followup).collect())
    }
}

impl Tx {
    /// Adds or changes a talk. Callers hold its lock, so that its two sides cannot undo each other's words.
    pub async fn save_dialogue(&self, dialogue: &Dialogue) -> Result<(), StoreError> {
        let row = dialogue::Model {
            agency_id: self.agency_id().0,
            id: dialogue.id.0,
            kind: code(dialogue.kind)?,
            employee_id: dialogue.employee.0,
            partner_id: dialogue.partner.map(|id| id.0),
            rater_id: dialogue.rater.0,
            superior_id: dialogue.superior.map(|id| id.0),
            skp_id: dialogue.skp.map(|id| id.0),
            evaluation_id: dialogue.evaluation.map(|id| id.0),
            opened_by_id: dialogue.opened_by.0,
            opened_at: instant(dialogue.opened_at),
            planned_on: dialogue.on,
            held_on: dialogue.held_on,
            cancelled_at: maybe_instant(dialogue.cancelled_at),
            agenda: json(&dialogue.agenda)?,
            words: json(&dialogue.words)?,
            adjust: dialogue.adjust,
            employee_revision: dialogue.revisions[0],
            partner_revision: dialogue.revisions[1],
        };
        self.upsert::<dialogue::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes something agreed.
    pub async fn save_followup(&self, followup: &Followup) -> Result<(), StoreError> {
        let row = followup::Model {
            agency_id: self.agency_id().0,
            id: followup.id.0,
            dialogue_id: followup.dialogue.0,
            what: followup.what.clone(),
            owner_id: followup.owner.0,
            due: followup.due,
            done_on: followup.done_on,
        };
        self.upsert::<followup::Entity>(vec![row]).await.map(drop)
    }
}

fn read(row: dialogue::Model) -> Result<Dialogue, StoreError> {
    Ok(Dialogue {
        id: DialogueId(row.id),
        kind: from_code("dialogue.kind", row.kind)?,
        employee: EmployeeId(row.employee_id),
        partner: row.partner_id.map(EmployeeId),
        rater: EmployeeId(row.rater_id),
        superior: row.superior_id.map(EmployeeId),
        skp: row.skp_id.map(SkpId),
        evaluation: row.evaluation_id.map(EvaluationId),
        opened_by: EmployeeId(row.opened_by_id),
        opened_at: row.opened_at,
        on: row.planned_on,
        held_on: row.held_on,
        cancelled_at: row.cancelled_at,
        agenda: from_json("dialogue.agenda", &row.agenda)?,
        words: from_json("dialogue.words", &row.words)?,
        adjust: row.adjust,
        revisions: [row.employee_revision, row.partner_revision],
    })
}

fn read_followup(row: followup::Model) -> Followup {
    Followup {
        id: FollowupId(row.id),
        dialogue: DialogueId(row.dialogue_id),
        what: row.what,
        owner: EmployeeId(row.owner_id),
        due: row.due,
        done_on: row.done_on,
    }
}
