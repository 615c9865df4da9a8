//! A leader takes over an intended result after feedback and help brought no progress, with a note that counts in the
//! evaluation (PermenPANRB 6/2022 Ps 20(4)).

use super::{Line, Skp, advice::Advice};
use crate::{
    decision::{Reason, Refusal, Text},
    ids::{EmployeeId, RhkId, SkpId},
    policy::permenpanrb,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One result that was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Takeover {
    /// The plan.
    pub skp: SkpId,
    /// The result.
    pub rhk: RhkId,
    /// The leader.
    pub by: EmployeeId,
    /// What was tried, and why it is taken over.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// May it be taken over? Only what was promised, once, and never without the note.
pub fn may_take_over(skp: &Skp, there: &[Takeover], rhk: RhkId, note: &str) -> Result<(), Refusal> {
    let cite = || permenpanrb("Ps 20(4)");
    if skp.version == 0 || !skp.content.results.iter().any(|result| result.id == rhk) {
        return Err(Refusal::rule(Text::new("plan-take-over-not-promised")).cited(cite()));
    }
    if there.iter().any(|other| other.rhk == rhk) {
        return Err(Refusal::rule(Text::new("plan-take-over-done")).cited(cite()));
    }
    if note.trim().is_empty() {
        return Err(Refusal::field("takeover_note", Text::new("plan-take-over-needs-note")));
    }
    Ok(())
}

impl Takeover {
    /// Beside the result in the plan.
    pub fn beside(&self) -> Advice {
        let says = Text::new("plan-taken-over").with("note", self.note.as_str()).with("at", self.at);
        Advice { line: Line::Rhk(self.rhk), says, cite: permenpanrb("Ps 20(4)") }
    }

    /// Below the result in the reasons of an evaluation.
    pub fn reason(&self) -> Reason {
        let says = Text::new("plan-taken-over").with("note", self.note.as_str()).with("at", self.at);
        Reason::new(says).cited(permenpanrb("Ps 20(4)"))
    }
}
