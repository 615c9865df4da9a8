//! A source, what it is kept by, and when its silence is a matter for the office.

use super::{Kind, Measure, tally::Slice};
use crate::{
    amount::Amount,
    decision::{FieldError, Refusal, Text},
    ids::{EmployeeId, EntryId, FeedId, FeedTokenId, IndicatorId, SkpId, UnitId},
    plan::{Indicator, Tally},
    progress::Entry,
    survey::round::is_slug,
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A source of data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: FeedId,
    /// What it is about.
    pub kind: Kind,
    /// The unit that keeps it.
    pub unit: UnitId,
    /// Short name in addresses.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Rows are expected at least every so many days; 0: no rhythm.
    pub rhythm: u32,
    /// Working days for an answer, where a request says none.
    pub answer_days: u32,
    /// Not kept any more.
    pub retired: bool,
}

/// Working days for an answer to a request for information (UU 14/2008 Ps 22(7)).
pub const ANSWER_DAYS: u32 = 10;

impl Source {
    /// What is wrong with it as typed. `taken`: another source has this code.
    pub fn check(&self, taken: bool) -> Vec<FieldError> {
        let mut errors = Vec::new();
        if self.name.trim().is_empty() {
            errors.push(FieldError::new("name", Text::new("feed-name-missing")));
        }
        if !is_slug(&self.code) {
            errors.push(FieldError::new("code", Text::new("feed-code-form")));
        } else if taken {
            errors.push(FieldError::new("code", Text::new("feed-code-taken")));
        }
        if !Kind::KEPT.contains(&self.kind) {
            errors.push(FieldError::new("kind", Text::new("feed-kind-missing")));
        }
        if self.rhythm > 366 {
            errors.push(FieldError::new("rhythm", Text::new("feed-rhythm-long")));
        }
        if self.kind == Kind::Service && !(1..=100).contains(&self.answer_days) {
            errors.push(FieldError::new("answer_days", Text::new("feed-answer-days")));
        }
        errors
    }

    /// Days beyond its rhythm in which nothing came; `None` while it is not silent. `last`: the day something came last, or
    /// since when it has been kept.
    pub fn silent(&self, last: NaiveDate, today: NaiveDate) -> Option<u32> {
        let gone = (today - last).num_days();
        let late = gone - i64::from(self.rhythm);
        (self.rhythm > 0 && !self.retired && late > 0).then_some(late as u32)
    }
}

/// What another system shows to bring in rows of one source. Only its hash is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Its id.
    pub id: FeedTokenId,
    /// The source.
    pub source: FeedId,
    /// For which system.
    pub name: String,
    /// Who made it.
    pub made_by: EmployeeId,
    /// When.
    pub made_at: DateTime<Utc>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Which rows are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of whom or what.
    pub slice: Slice,
    /// First and last day.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Only requests that wait for an answer.
    pub waiting: bool,
}

/// What an indicator of a plan is measured by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The plan.
    pub skp: SkpId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The source.
    pub source: FeedId,
    /// What is read from it.
    pub measure: Measure,
    /// Of which rows.
    pub slice: Slice,
    /// Who named it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Link {
    /// Is the number typed over what is measured? Refused, with where it comes from.
    pub fn no_typing(&self, source: &Source) -> Refusal {
        Refusal::field("amount", Text::new("feed-not-typed").with("source", source.name.as_str()))
    }

    /// What is wrong with it.
    pub fn check(&self, source: &Source) -> Vec<FieldError> {
        let mut errors = Vec::new();
        if self.measure.kind() != source.kind {
            errors.push(FieldError::new("measure", Text::new("feed-measure-other-kind")));
        }
        if source.retired {
            errors.push(FieldError::new("source", Text::new("feed-retired")));
        }
        errors
    }

    /// What an indicator shows as reported: the words people wrote, without numbers typed before there was a source, and one
    /// number for each month from the source.
    pub fn reported(&self, indicator: &Indicator, typed: &[Entry], measured: &[(NaiveDate, Amount)]) -> Vec<Entry> {
        let wordy = typed.iter().filter(|entry| entry.indicator == indicator.id);
        let mut all: Vec<Entry> = wordy.map(|entry| Entry { amount: None, ..entry.clone() }).collect();
        // Months add up only where the target does.
        let monthly = indicator.target.tally == Tally::Sum;
        let mut last = Amount(0);
        for (on, amount) in measured {
            let shown = if monthly { Amount(amount.0 - last.0) } else { *amount };
            last = *amount;
            all.push(Entry {
                id: EntryId(Uuid::from_u64_pair(on.year() as u64, u64::from(on.month()))),
                skp: self.skp,
                indicator: indicator.id,
                step: None,
                on: *on,
                amount: Some(shown),
                did: String::new(),
                obstacle: String::new(),
                help: String::new(),
                corrects: None,
                by: self.by,
                recorded_at: self.at,
            });
        }
        all
    }
}
