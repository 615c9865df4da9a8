//! *An entitled person decides on a proposal*, with a reason; *an employee says whether they want* what is open to them.

use super::{link, see::load};
use crate::{Ctx, Failure};
use domain::{
    decision::Text,
    followup::{Answer, Decided, action, answer as said, decide as decided},
    ids::ProposalId,
    permissions::{Action, may},
};

/// Decides; the employee is told.
#[crate::boxed]
pub async fn decide(ctx: &Ctx, id: ProposalId, accepted: bool, reason: String) -> Result<(), Failure> {
    let (found, _) = load(&ctx.read(), ctx, id).await?;
    ctx.act(action(found.programme), move |work| {
        let reason = reason.trim().to_owned();
        async move {
            work.lock(&format!("proposal:{id}")).await?;
            let (before, facts) = load(&work, &work.ctx, id).await?;
            may(&work.ctx.actor, action(before.programme), &facts)?;
            let decision = Decided { by: work.ctx.me(), at: work.ctx.at, accepted, reason };
            let after = decided(&before, decision)?;
            work.save_proposal(&after).await?;
            work.journal("proposal", id, Some(&before), Some(&after)).await?;
            let says = if accepted {
                Text::new("notice-followup-accepted").with("programme", after.programme.label())
            } else {
                Text::new("notice-followup-declined").with("programme", after.programme.label())
            };
            work.tell(after.employee, says, link(id)).await
        }
    })
    .await
}

/// Answers; the rater hears of it.
#[crate::boxed]
pub async fn answer(ctx: &Ctx, id: ProposalId, wants: bool, words: String) -> Result<(), Failure> {
    ctx.act(Action::FollowupAnswer, move |work| {
        let words = words.trim().to_owned();
        async move {
            work.lock(&format!("proposal:{id}")).await?;
            let (before, facts) = load(&work, &work.ctx, id).await?;
            may(&work.ctx.actor, Action::FollowupAnswer, &facts)?;
            let after = said(&before, Answer { wants, words, at: work.ctx.at })?;
            work.save_proposal(&after).await?;
            work.journal("proposal", id, Some(&before), Some(&after)).await?;
            if let Some(line) = work.line_on(after.employee, work.ctx.today()).await? {
                let says = Text::new("notice-followup-answered")
                    .with("name", work.ctx.actor.name.as_str())
                    .with("programme", after.programme.label());
                work.tell(line.rater, says, link(id)).await?;
            }
            Ok(())
        }
    })
    .await
}
