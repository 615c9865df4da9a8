//! What is asked about, and when: services of a unit, and periods of the survey.

use super::{Weight, law};
use crate::{
    decision::{FieldError, Refusal, Text},
    ids::{RoundId, ServiceId, UnitId},
    time::DateRange,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A question of the agency's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Short name, `antre`: column of files, part of a tally.
    pub code: String,
    /// What is asked.
    pub text: String,
    /// Answered with 1 to 4; else in words.
    pub scale: bool,
}

impl Question {
    /// Its field in the form.
    pub fn field(&self) -> String {
        format!("tambahan.{}", self.code)
    }
}

/// Something the public comes for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// Which unit gives it.
    pub unit: UnitId,
    /// Its place in the public address: `kartu-keluarga`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// People who use it in one period, as a rule: decides the smallest sample.
    pub users: u32,
    /// One answer for each ticket handed out?
    pub tickets: bool,
    /// Most answers a minute through the public page.
    pub pace: u32,
    /// Opens the page of the device at the counter.
    pub kiosk_key: String,
    /// The agency's own questions, after the nine.
    pub questions: Vec<Question>,
    /// Not given any more.
    pub retired: bool,
}

/// Most questions of an agency's own (certainty: assumption; a form of nine stays short).
pub const MOST_QUESTIONS: usize = 5;

impl Service {
    /// What is wrong with it as typed. `taken`: another service has this code.
    pub fn check(&self, taken: bool) -> Vec<FieldError> {
        let mut errors = Vec::new();
        if self.name.is_empty() {
            errors.push(FieldError::new("name", Text::new("survey-service-name-missing")));
        }
        if !is_slug(&self.code) {
            errors.push(FieldError::new("code", Text::new("survey-service-code-form")));
        } else if taken {
            errors.push(FieldError::new("code", Text::new("survey-service-code-taken")));
        }
        if self.users == 0 {
            errors.push(FieldError::new("users", Text::new("survey-service-users-missing")));
        }
        if self.pace == 0 {
            errors.push(FieldError::new("pace", Text::new("survey-service-pace-missing")));
        }
        if self.questions.len() > MOST_QUESTIONS {
            let says = Text::new("survey-questions-many").with("max", MOST_QUESTIONS as i64);
            errors.push(FieldError::new("questions", says));
        }
        let twice = |at: usize| self.questions[..at].iter().any(|other| other.code == self.questions[at].code);
        if (0..self.questions.len()).any(|at| !is_slug(&self.questions[at].code) || twice(at)) {
            errors.push(FieldError::new("questions", Text::new("survey-questions-form")));
        }
        errors
    }
}

/// Small letters, digits and hyphens: what an address is made of.
pub fn is_slug(code: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (2..=60).contains(&code.len()) && code.chars().all(allowed) && !code.starts_with('-') && !code.ends_with('-')
}

/// A name as an address: `Dinas Kependudukan & Catatan Sipil` is `dinas-kependudukan-catatan-sipil`.
pub fn slug(name: &str) -> String {
    let plain = name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), " ");
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

/// A period of the survey, for all services that take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// `Semester I 2026`.
    pub name: String,
    /// First and last day for answers.
    pub dates: DateRange,
    /// What an element weighs.
    pub weight: Weight,
    /// Results and groups of fewer are not published.
    pub smallest: u32,
    /// Makes digests of this period unlike those of any other. Never shown, never journalled.
    #[serde(skip)]
    pub salt: String,
    /// When it was closed by somebody.
    pub closed_at: Option<DateTime<Utc>>,
}

/// A service that takes part in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which period.
    pub round: RoundId,
    /// Which service.
    pub service: ServiceId,
    /// How many use it in this period, as it was estimated when the period was opened.
    pub population: u32,
}

/// How a period stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its first day is still to come.
    Coming,
    /// Answers are taken.
    Open,
    /// Its last day is over: sheets of paper may still be typed in.
    Over,
    /// Closed: the result stands.
    Closed,
}

impl State {
    /// Its words.
    pub const fn label(self) -> Text {
        match self {
            Self::Coming => Text::new("survey-state-coming"),
            Self::Open => Text::new("survey-state-open"),
            Self::Over => Text::new("survey-state-over"),
            Self::Closed => Text::new("survey-state-closed"),
        }
    }
}

impl Round {
    /// How it stands on a day.
    pub fn state(&self, on: NaiveDate) -> State {
        match (self.closed_at, self.dates) {
            (Some(_), _) => State::Closed,
            (None, dates) if on < dates.from => State::Coming,
            (None, dates) if dates.contains(on) => State::Open,
            (None, _) => State::Over,
        }
    }

    /// May an answer be taken? `by_staff`: from paper or a file, whose day may be over already.
    pub fn takes(&self, on: NaiveDate, by_staff: bool) -> Result<(), Refusal> {
        let refuse = |says| Err(Refusal::rule(says).cited(law("Lampiran Bab II")));
        match self.state(on) {
            State::Open => Ok(()),
            State::Over if by_staff => Ok(()),
            State::Coming => refuse(Text::new("survey-not-yet").with("from", self.dates.from)),
            State::Over | State::Closed => refuse(Text::new("survey-closed").with("name", self.name.as_str())),
        }
    }

    /// What is wrong with it as typed, beside the other periods.
    pub fn check(&self, others: &[Self]) -> Vec<FieldError> {
        let mut errors = Vec::new();
        if self.name.is_empty() {
            errors.push(FieldError::new("name", Text::new("survey-round-name-missing")));
        }
        if self.dates.until.is_none_or(|until| until < self.dates.from) {
            errors.push(FieldError::new("until", Text::new("survey-round-until")));
        } else if let Some(other) = others.iter().find(|one| one.id != self.id && one.dates.overlaps(self.dates)) {
            let says = Text::new("survey-round-overlaps").with("name", other.name.as_str());
            errors.push(FieldError::new("from", says));
        }
        if !(5..=100).contains(&self.smallest) {
            errors.push(FieldError::new("smallest", Text::new("survey-round-smallest")));
        }
        errors
    }
}
