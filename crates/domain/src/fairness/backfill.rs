//! Reports typed long after the day they are about, many at once, with the same words, or on days on which the attendance
//! record says that somebody was away: shown to the supervisor with care. A slow line, a trip, one common task or a record that
//! is wrong explains most of them; nothing is concluded.

use crate::{
    decision::Text,
    feed::{Fact, Row},
    ids::EmployeeId,
    progress::Entry,
    time::{Holidays, TimeZone},
};
use chrono::{NaiveDate, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};

/// Something to ask about, kindly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// So many reports within half an hour, of days that lie so far apart.
    Burst {
        /// Reports.
        n: u32,
        /// Days between the first and the last day they are about.
        days: u32,
    },
    /// So many reports of different days in the same words.
    Same {
        /// Reports.
        n: u32,
    },
    /// So many reports were typed more than two weeks after the day they are about.
    Late {
        /// Reports.
        n: u32,
        /// Of so many.
        of: u32,
    },
    /// So many reports are about, or were typed on, days on which the attendance record says the person was away.
    Away {
        /// Why, as far as the record tells.
        why: Absence,
        /// Reports.
        n: u32,
        /// The first of these days.
        first: NaiveDate,
        /// The next of them.
        second: Option<NaiveDate>,
        /// How many days there are beside these two.
        more: u32,
    },
}

/// What an attendance record says of a day on which somebody was away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// With a valid reason: permission, illness, leave.
    Leave,
    /// Without one.
    Unexcused,
}

/// The days on which one person was away. A day that is not in it says nothing: present, or unknown.
pub type Away = BTreeMap<NaiveDate, Absence>;

/// Who was away when, by the rows of attendance sources. Only rows of single days tell; a month's recap does not say which days
/// they were. Holidays and weekends are nobody's absence, and where two sources disagree of a day, nothing is said of it.
pub fn away<'r>(rows: impl IntoIterator<Item = &'r Row>, holidays: &Holidays) -> BTreeMap<EmployeeId, Away> {
    let mut told: BTreeMap<(EmployeeId, NaiveDate), BTreeSet<Option<Absence>>> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| row.counts() && holidays.is_working(row.draft.on)) {
        let (Fact::Presence { daily: true, absent, excused, .. }, Some(employee)) = (&row.draft.fact, row.employee())
        else {
            continue;
        };
        let absence = match (*absent, *excused) {
            (0, 0) => None,
            (0, _) => Some(Absence::Leave),
            _ => Some(Absence::Unexcused),
        };
        told.entry((employee, row.draft.on)).or_default().insert(absence);
    }
    let mut found: BTreeMap<EmployeeId, Away> = BTreeMap::new();
    for ((employee, day), said) in told {
        if let (1, Some(Some(absence))) = (said.len(), said.first().copied()) {
            found.entry(employee).or_default().insert(day, absence);
        }
    }
    found
}

impl Sign {
    /// In words.
    pub fn says(self) -> Text {
        match self {
            Self::Burst { n, days } => Text::new("fairness-backfill-burst").with("n", n).with("days", days),
            Self::Same { n } => Text::new("fairness-backfill-same").with("n", n),
            Self::Late { n, of } => Text::new("fairness-backfill-late").with("n", n).with("of", of),
            Self::Away { why, n, first, second, more } => {
                let days = match second {
                    None => Text::new("fairness-backfill-days-one").with("first", first),
                    Some(second) if more == 0 => {
                        Text::new("fairness-backfill-days-two").with("first", first).with("second", second)
                    }
                    Some(second) => Text::new("fairness-backfill-days-more")
                        .with("first", first)
                        .with("second", second)
                        .with("n", more),
                };
                let key = match why {
                    Absence::Leave => "fairness-backfill-away-leave",
                    Absence::Unexcused => "fairness-backfill-away-absent",
                };
                Text::new(key).with("n", n).with("days", days)
            }
        }
    }
}

// Certainty of all of these: assumption; chosen so that a week's reports typed on Friday are no sign.
const BURST: usize = 5;
const WITHIN: TimeDelta = TimeDelta::minutes(30);
const APART: i64 = 14;
const SAME: usize = 3;
const LATE_DAYS: i64 = 14;

/// What there is to ask about in one plan's reports. A correction is no report of its own; where it names another day, that is
/// the day the report is about.
pub fn signs(entries: &[Entry], zone: TimeZone, away: &Away) -> Vec<Sign> {
    let mut own: Vec<&Entry> = entries.iter().filter(|entry| entry.corrects.is_none()).collect();
    own.sort_by_key(|entry| entry.recorded_at);
    let mut found = Vec::new();
    found.extend(burst(&own));
    found.extend(same(&own));
    let late = own.iter().filter(|entry| entry.days_late(zone) > LATE_DAYS).count();
    if late >= SAME && late * 2 >= own.len() {
        found.push(Sign::Late { n: late as u32, of: own.len() as u32 });
    }
    if !away.is_empty() {
        found.extend(
            [Absence::Leave, Absence::Unexcused].into_iter().filter_map(|why| outside(entries, zone, away, why)),
        );
    }
    found
}

/// Reports about a day on which the person was away, or typed on one. Each counts once, by the day it is about if that is such a
/// day.
fn outside(entries: &[Entry], zone: TimeZone, away: &Away, why: Absence) -> Option<Sign> {
    let recorded = |day: NaiveDate| away.get(&day).map(|absence| (day, *absence));
    let mut days = BTreeSet::new();
    let mut n = 0;
    for entry in entries.iter().filter(|entry| entry.corrects.is_none()) {
        let found = recorded(about(entry, entries)).or_else(|| recorded(zone.date(entry.recorded_at)));
        if let Some((day, _)) = found.filter(|(_, absence)| *absence == why) {
            days.insert(day);
            n += 1;
        }
    }
    let more = days.len().saturating_sub(2) as u32;
    let mut days = days.into_iter();
    Some(Sign::Away { why, n, first: days.next()?, second: days.next(), more })
}

/// The day a report is about, by its last correction.
fn about(entry: &Entry, entries: &[Entry]) -> NaiveDate {
    let mut last = entry;
    // Each correction is of another entry; so many steps at most, whatever stands in the rows.
    for _ in entries {
        match entries.iter().find(|later| later.corrects == Some(last.id)) {
            Some(later) => last = later,
            None => break,
        }
    }
    last.on
}

/// The largest number typed together that is about days far apart.
fn burst(own: &[&Entry]) -> Option<Sign> {
    let runs = own.iter().enumerate().map(|(i, first)| {
        let until = own[i..].partition_point(|entry| entry.recorded_at - first.recorded_at <= WITHIN);
        &own[i..i + until]
    });
    let run = runs.max_by_key(|run| run.len())?;
    let days = run.iter().map(|entry| entry.on).max()? - run.iter().map(|entry| entry.on).min()?;
    let far = run.len() >= BURST && days.num_days() >= APART;
    far.then(|| Sign::Burst { n: run.len() as u32, days: days.num_days() as u32 })
}

fn same(own: &[&Entry]) -> Option<Sign> {
    let mut by_words: BTreeMap<String, BTreeSet<NaiveDate>> = BTreeMap::new();
    for entry in own {
        let words: Vec<String> = entry.did.to_lowercase().split_whitespace().map(str::to_owned).collect();
        if words.len() >= 4 {
            by_words.entry(words.join(" ")).or_default().insert(entry.on);
        }
    }
    let n = by_words.values().map(BTreeSet::len).max()?;
    (n >= SAME).then_some(Sign::Same { n: n as u32 })
}
