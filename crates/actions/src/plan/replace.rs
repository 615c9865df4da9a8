//! *A plan is replaced* after a transfer or a change of rater (Bab II.C.6-7): the old one ends the day before, a new
//! one starts with the new post and rater.

use crate::{
    Ctx, Failure,
    plan::{
        load::load,
        start::{Origin, Start, begin},
    },
};
use chrono::{Days, NaiveDate};
use domain::{
    decision::{Refusal, Text},
    ids::SkpId,
    permissions::Action,
    plan::{Skp, workflow},
    time::DateRange,
};

/// Ends the plan the day before `from_day` and starts the next with its results as a draft.
#[crate::boxed]
pub async fn replace(ctx: &Ctx, id: SkpId, from_day: NaiveDate) -> Result<SkpId, Failure> {
    ctx.act(Action::PlanReplace, move |work| async move {
        let (before, _) = load(&work, &work.ctx, id, Action::PlanReplace).await?;
        let last = from_day.checked_sub_days(Days::new(1)).filter(|last| *last >= before.dates.from);
        let dates = last
            .and_then(|last| DateRange::new(before.dates.from, Some(last)))
            .filter(|_| before.dates.contains(from_day));
        let Some(dates) = dates else {
            return Err(
                Refusal::field("from_day", Text::new("plan-start-outside-year").with("year", before.year)).into()
            );
        };
        let after = Skp { dates, ..workflow::replace(before.clone(), work.ctx.at)? };
        work.save_skp(&after, before.revision).await?;
        work.journal("skp", id, Some(&before.milestones), Some(&after.milestones)).await?;
        let next = Start {
            employee: after.employee,
            year: after.year,
            from_day: Some(from_day),
            approach: after.approach,
            origin: Origin::Plan(id),
        };
        begin(&work, &next).await
    })
    .await
}
