//! *The next level reads what the supervisor said and puts its name under it*, where the scheme asks for it (R23). It changes no
//! level.

use super::{link, load::case_to_write};
use crate::{Ctx, Failure};
use domain::{
    decision::{Refusal, Text},
    ids::{PeriodId, SkpId},
    permissions::Action,
    scheme::nomination::{Countersigned, Saved},
};

/// Signs.
#[crate::boxed]
pub async fn countersign(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<(), Failure> {
    ctx.act(Action::SchemeCountersign, move |work| async move {
        let case = case_to_write(&work, period, skp, Action::SchemeCountersign).await?;
        if let Some(still) = case.still() {
            return Err(still.into());
        }
        let (me, at) = (work.ctx.me(), work.ctx.at);
        let before = case.to_countersign().filter(|saved| saved.sheet.rater != me && saved.countersigned.is_none());
        let Some(before) = before else {
            return Err(Refusal::rule(Text::new("scheme-nothing-to-countersign")).into());
        };
        let after = Saved { countersigned: Some(Countersigned { by: me, at }), ..before.clone() };
        work.save_sheet(&after, Some(before.revision)).await?;
        work.journal("sheet", before.id, Some(&before.countersigned), Some(&after.countersigned)).await?;
        let says = Text::new("notice-scheme-countersigned").with("name", work.ctx.actor.name.as_str());
        work.tell(before.sheet.rater, says, link(case.period.id, case.skp.id)).await
    })
    .await
}
