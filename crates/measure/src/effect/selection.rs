//! Rates of being chosen in two groups: their ratio (the four-fifths rule of the Uniform Guidelines 1978), whether it may
//! be chance, and how sure either is. Both are always given: the ratio misleads with few people, the test with many.

use crate::numeric::{
    distribution::{halve, normal_quantile, normal_two_sided},
    special::ln_choose,
};

/// Too few people to say anything without pointing at single ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// People in the smaller group.
    pub smallest: usize,
    /// The least asked for.
    pub least: usize,
}

/// Two groups compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Selection {
    /// Share chosen in the first group, and in the second.
    pub rates: (f64, f64),
    /// The lower rate over the higher. `None` when nobody was chosen.
    pub impact_ratio: Option<f64>,
    /// Odds ratio of the sample, first over second; infinite when one cell is empty.
    pub odds_ratio: f64,
    /// Conditional maximum likelihood odds ratio.
    pub conditional_odds_ratio: f64,
    /// Its exact interval.
    pub odds_interval: (f64, f64),
    /// Fisher's exact test, two-sided: tables no more likely than this one.
    pub exact_p: f64,
    /// The same with half the probability of this table: less cautious (mid-p).
    pub mid_p: f64,
    /// Difference of the rates in pooled standard errors.
    pub z: f64,
    /// Its probability.
    pub z_p: f64,
    /// Whether one person more or fewer chosen in the group with the lower rate would turn the four-fifths rule.
    pub turns_on_one: bool,
}

/// Compares `(chosen, all)` of two groups. `level` is the confidence of intervals, as 0.95; `least` the smallest group that
/// may be reported (0 for any; at least one in each is needed).
pub fn selection(one: (usize, usize), other: (usize, usize), level: f64, least: usize) -> Result<Selection, TooFew> {
    let smallest = one.1.min(other.1);
    if smallest < least.max(1) || one.0 > one.1 || other.0 > other.1 {
        return Err(TooFew { smallest, least: least.max(1) });
    }
    let (n1, n2) = (one.1 as f64, other.1 as f64);
    let (p, q) = (one.0 as f64 / n1, other.0 as f64 / n2);
    let table = Table::of(one, other);
    let pooled = (one.0 + other.0) as f64 / (n1 + n2);
    let error = (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt();
    let z = if error > 0.0 { (p - q) / error } else { 0.0 };
    let (exact_p, mid_p) = table.two_sided();
    let cells = (one.0 as f64 * (other.1 - other.0) as f64, (one.1 - one.0) as f64 * other.0 as f64);
    Ok(Selection {
        rates: (p, q),
        impact_ratio: ratio(p, q),
        odds_ratio: cells.0 / cells.1,
        conditional_odds_ratio: table.conditional(),
        odds_interval: table.interval(level),
        exact_p,
        mid_p,
        z,
        z_p: normal_two_sided(z),
        turns_on_one: turns(one, other),
    })
}

/// Interval of the ratio of two rates, first over second, on the logarithm (Katz et al. 1978), with half a person added
/// to every cell when one is empty.
pub fn impact_interval(one: (usize, usize), other: (usize, usize), level: f64) -> (f64, f64) {
    let extra = if one.0 == 0 || other.0 == 0 { 0.5 } else { 0.0 };
    let (x, n) = (one.0 as f64 + extra, one.1 as f64 + extra);
    let (y, m) = (other.0 as f64 + extra, other.1 as f64 + extra);
    let log = (x / n / (y / m)).ln();
    let reach = normal_quantile(0.5 + 0.5 * level) * (1.0 / x - 1.0 / n + 1.0 / y - 1.0 / m).max(0.0).sqrt();
    ((log - reach).exp(), (log + reach).exp())
}

fn ratio(p: f64, q: f64) -> Option<f64> {
    (p.max(q) > 0.0).then(|| p.min(q) / p.max(q))
}

fn turns(one: (usize, usize), other: (usize, usize)) -> bool {
    let rate = |(x, n): (usize, usize)| x as f64 / n as f64;
    let (low, high) = if rate(one) <= rate(other) { (one, other) } else { (other, one) };
    let below = |x: usize| ratio(rate((x, low.1)), rate(high)).is_some_and(|ratio| ratio < 0.8);
    let now = below(low.0);
    (low.0 < low.1 && below(low.0 + 1) != now) || (low.0 > 0 && below(low.0 - 1) != now)
}

/// Numbers chosen in the first group that the margins allow, with the logarithm of their chance at even odds.
struct Table {
    logs: Vec<f64>,
    first: usize,
    seen: usize,
}

impl Table {
    fn of(one: (usize, usize), other: (usize, usize)) -> Self {
        let chosen = one.0 + other.0;
        let (first, last) = (chosen.saturating_sub(other.1), chosen.min(one.1));
        let log = |x: usize| ln_choose(one.1 as f64, x as f64) + ln_choose(other.1 as f64, (chosen - x) as f64);
        Self { logs: (first..=last).map(log).collect(), first, seen: one.0 - first }
    }

    /// Chances at given odds.
    fn chances(&self, log_odds: f64) -> Vec<f64> {
        let logs: Vec<f64> =
            self.logs.iter().enumerate().map(|(i, log)| log + log_odds * (self.first + i) as f64).collect();
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = logs.iter().map(|log| (log - top).exp()).collect();
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / sum).collect()
    }

    fn two_sided(&self) -> (f64, f64) {
        let chances = self.chances(0.0);
        let own = chances[self.seen];
        // Equal chances may differ by rounding.
        let p: f64 = chances.iter().filter(|chance| **chance <= own * (1.0 + 1e-7)).sum();
        (p.min(1.0), (p - 0.5 * own).min(1.0))
    }

    fn conditional(&self) -> f64 {
        let last = self.logs.len() - 1;
        match self.seen {
            _ if last == 0 => f64::NAN,
            0 => 0.0,
            seen if seen == last => f64::INFINITY,
            seen => {
                let mean = |log_odds: f64| -> f64 {
                    self.chances(log_odds).iter().enumerate().map(|(i, chance)| i as f64 * chance).sum()
                };
                halve(-50.0, 50.0, |log_odds| mean(log_odds) < seen as f64).exp()
            }
        }
    }

    fn interval(&self, level: f64) -> (f64, f64) {
        let (last, tail) = (self.logs.len() - 1, 0.5 * (1.0 - level));
        let above = |log_odds: f64| self.chances(log_odds)[self.seen..].iter().sum::<f64>();
        let below = |log_odds: f64| self.chances(log_odds)[..=self.seen].iter().sum::<f64>();
        let low = if self.seen == 0 { 0.0 } else { halve(-50.0, 50.0, |odds| above(odds) < tail).exp() };
        let high = if self.seen == last { f64::INFINITY } else { halve(-50.0, 50.0, |odds| below(odds) > tail).exp() };
        (low, high)
    }
}
