//! *The personnel office runs the year*: lays out its periods, opens and closes them.

use crate::{Ctx, Failure, Work, failure::not_found};
use domain::{
    evaluation::{
        Period,
        period::{check_close, check_open, periods},
    },
    ids::{PeriodId, SkpId},
    permissions::Action,
    plan::Skp,
    time::DateRange,
};
use std::collections::HashSet;

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
    ctx.act(Action::PeriodManage, move |work| async move {
        let before = work.period(id).await?.ok_or_else(|| not_found("period"))?;
        let policy = work.ctx.policy(before.last_day())?;
        check_open(&before, work.ctx.today(), &policy, work.ctx.app.policies.holidays())?;
        // The rules of the day the period is opened are those it is judged by.
        let after = Period { opened_at: Some(work.ctx.at), policy: policy.id.clone(), ..before.clone() };
        work.save_period(&after).await?;
        work.journal("period", id, Some(&before), Some(&after)).await
    })
    .await
}

/// Closes a period: results stand, what is missing stays visible (Bab IV.A.11).
#[crate::boxed]
pub async fn close(ctx: &Ctx, id: PeriodId) -> Result<(), Failure> {
    ctx.permit(Action::PeriodManage)?;
    ctx.act(Action::PeriodManage, move |work| async move {
        let before = work.period(id).await?.ok_or_else(|| not_found("period"))?;
        let policy = work.ctx.policy(before.last_day())?;
        let missing = missing(&work, &before).await?;
        check_close(&before, missing, work.ctx.today(), &policy, work.ctx.app.policies.holidays())?;
        let after = Period { closed_at: Some(work.ctx.at), ..before.clone() };
        work.save_period(&after).await?;
        work.journal("period", id, Some(&before), Some(&after)).await
    })
    .await
}

/// Plans in force without a result.
async fn missing(work: &Work, period: &Period) -> Result<u32, Failure> {
    let everyone = work.everyone(period.last_day()).await?;
    let rated: Vec<_> = everyone.into_iter().filter(|p| p.line.is_some()).map(|p| p.employee.id).collect();
    let plans = work.skps_of_year_for(&rated, period.year).await?;
    let in_force = |skp: &&Skp| skp.version > 0 && skp.dates.contains(period.last_day());
    let done: HashSet<SkpId> = work.evaluations_of_period(period.id).await?.into_iter().map(|e| e.skp).collect();
    Ok(plans.iter().filter(in_force).filter(|skp| !done.contains(&skp.id)).count() as u32)
}
