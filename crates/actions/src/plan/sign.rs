//! *An employee signs the plan* and so hands it to the rater (Ps 14(3)).

use crate::{
    Ctx, Failure,
    plan::load::{load, unchanged},
};
use domain::{decision::Text, ids::SkpId, permissions::Action, plan::workflow};

/// Signs, when the plan is complete.
#[crate::boxed]
pub async fn sign(ctx: &Ctx, id: SkpId, revision: i64) -> Result<(), Failure> {
    ctx.act(Action::PlanSign, move |work| async move {
        let (before, _) = load(&work, &work.ctx, id, Action::PlanSign).await?;
        unchanged(&work, &before, revision, |_| Vec::new()).await?;
        let after = workflow::sign(before.clone(), work.ctx.at)?;
        work.save_skp(&after, before.revision).await?;
        work.journal("skp", id, Some(&before.milestones), Some(&after.milestones)).await?;
        let says = Text::new("notice-plan-signed").with("name", work.ctx.actor.name.as_str()).with("year", after.year);
        work.tell(after.rater, says, format!("/skp/{id}")).await
    })
    .await
}
