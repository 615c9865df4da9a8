//! *The personnel office or PyB appoints a counsellor* and a day (Bab III.D.5).

use super::load::{facts_of, link};
use crate::{Ctx, Failure, failure::not_found, people::find::colleague};
use chrono::NaiveDate;
use domain::{
    decision::Text,
    dialogue::{Kind, steps, trace::Trace},
    ids::DialogueId,
    permissions::{Action, may},
};

/// Appoints somebody by name or NIP; counsellor and employee are told.
#[crate::boxed]
pub async fn appoint(ctx: &Ctx, id: DialogueId, typed: String, on: NaiveDate) -> Result<(), Failure> {
    ctx.permit(Action::CounsellingAppoint)?;
    ctx.act(Action::CounsellingAppoint, move |work| {
        let typed = typed.clone();
        async move {
            work.lock(&format!("dialogue:{id}")).await?;
            let before = work.dialogue(id).await?.filter(|talk| talk.kind == Kind::Konseling);
            let before = before.ok_or_else(|| not_found("dialogue"))?;
            may(&work.ctx.actor, Action::CounsellingAppoint, &facts_of(&work.ctx, &before))?;
            let counsellor = colleague(&work, &typed, "counsellor").await??;
            let after = steps::appoint(before.clone(), counsellor.id, on)?;
            work.save_dialogue(&after).await?;
            work.journal("dialogue", id, Some(&Trace::from(&before)), Some(&Trace::from(&after))).await?;
            let says = Text::new("notice-counsellor-appointed").with("name", counsellor.name.as_str()).with("on", on);
            for to in [after.employee, counsellor.id] {
                work.tell(to, says.clone(), link(id)).await?;
            }
            Ok(())
        }
    })
    .await
}
