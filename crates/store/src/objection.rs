//! Objections, disagreements before a result, and what the personnel office needs to know of documents: which steps
//! were done when, and what was reported to the PyB.

use crate::{
    Scope, StoreError, Tx,
    assessment::{of_subject, subject},
    entity::{disagreement, document_report, evaluation, objection, skp},
    map::{from_json, instant, json, known, maybe_instant},
    people::uuids,
};
use chrono::{DateTime, Utc};
use domain::{
    evaluation::document::{Report, Route, Stamps, route},
    ids::{AgencyId, DisagreementId, EmployeeId, EvaluationId, ObjectionId, PeriodId, SkpId},
    objection::{Objection, Statement, disagreement::Disagreement},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr};
use std::collections::HashMap;
use uuid::Uuid;

/// A document of a period, without its reasons: for long lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// The result.
    pub evaluation: EvaluationId,
    /// The plan.
    pub skp: SkpId,
    /// Whose.
    pub employee: EmployeeId,
    /// Who signed.
    pub route: Route,
    /// What was done when.
    pub stamps: Stamps,
}

/// Columns of a [`DocumentRow`]: id, plan, employee, evaluator, signed, delivered, acknowledged.
type Short = (Uuid, Uuid, Uuid, Uuid, DateTime<Utc>, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

impl Scope {
    /// One objection.
    pub async fn objection(&self, id: ObjectionId) -> Result<Option<Objection>, StoreError> {
        self.one_objection(objection::Column::Id, id.0).await
    }

    /// The objection against a result.
    pub async fn objection_against(&self, evaluation: EvaluationId) -> Result<Option<Objection>, StoreError> {
        self.one_objection(objection::Column::EvaluationId, evaluation.0).await
    }

    /// The objection that led to a result.
    pub async fn objection_behind(&self, evaluation: EvaluationId) -> Result<Option<Objection>, StoreError> {
        self.one_objection(objection::Column::ChangedId, evaluation.0).await
    }

    async fn one_objection(&self, column: objection::Column, id: Uuid) -> Result<Option<Objection>, StoreError> {
        self.one(self.find::<objection::Entity>().filter(column.eq(id))).await?.map(read).transpose()
    }

    /// Objections not decided that wait for somebody, as employee, rater or rater's superior; the oldest first.
    pub async fn objections_waiting(&self, me: EmployeeId) -> Result<Vec<Objection>, StoreError> {
        let mine = Condition::any()
            .add(objection::Column::ById.eq(me.0))
            .add(objection::Column::RaterId.eq(me.0))
            .add(objection::Column::SuperiorId.eq(me.0));
        let select = self
            .find::<objection::Entity>()
            .filter(objection::Column::DecidedAt.is_null())
            .filter(mine)
            .order_by_asc(objection::Column::FiledAt);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// The objections against these results, the oldest first.
    pub async fn objections_against(&self, evaluations: &[EvaluationId]) -> Result<Vec<Objection>, StoreError> {
        let ids = uuids(evaluations.iter().map(|id| id.0));
        let mut rows = self.among::<objection::Entity>(objection::Column::EvaluationId, &ids, |s| s).await?;
        rows.sort_by_key(|row| (row.filed_at, row.id));
        rows.into_iter().map(read).collect()
    }

    /// The objections that led to these results.
    pub async fn objections_behind(&self, evaluations: &[EvaluationId]) -> Result<Vec<Objection>, StoreError> {
        let ids = uuids(evaluations.iter().map(|id| id.0));
        let rows = self.among::<objection::Entity>(objection::Column::ChangedId, &ids, |s| s).await?;
        rows.into_iter().map(read).collect()
    }

    /// One disagreement.
    pub async fn disagreement(&self, id: DisagreementId) -> Result<Option<Disagreement>, StoreError> {
        let select = self.find::<disagreement::Entity>().filter(disagreement::Column::Id.eq(id.0));
        self.one(select).await?.map(read_disagreement).transpose()
    }

    /// The disagreements about a plan in a period, in the order in which they came up.
    pub async fn disagreements(&self, period: PeriodId, skp: SkpId) -> Result<Vec<Disagreement>, StoreError> {
        let select = self
            .find::<disagreement::Entity>()
            .filter(disagreement::Column::PeriodId.eq(period.0))
            .filter(disagreement::Column::SkpId.eq(skp.0))
            .order_by_asc(disagreement::Column::RaisedAt)
            .order_by_asc(disagreement::Column::Id);
        self.all(select).await?.into_iter().map(read_disagreement).collect()
    }

    /// Open disagreements of somebody, as employee or rater.
    pub async fn disagreements_waiting(&self, me: EmployeeId) -> Result<Vec<Disagreement>, StoreError> {
        let mine =
            Condition::any().add(disagreement::Column::EmployeeId.eq(me.0)).add(disagreement::Column::RaterId.eq(me.0));
        let select = self
            .find::<disagreement::Entity>()
            .filter(disagreement::Column::IsOpen.eq(true))
            .filter(mine)
            .order_by_asc(disagreement::Column::RaisedAt);
        self.all(select).await?.into_iter().map(read_disagreement).collect()
    }

    /// What was reported of these results to the PyB.
    pub async fn reports(&self, evaluations: &[EvaluationId]) -> Result<HashMap<EvaluationId, Report>, StoreError> {
        let ids = uuids(evaluations.iter().map(|id| id.0));
        let rows = self.among::<document_report::Entity>(document_report::Column::EvaluationId, &ids, |s| s).await?;
        let read = |row: document_report::Model| {
            let evaluation = EvaluationId(row.evaluation_id);
            (evaluation, Report { evaluation, on: row.on_day, by: EmployeeId(row.by_id), at: row.recorded_at })
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// The documents of a period, of the results that stand, in no order.
    pub async fn documents(&self, period: PeriodId) -> Result<Vec<DocumentRow>, StoreError> {
        use evaluation::Column as C;
        let select = self
            .find::<evaluation::Entity>()
            .filter(C::PeriodId.eq(period.0))
            .filter(C::ReplacedAt.is_null())
            .filter(C::Predikat.is_not_null())
            .select_only()
            .columns([C::Id, C::SkpId, C::EmployeeId, C::EvaluatorId, C::SignedAt, C::DeliveredAt, C::AcknowledgedAt]);
        let rows: Vec<Short> = select.into_tuple().all(&self.conn).await?;
        let ids: Vec<EvaluationId> = rows.iter().map(|row| EvaluationId(row.0)).collect();
        let reports = self.reports(&ids).await?;
        let plans = uuids(rows.iter().map(|row| row.1));
        let raters: HashMap<Uuid, Uuid> = self
            .among::<skp::Entity>(skp::Column::Id, &plans, |s| s)
            .await?
            .into_iter()
            .map(|row| (row.id, row.rater_id))
            .collect();
        let read = |(id, skp, employee, evaluator, signed_at, delivered_at, acknowledged_at): Short| DocumentRow {
            evaluation: EvaluationId(id),
            skp: SkpId(skp),
            employee: EmployeeId(employee),
            route: route(EmployeeId(evaluator), EmployeeId(raters.get(&skp).copied().unwrap_or_default())),
            stamps: Stamps {
                signed_at: Some(signed_at),
                delivered_at,
                acknowledged_at,
                reported_on: reports.get(&EvaluationId(id)).map(|report| report.on),
            },
        };
        Ok(rows.into_iter().map(read).collect())
    }
}

impl Tx {
    /// Adds an objection (`rater` and `superior` are told what waits for them);
    /// [`StoreError::Duplicate`] if the result has another already.
    pub async fn insert_objection(
        &self,
        objection: &Objection,
        rater: EmployeeId,
        superior: EmployeeId,
    ) -> Result<(), StoreError> {
        let row = objection::Model {
            agency_id: self.agency_id().0,
            id: objection.id.0,
            evaluation_id: objection.evaluation.0,
            by_id: objection.by.0,
            rater_id: rater.0,
            superior_id: superior.0,
            grounds: json(&objection.grounds)?,
            filed_at: instant(objection.filed_at),
            asked_at: maybe_instant(objection.asked_at),
            rater_word: maybe_json(objection.rater.as_ref())?,
            employee_word: maybe_json(objection.employee.as_ref())?,
            ruling: maybe_json(objection.ruling.as_ref())?,
            decided_at: maybe_instant(objection.ruling.as_ref().map(|ruling| ruling.at)),
            changed_id: objection.changed.map(|id| id.0),
            revision: objection.revision,
        };
        self.insert::<objection::Entity>(vec![row]).await
    }

    /// Saves what happened to an objection since it was at its `revision` ([`StoreError::Stale`] if somebody saved since).
    /// What it rests on is never changed.
    pub async fn save_objection(&self, objection: &Objection) -> Result<(), StoreError> {
        use objection::Column as C;
        let decided = maybe_instant(objection.ruling.as_ref().map(|ruling| ruling.at));
        let change = self
            .change::<objection::Entity>()
            .col_expr(C::AskedAt, Expr::value(maybe_instant(objection.asked_at)))
            .col_expr(C::RaterWord, Expr::value(maybe_json(objection.rater.as_ref())?))
            .col_expr(C::EmployeeWord, Expr::value(maybe_json(objection.employee.as_ref())?))
            .col_expr(C::Ruling, Expr::value(maybe_json(objection.ruling.as_ref())?))
            .col_expr(C::DecidedAt, Expr::value(decided))
            .col_expr(C::ChangedId, Expr::value(objection.changed.map(|id| id.0)))
            .col_expr(C::Revision, Expr::value(objection.revision + 1))
            .filter(C::Id.eq(objection.id.0))
            .filter(C::Revision.eq(objection.revision));
        if self.write(&change.into_query()).await? > 0 {
            return Ok(());
        }
        Err(if self.objection(objection.id).await?.is_some() {
            StoreError::Stale
        } else {
            StoreError::missing("objection")
        })
    }

    /// Notes that another result takes the place of this one; [`StoreError::Stale`] if that was noted before. The new
    /// one is added after it, in the same transaction.
    pub async fn replace_evaluation(&self, id: EvaluationId, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.note_once(id, evaluation::Column::ReplacedAt, at).await
    }

    /// Adds or changes a disagreement of these two; [`StoreError::Duplicate`] if the line has another already.
    pub async fn save_disagreement(
        &self,
        disagreement: &Disagreement,
        employee: EmployeeId,
        rater: EmployeeId,
    ) -> Result<(), StoreError> {
        let row = of_disagreement(self.agency_id(), disagreement, employee, rater)?;
        self.upsert::<disagreement::Entity>(vec![row]).await.map(drop)
    }

    /// Records a report to the PyB; [`StoreError::Duplicate`] if there is one already.
    pub async fn insert_report(&self, report: &Report) -> Result<(), StoreError> {
        let row = document_report::Model {
            agency_id: self.agency_id().0,
            evaluation_id: report.evaluation.0,
            on_day: report.on,
            by_id: report.by.0,
            recorded_at: instant(report.at),
        };
        self.insert::<document_report::Entity>(vec![row]).await
    }
}

fn maybe_json<T: serde::Serialize>(value: Option<&T>) -> Result<Option<String>, StoreError> {
    value.map(json).transpose()
}

fn statement(column: &str, text: Option<String>) -> Result<Option<Statement>, StoreError> {
    text.map(|text| from_json(column, &text)).transpose()
}

fn read(row: objection::Model) -> Result<Objection, StoreError> {
    Ok(Objection {
        id: ObjectionId(row.id),
        evaluation: EvaluationId(row.evaluation_id),
        by: EmployeeId(row.by_id),
        grounds: from_json("objection.grounds", &row.grounds)?,
        filed_at: row.filed_at,
        asked_at: row.asked_at,
        rater: statement("objection.rater_word", row.rater_word)?,
        employee: statement("objection.employee_word", row.employee_word)?,
        ruling: row.ruling.map(|text| from_json("objection.ruling", &text)).transpose()?,
        changed: row.changed_id.map(EvaluationId),
        revision: row.revision,
    })
}

fn of_disagreement(
    agency: AgencyId,
    disagreement: &Disagreement,
    employee: EmployeeId,
    rater: EmployeeId,
) -> Result<disagreement::Model, StoreError> {
    Ok(disagreement::Model {
        agency_id: agency.0,
        id: disagreement.id.0,
        period_id: disagreement.period.0,
        skp_id: disagreement.skp.0,
        subject: of_subject(disagreement.subject),
        employee_id: employee.0,
        rater_id: rater.0,
        raised_at: instant(disagreement.raised_at),
        employee_view: maybe_json(disagreement.employee.as_ref())?,
        rater_view: maybe_json(disagreement.rater.as_ref())?,
        talk_on: disagreement.talk_on,
        employee_note: maybe_json(disagreement.employee_closed.as_ref())?,
        rater_note: maybe_json(disagreement.rater_closed.as_ref())?,
        is_open: disagreement.is_open(),
    })
}

fn read_disagreement(row: disagreement::Model) -> Result<Disagreement, StoreError> {
    Ok(Disagreement {
        id: DisagreementId(row.id),
        period: PeriodId(row.period_id),
        skp: SkpId(row.skp_id),
        subject: known("disagreement.subject", &row.subject, subject)?,
        raised_at: row.raised_at,
        employee: statement("disagreement.employee_view", row.employee_view)?,
        rater: statement("disagreement.rater_view", row.rater_view)?,
        talk_on: row.talk_on,
        employee_closed: statement("disagreement.employee_note", row.employee_note)?,
        rater_closed: statement("disagreement.rater_note", row.rater_note)?,
    })
}
