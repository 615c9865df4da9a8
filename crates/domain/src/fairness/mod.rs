//! Fairness: what can be said of how people rate, and of how results fall, in numbers with their uncertainty and in plain
//! words (R23, R24, R26).
//!
//! Everything here is advice. The rating a person gave is the legal value and nothing in this room changes it; where numbers
//! are too few or nothing links one rater with another, the answer is that it cannot be estimated ([`WhyNot`]), never a guess.
//! Not here: how the numbers are estimated (`measure`, and `actions::fairness` that feeds it), talking about them
//! ([`crate::calibration`]).
//! Read first: this file; then [`says`] (the same in sentences), [`comment`] (words written about people), [`ground`] (what a
//! rating rests on), [`backfill`] (reports typed long after), [`group`] and [`report`] (an agency in one period).

pub mod backfill;
pub mod comment;
pub mod ground;
pub mod group;
pub mod report;
pub mod says;
#[cfg(test)]
mod tests;

use crate::{amount::Amount, ids::EmployeeId};
use serde::{Deserialize, Serialize};

/// Confidence of every interval in this room.
pub const LEVEL: f64 = 0.95;

/// Fewest ratings somebody must have given before anything is said of how they rate (certainty: assumption; below, one or
/// two ratings decide everything).
pub const LEAST_RATINGS: u32 = 8;

/// Fewest people rated before anything is said of how they rate (certainty: assumption).
pub const LEAST_RATEES: u32 = 2;

/// A figure with its interval, in hundredths of the unit it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// The figure.
    pub value: Amount,
    /// Lower end of the interval.
    pub low: Amount,
    /// Upper end.
    pub high: Amount,
}

impl Estimate {
    /// From numbers, rounded to hundredths: they describe and decide nothing.
    pub fn of(value: f64, low: f64, high: f64) -> Self {
        Self { value: rounded(value), low: rounded(low), high: rounded(high) }
    }

    /// Does the interval leave zero out?
    pub const fn is_not_zero(&self) -> bool {
        self.low.0 > 0 || self.high.0 < 0
    }
}

/// A number as an amount, in hundredths; what is not a number is zero.
pub fn rounded(x: f64) -> Amount {
    Amount((x * 100.0).round() as i64 * (Amount::SCALE / 100))
}

/// Why nothing can be said of how mild or strict somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// Fewer than three raters are linked by people or written cases they all rated: mild people and good people look the
    /// same. The usual case where only the supervisor rates; also where the others' marks must not show yet.
    Alone,
    /// Fewer ratings or people than anything can be said of.
    Few,
    /// All ratings of everybody who is linked are one class, or the numbers do not settle.
    Unsettled,
}

/// How one person rates, in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaterFigures {
    /// Who.
    pub rater: EmployeeId,
    /// Ratings given.
    pub ratings: u32,
    /// People rated.
    pub ratees: u32,
    /// Law's ratings by class, lowest first.
    pub classes: [u32; 3],
    /// Milder (above zero) or stricter than an average rater would have been with the same people, in steps of the scale; from
    /// all ratings that are linked with each other, by people or by the written cases of rater training.
    pub milder: Option<Estimate>,
    /// Why that is not there.
    pub why_not: Option<WhyNot>,
    /// Raters linked with each other, this one included; 0 where there is nobody.
    pub beside: u32,
    /// Do the others rate none of the same people, nor anybody who leads on to them, so that the written cases of rater
    /// training alone link them?
    #[serde(default)]
    pub through_cases: bool,
    /// The same from nothing but what colleagues gave the same people on the same criteria; only with
    /// [`LEAST_COMMON`] people in common and [`LEAST_COLLEAGUES`], so that no colleague's own mark shows.
    pub same_people: Option<(Estimate, u32)>,
    /// Differences between ratings over those to be expected, in hundredths: well below 1 is a narrow range.
    pub spread: Option<Amount>,
    /// How alike the ratings of one person are beyond what the model expects: 0 none … 1 all the same.
    pub halo: Option<Amount>,
    /// Infit: 1 as expected; far above, ratings that nobody could foresee.
    pub erratic: Option<Amount>,
}

