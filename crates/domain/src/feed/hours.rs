//! Working time between two instants, on the agency's own clock: a five-day week of 37 hours 30 minutes from 07.30, with a
//! break of 60 minutes, on Fridays of 90 (Perpres 21/2023, certainty: secondary). Holidays and weekends count for nothing.
//!
//! When the breaks are is ours (12.00; on Fridays 11.30), as is that hours of Ramadan are not told apart: the regulation
//! shortens them, which would make a response time shorter by little and for everybody alike (certainty: assumption).

use crate::{
    decision::{Certainty, Citation},
    time::{Holidays, TimeZone},
};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Timelike, Utc, Weekday};

/// Minutes of a working day.
pub const DAY: i64 = 450;
/// When it begins, in minutes after midnight: where only the day is known, this is meant.
pub const MORNING: i64 = 450;
/// Times are counted in quarters of an hour, a begun one as a whole: fine enough to judge by, coarse enough to keep.
pub const QUARTER: i64 = 15;

/// The regulation.
pub fn law() -> Citation {
    Citation { policy: "perpres-21-2023".to_owned(), article: "Ps 4".to_owned(), certainty: Certainty::Secondary }
}

/// Working hours of a weekday, in minutes after midnight.
const fn spans(day: Weekday) -> &'static [(i64, i64)] {
    match day {
        Weekday::Sat | Weekday::Sun => &[],
        Weekday::Fri => &[(MORNING, 690), (780, 990)],
        _ => &[(MORNING, 720), (780, 960)],
    }
}

/// Working minutes from one instant to another; none where the second comes first.
pub fn minutes(from: DateTime<Utc>, to: DateTime<Utc>, zone: TimeZone, holidays: &Holidays) -> i64 {
    if to <= from {
        return 0;
    }
    let (first, last) = (zone.local(from), zone.local(to));
    let minute = |at: NaiveTime| i64::from(at.num_seconds_from_midnight()) / 60;
    let (begins, ends) = (minute(first.time()), minute(last.time()));
    let (mut day, until) = (first.date_naive(), last.date_naive());
    let mut sum = 0;
    while day <= until {
        let low = if day == first.date_naive() { begins } else { 0 };
        let high = if day == until { ends } else { 24 * 60 };
        sum += on(day, low, high, holidays);
        day = day + Days::new(1);
    }
    sum
}

/// Working minutes of a day between two minutes of it.
fn on(day: NaiveDate, low: i64, high: i64, holidays: &Holidays) -> i64 {
    if !holidays.is_working(day) {
        return 0;
    }
    spans(day.weekday()).iter().map(|(from, to)| (high.min(*to) - low.max(*from)).max(0)).sum()
}

/// Minutes as quarters, a begun one as a whole.
pub const fn quarters(minutes: i64) -> u32 {
    ((minutes + QUARTER - 1) / QUARTER) as u32
}

/// The longest run of working days among some days; weekends and holidays between them do not break it.
pub fn longest_run(days: impl IntoIterator<Item = NaiveDate>, holidays: &Holidays) -> u32 {
    let (mut longest, mut run, mut next) = (0, 0, None);
    for day in days {
        run = if next == Some(day) { run + 1 } else { 1 };
        longest = longest.max(run);
        next = Some(holidays.after(day, 1));
    }
    longest
}
