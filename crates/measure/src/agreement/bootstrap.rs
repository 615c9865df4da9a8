//! Intervals by drawing units again (Efron 1979).

use rayon::prelude::*;

use crate::numeric::{order::quantile, random::Stream};

/// Where a figure lies with a given confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// Whether a value lies inside, ends included.
    pub fn holds(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// Percentile interval of a statistic of `units` units, each drawn with equal chance and put back, `draws` times (1000 or
/// more are usual). `level` is the confidence, as 0.95; the seed decides what is drawn. Draws in which the statistic is
/// not defined are left out; `None` when that is more than half of them, or nothing is drawn.
pub fn bootstrap(
    units: usize,
    draws: usize,
    level: f64,
    seed: u64,
    statistic: impl Fn(&[usize]) -> Option<f64> + Sync,
) -> Option<Interval> {
    let mut values: Vec<f64> = (0..draws as u64)
        .into_par_iter()
        .filter_map(|draw| {
            // Each draw enters the stream at its own place, so the order of work does not matter.
            let mut stream = Stream::new(seed);
            stream.skip(draw * units as u64);
            let drawn: Vec<usize> = (0..units).map(|_| stream.below(units)).collect();
            statistic(&drawn).filter(|value| value.is_finite())
        })
        .collect();
    if values.len() * 2 < draws.max(1) {
        return None;
    }
    values.sort_by(f64::total_cmp);
    let tail = 0.5 * (1.0 - level);
    Some(Interval { low: quantile(&values, tail)?, high: quantile(&values, 1.0 - tail)? })
}
