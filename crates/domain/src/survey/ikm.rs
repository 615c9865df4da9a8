//! From a tally to NRR per element, IKM and grade. Whole numbers throughout: a value is rounded once, when it is stated.

use super::{Tally, Unsur};
use crate::{amount::Amount, decision::Text};
use serde::{Deserialize, Serialize};

/// What each of the nine elements weighs. The regulation says 1/9 and prints it as 0,11; reports that keep the printed
/// figure differ in the last points (certainty: secondary; exact ninths unless the agency says otherwise).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Exactly one ninth.
    #[default]
    Ninth,
    /// 0,11 as printed; four everywhere then comes to 99,00.
    Hundredths,
    /// 0,111 as some print it.
    Thousandths,
}

impl Weight {
    /// All.
    pub const ALL: [Self; 3] = [Self::Ninth, Self::Hundredths, Self::Thousandths];

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ninth => "1/9",
            Self::Hundredths => "0.11",
            Self::Thousandths => "0.111",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Its words.
    pub const fn label(self) -> Text {
        match self {
            Self::Ninth => Text::new("survey-weight-ninth"),
            Self::Hundredths => Text::new("survey-weight-hundredths"),
            Self::Thousandths => Text::new("survey-weight-thousandths"),
        }
    }

    /// Over and under the line.
    const fn ratio(self) -> (u64, u64) {
        match self {
            Self::Ninth => (1, 9),
            Self::Hundredths => (11, 100),
            Self::Thousandths => (111, 1000),
        }
    }
}

/// Grade of the service unit (mutu pelayanan).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mutu {
    /// Tidak baik, up to 64,99.
    D,
    /// Kurang baik, 65,00 to 76,60.
    C,
    /// Baik, 76,61 to 88,30.
    B,
    /// Sangat baik, from 88,31.
    A,
}

impl Mutu {
    /// The grade of an IKM after conversion, rounded to two decimals: the regulation's own table leaves gaps in the third.
    pub const fn of(ikm: Amount) -> Self {
        match ikm.0 {
            883_100.. => Self::A,
            766_100..883_100 => Self::B,
            650_000..766_100 => Self::C,
            _ => Self::D,
        }
    }

    /// The letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::D => "D",
            Self::C => "C",
            Self::B => "B",
            Self::A => "A",
        }
    }

    /// What it says of the unit.
    pub const fn label(self) -> Text {
        match self {
            Self::D => Text::new("survey-mutu-d"),
            Self::C => Text::new("survey-mutu-c"),
            Self::B => Text::new("survey-mutu-b"),
            Self::A => Text::new("survey-mutu-a"),
        }
    }
}

/// One element in a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element {
    /// Which.
    pub unsur: Unsur,
    /// NRR, four decimals.
    pub nrr: Amount,
    /// NRR times its weight, four decimals.
    pub weighted: Amount,
    /// NRR in points of 100, two decimals: the element's own grade follows from it.
    pub converted: Amount,
    /// The element's grade.
    pub mutu: Mutu,
    /// How often 1, 2, 3, 4.
    pub spread: [u64; 4],
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// How many answered.
    pub n: u64,
    /// The nine, in order.
    pub elements: Vec<Element>,
    /// IKM after conversion (×25), two decimals, 25,00 to 100,00.
    pub ikm: Amount,
    /// Grade.
    pub mutu: Mutu,
    /// What to mend first.
    pub priorities: Vec<Unsur>,
}

impl Outcome {
    /// Works it out; `None` when nobody has answered.
    pub fn of(tally: &Tally, weight: Weight) -> Option<Self> {
        let n = tally.respondents();
        if n == 0 {
            return None;
        }
        let (over, under) = weight.ratio();
        let elements: Vec<Element> = Unsur::ALL
            .into_iter()
            .map(|unsur| {
                let points = tally.points(unsur);
                let converted = rounded(25 * points, n, 2);
                Element {
                    unsur,
                    nrr: rounded(points, n, 4),
                    weighted: rounded(points * over, n * under, 4),
                    converted,
                    mutu: Mutu::of(converted),
                    spread: tally.spread(unsur),
                }
            })
            .collect();
        let points: u64 = Unsur::ALL.into_iter().map(|unsur| tally.points(unsur)).sum();
        let ikm = rounded(25 * over * points, n * under, 2);
        Some(Self { n, ikm, mutu: Mutu::of(ikm), priorities: priorities(tally), elements })
    }
}

/// The elements below the service's own mean, the lowest first, at most three (certainty: assumption; the regulation asks
/// for the lowest elements without saying how many). Equal ones stand in the order of the form.
fn priorities(tally: &Tally) -> Vec<Unsur> {
    let points = Unsur::ALL.map(|unsur| (tally.points(unsur), unsur));
    let sum: u64 = points.iter().map(|(points, _)| points).sum();
    let mut below: Vec<(u64, Unsur)> = points.into_iter().filter(|(points, _)| points * 9 < sum).collect();
    below.sort_unstable();
    below.into_iter().take(3).map(|(_, unsur)| unsur).collect()
}

/// A share in ten-thousandths, rounded half up at `decimals` (0 to 4). `under` is not nought.
pub(super) fn rounded(over: u64, under: u64, decimals: u32) -> Amount {
    let (step, under) = (10_u128.pow(4 - decimals), u128::from(under));
    let scaled = u128::from(over) * 10_u128.pow(decimals);
    Amount(((2 * scaled + under) / (2 * under) * step) as i64)
}

/// IKM of a group by the points of all nine elements, by exact ninths.
pub fn of_group(n: u64, points: u64) -> Option<Amount> {
    (n > 0).then(|| rounded(25 * points, 9 * n, 2))
}
