//! Probabilities of the categories at a place on the logit line.

use super::{layout::Layout, ratings::MAX_CATEGORIES};

/// Odds of a rating are kept within these, so that their powers stay finite.
const ODDS: f64 = 1e15;

/// Keeps odds finite.
pub(crate) fn bounded(odds: f64) -> f64 {
    odds.clamp(1.0 / ODDS, ODDS)
}

/// The thresholds of one scale, as the weight of each category where the odds are even: ln w_k = −Σ_{m ≤ k} τ_m.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Logarithm of the weight of each category; −∞ where the category does not occur. Both ends are zero, so that
    /// thresholds sum to zero.
    pub(crate) log_weight: Vec<f64>,
    /// How often each category occurs among the ratings that were used.
    pub counts: Vec<u64>,
    /// Mean of ability less severities over the ratings in each category; it should rise. NaN where there is none.
    pub average_measure: Vec<f64>,
    /// Outfit mean-square of each category; NaN where there is none.
    pub outfit: Vec<f64>,
    /// Information on each threshold: Σ P_k P_{k−1} / (P_k + P_{k−1}).
    pub(crate) information: Vec<f64>,
}

impl Scale {
    /// Thresholds τ_k between category k − 1 and k, in logits, from k = 1; they sum to zero. `None` where one of the two
    /// categories does not occur.
    pub fn thresholds(&self) -> Vec<Option<f64>> {
        let of = |pair: &[f64]| (pair[0].is_finite() && pair[1].is_finite()).then(|| pair[0] - pair[1]);
        self.log_weight.windows(2).map(of).collect()
    }

    /// Standard error of each threshold, all else taken as known: 1 / √Σ P_k P_{k−1} / (P_k + P_{k−1}).
    pub fn threshold_errors(&self) -> Vec<Option<f64>> {
        self.information.iter().map(|information| (*information > 0.0).then(|| 1.0 / information.sqrt())).collect()
    }

    /// Categories, by number, that were used fewer than ten times: their thresholds are not to be relied on (Linacre 2002).
    pub fn thin(&self) -> Vec<usize> {
        (0..self.counts.len()).filter(|k| (1..10).contains(&self.counts[*k])).collect()
    }

    /// Whether every threshold lies above the one before. Unordered thresholds mark a category that is nowhere the most
    /// likely one.
    pub fn ordered(&self) -> bool {
        let known: Vec<f64> = self.thresholds().into_iter().flatten().collect();
        known.windows(2).all(|pair| pair[0] < pair[1])
    }

    /// Probability of each category where ability less severities is η.
    pub fn probabilities(&self, eta: f64) -> Vec<f64> {
        let logits: Vec<f64> = self.log_weight.iter().enumerate().map(|(k, log)| eta * k as f64 + *log).collect();
        let top = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = logits.iter().map(|logit| (logit - top).exp()).collect();
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / sum).collect()
    }

    /// What is to be expected at η, in score points above the lowest score of the set.
    pub fn moments(&self, eta: f64) -> Moments {
        let mut weights = [0.0; MAX_CATEGORIES];
        let weights = &mut weights[..self.log_weight.len()];
        let logit = |k: usize| eta * k as f64 + self.log_weight[k];
        let top = (0..weights.len()).map(logit).fold(f64::NEG_INFINITY, f64::max);
        let mut sum = 0.0;
        for (k, weight) in weights.iter_mut().enumerate() {
            *weight = (logit(k) - top).exp();
            sum += *weight;
        }
        for weight in weights.iter_mut() {
            *weight /= sum;
        }
        Moments::of(weights)
    }

    /// Logarithm of the probability of a category at η.
    pub(crate) fn log_probability(&self, eta: f64, category: usize) -> f64 {
        let logit = |k: usize| eta * k as f64 + self.log_weight[k];
        let top = (0..self.log_weight.len()).map(logit).fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = (0..self.log_weight.len()).map(|k| (logit(k) - top).exp()).sum();
        logit(category) - top - sum.ln()
    }

    /// Lowest and highest category that occurs.
    pub(crate) fn ends(&self) -> (usize, usize) {
        let occurs = |k: &usize| self.log_weight[*k].is_finite();
        let all = 0..self.log_weight.len();
        (all.clone().find(occurs).unwrap_or(0), all.rev().find(occurs).unwrap_or(0))
    }
}

