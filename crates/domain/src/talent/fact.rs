//! What the personnel office records of a career because no row of this system says it: rank, punishment, vacancy, test.

use crate::{
    decision::{FieldError, Text},
    ids::{CareerNoteId, EmployeeId},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Something the personnel office records because no row of this system says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The first day in the present rank (TMT pangkat).
    RankSince,
    /// No punishment under PP 94/2021 is running.
    NoDiscipline,
    /// A vacancy, or a post that is to become vacant, has been named.
    Vacancy,
    /// Passed the test of competence the post asks for.
    CompetenceTest,
}

impl Fact {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::RankSince, Self::NoDiscipline, Self::Vacancy, Self::CompetenceTest];

    /// Code in forms, policies and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RankSince => "rank-since",
            Self::NoDiscipline => "no-discipline",
            Self::Vacancy => "vacancy",
            Self::CompetenceTest => "competence-test",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::RankSince => "talent-fact-rank-since",
            Self::NoDiscipline => "talent-fact-no-discipline",
            Self::Vacancy => "talent-fact-vacancy",
            Self::CompetenceTest => "talent-fact-competence-test",
        })
    }

    /// Is it a day rather than yes or no?
    pub const fn is_day(self) -> bool {
        matches!(self, Self::RankSince)
    }

    /// For how many months it is taken as still so (certainty: assumption); a day stands for good.
    pub(super) const fn months(self) -> Option<u32> {
        match self {
            Self::RankSince => None,
            Self::NoDiscipline => Some(6),
            Self::Vacancy => Some(12),
            Self::CompetenceTest => Some(36),
        }
    }
}

/// What the office recorded; the latest of a fact counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareerNote {
    /// Its id.
    pub id: CareerNoteId,
    /// Of whom.
    pub employee: EmployeeId,
    /// What.
    pub fact: Fact,
    /// Yes or no, for facts that are.
    pub yes: Option<bool>,
    /// The day, for facts that are one; else the day of the paper.
    pub on: NaiveDate,
    /// The paper it was read in.
    pub source: String,
    /// Who recorded it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is wrong with a note as typed.
pub fn check_note(fact: Fact, yes: Option<bool>, on: NaiveDate, source: &str, today: NaiveDate) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if !fact.is_day() && yes.is_none() {
        errors.push(FieldError::new("yes", Text::new("talent-note-yes-or-no")));
    }
    if on > today {
        errors.push(FieldError::new("on", Text::new("talent-note-in-the-future")));
    }
    if source.trim().chars().count() < 5 {
        errors.push(FieldError::new("source", Text::new("talent-note-needs-source")));
    }
    errors
}
