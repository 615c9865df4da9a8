//! *The old unit's result is carried over* for somebody who moved within a period: the new rater proposes it, the employee
//! agrees or not (PermenPANRB 6/2022 Bab IV.A.13). Without agreement the new rater evaluates as always.

use crate::{Ctx, Failure, failure::not_found, home::tasks::period_name, plan::load::load};
use domain::{
    decision::{Refusal, Text},
    evaluation::{
        Evaluation, Period,
        transfer::{Before, Carryover, carried, fits, may_propose, moved_within},
    },
    ids::{EvaluationId, PeriodId, SkpId, UnitId},
    permissions::{Action, may},
    plan::Skp,
    policy::permenpanrb,
};
use store::Scope;

/// What rater and employee see before they agree.
pub struct CarryOver {
    /// The period that is evaluated.
    pub period: Period,
    /// The new plan.
    pub skp: Skp,
    /// Whose.
    pub owner: String,
    /// The result of the period before.
    pub first: Evaluation,
    /// That period.
    pub from: Period,
    /// The old unit.
    pub unit: String,
    /// What was proposed, if anything was.
    pub there: Option<Carryover>,
    /// May the reader propose it now?
    pub can_propose: bool,
    /// Does it wait for the reader's answer?
    pub can_answer: bool,
}

/// Opens the page.
#[crate::boxed]
pub async fn see(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<CarryOver, Failure> {
    let scope = ctx.read();
    let (skp, facts) = load(&scope, ctx, skp, Action::EvaluationRead).await?;
    let period = scope.period(period).await?.ok_or_else(|| not_found("period"))?;
    let (from, first, unit) = before(&scope, &skp, &period).await?.ok_or_else(nothing)?;
    let there = scope.carryover(period.id, skp.id).await?;
    let signed = scope.evaluation_of(period.id, skp.id).await?.is_some();
    let may = |action| may(&ctx.actor, action, &facts).is_ok();
    let unit = scope.unit(unit).await?.map(|unit| unit.name).unwrap_or_default();
    let owner = scope.employee(skp.employee).await?.map(|employee| employee.name).unwrap_or_default();
    Ok(CarryOver {
        can_propose: may(Action::EvaluationCarryOver) && !signed && may_propose(&period, there.as_ref(), "?").is_ok(),
        can_answer: may(Action::EvaluationAgree)
            && !signed
            && period.closed_at.is_none()
            && there.as_ref().is_some_and(Carryover::waits),
        period,
        skp,
        owner,
        first,
        from,
        unit,
        there,
    })
}

/// Is there such a result? Asks the database only of plans that began within the period.
pub async fn offered(ctx: &Ctx, period: &Period, skp: &Skp) -> Result<bool, Failure> {
    Ok(before(&ctx.read(), skp, period).await?.is_some())
}

/// Does it wait for the person acting? Asks the database only of plans that began within the period.
pub async fn waits(ctx: &Ctx, period: &Period, skp: &Skp) -> Result<bool, Failure> {
    if !moved_within(skp, period) {
        return Ok(false);
    }
    Ok(ctx.read().carryover(period.id, skp.id).await?.as_ref().is_some_and(Carryover::waits))
}

/// The result of the period before from another unit, with its period and that unit.
async fn before(scope: &Scope, skp: &Skp, period: &Period) -> Result<Option<(Period, Evaluation, UnitId)>, Failure> {
    if !moved_within(skp, period) {
        return Ok(None);
    }
    let plans = scope.skps_of(skp.employee).await?;
    for result in scope.evaluations_of(skp.employee).await? {
        let Some(old) = plans.iter().find(|old| old.id == result.skp) else { continue };
        let Some(from) = scope.period(result.period).await? else { continue };
        if fits(skp, period, Before { skp: old, period: &from, result: &result }) {
            return Ok(Some((from, result, old.unit)));
        }
    }
    Ok(None)
}

/// The rater proposes it, with the reason; the employee hears of it.
#[crate::boxed]
pub async fn propose(ctx: &Ctx, period: PeriodId, skp: SkpId, says: String) -> Result<(), Failure> {
    ctx.act(Action::EvaluationCarryOver, move |work| {
        let says = says.trim().to_owned();
        async move {
            let (skp, _) = load(&work, &work.ctx, skp, Action::EvaluationCarryOver).await?;
            let period = work.period(period).await?.ok_or_else(|| not_found("period"))?;
            let (_, first, _) = before(&work, &skp, &period).await?.ok_or_else(nothing)?;
            may_propose(&period, work.carryover(period.id, skp.id).await?.as_ref(), &says)?;
            if work.evaluation_of(period.id, skp.id).await?.is_some() {
                return Err(Refusal::rule(Text::new("evaluation-frozen")).into());
            }
            let (by, at) = (work.ctx.me(), work.ctx.at);
            let (answered_at, result) = (None, None);
            let proposed =
                Carryover { period: period.id, skp: skp.id, first: first.id, by, says, at, answered_at, result };
            work.save_carryover(&proposed).await?;
            work.journal("carryover", skp.id, None, Some(&proposed)).await?;
            let says = Text::new("notice-carry-over-proposed").with("name", work.ctx.actor.name.as_str());
            work.tell(skp.employee, says, format!("/penilaian/{}/{}/hasil-lama", period.id, skp.id)).await
        }
    })
    .await
}

/// The employee agrees, and the result is signed; or does not, and the rater evaluates as always.
#[crate::boxed]
pub async fn answer(ctx: &Ctx, period: PeriodId, skp: SkpId, agrees: bool) -> Result<Option<EvaluationId>, Failure> {
    ctx.act(Action::EvaluationAgree, move |work| async move {
        let (skp, _) = load(&work, &work.ctx, skp, Action::EvaluationAgree).await?;
        let period = work.period(period).await?.ok_or_else(|| not_found("period"))?;
        let there = work.carryover(period.id, skp.id).await?.filter(Carryover::waits).ok_or_else(nothing)?;
        if work.evaluation_of(period.id, skp.id).await?.is_some() || period.closed_at.is_some() {
            return Err(Refusal::rule(Text::new("evaluation-frozen")).into());
        }
        let result = agrees.then(|| work.id::<EvaluationId>());
        let answered = Carryover { answered_at: Some(work.ctx.at), result, ..there.clone() };
        if result.is_some() {
            let first = work.evaluation(there.first).await?.ok_or_else(|| not_found("evaluation"))?;
            let from = work.period(first.period).await?.ok_or_else(|| not_found("period"))?;
            let policy = work.ctx.policy(period.last_day())?;
            let signed = carried(&answered, skp.version, &first, (&period, &from), &policy).ok_or_else(nothing)?;
            work.insert_evaluation(&signed).await?;
            work.journal("evaluation", signed.id, None, Some(&signed)).await?;
        }
        work.save_carryover(&answered).await?;
        work.journal("carryover", skp.id, Some(&there), Some(&answered)).await?;
        let says = Text::new(if agrees { "notice-carry-over-agreed" } else { "notice-carry-over-declined" })
            .with("name", work.ctx.actor.name.as_str())
            .with("period", period_name(period.rhythm, period.number, period.year));
        let link = result.map_or_else(|| format!("/penilaian/{}/{}", period.id, skp.id), |id| format!("/hasil/{id}"));
        work.tell(there.by, says, link).await?;
        Ok(result)
    })
    .await
}

fn nothing() -> Failure {
    Refusal::rule(Text::new("evaluation-carry-over-nothing")).cited(permenpanrb("Bab IV.A.13")).into()
}
