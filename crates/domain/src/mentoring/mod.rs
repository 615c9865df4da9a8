//! Pendampingan: when results are weak, weaknesses are found together with the employee, somebody strong there stands by, steps are
//! taken with dates, and at the review a person says how it went (R16; PermenPANRB 6/2022 Ps 21, Bab III.D; B.1.7-B.1.9).
//!
//! Two kinds: mentoring (a colleague helps) and an improvement plan (*rencana perbaikan*: what the law may provide later, and the
//! chances that come before it). Not here: single talks ([`crate::dialogue`]), training. Read first: this file; then [`pairing`]
//! (who may stand by whom), [`course`] (steps, meetings, fair chances, the end).

pub mod course;
pub mod pairing;
#[cfg(test)]
mod tests;

use crate::{
    decision::{FieldError, Reason, Text},
    ids::{EmployeeId, MentoringId, MentoringMeetingId, MentoringStepId},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Shortest reason of use, in characters (certainty: assumption, as for feedback).
pub const MIN_REASON: usize = crate::feedback::MIN_CHARS;

/// What kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A colleague who is strong where the employee is weak stands by.
    Mentoring,
    /// A plan to improve, before anything else may follow from a poor result.
    Perbaikan,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Mentoring, Self::Perbaikan];

    /// Code in forms and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mentoring => "mentoring",
            Self::Perbaikan => "perbaikan",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Mentoring => "mentoring-kind-mentoring",
            Self::Perbaikan => "mentoring-kind-perbaikan",
        })
    }
}

/// Limits of mentoring, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// People one mentor may stand by at a time.
    pub load: u32,
    /// How much stronger than the mentee a mentor is, in hundredths of a level.
    pub gap: i64,
    /// Months a chance to improve lasts at least.
    pub months: u32,
    /// Meetings a chance to improve has at least.
    pub meetings: u32,
}

/// A weakness, in words; from a criterion of the scheme or of somebody's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weakness {
    /// The criterion, where there is one.
    pub criterion: Option<String>,
    /// In words.
    pub says: String,
}

/// What the employee said to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// What they see themselves.
    pub says: String,
    /// What would help.
    pub help: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Better: the employee goes on alone.
    Membaik,
    /// Not yet better, after every fair chance: those entitled decide what follows.
    Belum,
    /// Called off: transfer, retirement, opened by mistake.
    Dihentikan,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Membaik, Self::Belum, Self::Dihentikan];

    /// Code in forms and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Membaik => "membaik",
            Self::Belum => "belum",
            Self::Dihentikan => "dihentikan",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Membaik => "mentoring-outcome-membaik",
            Self::Belum => "mentoring-outcome-belum",
            Self::Dihentikan => "mentoring-outcome-dihentikan",
        })
    }
}

/// The end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// How.
    pub outcome: Outcome,
    /// What is seen, with examples.
    pub says: String,
    /// Who said so.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// One case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its id.
    pub id: MentoringId,
    /// What kind.
    pub kind: Kind,
    /// Of whom.
    pub employee: EmployeeId,
    /// Pejabat Penilai Kinerja when it was opened.
    pub rater: Option<EmployeeId>,
    /// The rater's superior then.
    pub superior: Option<EmployeeId>,
    /// The proposal it was opened from, where there was one.
    pub proposal: Option<Uuid>,
    /// The rule with its years, frozen, where one said so.
    pub because: Option<Reason>,
    /// Why, in words of whoever opened it.
    pub reason: String,
    /// What was seen as weak.
    pub weaknesses: Vec<Weakness>,
    /// What the employee said; nothing begins before.
    pub heard: Option<Heard>,
    /// Who stands by.
    pub mentor: Option<EmployeeId>,
    /// Why this one, frozen.
    pub matched: Option<Reason>,
    /// First day.
    pub from: NaiveDate,
    /// The day it is looked back on.
    pub review_on: NaiveDate,
    /// The end.
    pub exit: Option<Exit>,
    /// Who opened it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Counts every change.
    pub revision: i64,
}

/// Where a case is, computed from what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The employee has not spoken yet.
    Didengar,
    /// Somebody to stand by is looked for.
    Mencari,
    /// Steps are taken.
    Berjalan,
    /// The day of the review has come.
    Ditinjau,
    /// Over.
    Selesai,
}

impl State {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Didengar => "mentoring-state-didengar",
            Self::Mencari => "mentoring-state-mencari",
            Self::Berjalan => "mentoring-state-berjalan",
            Self::Ditinjau => "mentoring-state-ditinjau",
            Self::Selesai => "mentoring-state-selesai",
        })
    }
}

impl Case {
    /// Where it is on a day.
    pub fn state(&self, today: NaiveDate) -> State {
        if self.exit.is_some() {
            State::Selesai
        } else if self.heard.is_none() {
            State::Didengar
        } else if self.kind == Kind::Mentoring && self.mentor.is_none() {
            State::Mencari
        } else if today >= self.review_on {
            State::Ditinjau
        } else {
            State::Berjalan
        }
    }

    /// Does it go on?
    pub const fn runs(&self) -> bool {
        self.exit.is_none()
    }
}

/// A step to be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its id.
    pub id: MentoringStepId,
    /// The case.
    pub case: MentoringId,
    /// What.
    pub what: String,
    /// By when.
    pub due: NaiveDate,
    /// Done on.
    pub done_on: Option<NaiveDate>,
    /// What came of it.
    pub note: String,
    /// Who laid it down.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// A meeting that took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its id.
    pub id: MentoringMeetingId,
    /// The case.
    pub case: MentoringId,
    /// On which day.
    pub on: NaiveDate,
    /// Where.
    pub place: String,
    /// What it was about.
    pub talked: String,
    /// What comes next.
    pub next: String,
    /// Who wrote it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is wrong with a case as typed.
pub fn check(reason: &str, weaknesses: usize, from: NaiveDate, review_on: NaiveDate) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if reason.trim().chars().count() < MIN_REASON {
        errors.push(FieldError::new("reason", Text::new("mentoring-too-short").with("min", MIN_REASON as i64)));
    }
    if weaknesses == 0 {
        errors.push(FieldError::new("own", Text::new("mentoring-needs-weakness")));
    }
    if review_on <= from {
        errors.push(FieldError::new("review", Text::new("mentoring-review-too-early")));
    }
    errors
}
