//! *Somebody reads a result and why it is so*, or all results of a person.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found, scheme::outlook::outlook};
use domain::{
    evaluation::{
        Evaluation, Period,
        document::{self, Duty, Stamps},
    },
    feedback::Feedback,
    ids::{EmployeeId, EvaluationId},
    objection::Objection,
    permissions::{Action, Facts},
    plan::{Skp, Version},
    scheme::{Scheme, outlook::Outlook},
};
use std::cmp::Reverse;
use store::{Person, Scope};

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
    /// The objection that led to it, when it took the place of another.
    pub behind: Option<Objection>,
    /// The result whose place it took.
    pub first: Option<Evaluation>,
    /// The agency's scheme for the period, for the names in the scheme's result.
    pub scheme: Scheme,
    /// What follows from the result of a year by the scheme's rules; a person decides.
    pub outlook: Outlook,
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
    let behind = scope.objection_behind(id).await?;
    let dues = dues(ctx, &scope, &evaluation, (&skp, &period), behind.is_some()).await?;
    let scheme = ctx.policy(period.last_day())?.appraisal.clone();
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
        first: match &behind {
            Some(objection) => scope.evaluation(objection.evaluation).await?,
            None => None,
        },
        outlook: outlook(&scope, &scheme, &evaluation, &period).await?,
        scheme,
        behind,
        dues,
        facts,
        evaluation,
        period,
        skp,
    })
}

/// By when which step is due. A result that took the place of another (D.1.3) was signed and delivered by the decision.
async fn dues(
    ctx: &Ctx,
    scope: &Scope,
    evaluation: &Evaluation,
    (skp, period): (&Skp, &Period),
    decided: bool,
) -> Result<Vec<document::Due>, Failure> {
    let route = document::route(evaluation.evaluator, skp.rater);
    let reported_on = scope.reports(&[evaluation.id]).await?.get(&evaluation.id).map(|report| report.on);
    let stamps = Stamps { reported_on, ..Stamps::from(evaluation) };
    let (policy, ends) = (ctx.policy(period.last_day())?, ctx.window(period)?.ends);
    let (zone, holidays) = (ctx.agency.time_zone, ctx.app.policies.holidays());
    let mut dues = document::dues(&stamps, route, ends, zone, holidays, &policy);
    dues.retain(|due| !decided || matches!(due.duty, Duty::Acknowledge | Duty::Report));
    Ok(dues)
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
