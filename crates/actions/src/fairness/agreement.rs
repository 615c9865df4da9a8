//! How far ratings of the same thing agree: several raters on the same criterion of the same person, and employees with their
//! supervisors on the same line.

use super::gather::{Inputs, Instrument};
use domain::{
    fairness::{
        Estimate, LEVEL,
        report::{Agreed, Between},
    },
    ids::EmployeeId,
};
use measure::agreement::{Level, bootstrap, krippendorff};
use std::collections::BTreeMap;

/// Times people are drawn again for an interval.
const DRAWS: usize = 1_000;
/// Of very many things people with about so many are taken, evenly spread: the width of the interval is then that of fewer.
const MOST: usize = 20_000;
/// Fewest people before anything is said.
const LEAST: usize = 10;

/// What was said of each thing of one person.
type Things = Vec<Vec<f64>>;

/// Both coefficients, as far as there is anything to agree on. `seed` decides what is drawn.
pub fn agreement(inputs: &Inputs, seed: u64) -> Vec<Agreed> {
    let mut by_thing: BTreeMap<(EmployeeId, &str), Vec<f64>> = BTreeMap::new();
    for row in inputs.rows.iter().filter(|row| row.instrument == Instrument::Scheme) {
        if let Some(person) = row.person() {
            by_thing.entry((person, row.item.as_str())).or_default().push(f64::from(row.score));
        }
    }
    let raters = by_thing.into_iter().filter(|(_, given)| given.len() > 1).map(|((of, _), given)| (of, given));
    let both = inputs.pairs.iter().map(|(of, pair)| (*of, pair.map(f64::from).to_vec()));
    [(Between::Raters, by_person(raters)), (Between::SelfAndSupervisor, by_person(both))]
        .into_iter()
        .filter_map(|(between, people)| agreed(between, people, seed))
        .collect()
}

fn by_person(things: impl Iterator<Item = (EmployeeId, Vec<f64>)>) -> Vec<Things> {
    let mut found: BTreeMap<EmployeeId, Things> = BTreeMap::new();
    for (person, given) in things {
        found.entry(person).or_default().push(given);
    }
    found.into_values().collect()
}

/// One coefficient. What was said of one person hangs together, so people are drawn again, each with all there is of them.
fn agreed(between: Between, people: Vec<Things>, seed: u64) -> Option<Agreed> {
    let all: usize = people.iter().map(Vec::len).sum();
    let people: Vec<Things> = people.into_iter().step_by(all.div_ceil(MOST).max(1)).collect();
    if people.len() < LEAST {
        return None;
    }
    let alpha = |drawn: &[usize]| {
        let things: Things = drawn.iter().flat_map(|place| people[*place].iter().cloned()).collect();
        krippendorff(&things, Level::Ordinal)
    };
    let everybody: Vec<usize> = (0..people.len()).collect();
    let value = alpha(&everybody)?;
    let found = bootstrap(people.len(), DRAWS, LEVEL, seed, alpha)?;
    Some(Agreed { between, alpha: Estimate::of(value, found.low, found.high), units: all as u32 })
}
