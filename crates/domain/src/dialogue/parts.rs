//! The words of a talk, part by part: in which kind, who writes them, and which permission reading them takes.
//! The parts of bimbingan are those of form B.1.6, those of a reported problem those of B.1.10.

use super::{Dialogue, Kind};
use crate::{
    account::Actor,
    decision::{FieldError, Text},
    permissions::{Action, Facts, may},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A side of a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The employee.
    Employee,
    /// Rater, coach or counsellor.
    Partner,
}

/// Who writes a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// Whoever opens the talk, when opening it.
    Opener,
    /// The rater who reports a problem, when reporting it.
    Reporter,
    /// One side, until the talk is over.
    Side(Side),
}

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $writer:expr, $kinds:expr, $reads:ident;)*) => {
        /// A part of what is written.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Part {
            $($(#[$doc])* $name,)*
        }

        impl Part {
            /// Every part, in the order of reading.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Code in forms and the database.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// Who writes it.
            pub const fn writer(self) -> Writer {
                match self { $(Self::$name => $writer),* }
            }

            /// In which kinds of talk.
            pub const fn kinds(self) -> &'static [Kind] {
                match self { $(Self::$name => $kinds),* }
            }

            /// What reading it takes in konseling, the one kind that is confidential.
            const fn secrecy(self) -> Action {
                match self { $(Self::$name => Action::$reads),* }
            }
        }
    };
}

use Kind::{Bimbingan, Dialog, Konseling};
const EMPLOYEE: Writer = Writer::Side(Side::Employee);
const PARTNER: Writer = Writer::Side(Side::Partner);

parts! {
    /// Why; in a reported problem of behaviour the problem itself (B.1.10).
    Reason = "reason", Writer::Opener, &[Dialog, Bimbingan, Konseling], CounsellingReport;
    /// B.1.10: the leader's special expectation, if any.
    Expectation = "expectation", Writer::Reporter, &[Konseling], CounsellingReport;
    /// B.1.10: does it happen with others too?
    Elsewhere = "elsewhere", Writer::Reporter, &[Konseling], CounsellingReport;
    /// B.1.10: what the rater has done so far.
    Tried = "tried", Writer::Reporter, &[Konseling], CounsellingReport;
    /// B.1.6 tujuan: how the target is to be reached.
    Goal = "goal", EMPLOYEE, &[Bimbingan], CounsellingRead;
    /// B.1.6 fakta: progress so far.
    Progress = "progress", EMPLOYEE, &[Bimbingan], CounsellingRead;
    /// B.1.6 fakta: problem or obstacle.
    Problem = "problem", EMPLOYEE, &[Bimbingan], CounsellingRead;
    /// B.1.6 fakta: its cause.
    Cause = "cause", EMPLOYEE, &[Bimbingan], CounsellingRead;
    /// B.1.6 peluang: what the employee could do.
    Options = "options", EMPLOYEE, &[Bimbingan], CounsellingRead;
    /// Notes of the employee.
    Employee = "employee", EMPLOYEE, &[Dialog, Konseling], CounsellingRead;
    /// Notes of the other side.
    Partner = "partner", PARTNER, &[Dialog, Bimbingan, Konseling], CounsellingRead;
    /// What came of it.
    Result = "result", PARTNER, &[Dialog, Bimbingan, Konseling], CounsellingRead;
    /// The record for those the regulation names: worded for the rater and the rater's superior (Bab III.D.5).
    Conclusion = "conclusion", PARTNER, &[Konseling], CounsellingConclusion;
}

