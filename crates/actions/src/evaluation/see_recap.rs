//! *The personnel office takes a recap of a unit* and everything below it: one line a person.

use crate::{Ctx, Failure, failure::not_found};
use domain::{
    evaluation::{Evaluation, Period},
    feedback::Feedback,
    ids::{EmployeeId, EvaluationId, PeriodId, UnitId},
    people::Unit,
    permissions::{Action, Facts, may},
    plan::workflow::{State, state},
};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::Person;

/// One person.
pub struct Row {
    /// The person.
    pub person: Person,
    /// Name of the rater.
    pub rater: String,
    /// State of the plan.
    pub plan: Option<State>,
    /// The result.
    pub evaluation: Option<Evaluation>,
    /// Feedback on it.
    pub feedback: Option<Feedback>,
}

/// The recap.
pub struct Recap {
    /// The unit.
    pub unit: Unit,
    /// The period.
    pub period: Period,
    /// People, by unit and name.
    pub rows: Vec<Row>,
}

/// Reads the recap of a unit in a period.
#[crate::boxed]
pub async fn see_recap(ctx: &Ctx, period: PeriodId, unit: UnitId) -> Result<Recap, Failure> {
    let scope = ctx.read();
    let units = scope.units_under(unit).await?;
    let led = crate::ctx::unit_led_by(&scope, ctx.me(), ctx.today()).await?;
    let leads_unit = match led {
        Some(led) => scope.units_under(led).await?.iter().any(|below| below.id == unit),
        None => false,
    };
    may(&ctx.actor, Action::UnitRead, &Facts { leads_unit, ..Facts::none() })?;
    let unit = units.iter().find(|found| found.id == unit).cloned().ok_or_else(|| not_found("unit"))?;
    let period = scope.period(period).await?.ok_or_else(|| not_found("period"))?;
    let day = period.last_day().min(ctx.today());
    let within: HashSet<UnitId> = units.iter().map(|unit| unit.id).collect();
    let everyone = scope.everyone(day).await?;
    let names: HashMap<EmployeeId, String> =
        everyone.iter().map(|p| (p.employee.id, p.employee.name.clone())).collect();
    let people: Vec<Person> = everyone
        .into_iter()
        .filter(|p| p.line.is_some() && p.unit.as_ref().is_some_and(|unit| within.contains(&unit.id)))
        .collect();
    let ids: Vec<EmployeeId> = people.iter().map(|p| p.employee.id).collect();
    let plans: BTreeMap<EmployeeId, State> = scope
        .skps_of_year_for(&ids, period.year)
        .await?
        .into_iter()
        .map(|skp| (skp.employee, state(&skp.milestones)))
        .collect();
    let mut evaluations: HashMap<EmployeeId, Evaluation> =
        scope.evaluations_for(period.id, &ids).await?.into_iter().map(|e| (e.employee, e)).collect();
    let results: Vec<EvaluationId> = evaluations.values().map(|e| e.id).collect();
    let mut feedback: HashMap<EvaluationId, Feedback> =
        scope.feedback_for(&results).await?.into_iter().map(|f| (f.evaluation, f)).collect();
    let mut rows: Vec<Row> = people
        .into_iter()
        .map(|person| {
            let evaluation = evaluations.remove(&person.employee.id);
            Row {
                rater: person.line.as_ref().and_then(|l| names.get(&l.rater).cloned()).unwrap_or_default(),
                plan: plans.get(&person.employee.id).copied(),
                feedback: evaluation.as_ref().and_then(|e| feedback.remove(&e.id)),
                evaluation,
                person,
            }
        })
        .collect();
    let key = |row: &Row| (row.person.unit.as_ref().map(|u| u.code.clone()), row.person.employee.name.clone());
    rows.sort_by_key(key);
    Ok(Recap { unit, period, rows })
}
