//! Reports typed long after the day they are about, many at once, or with the same words: shown to the supervisor with care.
//! A slow line, a trip or one common task explains most of them; nothing is concluded.

use crate::{decision::Text, progress::Entry, time::TimeZone};
use chrono::TimeDelta;
use std::collections::BTreeMap;

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
}

impl Sign {
    /// In words.
    pub fn says(self) -> Text {
        match self {
            Self::Burst { n, days } => Text::new("fairness-backfill-burst").with("n", n).with("days", days),
            Self::Same { n } => Text::new("fairness-backfill-same").with("n", n),
            Self::Late { n, of } => Text::new("fairness-backfill-late").with("n", n).with("of", of),
        }
    }
}

// Certainty of all of these: assumption; chosen so that a week's reports typed on Friday are no sign.
const BURST: usize = 5;
const WITHIN: TimeDelta = TimeDelta::minutes(30);
const APART: i64 = 14;
const SAME: usize = 3;
const LATE_DAYS: i64 = 14;

/// What there is to ask about in one plan's reports. A correction is no report of its own.
pub fn signs(entries: &[Entry], zone: TimeZone) -> Vec<Sign> {
    let mut own: Vec<&Entry> = entries.iter().filter(|entry| entry.corrects.is_none()).collect();
    own.sort_by_key(|entry| entry.recorded_at);
    let mut found = Vec::new();
    found.extend(burst(&own));
    found.extend(same(&own));
    let late = own.iter().filter(|entry| entry.days_late(zone) > LATE_DAYS).count();
    if late >= SAME && late * 2 >= own.len() {
        found.push(Sign::Late { n: late as u32, of: own.len() as u32 });
    }
    found
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
    let mut by_words: BTreeMap<String, std::collections::BTreeSet<chrono::NaiveDate>> = BTreeMap::new();
    for entry in own {
        let words: Vec<String> = entry.did.to_lowercase().split_whitespace().map(str::to_owned).collect();
        if words.len() >= 4 {
            by_words.entry(words.join(" ")).or_default().insert(entry.on);
        }
    }
    let n = by_words.values().map(std::collections::BTreeSet::len).max()?;
    (n >= SAME).then_some(Sign::Same { n: n as u32 })
}
