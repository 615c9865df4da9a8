//! *Somebody writes a note* beside a line of a plan, or ticks it off.

use crate::{Ctx, Failure, failure::not_found, plan::load::load};
use domain::{
    decision::{Refusal, Text},
    ids::{NoteId, SkpId},
    permissions::Action,
    plan::{Line, Note},
};

/// Writes a note beside a line.
#[crate::boxed]
pub async fn note(ctx: &Ctx, id: SkpId, line: Line, text: String) -> Result<NoteId, Failure> {
    if text.trim().is_empty() {
        return Err(Refusal::field("note", Text::new("plan-note-empty")).into());
    }
    ctx.act(Action::PlanNote, move |work| {
        let text = text.trim().to_owned();
        async move {
            let (skp, _) = load(&work, &work.ctx, id, Action::PlanNote).await?;
            let note =
                Note { id: work.id(), skp: id, line, by: work.ctx.me(), at: work.ctx.at, text, resolved_at: None };
            work.save_note(&note).await?;
            work.journal("skp_note", note.id, None, Some(&note)).await?;
            let says = Text::new("notice-plan-note").with("name", work.ctx.actor.name.as_str());
            let link = format!("/skp/{id}#catatan-{}", note.id);
            work.tell(skp.employee, says.clone(), link.clone()).await?;
            work.tell(skp.rater, says, link).await?;
            Ok(note.id)
        }
    })
    .await
}

/// Ticks a note off.
#[crate::boxed]
pub async fn resolve(ctx: &Ctx, id: SkpId, note: NoteId) -> Result<(), Failure> {
    ctx.act(Action::PlanNote, move |work| async move {
        load(&work, &work.ctx, id, Action::PlanNote).await?;
        let before =
            work.notes(id).await?.into_iter().find(|found| found.id == note).ok_or_else(|| not_found("note"))?;
        let after = Note { resolved_at: Some(work.ctx.at), ..before.clone() };
        work.save_note(&after).await?;
        work.journal("skp_note", note, Some(&before), Some(&after)).await
    })
    .await
}
