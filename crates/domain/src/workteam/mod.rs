//! Tim kerja: people of several units who bring about results together, with a leader, a share each, and a word of
//! each member's rater first (PermenPANRB 6/2022 Bab II.A Tahap 5.f-j; R4, R9).
//!
//! Not here: the people somebody rates (the `team` of the upper floors), members' own plans ([`crate::plan`]), what their
//! leader says to them ([`crate::feedback::during`]). Read first: this file for the nouns; then `members` (who may join and
//! who agrees), `results` (what the team delivers, how far it is), `predikat` (what the team achieved, and why).

pub mod members;
pub mod predikat;
pub mod results;
#[cfg(test)]
mod tests;

use crate::{
    amount::Amount,
    decision::{FieldError, Reason, Text},
    evaluation::{Capaian, Predikat},
    ids::{
        EmployeeId, PeriodId, UnitId, WorkteamEntryId, WorkteamId, WorkteamMemberId, WorkteamRatingId, WorkteamResultId,
    },
    plan::Target,
    time::DateRange,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Shortest reason, in characters: the same as for feedback.
pub const MIN_REASON: usize = crate::feedback::MIN_CHARS;
/// Longest name of a team, in characters (certainty: assumption).
pub const MAX_NAME: usize = 200;

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workteam {
    /// Its id.
    pub id: WorkteamId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// The unit that owns it and whose head says what it achieved; `None` for the whole agency.
    pub unit: Option<UnitId>,
    /// From when until when.
    pub dates: DateRange,
    /// Who set it up.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Its last day, if it was ended by somebody.
    pub ended_on: Option<NaiveDate>,
    /// Counts every change; two people editing are told apart by it.
    pub revision: i64,
}

/// Where a team is, computed from its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Works.
    Berjalan,
    /// Has not begun.
    Direncanakan,
    /// Is over.
    Berakhir,
}

impl State {
    /// Code in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Berjalan => "berjalan",
            Self::Direncanakan => "direncanakan",
            Self::Berakhir => "berakhir",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Berjalan => "workteam-state-berjalan",
            Self::Direncanakan => "workteam-state-direncanakan",
            Self::Berakhir => "workteam-state-berakhir",
        })
    }
}

impl Workteam {
    /// Where it is on a day.
    pub fn state(&self, today: NaiveDate) -> State {
        if self.ended_on.is_some_and(|day| day <= today) || self.dates.until.is_some_and(|day| day < today) {
            State::Berakhir
        } else if today < self.dates.from {
            State::Direncanakan
        } else {
            State::Berjalan
        }
    }

    /// The days it worked: those planned, cut off where somebody ended it. Never shorter than its first day.
    pub fn days(&self) -> DateRange {
        let until = match (self.dates.until, self.ended_on) {
            (Some(planned), Some(ended)) => Some(planned.min(ended)),
            (planned, ended) => planned.or(ended),
        };
        DateRange { from: self.dates.from, until: until.map(|day| day.max(self.dates.from)) }
    }
}

/// What is wrong with a team as typed.
pub fn check(name: &str, purpose: &str, from: NaiveDate, until: Option<NaiveDate>) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if name.trim().is_empty() {
        errors.push(FieldError::new("name", Text::new("workteam-needs-name")));
    } else if name.trim().chars().count() > MAX_NAME {
        errors.push(FieldError::new("name", Text::new("workteam-name-too-long").with("max", MAX_NAME as i64)));
    }
    if purpose.trim().chars().count() < MIN_REASON {
        errors.push(FieldError::new("purpose", Text::new("workteam-needs-purpose").with("min", MIN_REASON as i64)));
    }
    if until.is_some_and(|until| until < from) {
        errors.push(FieldError::new("until", Text::new("workteam-ends-before-it-begins")));
    }
    errors
}

/// As what somebody works in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Ketua tim: leads it. A team has one at a time.
    Ketua,
    /// Anggota.
    Anggota,
}

