//! Kappa: agreement of names or grades beyond chance (Cohen 1960, 1968; Fleiss 1971; Light 1971).

use super::Interval;
use crate::numeric::distribution::normal_quantile;

/// A coefficient of two raters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kappa {
    /// 1 − observed over expected disagreement.
    pub value: f64,
    /// Large-sample standard error (Fleiss, Cohen & Everitt 1969).
    pub error: f64,
    /// Interval from it.
    pub interval: Interval,
}

/// Disagreement of category i with category j, as a power of their distance: 0 for any difference alike (unweighted
/// kappa), 1 linear, 2 quadratic.
pub fn weights(categories: usize, power: i32) -> Vec<Vec<f64>> {
    let one = |i: usize, j: usize| if i == j { 0.0 } else { (i.abs_diff(j) as f64).powi(power) };
    (0..categories).map(|i| (0..categories).map(|j| one(i, j)).collect()).collect()
}

/// Weighted kappa of a square table of counts (rows: first rater, columns: second) with disagreement weights of the same
/// shape, zero on the diagonal. `level` is the confidence, as 0.95. `None` when the shapes differ, the table is empty, or
/// chance leaves no disagreement.
pub fn weighted(table: &[Vec<f64>], weights: &[Vec<f64>], level: f64) -> Option<Kappa> {
    let c = table.len();
    let square = |rows: &[Vec<f64>]| rows.len() == c && rows.iter().all(|row| row.len() == c);
    let n: f64 = table.iter().flatten().sum();
    if !square(table) || !square(weights) || n <= 0.0 {
        return None;
    }
    let p = |i: usize, j: usize| table[i][j] / n;
    let rows: Vec<f64> = (0..c).map(|i| (0..c).map(|j| p(i, j)).sum()).collect();
    let columns: Vec<f64> = (0..c).map(|j| (0..c).map(|i| p(i, j)).sum()).collect();
    let most = weights.iter().flatten().fold(0.0_f64, |most, weight| most.max(*weight));
    let sum = |of: &dyn Fn(usize, usize) -> f64| -> f64 { (0..c).map(|i| (0..c).map(|j| of(i, j)).sum::<f64>()).sum() };
    // As agreement: a weight of 1 on the diagonal and 0 for the worst disagreement.
    let weight = |i: usize, j: usize| 1.0 - weights[i][j] / most;
    let observed = sum(&|i, j| weight(i, j) * p(i, j));
    let expected = sum(&|i, j| weight(i, j) * rows[i] * columns[j]);
    if most <= 0.0 || 1.0 - expected <= 1e-15 {
        return None;
    }
    let value = (observed - expected) / (1.0 - expected);
    let of_row: Vec<f64> = (0..c).map(|i| (0..c).map(|j| weight(i, j) * columns[j]).sum()).collect();
    let of_column: Vec<f64> = (0..c).map(|j| (0..c).map(|i| weight(i, j) * rows[i]).sum()).collect();
    let spread = sum(&|i, j| p(i, j) * (weight(i, j) - (of_row[i] + of_column[j]) * (1.0 - value)).powi(2));
    let variance = (spread - (value - expected * (1.0 - value)).powi(2)) / (n * (1.0 - expected).powi(2));
    let error = variance.max(0.0).sqrt();
    let reach = normal_quantile(0.5 + 0.5 * level) * error;
    Some(Kappa { value, error, interval: Interval { low: (value - reach).max(-1.0), high: (value + reach).min(1.0) } })
}

/// Fleiss's kappa with its z against chance: a row for each subject with the count of raters in each category; every
/// subject has the same number of raters, at least two. `None` otherwise, or when all are in one category.
pub fn fleiss(counts: &[Vec<f64>]) -> Option<(f64, f64)> {
    let raters: f64 = counts.first()?.iter().sum();
    if raters < 2.0 || counts.iter().any(|row| (row.iter().sum::<f64>() - raters).abs() > 1e-9) {
        return None;
    }
    let n = counts.len() as f64;
    let shares: Vec<f64> =
        (0..counts[0].len()).map(|j| counts.iter().map(|row| row[j]).sum::<f64>() / (n * raters)).collect();
    let within = |row: &Vec<f64>| (row.iter().map(|x| x * x).sum::<f64>() - raters) / (raters * (raters - 1.0));
    let observed = counts.iter().map(within).sum::<f64>() / n;
    let expected: f64 = shares.iter().map(|p| p * p).sum();
    if 1.0 - expected <= 1e-15 {
        return None;
    }
    let kappa = (observed - expected) / (1.0 - expected);
    // Fleiss, Nee & Landis (1979).
    let pq: f64 = shares.iter().map(|p| p * (1.0 - p)).sum();
    let skew: f64 = shares.iter().map(|p| p * (1.0 - p) * (1.0 - 2.0 * p)).sum();
    let variance = 2.0 * (pq * pq - skew) / (pq * pq * n * raters * (raters - 1.0));
    Some((kappa, kappa / variance.sqrt()))
}

/// Light's kappa: the mean of Cohen's over all pairs of raters. Columns of category numbers below `categories`, one for
/// each rater, of equal length. `None` when one pair's is not defined.
pub fn light(raters: &[Vec<usize>], categories: usize) -> Option<f64> {
    let weights = weights(categories, 0);
    let (mut sum, mut pairs) = (0.0, 0.0);
    for (i, one) in raters.iter().enumerate() {
        for other in &raters[i + 1..] {
            let mut table = vec![vec![0.0; categories]; categories];
            for (x, y) in one.iter().zip(other) {
                *table.get_mut(*x)?.get_mut(*y)? += 1.0;
            }
            sum += weighted(&table, &weights, 0.95)?.value;
            pairs += 1.0;
        }
    }
    (pairs > 0.0).then(|| sum / pairs)
}
