//! Periods, what units achieved in them, and frozen results. A result is added once; afterwards only its delivery, its
//! acknowledgement and that another took its place are noted. Lists hold the results that stand; one that was replaced
//! is found by its id.

pub(crate) mod receipt;
mod transfer;

use crate::{
    Scope, StoreError, Tx,
    entity::{achievement, evaluation, period, spread_note},
    map::{from_json, instant, json, known, maybe_instant, number, range},
    people::uuids,
};
use chrono::{DateTime, Utc};
use domain::{
    assessment::Rating,
    evaluation::{Capaian, Evaluation, Period, Predikat, Rhythm, UnitAchievement, distribution::SpreadNote},
    ids::{AgencyId, EmployeeId, EvaluationId, PeriodId, SkpId, UnitId},
    scheme::SchemeResult,
};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::Expr};

/// What one result says of the scheme's criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Whose.
    pub employee: EmployeeId,
    /// The law's predikat.
    pub predikat: Option<Predikat>,
    /// The scheme's result, where the scheme has one.
    pub scheme: Option<SchemeResult>,
}

impl Scope {
    /// The periods of a year, by first day; of those that begin together the shorter first.
    pub async fn periods(&self, year: i32) -> Result<Vec<Period>, StoreError> {
        let select = self
            .find::<period::Entity>()
            .filter(period::Column::Year.eq(year))
            .order_by_asc(period::Column::FromDay)
            .order_by_asc(period::Column::UntilDay)
            .order_by_asc(period::Column::Id);
        self.all(select).await?.into_iter().map(read_period).collect()
    }

    /// The periods that are open, of whatever year, in the same order.
    pub async fn open_periods(&self) -> Result<Vec<Period>, StoreError> {
        let select = self
            .find::<period::Entity>()
            .filter(period::Column::OpenedAt.is_not_null())
            .filter(period::Column::ClosedAt.is_null())
            .order_by_asc(period::Column::FromDay)
            .order_by_asc(period::Column::UntilDay)
            .order_by_asc(period::Column::Id);
        self.all(select).await?.into_iter().map(read_period).collect()
    }

    /// One period.
    pub async fn period(&self, id: PeriodId) -> Result<Option<Period>, StoreError> {
        let row = self.one(self.find::<period::Entity>().filter(period::Column::Id.eq(id.0))).await?;
        row.map(read_period).transpose()
    }

    /// What the units achieved in a period.
    pub async fn achievements(&self, period: PeriodId) -> Result<Vec<UnitAchievement>, StoreError> {
        let select = self
            .find::<achievement::Entity>()
            .filter(achievement::Column::PeriodId.eq(period.0))
            .order_by_asc(achievement::Column::UnitId);
        self.all(select).await?.into_iter().map(read_achievement).collect()
    }

    /// What one unit achieved in a period.
    pub async fn achievement(&self, period: PeriodId, unit: UnitId) -> Result<Option<UnitAchievement>, StoreError> {
        let select = self
            .find::<achievement::Entity>()
            .filter(achievement::Column::PeriodId.eq(period.0))
            .filter(achievement::Column::UnitId.eq(unit.0));
        self.one(select).await?.map(read_achievement).transpose()
    }

    /// One result.
    pub async fn evaluation(&self, id: EvaluationId) -> Result<Option<Evaluation>, StoreError> {
        let row = self.one(self.find::<evaluation::Entity>().filter(evaluation::Column::Id.eq(id.0))).await?;
        row.map(read).transpose()
    }

