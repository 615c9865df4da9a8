//! *Somebody who was asked to rate says that they cannot*: family, too close, too far away. Before they have answered.

use super::{link, load::case_to_write};
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    ids::{PeriodId, SkpId},
    permissions::Action,
    scheme::nomination::{Nomination, State},
};

/// Declines, with a reason.
#[crate::boxed]
pub async fn decline(ctx: &Ctx, period: PeriodId, skp: SkpId, note: String) -> Result<(), Failure> {
    if note.trim().is_empty() {
        return Err(Refusal::field("note", Text::new("scheme-note-missing")).into());
    }
    ctx.act(Action::SchemeFill, move |work| {
        let note = note.trim().to_owned();
        async move {
            let case = case_to_write(&work, period, skp, Action::SchemeFill).await?;
            if let Some(still) = case.still() {
                return Err(still.into());
            }
            let me = work.ctx.me();
            let mine = |n: &&Nomination| n.rater == me && n.state == State::Agreed;
            let before = case.nominations.iter().find(mine).ok_or_else(|| not_found("nomination"))?;
            if case.of(me).is_some_and(|saved| saved.sent_at.is_some()) {
                return Err(Refusal::rule(Text::new("assessment-already-sent")).into());
            }
            let after = Nomination { state: State::Refused, note, at: work.ctx.at, ..before.clone() };
            work.save_nomination(&after).await?;
            work.journal("nomination", before.id, Some(before), Some(&after)).await?;
            let says = Text::new("notice-scheme-declined").with("name", work.ctx.actor.name.as_str());
            let link = format!("{}/penilai", link(case.period.id, case.skp.id));
            work.tell(case.skp.employee, says.clone(), link.clone()).await?;
            work.tell(case.skp.rater, says, link).await
        }
    })
    .await
}
