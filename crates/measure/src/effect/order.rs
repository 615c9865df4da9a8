//! What came before and when: contrast with the ratee before, drift over a session or a year, and recency.

use super::{Slope, regress};

/// Effects of the order in which one rater worked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    /// Contrast: residual on the level of the ratee rated just before. Negative: a strong one before makes the next look
    /// weaker.
    pub contrast: Option<Slope>,
    /// Drift: residual on time, per unit of time. Positive: milder as time goes on.
    pub drift: Option<Slope>,
}

/// Effects of order for one rater: for each ratee in the order of rating the time, the mean residual (observed less
/// expected, in any unit), and the ratee's measure. Recency is `drift` with, as time, how long before the rating the rated
/// work was done. `None` inside below three ratees, or when nothing varies.
pub fn order(sequence: &[(f64, f64, f64)]) -> Order {
    let before = |pair: &[(f64, f64, f64)]| (pair[0].2, pair[1].1);
    let contrast: Vec<(f64, f64)> = sequence.windows(2).map(before).collect();
    let drift: Vec<(f64, f64)> = sequence.iter().map(|(time, residual, _)| (*time, *residual)).collect();
    Order { contrast: regress::line(&contrast), drift: regress::line(&drift) }
}
