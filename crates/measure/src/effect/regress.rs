//! A slope and how sure it is.

use crate::numeric::distribution::{student_quantile, student_two_sided};

/// Change of one thing with another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// Per unit.
    pub value: f64,
    /// Standard error; with clusters, one that allows for likeness within them.
    pub error: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Probability of one at least as far from zero by chance.
    pub p: f64,
}

impl Slope {
    /// Interval at a confidence, as 0.95.
    pub fn interval(&self, level: f64) -> (f64, f64) {
        let reach = student_quantile(0.5 + 0.5 * level, self.df) * self.error;
        (self.value - reach, self.value + reach)
    }

    pub(super) fn of(value: f64, error: f64, df: f64) -> Option<Self> {
        (error > 0.0 && df > 0.0).then(|| Self { value, error, df, p: student_two_sided(value / error, df) })
    }
}

/// Least squares of y on x with an intercept. `None` below three points or when x does not vary.
pub(super) fn line(points: &[(f64, f64)]) -> Option<Slope> {
    let n = points.len() as f64;
    if points.len() < 3 {
        return None;
    }
    let (mx, my) = (points.iter().map(|p| p.0).sum::<f64>() / n, points.iter().map(|p| p.1).sum::<f64>() / n);
    let xx: f64 = points.iter().map(|(x, _)| (x - mx) * (x - mx)).sum();
    let xy: f64 = points.iter().map(|(x, y)| (x - mx) * (y - my)).sum();
    if xx <= 0.0 {
        return None;
    }
    let value = xy / xx;
    let left: f64 = points.iter().map(|(x, y)| (y - my - value * (x - mx)).powi(2)).sum();
    Slope::of(value, (left / (n - 2.0) / xx).sqrt(), n - 2.0)
}
