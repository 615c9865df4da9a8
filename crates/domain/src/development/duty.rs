//! The yearly hours of learning: at least so many JP for a PNS (PP 17/2020 Ps 203(4)), at most so many for a PPPK (PerLAN
//! 15/2020). Only verified hours count; what is not known is not taken for a shortfall.

use crate::{
    decision::{Decision, Reason, Text},
    people::Employment,
    policy::National,
};
use serde::{Deserialize, Serialize};

/// Where the year stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The least is reached.
    Reached {
        /// The least.
        least: u32,
    },
    /// Below the least.
    Short {
        /// By so many hours.
        by: u32,
        /// The least.
        least: u32,
    },
    /// Within what may be given.
    Within {
        /// The most.
        most: u32,
    },
    /// More than may be given; it stays recorded.
    Over {
        /// By so many hours.
        by: u32,
        /// The most.
        most: u32,
    },
    /// No rule in force says anything for this person.
    Unknown,
}

impl Standing {
    /// What is compared with, if anything is.
    pub const fn limit(self) -> Option<u32> {
        match self {
            Self::Reached { least } | Self::Short { least, .. } => Some(least),
            Self::Within { most } | Self::Over { most, .. } => Some(most),
            Self::Unknown => None,
        }
    }
}

/// Compares verified hours of a year with the rule for this kind of employment.
pub fn standing(employment: Employment, hours: u32, national: &National) -> Decision<Standing> {
    let rules = &national.learning;
    let (value, cite, says) = match (employment, &rules.pns, &rules.pppk) {
        (Employment::Pns, Some(rule), _) if hours >= rule.value => {
            let says = Text::new("development-hours-reached").with("hours", hours).with("limit", rule.value);
            (Standing::Reached { least: rule.value }, Some(&rule.cite), says)
        }
        (Employment::Pns, Some(rule), _) => {
            let by = rule.value - hours;
            let says =
                Text::new("development-hours-short").with("hours", hours).with("limit", rule.value).with("by", by);
            (Standing::Short { by, least: rule.value }, Some(&rule.cite), says)
        }
        (Employment::Pppk, _, Some(rule)) if hours <= rule.value => {
            let says = Text::new("development-hours-within").with("hours", hours).with("limit", rule.value);
            (Standing::Within { most: rule.value }, Some(&rule.cite), says)
        }
        (Employment::Pppk, _, Some(rule)) => {
            let by = hours - rule.value;
            let says =
                Text::new("development-hours-over").with("hours", hours).with("limit", rule.value).with("by", by);
            (Standing::Over { by, most: rule.value }, Some(&rule.cite), says)
        }
        _ => (Standing::Unknown, None, Text::new("development-hours-unknown").with("hours", hours)),
    };
    Decision { value, because: Reason { says, cite: cite.cloned(), from: Vec::new() } }
}
