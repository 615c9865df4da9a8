//! What somebody followed: from a session of the catalogue or elsewhere, with its certificate. Only what the office verified
//! counts for the yearly hours.

use super::Kind;
use crate::{
    decision::{FieldError, Refusal, Text},
    evidence::Item,
    ids::{EmployeeId, TrainingId, TrainingNominationId, TrainingRecordId},
    time::DateRange,
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A training somebody followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its id.
    pub id: TrainingRecordId,
    /// Who.
    pub employee: EmployeeId,
    /// The nomination it comes from, if it was a session of the catalogue.
    pub nomination: Option<TrainingNominationId>,
    /// The programme, if it is one of the catalogue.
    pub program: Option<TrainingId>,
    /// Its name as on the certificate.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Who gave it.
    pub provider: String,
    /// Hours of learning (JP).
    pub hours: u32,
    /// When.
    pub dates: DateRange,
    /// Passed, where there was something to pass.
    pub passed: Option<bool>,
    /// The certificate.
    pub certificate: Option<Certificate>,
    /// Who recorded it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who verified it, and when; `None` while it does not count.
    pub verified: Option<(EmployeeId, DateTime<Utc>)>,
    /// Why it was not verified.
    pub refused: Option<String>,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its number.
    pub number: String,
    /// The last day it is valid; `None` for good.
    pub valid_until: Option<NaiveDate>,
    /// The file.
    pub file: Option<Item>,
}

/// Is a certificate valid on a day?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// Yes, for good or until its day.
    Valid,
    /// Its day is over.
    Lapsed,
    /// There is no certificate.
    None,
}

impl Record {
    /// The year its hours count in: that of its last day.
    pub fn year(&self) -> i32 {
        self.dates.until.unwrap_or(self.dates.from).year()
    }

    /// Do its hours count?
    pub fn counts(&self) -> bool {
        self.verified.is_some() && self.passed != Some(false)
    }

    /// Its certificate on a day.
    pub fn validity(&self, today: NaiveDate) -> Validity {
        match &self.certificate {
            None => Validity::None,
            Some(certificate) if certificate.valid_until.is_some_and(|until| until < today) => Validity::Lapsed,
            Some(_) => Validity::Valid,
        }
    }
}

/// Verified hours of a year.
pub fn hours_of_year<'a>(records: impl IntoIterator<Item = &'a Record>, year: i32) -> u32 {
    records.into_iter().filter(|record| record.counts() && record.year() == year).map(|record| record.hours).sum()
}

/// Does a record say what it must? `lapsed`: whoever records it knows that the certificate's day is over.
pub fn check(record: &Record, lapsed: bool, today: NaiveDate) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    let mut wrong = |field: &str, says: Text| errors.push(FieldError::new(field, says));
    for (field, text) in [("name", &record.name), ("provider", &record.provider)] {
        if text.trim().is_empty() {
            wrong(field, Text::new("training-missing"));
        }
    }
    if record.hours == 0 || record.hours > super::MOST_HOURS {
        wrong("hours", Text::new("training-hours-range").with("max", super::MOST_HOURS));
    }
    let last = record.dates.until.unwrap_or(record.dates.from);
    if last < record.dates.from {
        wrong("until", Text::new("training-ends-before"));
    } else if last > today {
        wrong("until", Text::new("training-not-over"));
    }
    if let Some(certificate) = &record.certificate {
        if certificate.number.trim().is_empty() {
            wrong("number", Text::new("training-certificate-number"));
        }
        if let Some(until) = certificate.valid_until.filter(|until| *until < today && !lapsed) {
            wrong("valid_until", Text::new("training-certificate-lapsed").with("on", until));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// The office verifies it, or says why not.
pub fn verify(before: &Record, by: EmployeeId, at: DateTime<Utc>, refused: Option<String>) -> Result<Record, Refusal> {
    if before.verified.is_some() || before.refused.is_some() {
        return Err(Refusal::rule(Text::new("training-verified-already")));
    }
    if by == before.employee {
        return Err(Refusal::rule(Text::new("training-not-on-oneself")));
    }
    match refused {
        Some(why) if why.trim().chars().count() < super::nominate::MIN_REASON => {
            let says = Text::new("training-reason-short").with("min", super::nominate::MIN_REASON as i64);
            Err(Refusal::field("reason", says))
        }
        Some(why) => Ok(Record { refused: Some(why), ..before.clone() }),
        None => Ok(Record { verified: Some((by, at)), ..before.clone() }),
    }
}
