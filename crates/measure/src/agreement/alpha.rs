//! Krippendorff's alpha (Krippendorff 2004, Content Analysis, chapter 11).

use super::{Interval, bootstrap};

/// What differences between values mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Values are names.
    Nominal,
    /// Values have an order.
    Ordinal,
    /// Differences of values have a size.
    Interval,
    /// Values have a zero. They must not be negative.
    Ratio,
}

/// The values of each unit, as (index of the value, how often).
struct Units {
    values: Vec<f64>,
    counts: Vec<Vec<(usize, f64)>>,
}

/// Alpha of units, each with the values its raters gave, in any order; units may have different numbers of raters, and
/// those with fewer than two do not count. 1 is perfect agreement, 0 what chance gives, below 0 systematic disagreement.
/// `None` when nothing can be paired, or all values are one.
pub fn krippendorff(units: &[Vec<f64>], level: Level) -> Option<f64> {
    let units = Units::of(units);
    let all: Vec<usize> = (0..units.counts.len()).collect();
    units.alpha(&all, level)
}

/// Alpha with an interval: units drawn again (Zapf, Castell, Morawietz & Karch 2016). Arguments as in
/// [`super::bootstrap()`].
pub fn krippendorff_interval(
    units: &[Vec<f64>],
    level: Level,
    draws: usize,
    confidence: f64,
    seed: u64,
) -> Option<(f64, Interval)> {
    let units = Units::of(units);
    let all: Vec<usize> = (0..units.counts.len()).collect();
    let alpha = units.alpha(&all, level)?;
    Some((alpha, bootstrap(all.len(), draws, confidence, seed, |drawn| units.alpha(drawn, level))?))
}

impl Units {
    fn of(units: &[Vec<f64>]) -> Self {
        let pairable = units.iter().filter(|unit| unit.len() > 1);
        let mut values: Vec<f64> = pairable.clone().flatten().copied().collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let count = |unit: &Vec<f64>| {
            let mut counts: Vec<(usize, f64)> = Vec::new();
            for value in unit {
                // By `<`, as `dedup` compares: the two zeros are one value.
                let at = values.partition_point(|known| known < value);
                match counts.iter_mut().find(|(known, _)| *known == at) {
                    Some((_, count)) => *count += 1.0,
                    None => counts.push((at, 1.0)),
                }
            }
            counts
        };
        Self { counts: pairable.map(count).collect(), values }
    }

    fn alpha(&self, drawn: &[usize], level: Level) -> Option<f64> {
        let c = self.values.len();
        let mut coincidence = vec![0.0; c * c];
        for unit in drawn {
            let counts = &self.counts[*unit];
            let raters: f64 = counts.iter().map(|(_, count)| count).sum();
            for (i, x) in counts {
                for (j, y) in counts {
                    let pairs = if i == j { x * (x - 1.0) } else { x * y };
                    coincidence[i * c + j] += pairs / (raters - 1.0);
                }
            }
        }
        let totals: Vec<f64> = coincidence.chunks_exact(c.max(1)).map(|row| row.iter().sum()).collect();
        let n: f64 = totals.iter().sum();
        let (mut observed, mut expected) = (0.0, 0.0);
        for i in 0..c {
            // What lies between, for the ordinal difference.
            let mut between = 0.0;
            for j in i + 1..c {
                let difference = match level {
                    Level::Nominal => 1.0,
                    Level::Ordinal => between + 0.5 * (totals[i] + totals[j]),
                    Level::Interval => self.values[j] - self.values[i],
                    Level::Ratio => (self.values[j] - self.values[i]) / (self.values[j] + self.values[i]),
                };
                between += totals[j];
                observed += coincidence[i * c + j] * difference * difference;
                expected += totals[i] * totals[j] * difference * difference;
            }
        }
        (n > 1.0 && expected > 0.0).then(|| 1.0 - (n - 1.0) * observed / expected)
    }
}
