//! Intraclass correlation: the six forms of Shrout & Fleiss (1979), with their intervals.

use super::Interval;
use crate::numeric::distribution::{f_above, f_quantile};

/// One form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Icc {
    /// The correlation; may be negative.
    pub value: f64,
    /// Its interval.
    pub interval: Interval,
    /// F test of no differences between targets.
    pub f: f64,
    /// Degrees of freedom of the test.
    pub df: (f64, f64),
    /// Probability of an F at least as large.
    pub p: f64,
}

/// All six, named after what is random: ICC(1, ·) each target has raters of its own, ICC(2, ·) the raters are a sample
/// and their levels count, ICC(3, ·) these raters and no others, levels aside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IccForms {
    /// ICC(1,1).
    pub one: Icc,
    /// ICC(2,1).
    pub two: Icc,
    /// ICC(3,1).
    pub three: Icc,
    /// ICC(1,k), of the mean of all raters; the next two likewise.
    pub one_mean: Icc,
    /// ICC(2,k).
    pub two_mean: Icc,
    /// ICC(3,k).
    pub three_mean: Icc,
    /// Mean squares: between targets, within targets, between judges, error.
    pub mean_squares: [f64; 4],
}

/// From a complete table, a row of equal length for each target, a column for each judge. `level` is the confidence of the
/// intervals, as 0.95. `None` below two rows or columns, with rows of unequal length, or when nothing varies.
pub fn icc(table: &[Vec<f64>], level: f64) -> Option<IccForms> {
    let (rows, columns) = (table.len(), table.first()?.len());
    if rows < 2 || columns < 2 || table.iter().any(|row| row.len() != columns) {
        return None;
    }
    let (n, k) = (rows as f64, columns as f64);
    let grand = table.iter().flatten().sum::<f64>() / (n * k);
    let targets: f64 = table.iter().map(|row| k * (row.iter().sum::<f64>() / k - grand).powi(2)).sum();
    let judges: f64 = (0..columns).map(|j| n * (table.iter().map(|row| row[j]).sum::<f64>() / n - grand).powi(2)).sum();
    let total: f64 = table.iter().flatten().map(|x| (x - grand).powi(2)).sum();
    let bms = targets / (n - 1.0);
    let wms = (total - targets) / (n * (k - 1.0));
    let jms = judges / (k - 1.0);
    let ems = ((total - targets - judges) / ((n - 1.0) * (k - 1.0))).max(0.0);
    if bms <= 0.0 || wms <= 0.0 || ems <= 0.0 {
        return None;
    }
    let share = 0.5 + 0.5 * level;
    let form = |value: f64, interval: (f64, f64), error: f64, df: (f64, f64)| Icc {
        value,
        interval: Interval { low: interval.0, high: interval.1 },
        f: bms / error,
        df,
        p: f_above(bms / error, df.0, df.1),
    };
    let within = (n - 1.0, n * (k - 1.0));
    let crossed = (n - 1.0, (n - 1.0) * (k - 1.0));
    // F divided and multiplied by its quantiles.
    let around = |error: f64, df: (f64, f64)| {
        (bms / error / f_quantile(share, df.0, df.1), bms / error * f_quantile(share, df.1, df.0))
    };
    let single = |(low, high): (f64, f64)| ((low - 1.0) / (low + k - 1.0), (high - 1.0) / (high + k - 1.0));
    let average = |(low, high): (f64, f64)| (1.0 - 1.0 / low, 1.0 - 1.0 / high);
    let (around_one, around_three) = (around(wms, within), around(ems, crossed));
    let two = (bms - ems) / (bms + (k - 1.0) * ems + k * (jms - ems) / n);
    let two_ends = two_interval(two, bms, jms, ems, n, k, share);
    let stepped = |x: f64| k * x / (1.0 + (k - 1.0) * x);
    Some(IccForms {
        one: form((bms - wms) / (bms + (k - 1.0) * wms), single(around_one), wms, within),
        two: form(two, two_ends, ems, crossed),
        three: form((bms - ems) / (bms + (k - 1.0) * ems), single(around_three), ems, crossed),
        one_mean: form((bms - wms) / bms, average(around_one), wms, within),
        two_mean: form((bms - ems) / (bms + (jms - ems) / n), (stepped(two_ends.0), stepped(two_ends.1)), ems, crossed),
        three_mean: form((bms - ems) / bms, average(around_three), ems, crossed),
        mean_squares: [bms, wms, jms, ems],
    })
}

/// Shrout & Fleiss's interval of ICC(2,1), by Satterthwaite's degrees of freedom.
fn two_interval(icc: f64, bms: f64, jms: f64, ems: f64, n: f64, k: f64, share: f64) -> (f64, f64) {
    let fj = jms / ems;
    let level = n * (1.0 + (k - 1.0) * icc) - k * icc;
    let up = (k - 1.0) * (n - 1.0) * (k * icc * fj + level).powi(2);
    let down = (n - 1.0) * (k * icc * fj).powi(2) + level * level;
    let df = up / down;
    let (above, below) = (f_quantile(share, n - 1.0, df), f_quantile(share, df, n - 1.0));
    let rest = k * jms + (k * n - k - n) * ems;
    (n * (bms - above * ems) / (above * rest + n * bms), n * (below * bms - ems) / (rest + n * below * bms))
}
