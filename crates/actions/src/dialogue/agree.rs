//! *The two of a talk agree* on who does what by when, and tick it off.

use super::load::{link, load_to_write};
use crate::{Ctx, Failure, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    dialogue::{Followup, steps, trace::Agreed},
    ids::{DialogueId, EmployeeId, FollowupId},
    permissions::Action,
};

/// Adds something agreed; whoever is to do it is told.
pub async fn agree(
    ctx: &Ctx,
    id: DialogueId,
    what: String,
    owner: EmployeeId,
    due: NaiveDate,
) -> Result<FollowupId, Failure> {
    ctx.act(Action::DialogueWrite, move |work| {
        let what = what.trim().to_owned();
        async move {
            let (talk, _) = load_to_write(&work, id).await?;
            let agreed = Followup { id: work.id(), dialogue: id, what, owner, due, done_on: None };
            steps::agree(&talk, &agreed, work.ctx.today())?;
            work.save_followup(&agreed).await?;
            work.journal("followup", agreed.id, None, Some(&Agreed::of(&agreed, talk.kind))).await?;
            let says = Text::new("notice-followup").with("name", work.ctx.actor.name.as_str()).with("due", due);
            work.tell(owner, says, format!("{}#tindak-lanjut", link(id))).await?;
            Ok(agreed.id)
        }
    })
    .await
}

/// Ticks it off, by either of the two.
#[crate::boxed]
pub async fn done(ctx: &Ctx, id: DialogueId, followup: FollowupId) -> Result<(), Failure> {
    ctx.act(Action::DialogueWrite, move |work| async move {
        let (talk, _) = load_to_write(&work, id).await?;
        let found = work.followups_of(&[id]).await?.into_iter().find(|agreed| agreed.id == followup);
        let before = found.ok_or_else(|| not_found("followup"))?;
        if before.done_on.is_some() {
            return Err(Refusal::rule(Text::new("dialogue-followup-is-done")).into());
        }
        let after = Followup { done_on: Some(work.ctx.today()), ..before.clone() };
        work.save_followup(&after).await?;
        let (was, is) = (Agreed::of(&before, talk.kind), Agreed::of(&after, talk.kind));
        work.journal("followup", followup, Some(&was), Some(&is)).await?;
        let says = Text::new("notice-followup-done").with("name", work.ctx.actor.name.as_str());
        for to in [Some(talk.employee), talk.partner].into_iter().flatten() {
            work.tell(to, says.clone(), format!("{}#tindak-lanjut", link(id))).await?;
        }
        Ok(())
    })
    .await
}
