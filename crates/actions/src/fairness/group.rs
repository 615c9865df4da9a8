//! Whether groups of people fare differently, each group beside everybody else; many looks at once, so the chance of a false
//! find is held down over all of them.

use chrono::NaiveDate;
use domain::{
    amount::Amount,
    assessment::Rating,
    evaluation::Evaluation,
    fairness::{
        Estimate, LEVEL, RateeFigures,
        group::{By, GroupFigures, Impact, LEAST, of},
        rounded,
    },
    ids::EmployeeId,
};
use measure::{
    effect::{adjust::false_discovery, difference, impact_interval, selection},
    numeric::order::mean,
};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::Person;

/// One person with what is compared.
struct One {
    raw: f64,
    fair: Option<f64>,
    /// At the highest rating; unknown before there is a result.
    high: Option<bool>,
}

fn number(amount: Amount) -> f64 {
    amount.0 as f64 / Amount::SCALE as f64
}

/// A probability in ten-thousandths.
fn chance(p: f64) -> Amount {
    Amount((p * Amount::SCALE as f64).round() as i64)
}

/// The groups somebody belongs to.
pub(super) fn codes(person: &Person, day: NaiveDate) -> Vec<(By, String)> {
    let kind = person.post.as_ref().map(|post| post.kind);
    let mut found: Vec<(By, String)> =
        of(&person.employee, kind, day).into_iter().map(|(by, code)| (by, code.to_owned())).collect();
    found.extend(person.unit.as_ref().map(|unit| (By::Unit, unit.name.clone())));
    found
}

/// The groups large enough to be told, and how many were not.
pub fn groups(
    figures: &[RateeFigures],
    results: &[Evaluation],
    people: &[Person],
    day: NaiveDate,
) -> (Vec<GroupFigures>, u32) {
    let high: HashMap<EmployeeId, bool> = results
        .iter()
        .map(|one| (one.employee, one.hasil == Rating::Diatas && one.perilaku == Rating::Diatas))
        .collect();
    let all: HashMap<EmployeeId, One> = figures
        .iter()
        // Marks of the scheme alone are on a scale of their own.
        .filter(|one| one.by_law > 0)
        .map(|one| {
            let fair = one.fair.map(|fair| number(fair.value));
            let high = high.get(&one.employee).copied();
            (one.employee, One { raw: number(one.raw), fair, high })
        })
        .collect();
    let mut members: BTreeMap<(By, String), HashSet<EmployeeId>> = BTreeMap::new();
    for person in people.iter().filter(|person| all.contains_key(&person.employee.id)) {
        for code in codes(person, day) {
            members.entry(code).or_default().insert(person.employee.id);
        }
    }
    let (mut found, mut chances, mut small) = (Vec::new(), Vec::new(), 0);
    let per: BTreeMap<By, usize> = members.keys().fold(BTreeMap::new(), |mut counts, (by, _)| {
        *counts.entry(*by).or_default() += 1;
        counts
    });
    for ((by, code), ids) in &members {
        // Of two groups the second says nothing that the first has not said.
        let second = per[by] == 2 && members.keys().find(|(of, _)| of == by).is_none_or(|(_, first)| first != code);
        if second {
            continue;
        }
        let (inside, beside): (Vec<_>, Vec<_>) = all.iter().partition(|(id, _)| ids.contains(*id));
        match compared(*by, code, &inside, &beside) {
            Some((group, p)) => {
                found.push(group);
                chances.push(p);
            }
            None => small += 1,
        }
    }
    for (group, adjusted) in found.iter_mut().zip(false_discovery(&chances)) {
        group.adjusted = chance(adjusted);
    }
    let mut ratios: Vec<&mut Impact> = found.iter_mut().filter_map(|group| group.impact.as_mut()).collect();
    let chances: Vec<f64> = ratios.iter().map(|ratio| number(ratio.adjusted)).collect();
    for (ratio, adjusted) in ratios.iter_mut().zip(false_discovery(&chances)) {
        ratio.adjusted = chance(adjusted);
    }
    (found, small)
}

fn compared(
    by: By,
    code: &str,
    inside: &[(&EmployeeId, &One)],
    beside: &[(&EmployeeId, &One)],
) -> Option<(GroupFigures, f64)> {
    // Sums of numbers depend on their order, and a map has none.
    let values = |of: &[(&EmployeeId, &One)], pick: fn(&One) -> Option<f64>| {
        let mut found: Vec<f64> = of.iter().filter_map(|(_, one)| pick(one)).collect();
        found.sort_by(f64::total_cmp);
        found
    };
    let (one, other) = (values(inside, |one| Some(one.raw)), values(beside, |one| Some(one.raw)));
    let raw = difference(&one, &other, LEVEL, LEAST).ok()?;
    let estimate = |d: measure::effect::Difference| {
        let all = [d.g, d.interval.0, d.interval.1];
        all.iter().all(|x| x.is_finite()).then(|| Estimate::of(d.g, d.interval.0, d.interval.1))
    };
    let fair = difference(&values(inside, |one| one.fair), &values(beside, |one| one.fair), LEVEL, LEAST).ok();
    let counted = |of: &[(&EmployeeId, &One)]| {
        let known: Vec<bool> = of.iter().filter_map(|(_, one)| one.high).collect();
        (known.iter().filter(|high| **high).count(), known.len())
    };
    let share = |(chosen, all): (usize, usize)| chosen as i64 * 10_000 / (all as i64).max(1);
    let (own, others) = (counted(inside), counted(beside));
    let group = GroupFigures {
        by,
        code: code.to_owned(),
        people: (inside.len() as u32, beside.len() as u32),
        means: (rounded(mean(&one)?), rounded(mean(&other)?)),
        raw: estimate(raw)?,
        fair: fair.and_then(estimate),
        rates: (share(own), share(others)),
        impact: impact(own, others),
        adjusted: Amount(Amount::SCALE),
    };
    Some((group, raw.p))
}

/// The share of `(at the highest rating, with a result)` in a group over that of everybody else, not yet adjusted. `None` with
/// too few people, or where nobody else is there to compare with.
pub(super) fn impact(own: (usize, usize), others: (usize, usize)) -> Option<Impact> {
    let found = selection(own, others, LEVEL, LEAST).ok().filter(|_| others.0 > 0)?;
    let ratio = found.rates.0 / found.rates.1;
    let (low, high) = impact_interval(own, others, LEVEL);
    // With nobody chosen, the interval is that of half a person.
    Some(Impact { ratio: Estimate::of(ratio, low.min(ratio), high), adjusted: chance(found.exact_p) })
}
