//! Correlation of orders: Spearman (1904) and Kendall's tau-b (1945).

use super::Interval;
use crate::numeric::{
    distribution::{normal_quantile, student_two_sided},
    order::{correlation, ranks, tie_sizes},
};

/// A rank correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank {
    /// −1 … 1.
    pub value: f64,
    /// Interval by Fisher's z.
    pub interval: Interval,
    /// Probability of one at least as far from zero, without correlation; by Student's t.
    pub p: f64,
}

/// Spearman's ρ: the correlation of ranks, ties sharing theirs. Interval with the variance of Bonett & Wright (2000),
/// (1 + ρ² / 2) / (n − 3). `level` as 0.95. `None` below four pairs, with unequal lengths, or when a side does not vary.
pub fn spearman(x: &[f64], y: &[f64], level: f64) -> Option<Rank> {
    if x.len() < 4 || x.len() != y.len() {
        return None;
    }
    let value = correlation(&ranks(x), &ranks(y))?;
    let n = x.len() as f64;
    let reach = normal_quantile(0.5 + 0.5 * level) * ((1.0 + value * value / 2.0) / (n - 3.0)).sqrt();
    let z = value.clamp(-1.0 + 1e-15, 1.0 - 1e-15).atanh();
    let interval = Interval { low: (z - reach).tanh(), high: (z + reach).tanh() };
    let t = value * ((n - 2.0) / (1.0 - value * value).max(1e-300)).sqrt();
    Some(Rank { value, interval, p: student_two_sided(t, n - 2.0) })
}

/// Kendall's tau-b: concordant less discordant pairs, ties taken into account. `None` when a side does not vary. Takes
/// n² / 2 comparisons.
pub fn kendall_tau(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() {
        return None;
    }
    let mut score = 0_i64;
    for i in 0..x.len() {
        for j in 0..i {
            let sign = |a: f64, b: f64| i64::from(a > b) - i64::from(a < b);
            score += sign(x[i], x[j]) * sign(y[i], y[j]);
        }
    }
    let pairs = |values: &[f64]| {
        let all = values.len() * values.len().saturating_sub(1) / 2;
        (all - tie_sizes(values).iter().map(|t| t * (t - 1) / 2).sum::<usize>()) as f64
    };
    let scale = (pairs(x) * pairs(y)).sqrt();
    (scale > 0.0).then(|| score as f64 / scale)
}
