//! Skills people declared, whether they want to be found, and what was offered to them.

use super::{flag, unflag};
use crate::{
    Scope, StoreError, Tx,
    entity::{remark, skill, skill_consent, skill_offer},
    map::{from_json, instant, json, maybe_instant, number},
    people::uuids,
};
use domain::{
    ids::{EmployeeId, OfferId, SkillId, UnitId},
    talent::skill::{Consent, Offer, Skill},
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

impl Scope {
    /// Skills that stand, of some people or of everybody, in the order they were declared.
    pub async fn skills(&self, of: Option<&[EmployeeId]>) -> Result<Vec<Skill>, StoreError> {
        let standing = |select: sea_orm::Select<skill::Entity>| select.filter(skill::Column::EndedOn.is_null());
        let mut rows = match of {
            None => self.all(standing(self.find::<skill::Entity>())).await?,
            Some(people) => {
                let ids = uuids(people.iter().map(|id| id.0));
                self.among::<skill::Entity>(skill::Column::EmployeeId, &ids, standing).await?
            }
        };
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read).collect()
    }

    /// Who was asked whether they may be named, and what they said; of some people or of everybody.
    pub async fn skill_consents(&self, of: Option<&[EmployeeId]>) -> Result<Vec<Consent>, StoreError> {
        let mut rows = match of {
            None => self.all(self.find::<skill_consent::Entity>()).await?,
            Some(people) => {
                let ids = uuids(people.iter().map(|id| id.0));
                self.among::<skill_consent::Entity>(skill_consent::Column::EmployeeId, &ids, |s| s).await?
            }
        };
        rows.sort_by(|a, b| (a.employee_id, &a.field).cmp(&(b.employee_id, &b.field)));
        Ok(rows.into_iter().map(read_consent).collect())
    }

    /// Programmes that were proposed, the newest first.
    pub async fn skill_offers(&self) -> Result<Vec<Offer>, StoreError> {
        let select = self
            .find::<skill_offer::Entity>()
            .order_by_desc(skill_offer::Column::At)
            .order_by_desc(skill_offer::Column::Id);
        self.all(select).await?.into_iter().map(read_offer).collect()
    }

    /// What is good, of all feedback given during the year: whose it is and the words, without who said so.
    pub async fn good_words(&self) -> Result<Vec<(EmployeeId, String)>, StoreError> {
        let rows: Vec<(Uuid, String)> = self
            .find::<remark::Entity>()
            .select_only()
            .column(remark::Column::EmployeeId)
            .column(remark::Column::Good)
            .into_tuple()
            .all(&self.conn)
            .await?;
        Ok(rows.into_iter().map(|(employee, good)| (EmployeeId(employee), good)).collect())
    }
}

impl Tx {
    /// Adds or changes a skill.
    pub async fn save_skill(&self, one: &Skill) -> Result<(), StoreError> {
        let row = skill::Model {
            agency_id: self.agency_id().0,
            id: one.id.0,
            employee_id: one.employee.0,
            field: one.field.clone(),
            level: i32::from(one.level),
            proof: one.proof.clone(),
            shared: one.shared,
            at: instant(one.at),
            ended_on: one.ended_on,
        };
        self.upsert::<skill::Entity>(vec![row]).await.map(drop)
    }

    /// Adds or changes whether people may be named.
    pub async fn save_skill_consents(&self, all: &[Consent]) -> Result<(), StoreError> {
        let rows = all.iter().map(|one| skill_consent::Model {
            agency_id: self.agency_id().0,
            employee_id: one.employee.0,
            field: one.field.clone(),
            asked_by_id: one.asked_by.0,
            asked_at: instant(one.asked_at),
            answer: flag(one.answer.map(|(yes, _)| yes)),
            answered_at: maybe_instant(one.answer.map(|(_, at)| at)),
        });
        self.upsert::<skill_consent::Entity>(rows.collect()).await.map(drop)
    }

    /// Adds a programme.
    pub async fn insert_skill_offer(&self, offer: &Offer) -> Result<(), StoreError> {
        let row = skill_offer::Model {
            agency_id: self.agency_id().0,
            id: offer.id.0,
            field: offer.field.clone(),
            unit_id: offer.unit.0,
            name: offer.name.clone(),
            purpose: offer.purpose.clone(),
            people: json(&offer.people)?,
            by_id: offer.by.0,
            at: instant(offer.at),
        };
        self.insert::<skill_offer::Entity>(vec![row]).await
    }
}

fn read(row: skill::Model) -> Result<Skill, StoreError> {
    Ok(Skill {
        id: SkillId(row.id),
        employee: EmployeeId(row.employee_id),
        field: row.field,
        level: number("skill.level", row.level)?,
        proof: row.proof,
        shared: row.shared,
        at: row.at,
        ended_on: row.ended_on,
    })
}

fn read_consent(row: skill_consent::Model) -> Consent {
    Consent {
        employee: EmployeeId(row.employee_id),
        field: row.field,
        asked_by: EmployeeId(row.asked_by_id),
        asked_at: row.asked_at,
        answer: unflag(row.answer).zip(row.answered_at),
    }
}

fn read_offer(row: skill_offer::Model) -> Result<Offer, StoreError> {
    Ok(Offer {
        id: OfferId(row.id),
        field: row.field,
        unit: UnitId(row.unit_id),
        name: row.name,
        purpose: row.purpose,
        people: from_json("skill_offer.people", &row.people)?,
        by: EmployeeId(row.by_id),
        at: row.at,
    })
}