impl Part {
    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.code() == code)
    }

    /// What reading it takes. Nobody but the two learns the reason of a talk the employee asked for.
    pub fn needs(self, dialogue: &Dialogue) -> Action {
        match (dialogue.kind.confidential(), dialogue.reported()) {
            (false, _) => Action::DialogueRead,
            (true, true) => self.secrecy(),
            (true, false) => Action::CounsellingRead,
        }
    }

    /// The parts a side writes in a talk of this kind, in order.
    pub fn of_side(dialogue: &Dialogue, side: Side) -> impl Iterator<Item = Self> {
        let (kind, reported) = (dialogue.kind, dialogue.reported());
        Self::ALL.iter().copied().filter(move |part| {
            part.writer() == Writer::Side(side)
                && part.kinds().contains(&kind)
                && (*part != Self::Conclusion || reported)
        })
    }

    /// The parts written when a talk is opened; `reports` by a rater about behaviour.
    pub fn of_opening(kind: Kind, reports: bool) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |part| {
            part.kinds().contains(&kind)
                && (part.writer() == Writer::Opener || reports && part.writer() == Writer::Reporter)
        })
    }

    /// Its heading for people.
    pub fn label(self, kind: Kind, reported: bool) -> Text {
        Text::new(match self {
            Self::Reason if reported => "dialogue-part-behaviour",
            Self::Reason => "dialogue-part-reason",
            Self::Expectation => "dialogue-part-expectation",
            Self::Elsewhere => "dialogue-part-elsewhere",
            Self::Tried => "dialogue-part-tried",
            Self::Goal => "dialogue-part-goal",
            Self::Progress => "dialogue-part-progress",
            Self::Problem => "dialogue-part-problem",
            Self::Cause => "dialogue-part-cause",
            Self::Options => "dialogue-part-options",
            Self::Employee => "dialogue-part-employee",
            Self::Partner if kind == Konseling => "dialogue-part-counsellor",
            Self::Partner => "dialogue-part-partner",
            Self::Result => "dialogue-part-result",
            Self::Conclusion => "dialogue-part-conclusion",
        })
    }
}

/// The talk as somebody may read it: parts that are not for them are gone, agenda included. What is left may be
/// nothing but that it takes place.
#[must_use]
pub fn shown_to(mut dialogue: Dialogue, actor: &Actor, facts: &Facts) -> Dialogue {
    let reads = |action| may(actor, action, facts).is_ok();
    let kept: BTreeMap<Part, String> = dialogue
        .words
        .iter()
        .filter(|(part, _)| reads(part.needs(&dialogue)))
        .map(|(part, words)| (*part, words.clone()))
        .collect();
    if !reads_all(&dialogue, actor, facts) {
        dialogue.agenda.clear();
        dialogue.evaluation = None;
        dialogue.adjust = false;
    }
    dialogue.words = kept;
    dialogue
}

/// Is this person told everything, agenda and follow-ups included?
pub fn reads_all(dialogue: &Dialogue, actor: &Actor, facts: &Facts) -> bool {
    let action = if dialogue.kind.confidential() { Action::CounsellingRead } else { Action::DialogueRead };
    may(actor, action, facts).is_ok()
}

/// May this person know that the talk takes place?
pub fn knows_of(dialogue: &Dialogue, actor: &Actor, facts: &Facts) -> bool {
    reads_all(dialogue, actor, facts)
        || dialogue.kind.confidential()
            && (may(actor, Action::CounsellingList, facts).is_ok()
                || dialogue.reported() && may(actor, Action::CounsellingConclusion, facts).is_ok())
}

/// Shortest reason of use, in characters (certainty: assumption).
pub const MIN_REASON: usize = 15;

/// What must be said when a talk is opened.
pub fn check_opening(kind: Kind, reports: bool, words: &BTreeMap<Part, String>) -> Vec<FieldError> {
    let length = |part: Part| words.get(&part).map_or(0, |said| said.trim().chars().count());
    let mut errors = Vec::new();
    if kind != Kind::Dialog && length(Part::Reason) < MIN_REASON {
        let says = Text::new("dialogue-reason-too-short").with("min", MIN_REASON as i64);
        errors.push(FieldError::new(Part::Reason.code(), says));
    }
    if reports && length(Part::Tried) < MIN_REASON {
        let says = Text::new("dialogue-tried-too-short").with("min", MIN_REASON as i64);
        errors.push(FieldError::new(Part::Tried.code(), says));
    }
    errors
}