/// Mean and central moments of a score.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    /// Expected score, counted from the lowest score of the set.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
    /// Third central moment.
    pub third: f64,
    /// Fourth central moment.
    pub fourth: f64,
}

impl Moments {
    pub(crate) fn of(probabilities: &[f64]) -> Self {
        let mean = probabilities.iter().enumerate().map(|(k, p)| k as f64 * p).sum();
        let mut moments = Self { mean, ..Self::default() };
        for (k, p) in probabilities.iter().enumerate() {
            let d = k as f64 - mean;
            moments.variance += p * d * d;
            moments.third += p * d * d * d;
            moments.fourth += p * d * d * d * d;
        }
        moments
    }
}

/// Parameters while they are being estimated: each facet's measures with the sign they have in the sum, and the
/// logarithms of category weights, scale after scale.
#[derive(Clone)]
pub(crate) struct State {
    pub a: Vec<f64>,
    pub b: Vec<f64>,
    pub narrow: Vec<f64>,
    pub log_weight: Vec<f64>,
}

/// The same, exponentiated once for a whole pass.
pub(crate) struct Odds {
    pub a: Vec<f64>,
    pub b: Vec<f64>,
    pub cell: Vec<f64>,
    pub weight: Vec<f64>,
}

impl State {
    pub fn odds(&self, layout: &Layout) -> Odds {
        let exp = |values: &[f64]| values.iter().map(|value| value.clamp(-60.0, 60.0).exp()).collect();
        let cell = |cell| layout.of_cell(cell).iter().map(|part| self.narrow[*part as usize]).sum::<f64>().exp();
        Odds {
            a: exp(&self.a),
            b: exp(&self.b),
            cell: (0..layout.cells).map(cell).collect(),
            weight: self.log_weight.iter().map(|log| log.exp()).collect(),
        }
    }
}

/// Probabilities, mean and variance from odds and category weights, for scales of C categories.
#[inline]
pub(crate) fn categories<const C: usize>(odds: f64, weight: &[f64; C]) -> ([f64; C], f64, f64) {
    let mut p = [0.0; C];
    let (mut power, mut sum, mut first, mut second) = (1.0, 0.0, 0.0, 0.0);
    for k in 0..C {
        let x = weight[k] * power;
        p[k] = x;
        sum += x;
        first += k as f64 * x;
        second += (k * k) as f64 * x;
        power *= odds;
    }
    let scale = 1.0 / sum;
    for x in &mut p {
        *x *= scale;
    }
    let mean = first * scale;
    (p, mean, (second * scale - mean * mean).max(1e-300))
}

/// Calls a function that is compiled for each number of categories with the one at hand.
macro_rules! for_categories {
    ($count:expr, $function:ident $(::<$nodes:literal>)? ($($argument:expr),*)) => {
        match $count {
            3 => $function::<3 $(, $nodes)?>($($argument),*),
            4 => $function::<4 $(, $nodes)?>($($argument),*),
            5 => $function::<5 $(, $nodes)?>($($argument),*),
            6 => $function::<6 $(, $nodes)?>($($argument),*),
            7 => $function::<7 $(, $nodes)?>($($argument),*),
            8 => $function::<8 $(, $nodes)?>($($argument),*),
            9 => $function::<9 $(, $nodes)?>($($argument),*),
            10 => $function::<10 $(, $nodes)?>($($argument),*),
            11 => $function::<11 $(, $nodes)?>($($argument),*),
            12 => $function::<12 $(, $nodes)?>($($argument),*),
            13 => $function::<13 $(, $nodes)?>($($argument),*),
            14 => $function::<14 $(, $nodes)?>($($argument),*),
            15 => $function::<15 $(, $nodes)?>($($argument),*),
            _ => $function::<{ $crate::rasch::ratings::MAX_CATEGORIES } $(, $nodes)?>($($argument),*),
        }
    };
}
pub(crate) use for_categories;

// `Layout::categories` is at least 3 and at most this.
const _: () = assert!(MAX_CATEGORIES == 16);
