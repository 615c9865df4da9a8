//! Measured amounts as they stand when a result is signed: of criteria that a scheme has measured, and of indicators that name
//! a source. They are kept with the result, so that it can be worked out anew to the byte whatever rows come later.

use super::{Measure, tally::Slice};
use crate::{
    amount::Amount,
    decision::{Arg, Reason, Text},
    evaluation::Predikat,
    ids::{FeedId, IndicatorId, RhkId},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Of whom a criterion is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// The employee.
    Person,
    /// Their unit, with everything under it.
    Unit,
    /// Their team.
    Team,
}

impl Of {
    /// Reads a code of the policies.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "pegawai" => Some(Self::Person),
            "unit" => Some(Self::Unit),
            "tim" => Some(Self::Team),
            _ => None,
        }
    }

    /// Its words.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Person => "feed-of-person",
            Self::Unit => "feed-of-unit",
            Self::Team => "feed-of-team",
        })
    }
}

/// Where a scheme's measured criterion gets its amount, and from how many at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gauged {
    /// What is read.
    pub measure: Measure,
    /// Of whom.
    pub of: Of,
    /// Of fewer rows or answers nothing is concluded.
    pub least: u32,
}

impl Gauged {
    /// Do the safeguards fit? The public is asked about services, so no answer is about a person; a team's predikat is a team's.
    pub const fn fits(&self) -> bool {
        match (self.measure, self.of) {
            (Measure::Ikm, of) => matches!(of, Of::Unit) && self.least >= 10,
            (Measure::TeamPredikat, of) => matches!(of, Of::Team),
            (_, of) => !matches!(of, Of::Team),
        }
    }
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A criterion of the scheme, by its code.
    Criterion(String),
    /// An indicator under a result of the plan.
    Indicator(IndicatorId, RhkId),
}

/// One measured amount with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gauge {
    /// What is measured.
    pub about: About,
    /// The amount; `None` where nothing, or too little, is known.
    pub amount: Option<Amount>,
    /// The rows behind it, where they are in a source of this room.
    pub rows: Option<(FeedId, Slice, NaiveDate, NaiveDate)>,
    /// The line of the tree of reasons.
    pub because: Reason,
}

/// What a gauge says it has read.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// What is measured, in words.
    pub subject: &'a str,
    /// What is read.
    pub measure: Measure,
    /// From where, in words.
    pub source: Arg,
    /// How many rows or answers.
    pub n: i64,
    /// Fewest of which something is concluded.
    pub least: u32,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
}

impl Gauge {
    /// From what was read. Of too few nothing is concluded, and it is said.
    pub fn read(about: About, reading: Reading<'_>, amount: Option<Amount>) -> Self {
        let Reading { subject, measure, source, n, least, from, until } = reading;
        let enough = n >= i64::from(least.max(1));
        let amount = amount.filter(|_| enough);
        let named =
            |key: &'static str| Text::new(key).with("subject", subject).with("source", source.clone()).with("n", n);
        let says = match amount {
            Some(amount) => named("feed-gauged")
                .with("measure", measure.label())
                .with("amount", amount)
                .with("unit", measure.unit())
                .with("from", from)
                .with("until", until),
            None if n > 0 && !enough => named("feed-gauged-few").with("least", least),
            None => named("feed-gauged-nothing"),
        };
        Self { about, amount, rows: None, because: Reason::new(says).resting_on([measure.reason()]) }
    }

    /// The criterion it is about.
    pub fn criterion(&self) -> Option<&str> {
        match &self.about {
            About::Criterion(code) => Some(code),
            About::Indicator(..) => None,
        }
    }

    /// Is it about an indicator under this result?
    pub fn is_under(&self, rhk: RhkId) -> bool {
        matches!(&self.about, About::Indicator(_, of) if *of == rhk)
    }
}

/// A team's predikat as percent, as angka kredit counts a predikat (Perban BKN 3/2023: 150, 100, 75, 50, 25). That a team is
/// counted so is ours (certainty: assumption).
pub const fn percent_of(predikat: Predikat) -> Amount {
    Amount::whole(match predikat {
        Predikat::SangatBaik => 150,
        Predikat::Baik => 100,
        Predikat::ButuhPerbaikan => 75,
        Predikat::Kurang => 50,
        Predikat::SangatKurang => 25,
    })
}
