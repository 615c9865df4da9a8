//! Pelatihan: the catalogue of programmes, the dates on which they are held, who is put forward and admitted, what people
//! followed (R15, R17, R18).
//!
//! Not here: where somebody is weak ([`crate::development::profile`]); what follows from a result by rule
//! ([`crate::followup`]). Read first: this file; then [`nominate`] (from a name put forward to attendance), [`record`] (what
//! was followed, with its certificate), [`recommend`] (from a weak skill to programmes), [`need`] (the whole agency within a
//! budget), [`siasn`] (records in the shape of SIASN).

pub mod need;
pub mod nominate;
pub mod recommend;
pub mod record;
pub mod siasn;
#[cfg(test)]
mod tests;

use crate::{
    decision::{FieldError, Refusal, Text},
    ids::{TrainingId, TrainingSessionId},
    time::DateRange,
};
use chrono::NaiveDate;
pub use nominate::Nomination;
pub use record::Record;
use serde::{Deserialize, Serialize};

/// Longest code of a programme, in characters.
pub const MAX_CODE: usize = 40;
/// Most hours of one programme.
pub const MOST_HOURS: u32 = 2_000;
/// Most people in one session.
pub const MOST_PEOPLE: u32 = 10_000;
/// Highest price for one person, in rupiah.
pub const MOST_COST: i64 = 1_000_000_000;

/// Kind of training (PerLAN 10/2018: klasikal and nonklasikal).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Pelatihan kepemimpinan, manajerial.
    Manajerial,
    /// Pelatihan teknis.
    Teknis,
    /// Pelatihan fungsional.
    Fungsional,
    /// Pelatihan sosial kultural.
    SosialKultural,
    /// Seminar, lokakarya, sosialisasi.
    Seminar,
    /// Kursus, penataran.
    Kursus,
    /// Pelatihan jarak jauh.
    Elearning,
    /// Magang, detasering, pertukaran.
    Magang,
    /// Coaching, mentoring, bimbingan di tempat kerja.
    Bimbingan,
    /// Belajar mandiri, komunitas belajar.
    Mandiri,
}

impl Kind {
    /// Every kind with its code in files and the database.
    pub const CODES: [(&'static str, Self); 10] = [
        ("manajerial", Self::Manajerial),
        ("teknis", Self::Teknis),
        ("fungsional", Self::Fungsional),
        ("sosial_kultural", Self::SosialKultural),
        ("seminar", Self::Seminar),
        ("kursus", Self::Kursus),
        ("elearning", Self::Elearning),
        ("magang", Self::Magang),
        ("bimbingan", Self::Bimbingan),
        ("mandiri", Self::Mandiri),
    ];

    /// Its code.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, kind)| *kind == self).map(|(code, _)| *code).expect("every kind has a code")
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, kind)| *kind)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Manajerial => "training-kind-manajerial",
            Self::Teknis => "training-kind-teknis",
            Self::Fungsional => "training-kind-fungsional",
            Self::SosialKultural => "training-kind-sosial-kultural",
            Self::Seminar => "training-kind-seminar",
            Self::Kursus => "training-kind-kursus",
            Self::Elearning => "training-kind-elearning",
            Self::Magang => "training-kind-magang",
            Self::Bimbingan => "training-kind-bimbingan",
            Self::Mandiri => "training-kind-mandiri",
        })
    }

    /// In a classroom?
    pub const fn classical(self) -> bool {
        matches!(
            self,
            Self::Manajerial | Self::Teknis | Self::Fungsional | Self::SosialKultural | Self::Seminar | Self::Kursus
        )
    }
}

/// A programme of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its id.
    pub id: TrainingId,
    /// The agency's own code, unique within it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Who gives it.
    pub provider: String,
    /// Hours of learning (JP).
    pub hours: u32,
    /// Price for one person, in rupiah.
    pub cost: i64,
    /// People in one session.
    pub capacity: u32,
    /// What it builds: criteria of the scheme, with the level it leads to.
    pub builds: Vec<Build>,
    /// What it is about, in words.
    pub about: String,
    /// No longer offered.
    pub retired: bool,
    /// Counts each save.
    pub revision: i64,
}

/// A competence a programme builds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Build {
    /// The criterion, by code.
    pub criterion: String,
    /// The level it leads to.
    pub level: u8,
}

impl Program {
    /// The level it leads to in a competence.
    pub fn builds(&self, criterion: &str) -> Option<u8> {
        self.builds.iter().find(|build| build.criterion == criterion).map(|build| build.level)
    }
}

/// When a programme is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: TrainingSessionId,
    /// The programme.
    pub program: TrainingId,
    /// First and last day.
    pub dates: DateRange,
    /// Where.
    pub place: String,
    /// People.
    pub capacity: u32,
    /// The day it was called off.
    pub cancelled_on: Option<NaiveDate>,
}

impl Session {
    /// Its last day.
    pub fn last_day(&self) -> NaiveDate {
        self.dates.until.unwrap_or(self.dates.from)
    }

    /// Can somebody still be put forward on this day?
    pub fn takes(&self, today: NaiveDate) -> bool {
        self.cancelled_on.is_none() && today < self.dates.from
    }
}

/// Does a programme say what it must? `levels` are those of the scheme's scale; `known` are its criteria.
pub fn check(program: &Program, known: &[&str], levels: u8) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    let mut wrong = |field: &str, says: Text| errors.push(FieldError::new(field, says));
    for (field, text) in [("code", &program.code), ("name", &program.name), ("provider", &program.provider)] {
        if text.trim().is_empty() {
            wrong(field, Text::new("training-missing"));
        }
    }
    if program.code.chars().count() > MAX_CODE {
        wrong("code", Text::new("training-code-long").with("max", MAX_CODE as i64));
    }
    if program.hours == 0 || program.hours > MOST_HOURS {
        wrong("hours", Text::new("training-hours-range").with("max", MOST_HOURS));
    }
    if program.capacity == 0 || program.capacity > MOST_PEOPLE {
        wrong("capacity", Text::new("training-capacity-range").with("max", MOST_PEOPLE));
    }
    if !(0..=MOST_COST).contains(&program.cost) {
        wrong("cost", Text::new("training-cost-range"));
    }
    for build in &program.builds {
        if !known.contains(&build.criterion.as_str()) {
            wrong("builds", Text::new("training-criterion-unknown").with("criterion", build.criterion.as_str()));
        } else if build.level == 0 || build.level > levels {
            wrong("builds", Text::new("training-level-range").with("max", u32::from(levels)));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// Does a session say what it must?
pub fn check_session(session: &Session, today: NaiveDate) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    if session.dates.until.is_some_and(|until| until < session.dates.from) {
        errors.push(FieldError::new("until", Text::new("training-ends-before")));
    }
    if session.dates.from <= today {
        errors.push(FieldError::new("from", Text::new("training-begins-past")));
    }
    if session.capacity == 0 || session.capacity > MOST_PEOPLE {
        let says = Text::new("training-capacity-range").with("max", MOST_PEOPLE);
        errors.push(FieldError::new("capacity", says));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}