/// People in common before a comparison with colleagues is told (certainty: assumption; with one or two it would give a
/// colleague's own mark away).
pub const LEAST_COMMON: u32 = 3;

/// Colleagues in such a comparison before it is told (certainty: assumption; the mean beside a single one would be that one's).
pub const LEAST_COLLEAGUES: usize = 2;

/// Something in the way somebody rates that deserves a second look. Never a verdict: true differences look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Milder than colleagues.
    Mild,
    /// Stricter than colleagues.
    Strict,
    /// Ratings keep close together (central tendency, range restriction).
    Narrow,
    /// One impression seems to colour all lines of a person (halo).
    Halo,
    /// Ratings jump about.
    Erratic,
}

/// From how much milder or stricter on, in steps, a difference is worth a word: a quarter of a step (certainty: assumption;
/// together with an interval that leaves zero out).
const NOTICEABLE: i64 = Amount::SCALE / 4;
/// A range this much narrower than expected (certainty: assumption).
const NARROW: i64 = Amount::SCALE * 6 / 10;
/// Likeness of a person's lines beyond the model (certainty: assumption).
const ALIKE: i64 = Amount::SCALE * 4 / 10;
/// Infit from which ratings are erratic (Linacre: above 1.5 unproductive; certainty: assumption that this holds here).
const JUMPY: i64 = Amount::SCALE * 3 / 2;

impl Flag {
    /// In the order they are told.
    pub const ALL: [Self; 5] = [Self::Mild, Self::Strict, Self::Narrow, Self::Halo, Self::Erratic];
}

impl RaterFigures {
    /// What deserves a second look.
    pub fn flags(&self) -> Vec<Flag> {
        let known = self.milder.filter(|milder| milder.is_not_zero() && milder.value.0.abs() >= NOTICEABLE);
        let at_most = |figure: Option<Amount>, most: i64| figure.is_some_and(|x| x.0 <= most);
        let at_least = |figure: Option<Amount>, least: i64| figure.is_some_and(|x| x.0 >= least);
        let holds = |flag: &Flag| match flag {
            Flag::Mild => known.is_some_and(|milder| milder.value.0 > 0),
            Flag::Strict => known.is_some_and(|milder| milder.value.0 < 0),
            Flag::Narrow => at_most(self.spread, NARROW),
            Flag::Halo => at_least(self.halo, ALIKE),
            Flag::Erratic => at_least(self.erratic, JUMPY),
        };
        Flag::ALL.into_iter().filter(holds).collect()
    }

    /// Nothing but what the rater gave, where what others gave must not show yet.
    #[must_use]
    pub fn alone(self) -> Self {
        Self {
            milder: None,
            why_not: Some(WhyNot::Alone),
            beside: 0,
            through_cases: false,
            same_people: None,
            spread: None,
            halo: None,
            erratic: None,
            ..self
        }
    }

    /// Are there ratings by law among those given, so that mildness is in steps of its scale?
    pub fn by_law(&self) -> bool {
        self.classes != [0; 3]
    }

    /// Enough to say anything of?
    pub const fn is_enough(&self) -> bool {
        self.ratings >= LEAST_RATINGS && self.ratees >= LEAST_RATEES
    }
}

/// How one person was rated, in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateeFigures {
    /// Who.
    pub employee: EmployeeId,
    /// Ratings received.
    pub ratings: u32,
    /// People who gave them.
    pub raters: u32,
    /// The law's ratings among them.
    #[serde(default)]
    pub by_law: u32,
    /// Mean of the law's ratings as they were given (1 below, 2 as, 3 above expectation); of all where the law's are not
    /// there.
    pub raw: Amount,
    /// What an average rater would have given the same lines, with its interval; only with [`LEAST_COMMON`] raters, so that
    /// no colleague's own mark shows, and only where there are law's ratings, so that it is on their scale. The raw value is
    /// the legal one.
    pub fair: Option<Estimate>,
}

/// What was worked out of a period's ratings, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Each rater.
    pub raters: Vec<RaterFigures>,
    /// Each person rated.
    pub ratees: Vec<RateeFigures>,
    /// Groups of raters that nothing links with each other; raters who stand alone are not counted.
    pub subsets: u32,
}
