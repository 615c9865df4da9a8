//! *The rater's superior takes an objection up* and asks rater and employee for their word in writing (Bab V.B).

use super::{link, load};
use crate::{Ctx, Failure};
use domain::{decision::Text, ids::ObjectionId, objection::steps, permissions::Action};

/// Asks both.
#[crate::boxed]
pub async fn ask(ctx: &Ctx, id: ObjectionId) -> Result<(), Failure> {
    ctx.act(Action::ObjectionDecide, move |work| async move {
        let (before, case) = load(&work, &work.ctx, id, Action::ObjectionDecide).await?;
        let after = steps::ask(before.clone(), work.ctx.me(), case.frame(), work.ctx.at)?;
        work.save_objection(&after).await?;
        work.journal("objection", id, Some(&before), Some(&after)).await?;
        let says = Text::new("notice-objection-asked").with("name", work.ctx.actor.name.as_str());
        work.tell(case.evaluation.evaluator, says.clone(), link(id)).await?;
        work.tell(case.evaluation.employee, says, link(id)).await
    })
    .await
}
