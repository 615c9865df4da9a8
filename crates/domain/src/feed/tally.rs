//! Many rows, counted as they come in, so that a page never has to add a million of them up. A tally can be added to and
//! taken from: a correction takes the old row out and puts the new one in, and what is left equals counting anew.

use super::{
    hours::{self, WorkTime},
    row::{Fact, Row},
};
use crate::{
    amount::Amount,
    discipline::Absence,
    ids::{EmployeeId, FeedId, UnitId},
    time::Holidays,
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most sums a kind needs.
const SUMS: usize = 6;

/// Names of the sums of each kind.
pub(super) mod sum {
    pub(in super::super) const ANSWERED: usize = 0;
    pub(in super::super) const IN_TIME: usize = 1;
    pub(in super::super) const CORRECT: usize = 2;
    pub(in super::super) const CHECKED: usize = 3;
    pub(in super::super) const COMPLAINTS: usize = 4;
    pub(in super::super) const MINUTES: usize = 5;
    pub(in super::super) const TARGET: usize = 0;
    pub(in super::super) const REACHED: usize = 1;
    pub(in super::super) const CEILING: usize = 0;
    pub(in super::super) const SPENT: usize = 1;
    pub(in super::super) const PLANNED: usize = 2;
    pub(in super::super) const SPENT_WITH_OUTPUT: usize = 3;
    pub(in super::super) const DAYS: usize = 0;
    pub(in super::super) const ABSENT: usize = 1;
    pub(in super::super) const EXCUSED: usize = 2;
    pub(in super::super) const LATE: usize = 3;
    pub(in super::super) const HOURS: usize = 0;
}

/// What is counted of some rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Rows that count.
    pub n: i64,
    /// Sums; what each is depends on the kind.
    pub sums: [i64; SUMS],
    /// How often: quarters of working hours until an answer; the longest runs that recaps of attendance tell.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub times: BTreeMap<u32, i64>,
    /// By day: requests that wait, by the day they are due; days of absence.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub days: BTreeMap<NaiveDate, i64>,
}

impl Tally {
    /// One row.
    pub fn of(row: &Row, time: WorkTime<'_>) -> Self {
        let mut tally = Self::default();
        if !row.counts() {
            return tally;
        }
        tally.n = 1;
        let mut set = |at: usize, value: i64| tally.sums[at] = value;
        match &row.draft.fact {
            fact @ Fact::Request { due, answered, correct, complaint, .. } => {
                set(sum::COMPLAINTS, i64::from(*complaint));
                set(sum::CHECKED, i64::from(correct.is_some()));
                set(sum::CORRECT, i64::from(*correct == Some(true)));
                if let (Some(answered), Some(took)) = (answered, row.took.or_else(|| fact.took(time))) {
                    set(sum::ANSWERED, 1);
                    set(sum::IN_TIME, i64::from(time.zone.date(*answered) <= *due));
                    set(sum::MINUTES, took);
                    tally.times.insert(hours::quarters(took), 1);
                } else {
                    tally.days.insert(*due, 1);
                }
            }
            Fact::Count { target, reached } => {
                set(sum::TARGET, target.0);
                set(sum::REACHED, reached.0);
            }
            Fact::Spending { ceiling, spent, output_target, output } => {
                set(sum::CEILING, *ceiling);
                set(sum::SPENT, *spent);
                if let (Some(target), Some(output)) = (output_target.filter(|target| target.0 > 0), output) {
                    set(sum::PLANNED, planned(*ceiling, target, *output));
                    set(sum::SPENT_WITH_OUTPUT, *spent);
                }
            }
            Fact::Presence { daily, days, absent, excused, minutes, run } => {
                set(sum::DAYS, i64::from(*days));
                set(sum::ABSENT, i64::from(*absent));
                set(sum::EXCUSED, i64::from(*excused));
                set(sum::LATE, i64::from(*minutes));
                if *absent > 0 && *daily {
                    tally.days.insert(row.draft.on, 1);
                } else if *run > 0 {
                    tally.times.insert(*run, 1);
                }
            }
            Fact::Course { hours } => set(sum::HOURS, hours.0),
        }
        tally
    }

    /// Adds another.
    pub fn add(&mut self, other: &Self) {
        self.join(other, 1);
    }

    /// Takes another out, which was added before.
    pub fn take(&mut self, other: &Self) {
        self.join(other, -1);
    }

    fn join(&mut self, other: &Self, sign: i64) {
        self.n += sign * other.n;
        for (here, there) in self.sums.iter_mut().zip(other.sums) {
            *here = here.saturating_add(sign * there);
        }
        join(&mut self.times, &other.times, sign);
        join(&mut self.days, &other.days, sign);
    }

