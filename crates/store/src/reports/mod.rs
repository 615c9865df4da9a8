//! Counts over a whole agency, as SQL: one text for both engines, so that a page about 10,000 people loads none of them.
//!
//! Every text begins with `standing.sql` (who stands where on a day, in a period) and ends with one question.
//! Not here: what the steps mean (`domain::evaluation::cycle`). Read first: `standing.sql`, then this file.

mod understanding;

use crate::{Scope, StoreError, map::known};
use chrono::NaiveDate;
use domain::{
    evaluation::{Predikat, cycle::Step},
    ids::{EmployeeId, PeriodId, SkpId, UnitId},
    people::Unit,
};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use uuid::Uuid;

macro_rules! report {
    ($file:literal) => {
        concat!(include_str!("standing.sql"), include_str!($file))
    };
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// As the agency stood on this day.
    pub day: NaiveDate,
    /// Plans of this year.
    pub year: i32,
    /// What was done in this period; without one, plans only.
    pub period: Option<PeriodId>,
    /// Under this unit; without one, everywhere.
    pub unit: Option<UnitId>,
}

/// A unit with what is under it, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The unit.
    pub unit: Unit,
    /// Units directly below it.
    pub children: usize,
    /// Everybody under it.
    pub counts: Counts,
}

/// How far people are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// People to be appraised.
    pub people: usize,
    /// Plans in force.
    pub plans_set: usize,
    /// Plans signed that wait for the rater.
    pub plans_waiting: usize,
    /// Self-assessments sent.
    pub self_assessed: usize,
    /// Supervisors' ratings sent.
    pub rated: usize,
    /// Results signed.
    pub evaluated: usize,
    /// Results signed for.
    pub acknowledged: usize,
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |a, b| Self {
            people: a.people + b.people,
            plans_set: a.plans_set + b.plans_set,
            plans_waiting: a.plans_waiting + b.plans_waiting,
            self_assessed: a.self_assessed + b.self_assessed,
            rated: a.rated + b.rated,
            evaluated: a.evaluated + b.evaluated,
            acknowledged: a.acknowledged + b.acknowledged,
        })
    }
}

/// Somebody with a step before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Who.
    pub employee: EmployeeId,
    /// NIP or NI PPPK, as text.
    pub nip: String,
    /// Name with titles.
    pub name: String,
    /// Name of the unit.
    pub unit: String,
    /// The plan, if there is one.
    pub skp: Option<SkpId>,
    /// Who rates them.
    pub rater: EmployeeId,
    /// Name of the rater.
    pub rater_name: String,
    /// The step that is missing.
    pub step: Step,
}

/// Results of a unit's own people with one predicate, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// The predicate; a review has none.
    pub predikat: Option<Predikat>,
    /// Is there a result?
    pub evaluated: bool,
    /// How many.
    pub people: u32,
}

impl Scope {
    /// The units directly below the one looked at, each with all people under it, and that unit with its own people.
    pub async fn board(&self, look: Look) -> Result<Vec<Branch>, StoreError> {
        let rows = self.report(report!("board.sql"), look, []).await?;
        rows.iter()
            .map(|row| {
                Ok(Branch {
                    unit: Unit {
                        id: UnitId(row.try_get("", "id")?),
                        parent: row.try_get::<Option<Uuid>>("", "parent_id")?.map(UnitId),
                        code: row.try_get("", "code")?,
                        name: row.try_get("", "name")?,
                    },
                    children: count(row, "children")?,
                    counts: Counts {
                        people: count(row, "people")?,
                        plans_set: count(row, "plans_set")?,
                        plans_waiting: count(row, "plans_waiting")?,
                        self_assessed: count(row, "self_assessed")?,
                        rated: count(row, "rated")?,
                        evaluated: count(row, "evaluated")?,
                        acknowledged: count(row, "acknowledged")?,
                    },
                })
            })
            .collect()
    }

    /// Who has a step before them, by unit and name, and how many there are beyond `limit`.
    pub async fn missing(
        &self,
        look: Look,
        step: Option<Step>,
        limit: u32,
        offset: u32,
    ) -> Result<(Vec<Missing>, u64), StoreError> {
        let values: [Value; 3] =
            [step.map(|step| step.code().to_owned()).into(), i64::from(limit).into(), i64::from(offset).into()];
        let rows = self.report(report!("missing.sql"), look, values).await?;
        let total = rows.first().map_or(Ok(0), |row| count(row, "total"))?;
        let read = |row: &QueryResult| {
            Ok(Missing {
                employee: EmployeeId(row.try_get("", "employee_id")?),
                nip: row.try_get::<Option<String>>("", "nip")?.unwrap_or_default(),
                name: row.try_get("", "name")?,
                unit: row.try_get("", "unit_name")?,
                skp: row.try_get::<Option<Uuid>>("", "skp_id")?.map(SkpId),
                rater: EmployeeId(row.try_get("", "rater_id")?),
                rater_name: row.try_get::<Option<String>>("", "rater_name")?.unwrap_or_default(),
                step: step_of(row)?,
            })
        };
        Ok((rows.iter().map(read).collect::<Result<_, StoreError>>()?, total as u64))
    }

    /// How many people are at which step.
    pub async fn steps_count(&self, look: Look) -> Result<Vec<(Step, usize)>, StoreError> {
        let rows = self.report(report!("steps.sql"), look, []).await?;
        rows.iter().map(|row| Ok((step_of(row)?, count(row, "people")?))).collect()
    }

    /// Whose turn it is at a step, by id, with for how many people: theirs (0), of the next level up (1), or of the one
    /// above that (2).
    pub async fn turns(&self, look: Look, step: Step, level: u8) -> Result<Vec<(EmployeeId, usize)>, StoreError> {
        let values: [Value; 2] = [step.code().into(), i64::from(level).into()];
        let rows = self.report(report!("turns.sql"), look, values).await?;
        rows.iter().map(|row| Ok((EmployeeId(row.try_get("", "whose")?), count(row, "people")?))).collect()
    }

    /// The results of a period by unit and predicate.
    pub async fn spread(&self, look: Look) -> Result<Vec<Share>, StoreError> {
        let rows = self.report(report!("spread.sql"), look, []).await?;
        rows.iter()
            .map(|row| {
                let predikat = row.try_get::<Option<String>>("", "predikat")?;
                Ok(Share {
                    unit: UnitId(row.try_get("", "unit_id")?),
                    name: row.try_get("", "unit_name")?,
                    predikat: predikat.map(|c| known("evaluation.predikat", &c, Predikat::from_code)).transpose()?,
                    evaluated: row.try_get::<i32>("", "evaluated")? == 1,
                    people: count(row, "people")? as u32,
                })
            })
            .collect()
    }

    async fn report(
        &self,
        sql: &'static str,
        look: Look,
        more: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<QueryResult>, StoreError> {
        let own: [Value; 5] = [
            self.agency_id().0.into(),
            look.day.into(),
            look.year.into(),
            look.period.map(|id| id.0).into(),
            look.unit.map(|id| id.0).into(),
        ];
        let values = own.into_iter().chain(more);
        let statement = Statement::from_sql_and_values(self.conn.get_database_backend(), sql, values);
        Ok(self.conn.query_all_raw(statement).await?)
    }
}

fn count(row: &QueryResult, column: &str) -> Result<usize, StoreError> {
    let n: i64 = row.try_get("", column)?;
    usize::try_from(n).map_err(|_| StoreError::Corrupt(format!("{column}: {n} out of range")))
}

fn step_of(row: &QueryResult) -> Result<Step, StoreError> {
    known("step", &row.try_get::<String>("", "step")?, Step::from_code)
}
