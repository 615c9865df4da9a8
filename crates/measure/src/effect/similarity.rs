//! Whether raters rate those who are like them higher: the effect of being alike, with every rater's mildness and every
//! ratee's level taken out, so that only pairs differ (Kraiger & Ford 1985; Mount et al. 1997 for why the design matters).

use super::Slope;

/// One pair: who is rated, by whom, whether they are alike, and the mean score or residual.
pub type Dyad = (usize, usize, bool, f64);

/// The effect of likeness on pairs, ratee and rater taken out by alternating means; errors allow for pairs of one rater
/// hanging together. `None` when likeness does not vary within raters and ratees, or with fewer than `least` pairs of
/// either kind (ten at least are advised).
pub fn similarity(dyads: &[Dyad], least: usize) -> Option<Slope> {
    let alike = dyads.iter().filter(|(_, _, alike, _)| *alike).count();
    if alike < least.max(1) || dyads.len() - alike < least.max(1) {
        return None;
    }
    let ratees: Vec<usize> = dyads.iter().map(|dyad| dyad.0).collect();
    let raters: Vec<usize> = dyads.iter().map(|dyad| dyad.1).collect();
    let x = without(&ratees, &raters, dyads.iter().map(|dyad| f64::from(u8::from(dyad.2))).collect());
    let y = without(&ratees, &raters, dyads.iter().map(|dyad| dyad.3).collect());
    let xx: f64 = x.iter().map(|x| x * x).sum();
    if xx < 1e-6 * dyads.len() as f64 {
        return None;
    }
    let value = x.iter().zip(&y).map(|(x, y)| x * y).sum::<f64>() / xx;
    let clusters = raters.iter().max()? + 1;
    let mut sums = vec![0.0; clusters];
    for ((rater, x), y) in raters.iter().zip(&x).zip(&y) {
        sums[*rater] += x * (y - value * x);
    }
    let mut seen = raters;
    seen.sort_unstable();
    seen.dedup();
    let g = seen.len() as f64;
    let meat: f64 = sums.iter().map(|sum| sum * sum).sum::<f64>() * g / (g - 1.0);
    Slope::of(value, meat.sqrt() / xx, g - 1.0)
}

/// Values less the means of both groupings, by turns until nothing changes.
fn without(one: &[usize], other: &[usize], mut values: Vec<f64>) -> Vec<f64> {
    for _ in 0..1000 {
        let moved = demean(one, &mut values).max(demean(other, &mut values));
        if moved < 1e-12 {
            break;
        }
    }
    values
}

fn demean(groups: &[usize], values: &mut [f64]) -> f64 {
    let size = groups.iter().max().map_or(0, |last| last + 1);
    let mut sums = vec![(0.0, 0.0); size];
    for (group, value) in groups.iter().zip(values.iter()) {
        sums[*group] = (sums[*group].0 + value, sums[*group].1 + 1.0);
    }
    for (group, value) in groups.iter().zip(values.iter_mut()) {
        *value -= sums[*group].0 / sums[*group].1;
    }
    sums.iter().filter(|sum| sum.1 > 0.0).fold(0.0, |most, sum| most.max((sum.0 / sum.1).abs()))
}
