//! Feedback during the year, and requests for it.

use crate::{
    Scope, StoreError, Tx,
    entity::{feedback_ask, remark},
    map::{code, from_code, from_json, instant, json, maybe_instant},
    people::uuids,
};
use domain::{
    feedback::during::{Ask, Remark, Source},
    ids::{AskId, EmployeeId, RemarkId, SkpId},
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, Select};

impl Scope {
    /// What was said about a person, newest first.
    pub async fn remarks_about(&self, employee: EmployeeId) -> Result<Vec<Remark>, StoreError> {
        self.remarks(remark::Column::EmployeeId, employee).await
    }

    /// What a person said about others, newest first.
    pub async fn remarks_by(&self, giver: EmployeeId) -> Result<Vec<Remark>, StoreError> {
        self.remarks(remark::Column::ById, giver).await
    }

    async fn remarks(&self, column: remark::Column, person: EmployeeId) -> Result<Vec<Remark>, StoreError> {
        let select = self
            .find::<remark::Entity>()
            .filter(column.eq(person.0))
            .order_by_desc(remark::Column::At)
            .order_by_desc(remark::Column::Id);
        self.all(select).await?.into_iter().map(read_remark).collect()
    }

    /// What leaders who do not rate passed on about these people and their rater has not confirmed, oldest first.
    pub async fn remarks_passed_on(&self, employees: &[EmployeeId]) -> Result<Vec<Remark>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let passed_on = code(Source::PimpinanLain)?;
        let waiting = |s: Select<remark::Entity>| {
            s.filter(remark::Column::Source.eq(passed_on.as_str())).filter(remark::Column::ReceivedAt.is_null())
        };
        let mut rows = self.among::<remark::Entity>(remark::Column::EmployeeId, &ids, waiting).await?;
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter().map(read_remark).collect()
    }

    /// One remark.
    pub async fn remark(&self, id: RemarkId) -> Result<Option<Remark>, StoreError> {
        let row = self.one(self.find::<remark::Entity>().filter(remark::Column::Id.eq(id.0))).await?;
        row.map(read_remark).transpose()
    }

    /// The requests of a person, newest first.
    pub async fn asks_by(&self, employee: EmployeeId) -> Result<Vec<Ask>, StoreError> {
        self.asks(feedback_ask::Column::EmployeeId, employee).await
    }

    /// The requests to a person, newest first.
    pub async fn asks_of(&self, asked: EmployeeId) -> Result<Vec<Ask>, StoreError> {
        self.asks(feedback_ask::Column::OfId, asked).await
    }

    async fn asks(&self, column: feedback_ask::Column, person: EmployeeId) -> Result<Vec<Ask>, StoreError> {
        let select = self
            .find::<feedback_ask::Entity>()
            .filter(column.eq(person.0))
            .order_by_desc(feedback_ask::Column::At)
            .order_by_desc(feedback_ask::Column::Id);
        self.all(select).await?.into_iter().map(read_ask).collect()
    }

    /// One request.
    pub async fn ask(&self, id: AskId) -> Result<Option<Ask>, StoreError> {
        let row = self.one(self.find::<feedback_ask::Entity>().filter(feedback_ask::Column::Id.eq(id.0))).await?;
        row.map(read_ask).transpose()
    }
}

impl Tx {
    /// Adds a remark, or notes that it was received.
    pub async fn save_remark(&self, remark: &Remark) -> Result<(), StoreError> {
        let row = remark::Model {
            agency_id: self.agency_id().0,
            id: remark.id.0,
            employee_id: remark.employee.0,
            skp_id: remark.skp.map(|id| id.0),
            line: json(&remark.on)?,
            topic: remark.topic.clone(),
            by_id: remark.by.0,
            source: code(remark.source)?,
            good: remark.good.clone(),
            improve: remark.improve.clone(),
            ask_id: remark.ask.map(|id| id.0),
            at: instant(remark.at),
            received_at: maybe_instant(remark.received_at),
        };
        self.upsert::<remark::Entity>(vec![row]).await.map(drop)
    }

    /// Adds a request, or notes its answer.
    pub async fn save_ask(&self, ask: &Ask) -> Result<(), StoreError> {
        let row = feedback_ask::Model {
            agency_id: self.agency_id().0,
            id: ask.id.0,
            employee_id: ask.employee.0,
            of_id: ask.of.0,
            skp_id: ask.skp.map(|id| id.0),
            line: json(&ask.on)?,
            topic: ask.topic.clone(),
            question: ask.question.clone(),
            at: instant(ask.at),
            answered_at: maybe_instant(ask.answered_at),
            declined_at: maybe_instant(ask.declined_at),
            declined: ask.declined.clone(),
        };
        self.upsert::<feedback_ask::Entity>(vec![row]).await.map(drop)
    }
}

fn read_remark(row: remark::Model) -> Result<Remark, StoreError> {
    Ok(Remark {
        id: RemarkId(row.id),
        employee: EmployeeId(row.employee_id),
        skp: row.skp_id.map(SkpId),
        on: from_json("remark.line", &row.line)?,
        topic: row.topic,
        by: EmployeeId(row.by_id),
        source: from_code("remark.source", row.source)?,
        good: row.good,
        improve: row.improve,
        ask: row.ask_id.map(AskId),
        at: row.at,
        received_at: row.received_at,
    })
}

fn read_ask(row: feedback_ask::Model) -> Result<Ask, StoreError> {
    Ok(Ask {
        id: AskId(row.id),
        employee: EmployeeId(row.employee_id),
        of: EmployeeId(row.of_id),
        skp: row.skp_id.map(SkpId),
        on: from_json("feedback_ask.line", &row.line)?,
        topic: row.topic,
        question: row.question,
        at: row.at,
        answered_at: row.answered_at,
        declined_at: row.declined_at,
        declined: row.declined,
    })
}
