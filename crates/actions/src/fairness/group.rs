//! Whether groups of people fare differently, each group beside everybody else; many looks at once, so the chance of a false
//! find is held down over all of them.

use chrono::NaiveDate;
use domain::{
    amount::Amount,
    assessment::Rating,
    evaluation::Evaluation,
    fairness::{
        Estimate, LEVEL, RateeFigures,
        group::{By, GroupFigures, LEAST, of},
        rounded,
    },
    ids::EmployeeId,
};
use measure::{
    effect::{adjust::false_discovery, difference},
    numeric::order::mean,
};
use std::collections::{BTreeMap, HashMap};
use store::Person;

/// One person with what is compared.
struct One {
    raw: f64,
    fair: Option<f64>,
    high: bool,
}

fn number(amount: Amount) -> f64 {
    amount.0 as f64 / Amount::SCALE as f64
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
        .map(|one| {
            let fair = one.fair.map(|fair| number(fair.value));
            let high = high.get(&one.employee).copied().unwrap_or(false);
            (one.employee, One { raw: number(one.raw), fair, high })
        })
        .collect();
    let mut members: BTreeMap<(By, String), Vec<EmployeeId>> = BTreeMap::new();
    for person in people.iter().filter(|person| all.contains_key(&person.employee.id)) {
        let kind = person.post.as_ref().map(|post| post.kind);
        let mut codes: Vec<(By, String)> =
            of(&person.employee, kind, day).into_iter().map(|(by, code)| (by, code.to_owned())).collect();
        codes.extend(person.unit.as_ref().map(|unit| (By::Unit, unit.name.clone())));
        for code in codes {
            members.entry(code).or_default().push(person.employee.id);
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
        let (inside, beside): (Vec<_>, Vec<_>) = all.iter().partition(|(id, _)| ids.contains(id));
        match compared(*by, code, &inside, &beside) {
            Some((group, p)) => {
                found.push(group);
                chances.push(p);
            }
            None => small += 1,
        }
    }
    for (group, adjusted) in found.iter_mut().zip(false_discovery(&chances)) {
        group.adjusted = Amount((adjusted * Amount::SCALE as f64).round() as i64);
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
    let share = |of: &[(&EmployeeId, &One)]| {
        of.iter().filter(|(_, one)| one.high).count() as i64 * 10_000 / (of.len() as i64).max(1)
    };
    let group = GroupFigures {
        by,
        code: code.to_owned(),
        people: (inside.len() as u32, beside.len() as u32),
        means: (rounded(mean(&one)?), rounded(mean(&other)?)),
        raw: estimate(raw)?,
        fair: fair.and_then(estimate),
        rates: (share(inside), share(beside)),
        adjusted: Amount(Amount::SCALE),
    };
    Some((group, raw.p))
}
