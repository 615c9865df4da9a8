//! *The rater confirms having read what another leader passed on* (Bab IV.A.4).

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{decision::Text, feedback::during::Remark, ids::RemarkId, permissions::Action};

/// Confirms; doing so again changes nothing. Returns whom it is about.
#[crate::boxed]
pub async fn receive(ctx: &Ctx, id: RemarkId) -> Result<domain::ids::EmployeeId, Failure> {
    ctx.act(Action::FeedbackReceive, move |work| async move {
        let before = work.remark(id).await?.filter(Remark::passed_on).ok_or_else(|| not_found("remark"))?;
        permit_over(&work, &work.ctx, Action::FeedbackReceive, before.employee, None).await?;
        let after = Remark { received_at: Some(before.received_at.unwrap_or(work.ctx.at)), ..before.clone() };
        work.save_remark(&after).await?;
        work.journal("remark", id, Some(&before), Some(&after)).await?;
        let says = Text::new("notice-feedback-received").with("name", work.ctx.actor.name.as_str());
        work.tell(after.by, says, "/umpan-balik#diberikan".to_owned()).await?;
        Ok(after.employee)
    })
    .await
}
