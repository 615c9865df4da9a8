//! How far the people of a unit understand the appraisal, and beside it how many objected: plain figures, small groups hidden.
//!
//! Beside, not because of: units differ in many things, and an objection is a right and no fault.

use crate::{decision::Certainty, ids::UnitId};

/// Fewest people of whom a share is shown, as for every group of the fairness figures.
pub const SMALLEST: u64 = 5;
/// Our reading: no regulation names a smallest group.
pub const CERTAINTY: Certainty = Certainty::Assumption;

/// What was counted of a unit's own people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The unit.
    pub unit: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// People with a post in it.
    pub people: u64,
    /// Those who took the quiz.
    pub tried: u64,
    /// Right answers of the last time, together.
    pub right: u64,
    /// Questions of the last time, together.
    pub of: u64,
    /// Right answers of the first time, together.
    pub first_right: u64,
    /// Questions of the first time, together: the quiz may have changed its length since.
    pub first_of: u64,
    /// Results of the year.
    pub results: u64,
    /// Objections against them.
    pub objections: u64,
}

/// A unit as it is shown. Shares are basis points; `None` where the group is too small or there is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its name.
    pub name: String,
    /// People with a post in it.
    pub people: u64,
    /// Share of them who took the quiz; of a unit of fewer than five nothing is said.
    pub tried: Option<i64>,
    /// Right answers the first time.
    pub first: Option<i64>,
    /// Right answers the last time.
    pub last: Option<i64>,
    /// Objections per hundred results, as a share.
    pub objected: Option<i64>,
}

/// A unit's figures, with small groups hidden.
pub fn shown(counted: &Counted) -> Shown {
    let of_group = |enough: u64, part: u64, whole: u64| (enough >= SMALLEST).then(|| share(part, whole)).flatten();
    Shown {
        name: counted.name.clone(),
        people: counted.people,
        tried: of_group(counted.people, counted.tried, counted.people),
        first: of_group(counted.tried, counted.first_right, counted.first_of),
        last: of_group(counted.tried, counted.right, counted.of),
        objected: of_group(counted.results, counted.objections, counted.results),
    }
}

/// All together. What is hidden must not follow from the rest: the total less the units that are shown is those that hide a
/// figure, and when they are too few even together, the total hides it too.
pub fn total(all: &[Counted]) -> Shown {
    let sum = |of: fn(&Counted) -> u64| all.iter().map(of).sum::<u64>();
    let whole = Counted {
        unit: None,
        name: String::new(),
        people: sum(|one| one.people),
        tried: sum(|one| one.tried),
        right: sum(|one| one.right),
        of: sum(|one| one.of),
        first_right: sum(|one| one.first_right),
        first_of: sum(|one| one.first_of),
        results: sum(|one| one.results),
        objections: sum(|one| one.objections),
    };
    let few =
        |of: fn(&Counted) -> u64| (1..SMALLEST).contains(&all.iter().map(of).filter(|n| *n < SMALLEST).sum::<u64>());
    let mut shown = shown(&whole);
    if few(|one| one.people) {
        shown.tried = None;
    }
    if few(|one| one.tried) {
        (shown.first, shown.last) = (None, None);
    }
    if few(|one| one.results) {
        shown.objected = None;
    }
    shown
}

fn share(part: u64, whole: u64) -> Option<i64> {
    i64::try_from((part * 10_000).checked_div(whole)?).ok()
}
