//! Close enough to the agreed values? By the limits of `policies/training/limits.toml`, each figure for itself.

use crate::decision::{Certainty, Text};
use serde::{Deserialize, Serialize};

/// How close is close enough. Steps are those of the scale below, as, above expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// How sure we are of them.
    pub certainty: Certainty,
    /// Where they come from.
    pub source: String,
    /// Cases in an exercise.
    pub cases: u32,
    /// Most severity or leniency, in hundredths of a step.
    pub severity: u32,
    /// Most differential elevation, in hundredths of a step.
    pub differential_elevation: u32,
    /// Most stereotype inaccuracy, in hundredths of a step.
    pub stereotype: u32,
    /// Most differential inaccuracy, in hundredths of a step.
    pub differential: u32,
    /// Least weighted kappa, in hundredths.
    pub kappa: u32,
    /// Months a certificate is valid.
    pub valid_months: u32,
    /// Days before its end from which its holder is reminded.
    pub remind_days: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            certainty: Certainty::Assumption,
            source: String::new(),
            cases: 0,
            severity: 0,
            differential_elevation: 0,
            stereotype: 0,
            differential: 0,
            kappa: 0,
            valid_months: 12,
            remind_days: 30,
        }
    }
}

/// How close somebody came, in hundredths (`measure::agreement`, rounded once).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Ratings compared.
    pub n: u32,
    /// Exactly as agreed.
    pub same: u32,
    /// Mean given less mean agreed: above 0 milder, below 0 more severe.
    pub severity: i64,
    /// Telling people apart.
    pub differential_elevation: i64,
    /// Telling criteria apart.
    pub stereotype: i64,
    /// Telling who is better at what.
    pub differential: i64,
    /// Weighted kappa with quadratic weights; `None` where it is not defined.
    pub kappa: Option<i64>,
}

/// One of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Severity or leniency.
    Severity,
    /// Telling people apart.
    DifferentialElevation,
    /// Telling criteria apart.
    Stereotype,
    /// Telling who is better at what.
    Differential,
    /// Agreement beyond chance.
    Kappa,
}

impl What {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Severity => "certification-severity",
            Self::DifferentialElevation => "certification-differential-elevation",
            Self::Stereotype => "certification-stereotype",
            Self::Differential => "certification-differential",
            Self::Kappa => "certification-kappa",
        })
    }

    /// What it says, in a plain sentence.
    pub const fn means(self) -> Text {
        Text::new(match self {
            Self::Severity => "certification-severity-means",
            Self::DifferentialElevation => "certification-differential-elevation-means",
            Self::Stereotype => "certification-stereotype-means",
            Self::Differential => "certification-differential-means",
            Self::Kappa => "certification-kappa-means",
        })
    }

    /// The lesson that helps, by code.
    pub const fn lesson(self) -> &'static str {
        match self {
            Self::Severity => "longgar",
            Self::DifferentialElevation => "kontras",
            Self::Stereotype => "terakhir",
            Self::Differential => "halo",
            Self::Kappa => "tengah",
        }
    }
}

/// A figure beside its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub what: What,
    /// Its value in hundredths.
    pub value: Option<i64>,
    /// The limit in hundredths.
    pub limit: u32,
    /// Within it?
    pub holds: bool,
}

/// Every figure beside its limit.
pub fn lines(limits: &Limits, figures: &Figures) -> [Line; 5] {
    let most = |what, value: i64, limit: u32| Line {
        what,
        value: Some(value),
        limit,
        holds: value.unsigned_abs() <= u64::from(limit),
    };
    [
        most(What::Severity, figures.severity, limits.severity),
        most(What::DifferentialElevation, figures.differential_elevation, limits.differential_elevation),
        most(What::Stereotype, figures.stereotype, limits.stereotype),
        most(What::Differential, figures.differential, limits.differential),
        Line {
            what: What::Kappa,
            value: figures.kappa,
            limit: limits.kappa,
            holds: figures.kappa.is_some_and(|kappa| kappa >= i64::from(limits.kappa)),
        },
    ]
}

/// Is every figure within its limit?
pub fn within(limits: &Limits, figures: &Figures) -> bool {
    lines(limits, figures).iter().all(|line| line.holds)
}

/// The severity in words: more than half a step counts as much, a tenth and less as none.
pub fn in_words(severity: i64) -> Text {
    Text::new(match severity {
        ..-50 => "certification-much-stricter",
        -50..-10 => "certification-stricter",
        -10..=10 => "certification-as-agreed",
        11..=50 => "certification-milder",
        _ => "certification-much-milder",
    })
}
