//! *The personnel office runs the year*: lays out its periods, opens and closes them.

use crate::{
    Ctx, Failure, Work,
    failure::not_found,
    followup::run::has_rules,
    job::{Task, ask_in},
};
use domain::{
    evaluation::{
        Period,
        cycle::Step,
        period::{check_close, check_open, periods},
    },
    ids::PeriodId,
    permissions::Action,
    time::DateRange,
};
use store::{Look, Scope};

/// Lays out the periods of a year as the law and the scheme say; those that exist stay as they are.
#[crate::boxed]
pub async fn lay_out(ctx: &Ctx, year: i32) -> Result<usize, Failure> {
    ctx.permit(Action::PeriodManage)?;
    let policy = ctx.policy(DateRange::year(year).from)?;
    let planned = periods(year, &policy);
    ctx.act(Action::PeriodManage, move |work| {
        let planned = planned.clone();
        async move {
            let existing = work.periods(year).await?;
            let mut made = 0;
            for plan in planned {
                if existing.iter().any(|p| p.rhythm == plan.rhythm && p.number == plan.number) {
                    continue;
                }
                let last_day = plan.dates.until.unwrap_or(plan.dates.from);
                let period = Period {
                    id: work.id(),
                    year,
                    rhythm: plan.rhythm,
                    number: plan.number,
                    dates: plan.dates,
                    policy: work.ctx.policy(last_day)?.id.clone(),
                    opened_at: None,
                    closed_at: None,
                };
                work.save_period(&period).await?;
                work.journal("period", period.id, None, Some(&period)).await?;
                made += 1;
            }
            Ok(made)
        }
    })
    .await
}

/// Opens a period for assessment, once its window has come.
#[crate::boxed]
pub async fn open(ctx: &Ctx, id: PeriodId) -> Result<(), Failure> {
    ctx.permit(Action::PeriodManage)?;
    ctx.act(Action::PeriodManage, move |work| async move { open_in(&work, id).await.map(drop) }).await
}

/// The same within a change.
pub(crate) async fn open_in(work: &Work, id: PeriodId) -> Result<Period, Failure> {
    let before = work.period(id).await?.ok_or_else(|| not_found("period"))?;
    let policy = work.ctx.policy(before.last_day())?;
    check_open(&before, work.ctx.today(), &policy, work.ctx.app.policies.holidays())?;
    // The rules of the day the period is opened are those it is judged by.
    let after = Period { opened_at: Some(work.ctx.at), policy: policy.id.clone(), ..before.clone() };
    work.save_period(&after).await?;
    work.journal("period", id, Some(&before), Some(&after)).await?;
    Ok(after)
}

/// Closes a period: results stand, what is missing stays visible (Bab IV.A.11).
#[crate::boxed]
pub async fn close(ctx: &Ctx, id: PeriodId) -> Result<(), Failure> {
    ctx.permit(Action::PeriodManage)?;
    ctx.act(Action::PeriodManage, move |work| async move { close_in(&work, id).await.map(drop) }).await
}

/// The same within a change.
pub(crate) async fn close_in(work: &Work, id: PeriodId) -> Result<Period, Failure> {
    let before = work.period(id).await?.ok_or_else(|| not_found("period"))?;
    may_close(&work.ctx, work, &before, &[Step::Own, Step::Rate, Step::Sign]).await?;
    let after = Period { closed_at: Some(work.ctx.at), ..before.clone() };
    work.save_period(&after).await?;
    work.journal("period", id, Some(&before), Some(&after)).await?;
    // What follows is worked out beside the requests: in an agency of thousands it takes longer than a page may.
    if has_rules(&*work.ctx.policy(after.last_day())?, &after) {
        ask_in(work, &Task::Follow { period: id }).await?;
    }
    Ok(after)
}

/// May it be closed today, with whoever is still at one of these steps counted as missing?
pub(crate) async fn may_close(ctx: &Ctx, scope: &Scope, period: &Period, missing: &[Step]) -> Result<(), Failure> {
    let policy = ctx.policy(period.last_day())?;
    let steps = scope.steps_count(whole(ctx, period)).await?;
    let missing: usize = steps.iter().filter(|(step, _)| missing.contains(step)).map(|(_, people)| people).sum();
    Ok(check_close(period, missing as u32, ctx.today(), &policy, ctx.app.policies.holidays())?)
}

/// Everybody in a period, as the agency stood on its last day or stands today.
pub(crate) fn whole(ctx: &Ctx, period: &Period) -> Look {
    Look { day: period.last_day().min(ctx.today()), year: period.year, period: Some(period.id), unit: None }
}
