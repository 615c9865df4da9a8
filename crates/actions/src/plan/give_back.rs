//! *The rater returns the plan* with notes beside the lines concerned.

use crate::{Ctx, Failure, plan::load::load};
use domain::{decision::Text, ids::SkpId, permissions::Action, plan::workflow};

/// Returns it; needs at least one open note, so that nobody is left guessing.
#[crate::boxed]
pub async fn give_back(ctx: &Ctx, id: SkpId) -> Result<(), Failure> {
    ctx.act(Action::PlanReturn, move |work| async move {
        let (before, _) = load(&work, &work.ctx, id, Action::PlanReturn).await?;
        let notes: Vec<_> = work.notes(id).await?.into_iter().filter(|note| note.resolved_at.is_none()).collect();
        let after = workflow::give_back(before.clone(), &notes, work.ctx.at)?;
        work.save_skp(&after, before.revision).await?;
        work.journal("skp", id, Some(&before.milestones), Some(&after.milestones)).await?;
        let says = Text::new("notice-plan-returned")
            .with("name", work.ctx.actor.name.as_str())
            .with("notes", notes.len() as i64);
        work.tell(after.employee, says, format!("/skp/{id}")).await
    })
    .await
}
