//! Whether something rises or falls at all: the test of Mann (1945) and Kendall (1975).

use crate::numeric::{
    distribution::{normal_quantile, normal_two_sided},
    order::{quantile, tie_sizes},
};

/// The test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannKendall {
    /// Rising less falling pairs.
    pub s: i64,
    /// S over the number of pairs: −1 falls throughout … 1 rises throughout.
    pub tau: f64,
    /// Standard normal deviate of S, with ties and continuity taken into account.
    pub z: f64,
    /// Probability of one at least as far from zero without a trend. Rough below ten points.
    pub p: f64,
}

/// Tests values in the order of time. `None` below four values, when any is not finite, or when all are equal.
pub fn mann_kendall(values: &[f64]) -> Option<MannKendall> {
    let n = values.len();
    if n < 4 || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut s = 0_i64;
    for (i, late) in values.iter().enumerate() {
        for early in &values[..i] {
            s += i64::from(late > early) - i64::from(late < early);
        }
    }
    let variance = variance(values);
    if variance <= 0.0 {
        return None;
    }
    let z = (s - s.signum()) as f64 / variance.sqrt();
    Some(MannKendall { s, tau: s as f64 / (n * (n - 1) / 2) as f64, z, p: normal_two_sided(z) })
}

/// Interval of the Theil-Sen slope of points in the order of time (Sen 1968; Gilbert 1987): slopes at the ranks at which
/// S would be significant. `level` as 0.95. `None` below four points, or when their x are not all different.
pub fn slope_interval(points: &[(f64, f64)], level: f64) -> Option<(f64, f64)> {
    if points.len() < 4 || points.iter().any(|(x, y)| !x.is_finite() || !y.is_finite()) {
        return None;
    }
    let mut slopes = Vec::with_capacity(points.len() * (points.len() - 1) / 2);
    for (i, (x1, y1)) in points.iter().enumerate() {
        for (x2, y2) in &points[i + 1..] {
            if x1 >= x2 && x2 >= x1 {
                return None;
            }
            slopes.push((y2 - y1) / (x2 - x1));
        }
    }
    slopes.sort_by(f64::total_cmp);
    let values: Vec<f64> = points.iter().map(|(_, y)| *y).collect();
    let count = slopes.len() as f64;
    let reach = normal_quantile(0.5 + 0.5 * level) * variance(&values).max(0.0).sqrt();
    let at = |rank: f64| quantile(&slopes, ((rank - 1.0) / (count - 1.0)).clamp(0.0, 1.0));
    Some((at((count - reach) / 2.0)?, at(f64::midpoint(count, reach) + 1.0)?))
}

/// Of S without a trend.
fn variance(values: &[f64]) -> f64 {
    let term = |n: usize| (n * (n - 1) * (2 * n + 5)) as f64;
    (term(values.len()) - tie_sizes(values).into_iter().map(term).sum::<f64>()) / 18.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // 1 2 4 3 5: nine of ten pairs but one rise, S = 9 − 1 = 8; the variance is 5 · 4 · 15 / 18 = 50 / 3.
        let found = mann_kendall(&[1.0, 2.0, 4.0, 3.0, 5.0]).unwrap();
        assert_eq!(found.s, 8);
        assert!((found.tau - 0.8).abs() < 1e-12 && (found.z - 7.0 / (50.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        // One tie of two takes 2 · 1 · 9 / 18 = 1 away.
        let found = mann_kendall(&[1.0, 2.0, 3.0, 3.0, 5.0]).unwrap();
        assert!(found.s == 9 && (found.z - 8.0 / (50.0_f64 / 3.0 - 1.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn nothing_to_say() {
        for values in [&[1.0, 2.0, 3.0][..], &[2.0; 6], &[1.0, f64::NAN, 2.0, 3.0]] {
            assert_eq!(mann_kendall(values), None, "{values:?}");
        }
    }

    #[test]
    fn the_slope_lies_in_its_interval() {
        let points: Vec<(f64, f64)> =
            (0..12).map(|m| (f64::from(m), 0.5 * f64::from(m) + f64::from(m * 7 % 5) * 0.1)).collect();
        let (low, high) = slope_interval(&points, 0.95).unwrap();
        let slope = super::super::theil_sen(&points).unwrap().slope;
        assert!(low <= slope && slope <= high && low > 0.4 && high < 0.6, "{low} {slope} {high}");
    }
}