    /// Several together.
    pub fn sum<'t>(all: impl IntoIterator<Item = &'t Self>) -> Self {
        let mut sum = Self::default();
        all.into_iter().for_each(|one| sum.add(one));
        sum
    }

    /// Absence of one person: days, minutes, and the longest run, as recaps tell it or as the days themselves lie.
    pub fn absence(&self, holidays: &Holidays) -> Absence {
        let told = self.times.keys().next_back().copied().unwrap_or_default();
        Absence {
            days: self.sums[sum::ABSENT].max(0) as u32,
            in_a_row: told.max(hours::longest_run(self.days.keys().copied(), holidays)),
            minutes: self.sums[sum::LATE].max(0) as u32,
        }
    }

    /// Requests that wait for an answer.
    pub fn waiting(&self) -> i64 {
        self.days.values().sum()
    }
}

fn join<K: Ord + Copy>(here: &mut BTreeMap<K, i64>, there: &BTreeMap<K, i64>, sign: i64) {
    for (key, n) in there {
        let held = here.entry(*key).or_default();
        *held += sign * n;
        if *held == 0 {
            here.remove(key);
        }
    }
}

/// What the output that was reached may cost: its share of the ceiling, in rupiah, rounded down. More output than was planned
/// does not make room for more cost (certainty: assumption).
fn planned(ceiling: i64, target: Amount, output: Amount) -> i64 {
    let share = i128::from(output.0.clamp(0, target.0));
    (i128::from(ceiling) * share / i128::from(target.0.max(1))) as i64
}

/// By what rows are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Slice {
    /// Only of this employee.
    pub employee: Option<EmployeeId>,
    /// Only of this unit.
    pub unit: Option<UnitId>,
    /// Only of this service, place or activity; empty for all.
    pub item: String,
}

impl Slice {
    /// What it is told apart by: `p` employee, `u` unit, `i` item.
    pub const fn part(&self) -> &'static str {
        match (self.employee.is_some(), self.unit.is_some(), self.item.is_empty()) {
            (true, _, true) => "p",
            (true, _, false) => "pi",
            (false, true, true) => "u",
            (false, true, false) => "ui",
            (false, false, true) => "all",
            (false, false, false) => "i",
        }
    }

    /// The id of the employee or unit, if there is one.
    pub fn who(&self) -> String {
        self.employee.map(|id| id.to_string()).or(self.unit.map(|id| id.to_string())).unwrap_or_default()
    }

    /// Every slice a row counts in.
    pub fn of(row: &Row) -> Vec<Self> {
        let (employee, unit) = (row.employee(), row.unit());
        let items = [String::new(), row.draft.item.clone()];
        let mut all = Vec::with_capacity(6);
        for item in items.into_iter().take(if row.draft.item.is_empty() { 1 } else { 2 }) {
            all.push(Self { item: item.clone(), ..Self::default() });
            all.extend(employee.map(|_| Self { employee, unit: None, item: item.clone() }));
            all.extend(unit.map(|_| Self { employee: None, unit, item }));
        }
        all
    }
}

/// What is counted of a slice in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The source.
    pub source: FeedId,
    /// Of what.
    pub slice: Slice,
    /// First day of the month.
    pub month: NaiveDate,
    /// What is counted.
    pub tally: Tally,
}

/// First day of the month a day lies in.
pub fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Several cells together. Where rows state a level, the latest month of each item within a year counts, not the sum.
pub fn together(levels: bool, cells: &[Cell]) -> Tally {
    if !levels {
        return Tally::sum(cells.iter().map(|cell| &cell.tally));
    }
    let mut latest: BTreeMap<(FeedId, &Slice, i32), &Cell> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.tally.n > 0) {
        let held = latest.entry((cell.source, &cell.slice, cell.month.year())).or_insert(cell);
        if held.month < cell.month {
            *held = cell;
        }
    }
    Tally::sum(latest.into_values().map(|cell| &cell.tally))
}

/// What rows add to the cells they count in, and what rows they replace take out.
pub fn changes(rows: &[Row], replaced: &[Row], time: WorkTime<'_>) -> BTreeMap<(Slice, NaiveDate), Tally> {
    let mut all: BTreeMap<(Slice, NaiveDate), Tally> = BTreeMap::new();
    let rows = rows.iter().map(|row| (row, true)).chain(replaced.iter().map(|row| (row, false)));
    for (row, comes) in rows {
        let (tally, month) = (Tally::of(row, time), month_of(row.draft.on));
        for slice in Slice::of(row) {
            let cell = all.entry((slice, month)).or_default();
            if comes { cell.add(&tally) } else { cell.take(&tally) }
        }
    }
    all
}
