//! Mild or strict, beside colleagues who rated the same people on the same things: nothing is assumed about the scale,
//! and nothing is known about raters without colleagues.

use std::collections::BTreeMap;

use super::Parts;
use crate::{numeric::distribution::student_quantile, rasch::Ratings};

/// A rater beside colleagues.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Severity {
    /// Mean of own less colleagues' scores, in score points: positive is mild.
    pub leniency: f64,
    /// Standard error over ratees. `None` with a single common ratee.
    pub error: Option<f64>,
    /// Ratees in common with colleagues.
    pub ratees: usize,
    /// Ratings compared.
    pub ratings: usize,
}

impl Severity {
    /// Interval at a confidence, as 0.95. `None` with a single common ratee.
    pub fn interval(&self, level: f64) -> Option<(f64, f64)> {
        let reach = student_quantile(0.5 + 0.5 * level, (self.ratees - 1) as f64) * self.error?;
        Some((self.leniency - reach, self.leniency + reach))
    }
}

/// For each rater, own scores less the mean of the others' on the same ratee and item. Each ratee counts once, whatever
/// the number of items, because ratings of one ratee hang together. `None` for raters without common ratees.
pub fn severity(ratings: &Ratings, parts: Parts) -> Vec<Option<Severity>> {
    let mut cells: BTreeMap<(usize, usize), Vec<(usize, f64)>> = BTreeMap::new();
    for row in 0..ratings.len() {
        let cell = (ratings.element(parts.ratee, row), ratings.element(parts.item, row));
        cells.entry(cell).or_default().push((ratings.element(parts.rater, row), f64::from(ratings.score(row))));
    }
    // For each rater and ratee: sum of differences, number of them.
    let mut found: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
    for ((ratee, _), scores) in &cells {
        for (rater, score) in scores {
            let others: Vec<f64> = scores.iter().filter(|(other, _)| other != rater).map(|(_, score)| *score).collect();
            if !others.is_empty() {
                let sum = found.entry((*rater, *ratee)).or_default();
                *sum = (sum.0 + score - others.iter().sum::<f64>() / others.len() as f64, sum.1 + 1.0);
            }
        }
    }
    (0..ratings.size(parts.rater))
        .map(|rater| {
            let own: Vec<(f64, f64)> = found.range((rater, 0)..(rater + 1, 0)).map(|(_, sum)| *sum).collect();
            let each: Vec<f64> = own.iter().map(|(sum, count)| sum / count).collect();
            let leniency = crate::numeric::order::mean(&each)?;
            let error = crate::numeric::order::variance(&each).map(|variance| (variance / each.len() as f64).sqrt());
            let compared = own.iter().map(|(_, count)| *count as usize).sum();
            Some(Severity { leniency, error, ratees: each.len(), ratings: compared })
        })
        .collect()
}
