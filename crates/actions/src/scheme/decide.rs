//! *The rater agrees to somebody who was named*, or says why not.

use super::{link, load::case_to_write, nominate::tell_named};
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    ids::{NominationId, PeriodId, SkpId},
    permissions::Action,
    scheme::nomination::{Nomination, State},
};

/// Agrees, or not; a no wants a reason.
#[crate::boxed]
pub async fn decide(
    ctx: &Ctx,
    period: PeriodId,
    skp: SkpId,
    id: NominationId,
    agree: bool,
    note: String,
) -> Result<(), Failure> {
    if !agree && note.trim().is_empty() {
        return Err(Refusal::field(format!("note.{id}"), Text::new("scheme-note-missing")).into());
    }
    ctx.act(Action::SchemeDecide, move |work| {
        let note = note.trim().to_owned();
        async move {
            let case = case_to_write(&work, period, skp, Action::SchemeDecide).await?;
            if let Some(still) = case.still() {
                return Err(still.into());
            }
            let before = case.nominations.iter().find(|n| n.id == id).ok_or_else(|| not_found("nomination"))?;
            if before.state != State::Proposed {
                return Err(Refusal::rule(Text::new("scheme-nomination-decided")).into());
            }
            let state = if agree { State::Agreed } else { State::Refused };
            let after = Nomination { state, note, at: work.ctx.at, ..before.clone() };
            work.save_nomination(&after).await?;
            work.journal("nomination", id, Some(before), Some(&after)).await?;
            let owner = work.employee(case.skp.employee).await?.map(|e| e.name).unwrap_or_default();
            if agree {
                tell_named(&work, &case, before.rater, &owner).await?;
            }
            let named = work.employee(before.rater).await?.map(|e| e.name).unwrap_or_default();
            let key = if agree { "notice-scheme-agreed" } else { "notice-scheme-refused" };
            let link = format!("{}/penilai", link(case.period.id, case.skp.id));
            work.tell(case.skp.employee, Text::new(key).with("name", named), link).await
        }
    })
    .await
}
