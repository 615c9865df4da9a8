//! Kendall's W: whether raters put the same things in the same order (Kendall & Babington Smith 1939).

use super::{Interval, bootstrap};
use crate::numeric::{
    distribution::chi_square_above,
    order::{ranks, tie_sizes},
};

/// Agreement of orderings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concordance {
    /// 0 none … 1 the same order, ties taken into account.
    pub w: f64,
    /// k (n − 1) W.
    pub chi_square: f64,
    /// n − 1.
    pub df: usize,
    /// Probability of a chi-square at least as large when the orders have nothing in common.
    pub p: f64,
    /// Mean of Spearman's correlation over all pairs of raters.
    pub mean_spearman: f64,
}

/// From a complete table, a row for each thing, a column for each rater. `None` below two things or raters, with rows of
/// unequal length, or when no rater tells things apart.
pub fn concordance(table: &[Vec<f64>]) -> Option<Concordance> {
    let (n, k) = (table.len(), table.first()?.len());
    if n < 2 || k < 2 || table.iter().any(|row| row.len() != k) {
        return None;
    }
    let mut sums = vec![0.0; n];
    let mut ties = 0.0;
    for rater in 0..k {
        let column: Vec<f64> = table.iter().map(|row| row[rater]).collect();
        sums.iter_mut().zip(ranks(&column)).for_each(|(sum, rank)| *sum += rank);
        ties += tie_sizes(&column).iter().map(|t| (t * t * t - t) as f64).sum::<f64>();
    }
    let (n_, k_) = (n as f64, k as f64);
    let mean = k_ * (n_ + 1.0) / 2.0;
    let s: f64 = sums.iter().map(|sum| (sum - mean).powi(2)).sum();
    let most = k_ * k_ * (n_ * n_ * n_ - n_) - k_ * ties;
    if most <= 0.0 {
        return None;
    }
    let w = 12.0 * s / most;
    let chi_square = k_ * (n_ - 1.0) * w;
    let p = chi_square_above(chi_square, n_ - 1.0);
    Some(Concordance { w, chi_square, df: n - 1, p, mean_spearman: (k_ * w - 1.0) / (k_ - 1.0) })
}

impl Concordance {
    /// Interval of W, things drawn again. Arguments as in [`super::bootstrap()`].
    pub fn interval(table: &[Vec<f64>], draws: usize, level: f64, seed: u64) -> Option<Interval> {
        bootstrap(table.len(), draws, level, seed, |drawn| {
            let again: Vec<Vec<f64>> = drawn.iter().map(|row| table[*row].clone()).collect();
            concordance(&again).map(|found| found.w)
        })
    }
}