impl Part {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ketua, Self::Anggota];

    /// Code in forms and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ketua => "ketua",
            Self::Anggota => "anggota",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Ketua => "workteam-part-ketua",
            Self::Anggota => "workteam-part-anggota",
        })
    }
}

/// What the member's rater said to the assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Who: the rater, or the rater's superior; whoever proposed, where nobody else has to be asked.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Agreed?
    pub agreed: bool,
    /// Why not; may be empty when agreed.
    pub reason: String,
}

/// Somebody's part in a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its id.
    pub id: WorkteamMemberId,
    /// The team.
    pub team: WorkteamId,
    /// Who.
    pub employee: EmployeeId,
    /// As what.
    pub part: Part,
    /// Their work in the team, in words; may be empty.
    pub work: String,
    /// Their share of the team's work, in percent (1 to 100); `None` where only words say it.
    pub share: Option<u32>,
    /// From when until when.
    pub dates: DateRange,
    /// Who proposed it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whose word is asked: the rater on the day of the proposal, and of the day while it waits; `None` for somebody nobody
    /// rates.
    pub rater: Option<EmployeeId>,
    /// The rater's superior, who may answer in the rater's place.
    pub superior: Option<EmployeeId>,
    /// What they said.
    pub word: Option<Word>,
    /// The last day, if somebody ended it; a proposal that was taken back has one and no word.
    pub ended_on: Option<NaiveDate>,
}

/// Where somebody's part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Waits for the rater's word.
    Diusulkan,
    /// Agreed.
    Disetujui,
    /// The rater said no.
    Ditolak,
    /// Over, or taken back.
    Selesai,
}

impl Standing {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Diusulkan => "workteam-standing-diusulkan",
            Self::Disetujui => "workteam-standing-disetujui",
            Self::Ditolak => "workteam-standing-ditolak",
            Self::Selesai => "workteam-standing-selesai",
        })
    }
}

/// Something a team is to deliver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamResult {
    /// Its id.
    pub id: WorkteamResultId,
    /// The team.
    pub team: WorkteamId,
    /// What, in the language of results.
    pub text: String,
    /// How much of what; without an amount the words say it.
    pub target: Target,
    /// By when.
    pub due: NaiveDate,
    /// Members who carry it; empty for all of them.
    pub carriers: Vec<EmployeeId>,
    /// Who laid it down.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was taken off the list; what was reported stays.
    pub dropped_on: Option<NaiveDate>,
}

/// A report under a team's result. Added, never overwritten: a correction is another one that names the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamEntry {
    /// Its id.
    pub id: WorkteamEntryId,
    /// The result.
    pub result: WorkteamResultId,
    /// The day it was done.
    pub on: NaiveDate,
    /// Realised amount: to add, or the level reached, as the target's tally says.
    pub amount: Option<Amount>,
    /// What was done.
    pub did: String,
    /// Where it can be seen: a link, a number of a letter; may be empty.
    pub proof: String,
    /// The report this one corrects.
    pub corrects: Option<WorkteamEntryId>,
    /// Who wrote it.
    pub by: EmployeeId,
    /// When the server took it in.
    pub at: DateTime<Utc>,
}

/// What was said of one result in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    /// The result.
    pub result: WorkteamResultId,
    /// Its words at that time.
    pub text: String,
    /// What was achieved.
    pub capaian: Capaian,
    /// Why.
    pub reason: String,
    /// How much of the target was reported by then, in basis points; `None` where it cannot be counted.
    pub share: Option<i64>,
}

/// What a team was found to have achieved in a period, frozen. A later one of the same period takes its place while the
/// period is open; both stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamRating {
    /// Its id.
    pub id: WorkteamRatingId,
    /// The team.
    pub team: WorkteamId,
    /// The period.
    pub period: PeriodId,
    /// Result by result.
    pub rated: Vec<Rated>,
    /// What follows.
    pub predikat: Predikat,
    /// Why.
    pub because: Reason,
    /// Who said so.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}
