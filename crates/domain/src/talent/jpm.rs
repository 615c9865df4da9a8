//! Job-person match (JPM): competence achieved against what the post asks for, each capped at its standard
//! (PermenPANRB 38/2017; classes by Perban BKN 26/2019, certainty: secondary).

use crate::decision::{Reason, Text};
use serde::{Deserialize, Serialize};

/// One competence of a person, seen from a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The level found, in hundredths; `None` while nobody has.
    pub have: Option<i64>,
    /// The level the post asks for.
    pub need: u8,
}

/// What the levels come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jpm {
    /// Basis points (9 259 is 92,59 %), a half upwards; `None` while a level or the standard is not known.
    pub percent: Option<i64>,
    /// Why.
    pub because: Reason,
}

/// A class of the match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// From how many basis points.
    pub from: i64,
}

/// Classes for choosing among people and for mapping them, highest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    /// *Seleksi*: MS, MMS, KMS.
    pub selection: Vec<Band>,
    /// *Pemetaan*: optimal, cukup optimal, kurang optimal.
    pub mapping: Vec<Band>,
}

/// The class of a percentage.
pub fn band(bands: &[Band], percent: i64) -> Option<&Band> {
    bands.iter().find(|band| percent >= band.from)
}

/// Σ achieved, each at most its standard, by Σ required. A post without a standard and a level nobody found make it unknown;
/// neither counts as zero.
pub fn jpm(levels: &[Level]) -> Jpm {
    let because = |says, from| Reason { says, cite: None, from };
    if levels.is_empty() {
        return Jpm { percent: None, because: because(Text::new("talent-jpm-no-standard"), Vec::new()) };
    }
    let line = |level: &Level| {
        let says = match level.have {
            Some(have) => Text::new("talent-jpm-line")
                .with("name", level.name.as_str())
                .with("have", crate::scheme::hundredths(have))
                .with("need", u32::from(level.need)),
            None => Text::new("talent-jpm-line-unknown")
                .with("name", level.name.as_str())
                .with("need", u32::from(level.need)),
        };
        Reason::new(says)
    };
    let from: Vec<Reason> = levels.iter().map(line).collect();
    let need: i64 = levels.iter().map(|level| i64::from(level.need) * 100).sum();
    let have: Option<i64> = levels.iter().map(|level| Some(level.have?.clamp(0, i64::from(level.need) * 100))).sum();
    let unknown = levels.iter().filter(|level| level.have.is_none()).count();
    match have.filter(|_| need > 0) {
        Some(have) => {
            let percent = (2 * have * 10_000 + need) / (2 * need);
            let says = Text::new("talent-jpm-is").with("percent", crate::amount::Amount(percent * 100));
            Jpm { percent: Some(percent), because: because(says, from) }
        }
        None => {
            let says = Text::new("talent-jpm-unknown").with("unknown", unknown as i64).with("all", levels.len() as i64);
            Jpm { percent: None, because: because(says, from) }
        }
    }
}
