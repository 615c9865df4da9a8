//! *A leader takes over an intended result*, with the note that counts in the evaluation (Ps 20(4)).

use crate::{Ctx, Failure, plan::load::load};
use domain::{
    decision::Text,
    ids::{RhkId, SkpId},
    permissions::Action,
    plan::takeover::{Takeover, may_take_over},
};

/// Takes it over; the employee hears of it.
#[crate::boxed]
pub async fn take_over(ctx: &Ctx, id: SkpId, rhk: RhkId, note: String) -> Result<(), Failure> {
    ctx.act(Action::PlanTakeOver, move |work| {
        let note = note.trim().to_owned();
        async move {
            let (skp, _) = load(&work, &work.ctx, id, Action::PlanTakeOver).await?;
            may_take_over(&skp, &work.takeovers(&[id]).await?, rhk, &note)?;
            let taken = Takeover { skp: id, rhk, by: work.ctx.me(), note, at: work.ctx.at };
            work.insert_takeover(&taken).await?;
            work.journal("takeover", rhk, None, Some(&taken)).await?;
            let says = Text::new("notice-taken-over").with("name", work.ctx.actor.name.as_str());
            work.tell(skp.employee, says, format!("/skp/{id}")).await
        }
    })
    .await
}
