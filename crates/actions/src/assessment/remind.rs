//! *A supervisor reminds an employee* of the self-assessment.

use crate::{Ctx, Failure, failure::not_found, plan::load::load};
use domain::{
    decision::Text,
    ids::{PeriodId, SkpId},
    permissions::Action,
};

/// Reminds; kindly, by a notice on the employee's pages.
#[crate::boxed]
pub async fn remind(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<(), Failure> {
    ctx.act(Action::AssessmentRate, move |work| async move {
        let (skp, _) = load(&work, &work.ctx, skp, Action::AssessmentRate).await?;
        work.period(period).await?.ok_or_else(|| not_found("period"))?;
        let says = Text::new("notice-remind-self-assessment").with("name", work.ctx.actor.name.as_str());
        work.tell(skp.employee, says, format!("/penilaian/{period}/{}/diri", skp.id)).await?;
        work.journal("reminder", skp.id, None, Some(&period)).await
    })
    .await
}
