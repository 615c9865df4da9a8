//! Changes of those who took part beside changes of those who did not, within strata of where they began: what both had
//! in common (the year, and the pull towards the middle of whoever began low) falls away. A comparison, no proof of a cause.

use super::TooFew;
use crate::agreement::{Interval, bootstrap};

/// One unit: its stratum, whether it took part, how far it moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// Only units of one stratum are compared.
    pub stratum: u32,
    /// Took part?
    pub took_part: bool,
    /// After less before.
    pub change: f64,
}

/// What comes out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matched {
    /// Mean over those who took part of their change less the mean change of those of their stratum who did not.
    pub effect: f64,
    /// Its interval, by drawing units again.
    pub interval: Option<Interval>,
    /// Units that took part and have somebody to be compared with.
    pub took_part: usize,
    /// Units they are compared with.
    pub compared: usize,
}

/// Compares. Strata in which one side is empty say nothing. `least`: the smallest group on either side that may be told.
pub fn matched(units: &[Moved], draws: usize, level: f64, seed: u64, least: usize) -> Result<Matched, TooFew> {
    let shared = |stratum: u32| {
        let in_it = |took: bool| units.iter().any(|unit| unit.stratum == stratum && unit.took_part == took);
        in_it(true) && in_it(false)
    };
    let mut strata: Vec<u32> = units.iter().map(|unit| unit.stratum).collect();
    strata.sort_unstable();
    strata.dedup();
    strata.retain(|stratum| shared(*stratum));
    let used: Vec<Moved> = units.iter().filter(|unit| strata.binary_search(&unit.stratum).is_ok()).copied().collect();
    let took_part = used.iter().filter(|unit| unit.took_part).count();
    let compared = used.len() - took_part;
    let few = TooFew { smallest: took_part.min(compared), least: least.max(2) };
    if few.smallest < few.least {
        return Err(few);
    }
    let all: Vec<usize> = (0..used.len()).collect();
    let Some(effect) = effect(&used, &strata, &all) else { return Err(few) };
    let interval = bootstrap(used.len(), draws, level, seed, |drawn| self::effect(&used, &strata, drawn));
    Ok(Matched { effect, interval, took_part, compared })
}

/// The effect over drawn units; `None` where no stratum has both sides.
fn effect(used: &[Moved], strata: &[u32], drawn: &[usize]) -> Option<f64> {
    // Of each stratum: sum and number of those who took part, of those who did not.
    let mut sums = vec![[0.0_f64; 4]; strata.len()];
    for at in drawn {
        let unit = used[*at];
        let place = strata.binary_search(&unit.stratum).ok()?;
        let side = if unit.took_part { 0 } else { 2 };
        sums[place][side] += unit.change;
        sums[place][side + 1] += 1.0;
    }
    let both = || sums.iter().filter(|sum| sum[1] > 0.0 && sum[3] > 0.0);
    let people: f64 = both().map(|sum| sum[1]).sum();
    let moved: f64 = both().map(|sum| sum[0] - sum[1] * sum[2] / sum[3]).sum();
    (people > 0.0).then(|| moved / people)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(stratum: u32, took_part: bool, changes: &[f64]) -> impl Iterator<Item = Moved> {
        changes.iter().map(move |change| Moved { stratum, took_part, change: *change })
    }

    #[test]
    fn what_both_sides_share_falls_away() {
        // Stratum 2: 1,0 and 0,6 beside 0,2 and 0,0: 0,8 - 0,1. Stratum 3: 0,5 beside 0,1. (2 x 0,7 + 0,4) / 3 = 0,6.
        let all: Vec<Moved> = units(2, true, &[1.0, 0.6])
            .chain(units(2, false, &[0.2, 0.0]))
            .chain(units(3, true, &[0.5]))
            .chain(units(3, false, &[0.1]))
            .chain(units(4, true, &[3.0])) // nobody to compare with
            .chain(units(5, false, &[-3.0]))
            .collect();
        let found = matched(&all, 500, 0.95, 7, 2).expect("enough");
        assert!((found.effect - 0.6).abs() < 1e-12, "{}", found.effect);
        assert_eq!((found.took_part, found.compared), (3, 3));
        assert!(found.interval.expect("an interval").holds(found.effect));
        let again = matched(&all, 500, 0.95, 7, 2).expect("enough");
        assert_eq!(found, again, "the same seed, the same interval");
    }

    #[test]
    fn too_few_say_nothing() {
        let few: Vec<Moved> = units(2, true, &[1.0]).chain(units(2, false, &[0.0, 0.1])).collect();
        assert_eq!(matched(&few, 100, 0.95, 7, 5), Err(TooFew { smallest: 1, least: 5 }));
        assert_eq!(matched(&[], 100, 0.95, 7, 5), Err(TooFew { smallest: 0, least: 5 }));
        let apart: Vec<Moved> = units(2, true, &[1.0; 9]).chain(units(3, false, &[0.0; 9])).collect();
        assert!(matched(&apart, 100, 0.95, 7, 5).is_err(), "nobody began where they did");
    }
}
