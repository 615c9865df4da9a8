//! Two groups compared within strata (units, grades, years), so that a difference between strata is not taken for one
//! between groups (Mantel & Haenszel 1959; interval of Robins, Breslow & Greenland 1986).

use crate::numeric::distribution::{chi_square_above, normal_quantile};

/// How many were chosen, and of how many.
pub type Chosen = (usize, usize);

/// The common odds ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratified {
    /// First group over second.
    pub odds_ratio: f64,
    /// Its interval.
    pub interval: (f64, f64),
    /// Test of an odds ratio of one, with continuity correction, one degree of freedom.
    pub chi_square: f64,
    /// Its probability.
    pub p: f64,
}

/// From `(chosen, all)` of both groups in each stratum; strata without anybody in one group say nothing. `level` as 0.95.
/// `None` when nothing can be compared.
pub fn stratified(strata: &[(Chosen, Chosen)], level: f64) -> Option<Stratified> {
    let (mut r, mut s, mut pr, mut cross, mut qs) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut difference, mut variance) = (0.0, 0.0);
    for ((x, n), (y, m)) in strata.iter().filter(|((_, n), (_, m))| *n > 0 && *m > 0) {
        let (a, b, c, d) = (*x as f64, (n - x) as f64, *y as f64, (m - y) as f64);
        let t = a + b + c + d;
        let (up, down) = (a * d / t, b * c / t);
        let (p, q) = ((a + d) / t, (b + c) / t);
        r += up;
        s += down;
        pr += p * up;
        cross += p * down + q * up;
        qs += q * down;
        difference += a - (a + b) * (a + c) / t;
        if t > 1.0 {
            variance += (a + b) * (c + d) * (a + c) * (b + d) / (t * t * (t - 1.0));
        }
    }
    if r <= 0.0 || s <= 0.0 || variance <= 0.0 {
        return None;
    }
    let log = (r / s).ln();
    let error = (pr / (2.0 * r * r) + cross / (2.0 * r * s) + qs / (2.0 * s * s)).sqrt();
    let reach = normal_quantile(0.5 + 0.5 * level) * error;
    let chi_square = (f64::abs(difference) - 0.5).max(0.0).powi(2) / variance;
    Some(Stratified {
        odds_ratio: r / s,
        interval: ((log - reach).exp(), (log + reach).exp()),
        chi_square,
        p: chi_square_above(chi_square, 1.0),
    })
}