    /// The result of a plan in a period that stands.
    pub async fn evaluation_of(&self, period: PeriodId, skp: SkpId) -> Result<Option<Evaluation>, StoreError> {
        let select = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::PeriodId.eq(period.0))
            .filter(evaluation::Column::SkpId.eq(skp.0))
            .filter(evaluation::Column::ReplacedAt.is_null());
        self.one(select).await?.map(read).transpose()
    }

    /// The results of a person that stand, the latest first.
    pub async fn evaluations_of(&self, employee: EmployeeId) -> Result<Vec<Evaluation>, StoreError> {
        let select = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::EmployeeId.eq(employee.0))
            .filter(evaluation::Column::ReplacedAt.is_null())
            .order_by_desc(evaluation::Column::SignedAt)
            .order_by_desc(evaluation::Column::Id);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// The results of a period that stand.
    pub async fn evaluations_of_period(&self, period: PeriodId) -> Result<Vec<Evaluation>, StoreError> {
        let select = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::PeriodId.eq(period.0))
            .filter(evaluation::Column::ReplacedAt.is_null())
            .order_by_asc(evaluation::Column::EmployeeId)
            .order_by_asc(evaluation::Column::SignedAt);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// The mean of the schemes' scores of a period in hundredths, a half upwards, over the results that stand; `None`
    /// where no result has one.
    pub async fn mean_score(&self, period: PeriodId) -> Result<Option<i64>, StoreError> {
        let select = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::PeriodId.eq(period.0))
            .filter(evaluation::Column::ReplacedAt.is_null())
            .filter(evaluation::Column::SchemeScore.is_not_null())
            .select_only()
            .column(evaluation::Column::SchemeScore)
            .into_tuple::<i64>();
        let scores: Vec<i64> = select.all(&self.conn).await?;
        let n = scores.len() as i64;
        Ok((n > 0).then(|| (2 * scores.iter().sum::<i64>() + n) / (2 * n)))
    }

    /// What a period's results that stand say of the scheme's criteria, without their reasons: for looking over a whole
    /// agency.
    pub async fn scored_in(&self, period: PeriodId) -> Result<Vec<Scored>, StoreError> {
        let select = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::PeriodId.eq(period.0))
            .filter(evaluation::Column::ReplacedAt.is_null())
            .order_by_asc(evaluation::Column::EmployeeId)
            .order_by_asc(evaluation::Column::SignedAt)
            .select_only()
            .column(evaluation::Column::EmployeeId)
            .column(evaluation::Column::Predikat)
            .column(evaluation::Column::Scheme)
            .into_tuple::<(uuid::Uuid, Option<String>, Option<String>)>();
        let rows = select.all(&self.conn).await?;
        rows.into_iter()
            .map(|(employee, predikat, scheme)| {
                Ok(Scored {
                    employee: EmployeeId(employee),
                    predikat: predikat
                        .map(|code| known("evaluation.predikat", &code, Predikat::from_code))
                        .transpose()?,
                    scheme: scheme.map(|text| from_json("evaluation.scheme", &text)).transpose()?,
                })
            })
            .collect()
    }

    /// Results of a period by id, from behind one on; those that were replaced too.
    pub async fn evaluations_after(
        &self,
        period: PeriodId,
        after: Option<EvaluationId>,
        limit: u64,
    ) -> Result<Vec<Evaluation>, StoreError> {
        let select = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::PeriodId.eq(period.0))
            .apply_if(after, |s, after| s.filter(evaluation::Column::Id.gt(after.0)))
            .order_by_asc(evaluation::Column::Id)
            .limit(limit);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// What a leader said of the spread of their people's predicates.
    pub async fn spread_note(&self, period: PeriodId, by: EmployeeId) -> Result<Option<SpreadNote>, StoreError> {
        let select = self
            .find::<spread_note::Entity>()
            .filter(spread_note::Column::PeriodId.eq(period.0))
            .filter(spread_note::Column::ById.eq(by.0));
        let read = |row: spread_note::Model| SpreadNote {
            period: PeriodId(row.period_id),
            by: EmployeeId(row.by_id),
            says: row.says,
            at: row.at,
        };
        Ok(self.one(select).await?.map(read))
    }

    /// How many results a period has; those that were replaced too.
    pub async fn evaluations_count(&self, period: PeriodId) -> Result<u64, StoreError> {
        let select = self.find::<evaluation::Entity>().filter(evaluation::Column::PeriodId.eq(period.0));
        Ok(select.count(&self.conn).await?)
    }

    /// The results of these people in a period.
    pub async fn evaluations_for(
        &self,
        period: PeriodId,
        employees: &[EmployeeId],
    ) -> Result<Vec<Evaluation>, StoreError> {
        let ids = uuids(employees.iter().map(|id| id.0));
        let within = |s: Select<evaluation::Entity>| {
            s.filter(evaluation::Column::PeriodId.eq(period.0)).filter(evaluation::Column::ReplacedAt.is_null())
        };
        let mut rows = self.among::<evaluation::Entity>(evaluation::Column::EmployeeId, &ids, within).await?;
        rows.sort_by_key(|row| (row.employee_id, row.signed_at));
        rows.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Adds or changes a period.
    pub async fn save_period(&self, period: &Period) -> Result<(), StoreError> {
        let row = period::Model {
            agency_id: self.agency_id().0,
            id: period.id.0,
            year: period.year,
            rhythm: period.rhythm.code().to_owned(),
            number: number("period.number", period.number)?,
            from_day: period.dates.from,
            until_day: period.dates.until,
            policy: period.policy.clone(),
            opened_at: maybe_instant(period.opened_at),
            closed_at: maybe_instant(period.closed_at),
        };
        self.upsert::<period::Entity>(vec![row]).await.map(drop)
    }

    /// Keeps what a leader says of the spread of predicates.
    pub async fn save_spread_note(&self, note: &SpreadNote) -> Result<(), StoreError> {
        let row = spread_note::Model {
            agency_id: self.agency_id().0,
            period_id: note.period.0,
            by_id: note.by.0,
            says: note.says.clone(),
            at: instant(note.at),
        };
        self.upsert::<spread_note::Entity>(vec![row]).await.map(drop)
    }

    /// Sets what a unit achieved in a period.
    pub async fn save_achievement(&self, achievement: &UnitAchievement) -> Result<(), StoreError> {
        let row = achievement::Model {
            agency_id: self.agency_id().0,
            period_id: achievement.period.0,
            unit_id: achievement.unit.0,
            capaian: achievement.capaian.code().to_owned(),
            basis: achievement.basis.clone(),
            by_id: achievement.by.0,
            at: instant(achievement.at),
        };
        self.upsert::<achievement::Entity>(vec![row]).await.map(drop)
    }

    /// Freezes a result.
    pub async fn insert_evaluation(&self, evaluation: &Evaluation) -> Result<(), StoreError> {
        self.insert_evaluations(std::slice::from_ref(evaluation)).await
    }

    /// Freezes many.
    pub async fn insert_evaluations(&self, evaluations: &[Evaluation]) -> Result<(), StoreError> {
        let rows = evaluations.iter().map(|one| of_evaluation(self.agency_id(), one)).collect::<Result<_, _>>()?;
        self.insert::<evaluation::Entity>(rows).await
    }

    /// Notes that the employee was given the result; [`StoreError::Stale`] if that was noted before.
    pub async fn deliver_evaluation(&self, id: EvaluationId, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.note_once(id, evaluation::Column::DeliveredAt, at).await
    }

    /// Notes that the employee signed for the result; [`StoreError::Stale`] if that was noted before.
    pub async fn acknowledge_evaluation(&self, id: EvaluationId, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.note_once(id, evaluation::Column::AcknowledgedAt, at).await
    }

    pub(crate) async fn note_once(
        &self,
        id: EvaluationId,
        column: evaluation::Column,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let change = self
            .change::<evaluation::Entity>()
            .col_expr(column, Expr::value(instant(at)))
            .filter(evaluation::Column::Id.eq(id.0))
            .filter(column.is_null());
        if self.write(&change.into_query()).await? > 0 {
            return Ok(());
        }
        Err(if self.evaluation(id).await?.is_some() { StoreError::Stale } else { StoreError::missing("evaluation") })
    }
}

