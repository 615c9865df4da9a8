//! How far ratings of the same thing agree: several raters on the same criterion of the same person, and employees with their
//! supervisors on the same line.

use super::gather::{Inputs, Instrument, Ratee};
use domain::fairness::{
    Estimate, LEVEL,
    report::{Agreed, Between},
};
use measure::agreement::{Level, krippendorff_interval};
use std::collections::BTreeMap;

/// Times units are drawn again for an interval.
const DRAWS: usize = 1_000;
/// Of very many units so many are taken, evenly spread: the width of the interval is then that of fewer.
const MOST: usize = 20_000;
/// Fewest units before anything is said.
const LEAST: usize = 10;

/// Both coefficients, as far as there is anything to agree on. `seed` decides what is drawn.
pub fn agreement(inputs: &Inputs, seed: u64) -> Vec<Agreed> {
    let mut by_thing: BTreeMap<(&Ratee, &str), Vec<f64>> = BTreeMap::new();
    for row in inputs.rows.iter().filter(|row| row.instrument == Instrument::Scheme) {
        by_thing.entry((&row.ratee, row.item.as_str())).or_default().push(f64::from(row.score));
    }
    let raters: Vec<Vec<f64>> = by_thing.into_values().filter(|given| given.len() > 1).collect();
    let both: Vec<Vec<f64>> = inputs.pairs.iter().map(|pair| pair.map(f64::from).to_vec()).collect();
    [(Between::Raters, raters), (Between::SelfAndSupervisor, both)]
        .into_iter()
        .filter_map(|(between, units)| {
            let all = units.len();
            let step = all.div_ceil(MOST).max(1);
            let units: Vec<Vec<f64>> = units.into_iter().step_by(step).collect();
            let (alpha, found) =
                (all >= LEAST).then(|| krippendorff_interval(&units, Level::Ordinal, DRAWS, LEVEL, seed)).flatten()?;
            Some(Agreed { between, alpha: Estimate::of(alpha, found.low, found.high), units: all as u32 })
        })
        .collect()
}
