//! *Somebody reads a result and why it is so*, or all results of a person.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    evaluation::{Evaluation, Period, document},
    feedback::Feedback,
    ids::{EmployeeId, EvaluationId},
    permissions::{Action, Facts},
    plan::{Skp, Version},
};
use std::cmp::Reverse;
use store::Person;

/// A result with everything its page and its print show.
pub struct ResultPage {
    /// The result, its tree of reasons included.
    pub evaluation: Evaluation,
    /// The period.
    pub period: Period,
    /// The plan.
    pub skp: Skp,
    /// The version that was evaluated.
    pub version: Option<Version>,
    /// Whose.
    pub owner: Person,
    /// Who evaluated.
    pub evaluator: Person,
    /// Atasan Pejabat Penilai Kinerja.
    pub superior: Option<Person>,
    /// Feedback on it.
    pub feedback: Option<Feedback>,
    /// By when which step of the document is due.
    pub dues: Vec<document::Due>,
    /// How the reader stands to the owner.
    pub facts: Facts,
}

/// One result.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: EvaluationId) -> Result<ResultPage, Failure> {
    let scope = ctx.read();
    let evaluation = scope.evaluation(id).await?.ok_or_else(|| not_found("evaluation"))?;
    let skp = scope.skp(evaluation.skp).await?.ok_or_else(|| not_found("skp"))?;
    let named = Some((skp.rater, skp.superior));
    let facts = permit_over(&scope, ctx, Action::EvaluationRead, evaluation.employee, named)
        .await
        .map_err(|_| not_found("evaluation"))?;
    let period = scope.period(evaluation.period).await?.ok_or_else(|| not_found("period"))?;
    let day = period.last_day().min(ctx.today());
    let (policy, ends) = (ctx.policy(period.last_day())?, ctx.window(&period)?.ends);
    let by_rater = evaluation.evaluator == skp.rater;
    let route = if by_rater { document::Route::Penilai } else { document::Route::Atasan };
    let mut ids = vec![evaluation.employee, evaluation.evaluator];
    ids.extend(skp.superior);
    let people = scope.people_on(&ids, day).await?;
    let person = |id: EmployeeId| people.iter().find(|p| p.employee.id == id).cloned();
    Ok(ResultPage {
        owner: person(evaluation.employee).ok_or_else(|| not_found("employee"))?,
        evaluator: person(evaluation.evaluator).ok_or_else(|| not_found("employee"))?,
        superior: skp.superior.and_then(person),
        version: scope.version(skp.id, evaluation.skp_version).await?,
        feedback: scope.feedback_of(evaluation.id).await?,
        dues: document::dues(&evaluation, route, ends, ctx.agency.time_zone, ctx.app.policies.holidays(), &policy),
        facts,
        evaluation,
        period,
        skp,
    })
}

/// A result in a list.
pub struct Row {
    /// The result.
    pub evaluation: Evaluation,
    /// Its period.
    pub period: Period,
}

/// All results of a person, newest first.
#[crate::boxed]
pub async fn of(ctx: &Ctx, employee: EmployeeId) -> Result<Vec<Row>, Failure> {
    let scope = ctx.read();
    permit_over(&scope, ctx, Action::EvaluationRead, employee, None).await?;
    let mut rows = Vec::new();
    let evaluations = scope.evaluations_of(employee).await?;
    let mut years: Vec<i32> = scope.skps_of(employee).await?.into_iter().map(|skp| skp.year).collect();
    years.sort_unstable();
    years.dedup();
    for year in years {
        for period in scope.periods(year).await? {
            let found = evaluations.iter().filter(|evaluation| evaluation.period == period.id);
            rows.extend(found.map(|evaluation| Row { evaluation: evaluation.clone(), period: period.clone() }));
        }
    }
    rows.sort_by_key(|row| Reverse(row.evaluation.signed_at));
    Ok(rows)
}
