//! *The personnel office runs the year*: lays out its periods, opens and closes them.

use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    evaluation::{Period, period::periods},
    ids::PeriodId,
    permissions::Action,
    time::DateRange,
};

/// Lays out the periods of a year as the law and the scheme say; those that exist stay as they are.
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
                    policy: work.ctx.policy(last_day)?.id,
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

/// Opens a period for assessment.
pub async fn open(ctx: &Ctx, id: PeriodId) -> Result<(), Failure> {
    change(ctx, id, |period, at| {
        if period.closed_at.is_some() {
            return Err(Refusal::rule(Text::new("evaluation-period-stays-closed")));
        }
        Ok(Period { opened_at: Some(period.opened_at.unwrap_or(at)), ..period.clone() })
    })
    .await
}

/// Closes a period: results stand, what is missing is left to the rater's superior (Bab IV.A.11).
pub async fn close(ctx: &Ctx, id: PeriodId) -> Result<(), Failure> {
    change(ctx, id, |period, at| {
        if period.opened_at.is_none() {
            return Err(Refusal::rule(Text::new("assessment-period-not-open")));
        }
        Ok(Period { closed_at: Some(period.closed_at.unwrap_or(at)), ..period.clone() })
    })
    .await
}

async fn change(
    ctx: &Ctx,
    id: PeriodId,
    edit: fn(&Period, chrono::DateTime<chrono::Utc>) -> Result<Period, Refusal>,
) -> Result<(), Failure> {
    ctx.permit(Action::PeriodManage)?;
    ctx.act(Action::PeriodManage, move |work| async move {
        let before = work.period(id).await?.ok_or_else(|| not_found("period"))?;
        let after = edit(&before, work.ctx.at)?;
        work.save_period(&after).await?;
        work.journal("period", id, Some(&before), Some(&after)).await
    })
    .await
}
