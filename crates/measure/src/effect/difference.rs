//! The difference of two groups' means in standard deviations.

use super::TooFew;
use crate::numeric::{
    distribution::{normal_quantile, student_two_sided},
    order::{mean, variance},
};

/// A standardised difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// First mean less second, in the unit of the values.
    pub raw: f64,
    /// Over the pooled standard deviation (Cohen's d).
    pub d: f64,
    /// The same with the bias of small samples taken out (Hedges 1981).
    pub g: f64,
    /// Interval of g.
    pub interval: (f64, f64),
    /// Welch's test of equal means.
    pub p: f64,
}

/// Compares two groups of at least `least` values each (two at least). The groups are alike when nothing varies and the
/// means are equal; then d is zero.
pub fn difference(one: &[f64], other: &[f64], level: f64, least: usize) -> Result<Difference, TooFew> {
    let (n, m) = (one.len() as f64, other.len() as f64);
    let few = TooFew { smallest: one.len().min(other.len()), least: least.max(2) };
    if few.smallest < few.least {
        return Err(few);
    }
    let (Some(x), Some(y), Some(v), Some(u)) = (mean(one), mean(other), variance(one), variance(other)) else {
        return Err(few);
    };
    let pooled = (((n - 1.0) * v + (m - 1.0) * u) / (n + m - 2.0)).sqrt();
    let raw = x - y;
    let d = if pooled > 0.0 { raw / pooled } else { raw.signum() * if raw.abs() > 0.0 { f64::INFINITY } else { 0.0 } };
    let g = d * (1.0 - 3.0 / (4.0 * (n + m) - 9.0));
    let reach = normal_quantile(0.5 + 0.5 * level) * ((n + m) / (n * m) + g * g / (2.0 * (n + m))).sqrt();
    let (a, b) = (v / n, u / m);
    let df = (a + b) * (a + b) / (a * a / (n - 1.0) + b * b / (m - 1.0));
    let p =
        if a + b > 0.0 { student_two_sided(raw / (a + b).sqrt(), df) } else { f64::from(u8::from(raw.abs() <= 0.0)) };
    Ok(Difference { raw, d, g, interval: (g - reach, g + reach), p })
}
