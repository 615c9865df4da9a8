//! What is looked at: dimensions, and criteria with what each level looks like.

use crate::{amount::Amount, feed::Gauged, plan::Direction};
use serde::{Deserialize, Serialize};

/// A dimension: several criteria seen together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its weight in percent, where dimensions are weighted; together they are 100.
    pub weight: Option<u32>,
}

/// One thing that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its code, unique in the scheme.
    pub code: String,
    /// The dimension it belongs to.
    pub dimension: String,
    /// Its name.
    pub name: String,
    /// Where its level comes from.
    pub reads: Reads,
    /// What each level looks like, lowest first; as many as the scale has levels.
    pub anchors: Vec<String>,
}

/// Where the level of a criterion comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reads {
    /// People choose it by the anchors.
    Rating,
    /// People choose it by the anchors of a competence; the post has a standard for it (PermenPANRB 38/2017).
    Competence,
    /// A measured amount of the employee.
    Indicator(Measured),
    /// A measured amount of the employee's team (R4).
    Team(Measured),
}

/// How an amount becomes a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// Its unit: `hari kerja`, `persen`.
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// The worst amount that still earns level 2, 3, … ; one fewer than there are levels, each harder than the last.
    pub cuts: Vec<Amount>,
    /// Where the amount comes from by itself, with its safeguards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gauged: Option<Gauged>,
}

impl Reads {
    /// Do people choose the level?
    pub const fn by_people(&self) -> bool {
        matches!(self, Self::Rating | Self::Competence)
    }

    /// How it is measured, if it is.
    pub const fn measured(&self) -> Option<&Measured> {
        match self {
            Self::Indicator(measured) | Self::Team(measured) => Some(measured),
            Self::Rating | Self::Competence => None,
        }
    }

    /// Its name in the data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::Competence => "competence",
            Self::Indicator(_) => "indicator",
            Self::Team(_) => "team",
        }
    }
}

impl Measured {
    /// The level an amount earns, from 1.
    pub fn level(&self, amount: Amount) -> u8 {
        let reached = self.cuts.iter().take_while(|cut| match self.direction {
            Direction::HigherIsBetter => amount >= **cut,
            Direction::LowerIsBetter => amount <= **cut,
        });
        reached.count() as u8 + 1
    }
}
