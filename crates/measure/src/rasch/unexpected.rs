//! Single ratings that the model did not expect, and whether raters agree as often as it does.

use std::collections::BTreeMap;

use super::{Fit, Ratings};

/// A rating far from its expectation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unexpected {
    /// Its row.
    pub row: usize,
    /// What was given.
    pub score: u8,
    /// What was to be expected.
    pub expected: f64,
    /// The difference over its standard deviation.
    pub z: f64,
}

/// Ratings at least so many standard deviations from their expectation (3 is usual), the farthest first.
pub fn unexpected(fit: &Fit, ratings: &Ratings, limit: f64) -> Vec<Unexpected> {
    let mut found: Vec<Unexpected> = (0..ratings.len())
        .filter_map(|row| {
            let (expected, variance) = fit.expected(ratings, row)?;
            let score = ratings.score(row);
            let z = (f64::from(score) - expected) / variance.sqrt();
            (z.abs() >= limit).then_some(Unexpected { row, score, expected, z })
        })
        .collect();
    found.sort_by(|one, other| other.z.abs().total_cmp(&one.z.abs()).then(one.row.cmp(&other.row)));
    found
}

/// How often two raters gave the same score to the same thing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Pairs of ratings of the same thing by different raters.
    pub opportunities: u64,
    /// Those with the same score.
    pub exact: u64,
    /// How many are to be expected of raters who judge by themselves.
    pub expected: f64,
}

impl Agreement {
    /// (observed − expected) / (all − expected), near zero when raters judge by themselves; well above it they do not
    /// (Linacre's Rasch-kappa). `None` without opportunities.
    pub fn kappa(&self) -> Option<f64> {
        let rest = self.opportunities as f64 - self.expected;
        (self.opportunities > 0 && rest > 0.0).then(|| (self.exact as f64 - self.expected) / rest)
    }
}

/// Agreement of a rater facet: over all pairs of its elements that met on the same elements of all other facets.
pub fn agreement(fit: &Fit, ratings: &Ratings, raters: usize) -> Agreement {
    let mut things: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for row in 0..ratings.len() {
        let key = (0..ratings.facets()).filter(|facet| *facet != raters).map(|facet| ratings.element(facet, row));
        things.entry(key.collect()).or_default().push(row);
    }
    let mut sum = Agreement::default();
    for rows in things.values() {
        let probabilities: Vec<Option<Vec<f64>>> =
            rows.iter().map(|row| Some(fit.scale(ratings, *row).probabilities(fit.eta(ratings, *row)?))).collect();
        for (i, one) in rows.iter().enumerate() {
            for (j, other) in rows.iter().enumerate().skip(i + 1) {
                if let (Some(p), Some(q)) = (&probabilities[i], &probabilities[j])
                    && ratings.element(raters, *one) != ratings.element(raters, *other)
                {
                    sum.opportunities += 1;
                    sum.exact += u64::from(ratings.score(*one) == ratings.score(*other));
                    sum.expected += p.iter().zip(q).map(|(p, q)| p * q).sum::<f64>();
                }
            }
        }
    }
    sum
}
