//! *Rater and employee say their side in writing*, when the superior has asked. Until the decision it may be said again.

use super::{link, load};
use crate::{Ctx, Failure};
use domain::{
    decision::Text,
    ids::ObjectionId,
    objection::{Side, steps},
    permissions::Action,
};

/// Says it; whose side it is follows from who says it.
#[crate::boxed]
pub async fn say(ctx: &Ctx, id: ObjectionId, words: String) -> Result<(), Failure> {
    ctx.act(Action::ObjectionSay, move |work| {
        let words = words.clone();
        async move {
            let (before, case) = load(&work, &work.ctx, id, Action::ObjectionSay).await?;
            let side = if case.facts.is_self { Side::Employee } else { Side::Rater };
            let after = steps::say(before.clone(), side, &words, work.ctx.me(), case.frame(), work.ctx.at)?;
            work.save_objection(&after).await?;
            work.journal("objection", id, Some(&before), Some(&after)).await?;
            let says = Text::new("notice-objection-said").with("name", work.ctx.actor.name.as_str());
            work.tell(case.superior(), says, link(id)).await
        }
    })
    .await
}
