//! *The rater sets the plan* (Ps 14(3)); after the deadline the rater's superior may (Bab II.C.5).

use crate::{
    Ctx, Failure,
    plan::load::{load, unchanged},
};
use domain::{
    decision::Text,
    ids::SkpId,
    permissions::Action,
    plan::{Note, workflow},
};

/// Sets it: what it says now becomes a frozen version. `reason` tells why it replaces the one before.
#[crate::boxed]
pub async fn set(ctx: &Ctx, id: SkpId, revision: i64, reason: String) -> Result<u32, Failure> {
    ctx.act(Action::PlanSet, move |work| {
        let reason = reason.trim().to_owned();
        async move {
            let (before, facts) = load(&work, &work.ctx, id, Action::PlanSet).await?;
            unchanged(&work, &before, revision, |_| Vec::new()).await?;
            let today = work.ctx.today();
            workflow::setter(&before, &facts, today, &*work.ctx.policy(before.dates.from)?)?;
            let (after, version) = workflow::set(before.clone(), work.ctx.me(), work.ctx.at, &reason)?;
            work.save_skp(&after, before.revision).await?;
            work.insert_version(id, &version).await?;
            for note in work.notes(id).await?.into_iter().filter(|note| note.resolved_at.is_none()) {
                work.save_note(&Note { resolved_at: Some(work.ctx.at), ..note }).await?;
            }
            work.journal("skp", id, Some(&before.milestones), Some(&after.milestones)).await?;
            let says = Text::new("notice-plan-set")
                .with("name", work.ctx.actor.name.as_str())
                .with("version", version.number)
                .with("year", after.year);
            work.tell(after.employee, says.clone(), format!("/skp/{id}")).await?;
            work.tell(after.rater, says, format!("/skp/{id}")).await?;
            Ok(version.number)
        }
    })
    .await
}
