//! Talks: dialog kinerja (Ps 17), bimbingan (coaching, mentoring) and konseling (Ps 21, Bab III.D). One kind of record: why,
//! an agenda, the words of each side, what was agreed and by when.
//!
//! Not here: single remarks ([`crate::feedback::during`]), answers to a report ([`crate::progress`]).
//! Read first: this file; then `parts` (who writes which words and who reads them), `steps` (what may happen when),
//! `due` (when a talk is proposed), `trace` (what the journal keeps).

pub mod due;
pub mod parts;
pub mod steps;
#[cfg(test)]
mod tests;
pub mod trace;

use crate::{
    decision::Text,
    ids::{DialogueId, EmployeeId, EvaluationId, FollowupId, SkpId},
};
use chrono::{DateTime, NaiveDate, Utc};
pub use parts::{Part, Side};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What kind of talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Between employee and rater, at any time (Ps 17(1), Bab III.C).
    Dialog,
    /// Coaching or mentoring where results lag (Ps 21; Bab III.D.1-4).
    Bimbingan,
    /// On behaviour; individual and confidential (Ps 21; Bab III.D.5).
    Konseling,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Dialog, Self::Bimbingan, Self::Konseling];

    /// Code in forms and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dialog => "dialog",
            Self::Bimbingan => "bimbingan",
            Self::Konseling => "konseling",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Dialog => "dialogue-kind-dialog",
            Self::Bimbingan => "dialogue-kind-bimbingan",
            Self::Konseling => "dialogue-kind-konseling",
        })
    }

    /// Do its words stay between two people (Bab III.D.5)?
    pub const fn confidential(self) -> bool {
        matches!(self, Self::Konseling)
    }
}

/// One point of the agenda, frozen when the talk was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// What to talk about.
    pub says: Text,
    /// Where it can be read; empty for words of one's own.
    pub link: String,
}

impl Topic {
    /// Words of one's own.
    pub fn own(words: &str) -> Self {
        Self { says: Text::new("dialogue-topic-own").with("words", words), link: String::new() }
    }
}

/// A talk. It cannot be written as JSON, so that it cannot slip into the journal whole: see [`trace::Trace`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialogue {
    /// Its id.
    pub id: DialogueId,
    /// What kind.
    pub kind: Kind,
    /// The employee.
    pub employee: EmployeeId,
    /// The other side: rater, coach, counsellor; `None` while a counsellor is to be appointed.
    pub partner: Option<EmployeeId>,
    /// Pejabat Penilai Kinerja when it was opened.
    pub rater: EmployeeId,
    /// The rater's superior then.
    pub superior: Option<EmployeeId>,
    /// The plan that ran.
    pub skp: Option<SkpId>,
    /// The result it follows from.
    pub evaluation: Option<EvaluationId>,
    /// Who opened it.
    pub opened_by: EmployeeId,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// The day it is planned for.
    pub on: Option<NaiveDate>,
    /// The day it took place.
    pub held_on: Option<NaiveDate>,
    /// When it was called off.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// What to talk about.
    pub agenda: Vec<Topic>,
    /// What was written, part by part.
    pub words: BTreeMap<Part, String>,
    /// Bimbingan: indicators or targets are to be adjusted, so the plan is to be clarified (B.1.6).
    pub adjust: bool,
    /// How often each side has saved: employee, partner. Two windows of one person are told apart by it.
    pub revisions: [i64; 2],
}

/// Where a talk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A counsellor is to be appointed.
    Menunggu,
    /// Planned.
    Direncanakan,
    /// It took place; what was said stands.
    Selesai,
    /// Called off.
    Dibatalkan,
}

impl State {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Menunggu => "dialogue-state-menunggu",
            Self::Direncanakan => "dialogue-state-direncanakan",
            Self::Selesai => "dialogue-state-selesai",
            Self::Dibatalkan => "dialogue-state-dibatalkan",
        })
    }
}

impl Dialogue {
    /// Where it is, computed from what happened.
    pub fn state(&self) -> State {
        if self.cancelled_at.is_some() {
            State::Dibatalkan
        } else if self.held_on.is_some() {
            State::Selesai
        } else if self.partner.is_none() {
            State::Menunggu
        } else {
            State::Direncanakan
        }
    }

    /// Was a problem of behaviour reported by the rater (B.1.10), rather than a talk asked for by the employee?
    pub fn reported(&self) -> bool {
        self.kind == Kind::Konseling && self.opened_by != self.employee
    }

    /// On which side somebody sits.
    pub fn side(&self, who: EmployeeId) -> Option<Side> {
        if who == self.employee {
            Some(Side::Employee)
        } else if self.partner == Some(who) {
            Some(Side::Partner)
        } else {
            None
        }
    }

    /// What was written in a part; empty if nothing.
    pub fn said(&self, part: Part) -> &str {
        self.words.get(&part).map_or("", String::as_str)
    }
}

/// Something agreed: who does what by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followup {
    /// Its id.
    pub id: FollowupId,
    /// The talk.
    pub dialogue: DialogueId,
    /// What.
    pub what: String,
    /// Who.
    pub owner: EmployeeId,
    /// By when.
    pub due: NaiveDate,
    /// Done on.
    pub done_on: Option<NaiveDate>,
}
