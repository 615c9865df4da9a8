//! *A plan in force is opened for clarification* (Ps 14(2), 20(3)): a new version is written while the old one stands.

use crate::{Ctx, Failure, plan::load::load};
use domain::{decision::Text, ids::SkpId, permissions::Action, plan::workflow};

/// Opens it.
#[crate::boxed]
pub async fn reopen(ctx: &Ctx, id: SkpId) -> Result<(), Failure> {
    ctx.act(Action::PlanReopen, move |work| async move {
        let (before, _) = load(&work, &work.ctx, id, Action::PlanReopen).await?;
        let after = workflow::reopen(before.clone(), work.ctx.at)?;
        work.save_skp(&after, before.revision).await?;
        work.journal("skp", id, Some(&before.milestones), Some(&after.milestones)).await?;
        let says = Text::new("notice-plan-reopened").with("name", work.ctx.actor.name.as_str());
        work.tell(after.employee, says.clone(), format!("/skp/{id}")).await?;
        work.tell(after.rater, says, format!("/skp/{id}")).await
    })
    .await
}
