//! Halo: one impression colours all items. True likeness of items looks the same; the comparison is with the other raters
//! of the same set. Two indices, because neither is uniformly better (Fisicaro & Lance 1990).

use std::collections::BTreeMap;

use super::Parts;
use crate::{
    numeric::order::{correlation, mean, variance},
    rasch::{Fit, Ratings},
};

/// Item → standardised score, and residual where there is one.
type Items = BTreeMap<usize, (f64, Option<f64>)>;

/// A rater's halo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halo {
    /// Ratees with at least two items.
    pub ratees: usize,
    /// Mean over ratees of the standard deviation across items, items standardised over all raters first (Pulakos &
    /// Schmitt 1984). Low is halo.
    pub within: f64,
    /// Mean correlation of items over ratees. High is halo. `None` below three ratees.
    pub between_items: Option<f64>,
    /// Share of the residual variance that belongs to the ratee as a whole, beyond what the model expects: intraclass
    /// correlation of standardised residuals within rater and ratee. Zero is none. `None` below two ratees.
    pub residual: Option<f64>,
}

/// Each rater's halo. `None` for raters with fewer than `least` ratees (five at least are advised).
pub fn halo(fit: &Fit, ratings: &Ratings, parts: Parts, least: usize) -> Vec<Option<Halo>> {
    let mut by_item: Vec<Vec<f64>> = vec![Vec::new(); ratings.size(parts.item)];
    for row in 0..ratings.len() {
        by_item[ratings.element(parts.item, row)].push(f64::from(ratings.score(row)));
    }
    let scales: Vec<Option<(f64, f64)>> =
        by_item.iter().map(|scores| Some((mean(scores)?, variance(scores).filter(|v| *v > 0.0)?.sqrt()))).collect();
    // Rater, then ratee, then item.
    let mut seen: Vec<BTreeMap<usize, Items>> = vec![BTreeMap::new(); ratings.size(parts.rater)];
    for row in 0..ratings.len() {
        let item = ratings.element(parts.item, row);
        let score = f64::from(ratings.score(row));
        if let Some((mean, deviation)) = scales[item] {
            let residual = fit.expected(ratings, row).map(|(expected, variance)| (score - expected) / variance.sqrt());
            seen[ratings.element(parts.rater, row)]
                .entry(ratings.element(parts.ratee, row))
                .or_default()
                .insert(item, ((score - mean) / deviation, residual));
        }
    }
    seen.iter().map(|ratees| of_rater(ratees, least)).collect()
}

fn of_rater(ratees: &BTreeMap<usize, Items>, least: usize) -> Option<Halo> {
    let full: Vec<&Items> = ratees.values().filter(|items| items.len() > 1).collect();
    if full.len() < least.max(1) {
        return None;
    }
    let deviation =
        |items: &&Items| variance(&items.values().map(|(score, _)| *score).collect::<Vec<_>>()).map(f64::sqrt);
    let within = mean(&full.iter().filter_map(deviation).collect::<Vec<_>>())?;
    let residuals: Vec<Vec<f64>> =
        full.iter().map(|items| items.values().filter_map(|(_, residual)| *residual).collect()).collect();
    Some(Halo { ratees: full.len(), within, between_items: between(&full), residual: intraclass(&residuals) })
}

/// Mean correlation over all pairs of items with three common ratees.
fn between(ratees: &[&Items]) -> Option<f64> {
    let mut items: Vec<usize> = ratees.iter().flat_map(|items| items.keys().copied()).collect();
    items.sort_unstable();
    items.dedup();
    let mut found = Vec::new();
    for (i, one) in items.iter().enumerate() {
        for other in &items[i + 1..] {
            let common = ratees.iter().filter_map(|items| Some((items.get(one)?.0, items.get(other)?.0)));
            let (x, y): (Vec<f64>, Vec<f64>) = common.unzip();
            if x.len() > 2 {
                found.extend(correlation(&x, &y));
            }
        }
    }
    mean(&found)
}

/// One-way intraclass correlation of groups of unequal size.
fn intraclass(groups: &[Vec<f64>]) -> Option<f64> {
    let groups: Vec<&Vec<f64>> = groups.iter().filter(|group| !group.is_empty()).collect();
    let n: f64 = groups.iter().map(|group| group.len() as f64).sum();
    let k = groups.len() as f64;
    if groups.len() < 2 || n <= k {
        return None;
    }
    let grand = groups.iter().flat_map(|group| group.iter()).sum::<f64>() / n;
    let (mut between, mut within) = (0.0, 0.0);
    for group in &groups {
        let centre = mean(group)?;
        between += group.len() as f64 * (centre - grand).powi(2);
        within += group.iter().map(|x| (x - centre).powi(2)).sum::<f64>();
    }
    let (between, within) = (between / (k - 1.0), within / (n - k));
    let size = (n - groups.iter().map(|group| (group.len() * group.len()) as f64).sum::<f64>() / n) / (k - 1.0);
    let total = between + (size - 1.0) * within;
    (total > 0.0).then(|| (between - within) / total)
}
