//! Development plans and the reports under them.

use crate::{
    Scope, StoreError, Tx,
    entity::{development_entry, development_plan},
    map::{from_json, instant, json, maybe_instant},
    people::uuids,
};
use domain::{
    development::{Entry, Plan},
    ids::{DevelopmentEntryId, DevelopmentId, DevelopmentStepId, EmployeeId, EvaluationId},
};
use sea_orm::{
    ColumnTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};

impl Scope {
    /// One plan.
    pub async fn development_plan(&self, id: DevelopmentId) -> Result<Option<Plan>, StoreError> {
        let select = self.find::<development_plan::Entity>().filter(development_plan::Column::Id.eq(id.0));
        self.one(select).await?.map(read).transpose()
    }

    /// The plan of a person for a year.
    pub async fn development_plan_of(&self, employee: EmployeeId, year: i32) -> Result<Option<Plan>, StoreError> {
        let select = self
            .find::<development_plan::Entity>()
            .filter(development_plan::Column::EmployeeId.eq(employee.0))
            .filter(development_plan::Column::Year.eq(year));
        self.one(select).await?.map(read).transpose()
    }

    /// The plans of these people, the latest year first.
    pub async fn development_plans(&self, employees: &[EmployeeId]) -> Result<Vec<Plan>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let mut rows =
            self.among::<development_plan::Entity>(development_plan::Column::EmployeeId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (std::cmp::Reverse(row.year), row.id));
        rows.into_iter().map(read).collect()
    }

    /// What was reported under a plan, in the order it was.
    pub async fn development_entries(&self, plan: DevelopmentId) -> Result<Vec<Entry>, StoreError> {
        let select = self
            .find::<development_entry::Entity>()
            .filter(development_entry::Column::PlanId.eq(plan.0))
            .order_by_asc(development_entry::Column::At)
            .order_by_asc(development_entry::Column::Id);
        Ok(self.all(select).await?.into_iter().map(read_entry).collect())
    }
}

impl Tx {
    /// Adds a plan, or saves it over the revision that was read; [`StoreError::Stale`] if that is not there any more.
    pub async fn save_development_plan(&self, plan: &Plan, expected: Option<i64>) -> Result<(), StoreError> {
        let row = development_plan::Model {
            agency_id: self.agency_id().0,
            id: plan.id.0,
            employee_id: plan.employee.0,
            year: plan.year,
            evaluation_id: plan.evaluation.map(|id| id.0),
            content: json(&plan.content)?,
            sent_at: maybe_instant(plan.sent_at),
            word: plan.word.as_ref().map(json).transpose()?,
            revision: plan.revision,
        };
        let Some(expected) = expected else { return self.insert::<development_plan::Entity>(vec![row]).await };
        let revision = (development_plan::Entity, development_plan::Column::Revision);
        let only = Expr::col(revision).eq(expected);
        match self.upsert_where::<development_plan::Entity>(vec![row], Some(only)).await? {
            0 => Err(StoreError::Stale),
            _ => Ok(()),
        }
    }

    /// Adds a report.
    pub async fn insert_development_entry(&self, entry: &Entry) -> Result<(), StoreError> {
        let row = development_entry::Model {
            agency_id: self.agency_id().0,
            id: entry.id.0,
            plan_id: entry.plan.0,
            step_id: entry.step.0,
            on_day: entry.on,
            said: entry.said.clone(),
            done: entry.done,
            by_id: entry.by.0,
            at: instant(entry.at),
        };
        self.insert::<development_entry::Entity>(vec![row]).await
    }
}

fn read(row: development_plan::Model) -> Result<Plan, StoreError> {
    Ok(Plan {
        id: DevelopmentId(row.id),
        employee: EmployeeId(row.employee_id),
        year: row.year,
        evaluation: row.evaluation_id.map(EvaluationId),
        content: from_json("development_plan.content", &row.content)?,
        sent_at: row.sent_at,
        word: row.word.map(|text| from_json("development_plan.word", &text)).transpose()?,
        revision: row.revision,
    })
}

fn read_entry(row: development_entry::Model) -> Entry {
    Entry {
        id: DevelopmentEntryId(row.id),
        plan: DevelopmentId(row.plan_id),
        step: DevelopmentStepId(row.step_id),
        on: row.on_day,
        said: row.said,
        done: row.done,
        by: EmployeeId(row.by_id),
        at: row.at,
    }
}
