//! Distributions that tests and intervals need: normal, Student, F, chi-square.

use super::special::{beta, gamma_upper};

/// P(Z ≤ z) of the standard normal.
pub fn normal_below(z: f64) -> f64 {
    let tail = 0.5 * gamma_upper(0.5, 0.5 * z * z);
    if z < 0.0 { tail } else { 1.0 - tail }
}

/// P(|Z| ≥ |z|) of the standard normal.
pub fn normal_two_sided(z: f64) -> f64 {
    gamma_upper(0.5, 0.5 * z * z)
}

/// The z below which this share lies; 0 < share < 1. By halving: exact to rounding.
pub fn normal_quantile(share: f64) -> f64 {
    halve(-40.0, 40.0, |z| normal_below(z) < share)
}

/// P(|T| ≥ |t|) of Student's t with so many degrees of freedom.
pub fn student_two_sided(t: f64, df: f64) -> f64 {
    beta(0.5 * df, 0.5, df / t.mul_add(t, df))
}

/// P(X ≥ x) of chi-square.
pub fn chi_square_above(x: f64, df: f64) -> f64 {
    gamma_upper(0.5 * df, 0.5 * x)
}

/// P(X ≥ x) of Fisher's F.
pub fn f_above(x: f64, df1: f64, df2: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { beta(0.5 * df2, 0.5 * df1, df2 / df1.mul_add(x, df2)) }
}

/// The x below which this share of Fisher's F lies; 0 < share < 1.
pub fn f_quantile(share: f64, df1: f64, df2: f64) -> f64 {
    halve(-80.0, 80.0, |log| f_above(log.exp(), df1, df2) > 1.0 - share).exp()
}

/// The t below which this share of Student's t lies; 0 < share < 1.
pub fn student_quantile(share: f64, df: f64) -> f64 {
    let size = halve(0.0, 1e6, |t| 0.5 * student_two_sided(t, df) > (1.0 - share).min(share));
    if share < 0.5 { -size } else { size }
}

/// Where a falling condition ends to hold between two bounds.
pub(crate) fn halve(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_tables() {
        // Abramowitz & Stegun, tables 26.1, 26.8, 26.9, 26.10.
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-12);
        assert!((normal_below(-1.0) - 0.158_655_253_931_457).abs() < 1e-14);
        assert!((chi_square_above(11.070_497_693_516_35, 5.0) - 0.05).abs() < 1e-12);
        assert!((f_quantile(0.95, 5.0, 15.0) - 2.901_294_536).abs() < 1e-8);
        assert!((student_quantile(0.975, 10.0) - 2.228_138_852).abs() < 1e-9);
        assert!((student_two_sided(2.228_138_852, 10.0) - 0.05).abs() < 1e-10);
    }
}
