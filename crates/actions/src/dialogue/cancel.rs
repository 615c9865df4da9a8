//! *One side calls a talk off*; that it was planned stays on record.

use super::load::{link, load_to_write};
use crate::{Ctx, Failure};
use domain::{
    decision::Text,
    dialogue::{steps, trace::Trace},
    ids::DialogueId,
    permissions::Action,
};

/// Calls it off; the other side is told.
#[crate::boxed]
pub async fn cancel(ctx: &Ctx, id: DialogueId) -> Result<(), Failure> {
    ctx.act(Action::DialogueWrite, move |work| async move {
        let (before, _) = load_to_write(&work, id).await?;
        let after = steps::cancel(before.clone(), work.ctx.at)?;
        work.save_dialogue(&after).await?;
        work.journal("dialogue", id, Some(&Trace::from(&before)), Some(&Trace::from(&after))).await?;
        let says = Text::new("notice-dialogue-cancelled").with("name", work.ctx.actor.name.as_str());
        for to in [Some(after.employee), after.partner].into_iter().flatten() {
            work.tell(to, says.clone(), link(id)).await?;
        }
        Ok(())
    })
    .await
}
