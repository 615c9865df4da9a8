//! *A talk is over*: rater, coach or counsellor records the day and what came of it; both sides' words stand from then on.

use super::{
    load::{link, load_to_write},
    write::unchanged,
};
use crate::{Ctx, Failure};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    dialogue::{Kind, Part, Side, steps, trace::Trace},
    ids::DialogueId,
    permissions::Action,
};
use std::collections::BTreeMap;

/// Records it. The employee is told; of bimbingan by somebody else the rater too (Bab III.D.4), of a reported problem the
/// rater and the rater's superior (Bab III.D.5).
#[crate::boxed]
pub async fn hold(
    ctx: &Ctx,
    id: DialogueId,
    revision: i64,
    words: BTreeMap<Part, String>,
    on: NaiveDate,
    adjust: bool,
) -> Result<(), Failure> {
    ctx.act(Action::DialogueWrite, move |work| {
        let words = words.clone();
        async move {
            let (before, side) = load_to_write(&work, id).await?;
            if side != Side::Partner {
                return Err(Refusal::rule(Text::new("dialogue-partner-ends")).into());
            }
            unchanged(&work, &before, side, revision)?;
            let written = steps::write(before.clone(), side, &words)?;
            let after = steps::hold(written, on, adjust, work.ctx.today())?;
            work.save_dialogue(&after).await?;
            work.journal("dialogue", id, Some(&Trace::from(&before)), Some(&Trace::from(&after))).await?;
            let says = Text::new("notice-dialogue-held").with("name", work.ctx.actor.name.as_str());
            work.tell(after.employee, says, link(id)).await?;
            let says = Text::new("notice-dialogue-concluded").with("name", work.ctx.actor.name.as_str());
            if after.kind == Kind::Bimbingan || after.reported() {
                work.tell(after.rater, says.clone(), link(id)).await?;
            }
            if let Some(superior) = after.superior.filter(|_| after.reported()) {
                work.tell(superior, says, link(id)).await?;
            }
            Ok(())
        }
    })
    .await
}