fn read_period(row: period::Model) -> Result<Period, StoreError> {
    Ok(Period {
        id: PeriodId(row.id),
        year: row.year,
        rhythm: known("period.rhythm", &row.rhythm, Rhythm::from_code)?,
        number: number("period.number", row.number)?,
        dates: range("period", row.from_day, row.until_day)?,
        policy: row.policy,
        opened_at: row.opened_at,
        closed_at: row.closed_at,
    })
}

fn read_achievement(row: achievement::Model) -> Result<UnitAchievement, StoreError> {
    Ok(UnitAchievement {
        period: PeriodId(row.period_id),
        unit: UnitId(row.unit_id),
        capaian: known("achievement.capaian", &row.capaian, Capaian::from_code)?,
        basis: row.basis,
        by: EmployeeId(row.by_id),
        at: row.at,
    })
}

fn of_evaluation(agency: AgencyId, evaluation: &Evaluation) -> Result<evaluation::Model, StoreError> {
    Ok(evaluation::Model {
        agency_id: agency.0,
        id: evaluation.id.0,
        period_id: evaluation.period.0,
        skp_id: evaluation.skp.0,
        skp_version: number("evaluation.skp_version", evaluation.skp_version)?,
        employee_id: evaluation.employee.0,
        evaluator_id: evaluation.evaluator.0,
        hasil: evaluation.hasil.code().to_owned(),
        perilaku: evaluation.perilaku.code().to_owned(),
        predikat: evaluation.predikat.map(|predikat| predikat.code().to_owned()),
        scheme: evaluation.scheme.as_ref().map(json).transpose()?,
        scheme_score: evaluation.scheme.as_ref().and_then(|result| result.score),
        capaian: evaluation.capaian.map(|capaian| capaian.code().to_owned()),
        because: json(&evaluation.because)?,
        policy: evaluation.policy.clone(),
        notes: evaluation.notes.clone(),
        signed_at: instant(evaluation.signed_at),
        delivered_at: maybe_instant(evaluation.delivered_at),
        acknowledged_at: maybe_instant(evaluation.acknowledged_at),
        replaced_at: None,
    })
}

fn read(row: evaluation::Model) -> Result<Evaluation, StoreError> {
    Ok(Evaluation {
        id: EvaluationId(row.id),
        period: PeriodId(row.period_id),
        skp: SkpId(row.skp_id),
        skp_version: number("evaluation.skp_version", row.skp_version)?,
        employee: EmployeeId(row.employee_id),
        evaluator: EmployeeId(row.evaluator_id),
        hasil: known("evaluation.hasil", &row.hasil, Rating::from_code)?,
        perilaku: known("evaluation.perilaku", &row.perilaku, Rating::from_code)?,
        predikat: row.predikat.map(|code| known("evaluation.predikat", &code, Predikat::from_code)).transpose()?,
        scheme: row.scheme.map(|text| from_json("evaluation.scheme", &text)).transpose()?,
        capaian: row.capaian.map(|code| known("evaluation.capaian", &code, Capaian::from_code)).transpose()?,
        because: from_json("evaluation.because", &row.because)?,
        policy: row.policy,
        notes: row.notes,
        signed_at: row.signed_at,
        delivered_at: row.delivered_at,
        acknowledged_at: row.acknowledged_at,
    })
}
