//! What may happen to a talk, and when: writing, holding, calling off, agreeing, appointing a counsellor.

use super::{Dialogue, Followup, Kind, Part, Side, State};
use crate::{
    decision::{FieldError, Refusal, Text},
    ids::EmployeeId,
    policy::permenpanrb,
};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;

fn planned(dialogue: &Dialogue) -> Result<(), Refusal> {
    match dialogue.state() {
        State::Menunggu | State::Direncanakan => Ok(()),
        State::Selesai => Err(Refusal::rule(Text::new("dialogue-is-over")).next(Text::new("dialogue-is-over-next"))),
        State::Dibatalkan => Err(Refusal::rule(Text::new("dialogue-is-cancelled"))),
    }
}

/// A side writes its own parts; what the other side wrote stays as it is.
pub fn write(mut dialogue: Dialogue, side: Side, words: &BTreeMap<Part, String>) -> Result<Dialogue, Refusal> {
    planned(&dialogue)?;
    let parts: Vec<Part> = Part::of_side(&dialogue, side).collect();
    for part in parts {
        if let Some(said) = words.get(&part) {
            dialogue.words.insert(part, said.trim().to_owned());
        }
    }
    dialogue.words.retain(|_, said| !said.is_empty());
    dialogue.revisions[side as usize] += 1;
    Ok(dialogue)
}

/// The talk took place on a day; both sides' words stand from then on.
pub fn hold(mut dialogue: Dialogue, on: NaiveDate, adjust: bool, today: NaiveDate) -> Result<Dialogue, Refusal> {
    planned(&dialogue)?;
    if dialogue.partner.is_none() {
        return Err(Refusal::rule(Text::new("dialogue-needs-counsellor")).cited(permenpanrb("Bab III.D.5")));
    }
    if on > today {
        return Err(Refusal::field("held_on", Text::new("dialogue-not-yet-held")));
    }
    if dialogue.said(Part::Result).is_empty() {
        return Err(Refusal::field(Part::Result.code(), Text::new("dialogue-needs-result")));
    }
    if dialogue.reported() && dialogue.said(Part::Conclusion).is_empty() {
        return Err(Refusal::field(Part::Conclusion.code(), Text::new("dialogue-needs-conclusion")));
    }
    dialogue.held_on = Some(on);
    dialogue.adjust = adjust && dialogue.kind == Kind::Bimbingan;
    Ok(dialogue)
}

/// The talk is called off.
pub fn cancel(mut dialogue: Dialogue, at: DateTime<Utc>) -> Result<Dialogue, Refusal> {
    planned(&dialogue)?;
    dialogue.cancelled_at = Some(at);
    Ok(dialogue)
}

/// A counsellor is appointed: independent of those who rate the employee (Bab III.D.5).
pub fn appoint(mut dialogue: Dialogue, counsellor: EmployeeId, on: NaiveDate) -> Result<Dialogue, Refusal> {
    planned(&dialogue)?;
    let concerned = [Some(dialogue.employee), Some(dialogue.rater), dialogue.superior];
    if concerned.contains(&Some(counsellor)) {
        let refusal = Refusal::rule(Text::new("dialogue-counsellor-independent"));
        return Err(refusal.cited(permenpanrb("Bab III.D.5")).next(Text::new("dialogue-counsellor-other")));
    }
    if dialogue.partner.is_some_and(|before| before != counsellor) && dialogue.revisions[Side::Partner as usize] > 0 {
        return Err(Refusal::rule(Text::new("dialogue-counsellor-has-begun")));
    }
    dialogue.partner = Some(counsellor);
    dialogue.on = Some(on);
    Ok(dialogue)
}

/// Something is agreed: by one of the two, within a talk that was not called off, not due before the day of asking.
pub fn agree(dialogue: &Dialogue, followup: &Followup, today: NaiveDate) -> Result<(), Refusal> {
    if dialogue.state() == State::Dibatalkan {
        return Err(Refusal::rule(Text::new("dialogue-is-cancelled")));
    }
    let mut errors = Vec::new();
    if followup.what.trim().is_empty() {
        errors.push(FieldError::new("what", Text::new("dialogue-followup-empty")));
    }
    if dialogue.side(followup.owner).is_none() {
        errors.push(FieldError::new("owner", Text::new("dialogue-followup-owner")));
    }
    if followup.due < today {
        errors.push(FieldError::new("due", Text::new("dialogue-followup-past")));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}
