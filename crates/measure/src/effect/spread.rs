//! Central tendency and range restriction: how much of the scale a rater uses, and whether differences that the model
//! expects show in the ratings.

use super::{Slope, regress};
use crate::{
    numeric::order::{mean, variance},
    rasch::{Fit, Ratings},
};

/// A rater's use of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Ratings given.
    pub count: usize,
    /// Standard deviation of the scores over that of the model's expectations with its noise, for these ratees and items:
    /// well below 1 is a restricted range.
    pub ratio: f64,
    /// Share of scores in the middle category, or the two middle ones.
    pub middle: f64,
    /// Share of scores in the lowest or highest category.
    pub ends: f64,
    /// Slope of scores on what was to be expected of this rater: below 1 is central tendency, above 1 extremity.
    pub slope: Option<Slope>,
}

/// A rating that can be placed.
struct Rating {
    expected: f64,
    score: f64,
    noise: f64,
    top: f64,
}

/// Each rater's use of the scale. `None` below `least` ratings (ten at least are advised) or when none can be placed.
pub fn spread(fit: &Fit, ratings: &Ratings, rater: usize, least: usize) -> Vec<Option<Spread>> {
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); ratings.size(rater)];
    (0..ratings.len()).for_each(|row| rows[ratings.element(rater, row)].push(row));
    let lowest = f64::from(ratings.lowest());
    rows.iter()
        .map(|rows| {
            let known: Vec<Rating> = rows
                .iter()
                .filter_map(|row| {
                    let (expected, noise) = fit.expected(ratings, *row)?;
                    let top = lowest + (fit.scale(ratings, *row).counts.len() - 1) as f64;
                    Some(Rating { expected, score: f64::from(ratings.score(*row)), noise, top })
                })
                .collect();
            if known.len() < least.max(3) {
                return None;
            }
            let n = known.len() as f64;
            let of = |pick: fn(&Rating) -> f64| known.iter().map(pick).collect::<Vec<f64>>();
            let expected = variance(&of(|one| one.expected))? + mean(&of(|one| one.noise))?;
            let share = |holds: &dyn Fn(f64, f64) -> bool| {
                known.iter().filter(|one| holds(one.score, one.top)).count() as f64 / n
            };
            let points: Vec<(f64, f64)> = known.iter().map(|one| (one.expected, one.score)).collect();
            Some(Spread {
                count: known.len(),
                ratio: (variance(&of(|one| one.score))? / expected).sqrt(),
                middle: share(&|score, top| (score - f64::midpoint(lowest, top)).abs() <= 0.5),
                ends: share(&|score, top| score <= lowest || score >= top),
                slope: regress::line(&points),
            })
        })
        .collect()
}
