//! What a scheme says should follow from results. [`super::outlook`] runs these rules over the years.

use super::{Scheme, hundredths};
use crate::{
    decision::{Arg, Text},
    evaluation::Predikat,
};
use serde::{Deserialize, Serialize};

/// How strongly something follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It is proposed.
    Propose,
    /// It is opened to the employee, who may take it up.
    Open,
    /// It has to be begun.
    Require,
}

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Programme {
    /// Mentoring.
    Mentoring,
    /// Bimbingan kinerja (coaching).
    Coaching,
    /// A plan to improve, with a fair chance.
    Improvement,
    /// Konseling kinerja.
    Counselling,
    /// Training.
    Training,
    /// Scholarship or study leave.
    Scholarship,
    /// Promotion: an eligibility check.
    Promotion,
    /// Talent pool.
    Talent,
    /// A talk.
    Dialogue,
    /// An award or a word of thanks.
    Award,
}

impl Act {
    const CODES: [(&'static str, Self); 3] =
        [("propose", Self::Propose), ("open", Self::Open), ("require", Self::Require)];

    /// Its name in the data.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, a)| *a == self).map(|(c, _)| *c).expect("every act has a code")
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, a)| *a)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Propose => "scheme-act-propose",
            Self::Open => "scheme-act-open",
            Self::Require => "scheme-act-require",
        })
    }
}

impl Programme {
    /// Every programme with its code.
    pub const CODES: [(&'static str, Self); 10] = [
        ("mentoring", Self::Mentoring),
        ("coaching", Self::Coaching),
        ("improvement", Self::Improvement),
        ("counselling", Self::Counselling),
        ("training", Self::Training),
        ("scholarship", Self::Scholarship),
        ("promotion", Self::Promotion),
        ("talent", Self::Talent),
        ("dialogue", Self::Dialogue),
        ("award", Self::Award),
    ];

    /// Its name in the data.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, p)| *p == self).map(|(c, _)| *c).expect("every programme has a code")
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, p)| *p)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Mentoring => "scheme-programme-mentoring",
            Self::Coaching => "scheme-programme-coaching",
            Self::Improvement => "scheme-programme-improvement",
            Self::Counselling => "scheme-programme-counselling",
            Self::Training => "scheme-programme-training",
            Self::Scholarship => "scheme-programme-scholarship",
            Self::Promotion => "scheme-programme-promotion",
            Self::Talent => "scheme-programme-talent",
            Self::Dialogue => "scheme-programme-dialogue",
            Self::Award => "scheme-programme-award",
        })
    }
}

/// What the conditions are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The result as a whole.
    Whole,
    /// One criterion.
    Criterion(String),
    /// Each criterion of a dimension by itself.
    Dimension(String),
}

/// One condition on one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The law's predikat is this or lower.
    PredikatAtMost(Predikat),
    /// The law's predikat is this or higher.
    PredikatAtLeast(Predikat),
    /// The class of the scheme result is this or lower.
    BandAtMost(String),
    /// The class of the scheme result is this or higher.
    BandAtLeast(String),
    /// The level of the criterion, or the score of the whole, is at most this, in hundredths.
    AtMost(i64),
    /// The level of the criterion, or the score of the whole, is at least this, in hundredths.
    AtLeast(i64),
    /// The level of the competence is at least this far below what the post asks for, in hundredths. Of a dimension only
    /// its competences are meant.
    ShortBy(i64),
    /// The score of the whole is below the average of the agency in that year.
    BelowAverage,
}

/// A movement over the years of the rule: never the other way in between, and at least so far in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trend {
    /// Upwards?
    pub up: bool,
    /// From the first year to the last, in hundredths.
    pub by: i64,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Its code.
    pub code: String,
    /// What its conditions are about.
    pub about: About,
    /// All of them must hold.
    pub when: Vec<Condition>,
    /// In each of this many years in a row, the newest last; at least 1.
    pub years: u32,
    /// A movement over these years.
    pub trend: Option<Trend>,
    /// How strongly.
    pub act: Act,
    /// What.
    pub programme: Programme,
    /// What it says to people.
    pub text: String,
    /// Where it stands.
    pub article: String,
}

impl FollowUp {
    /// Does it speak of what the post asks for, which only competences have?
    pub(crate) fn of_competences(&self) -> bool {
        self.when.iter().any(|condition| matches!(condition, Condition::ShortBy(_)))
    }
}

/// A condition in words.
pub(super) struct Told {
    pub what: Text,
    pub test: Text,
    pub limit: Arg,
}

impl Told {
    pub fn of(scheme: &Scheme, subject: Option<&str>, condition: &Condition) -> Self {
        let name = |code: &str| scheme.criterion(code).map_or_else(|| code.to_owned(), |c| c.name.clone());
        let band = |code: &str| {
            let found = scheme.combine.as_ref().and_then(|rule| rule.value.bands.iter().find(|b| b.code == code));
            Arg::Str(found.map_or_else(|| code.to_owned(), |b| b.name.clone()))
        };
        let amount = match subject {
            Some(code) => Text::new("scheme-what-level").with("criterion", name(code)),
            None => Text::new("scheme-what-score"),
        };
        let (predikat, class) = (Text::new("scheme-what-predikat"), Text::new("scheme-what-band"));
        let (most, least) = (Text::new("scheme-test-at-most"), Text::new("scheme-test-at-least"));
        let (what, test, limit) = match condition {
            Condition::PredikatAtMost(limit) => (predikat, most, limit.label().into()),
            Condition::PredikatAtLeast(limit) => (predikat, least, limit.label().into()),
            Condition::BandAtMost(limit) => (class, most, band(limit)),
            Condition::BandAtLeast(limit) => (class, least, band(limit)),
            Condition::AtMost(limit) => (amount, most, hundredths(*limit)),
            Condition::AtLeast(limit) => (amount, least, hundredths(*limit)),
            Condition::ShortBy(by) => {
                let criterion = subject.map(name).unwrap_or_default();
                (Text::new("scheme-what-short").with("criterion", criterion), least, hundredths(*by))
            }
            Condition::BelowAverage => (
                Text::new("scheme-what-score"),
                Text::new("scheme-test-below"),
                Text::new("scheme-what-average").into(),
            ),
        };
        Self { what, test, limit }
    }
}
