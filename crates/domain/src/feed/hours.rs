//! Working time between two instants, on the agency's own clock: by the hours of each day, which stand in the policies
//! (Perpres 21/2023; shorter ones in Ramadan). Holidays count for nothing, nor does what lies before and after the hours.

use crate::{
    decision::{Certainty, Citation},
    policy::WorkingHours,
    time::{Holidays, TimeZone},
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Timelike, Utc};

/// A working day where times are told in working days: 7 hours 30 minutes, also in the months in which an office is open for
/// less, so that amounts compare.
pub const DAY: i64 = 450;
/// When a day begins, in minutes after midnight: where only the day is known, this is meant.
pub const MORNING: i64 = 450;
/// Times are counted in quarters of an hour, a begun one as a whole: fine enough to judge by, coarse enough to keep.
pub const QUARTER: i64 = 15;

/// The regulation.
pub fn law() -> Citation {
    Citation { policy: "perpres-21-2023".to_owned(), article: "Ps 4".to_owned(), certainty: Certainty::Secondary }
}

/// By what an agency's working time is counted.
#[derive(Clone, Copy, Debug)]
pub struct WorkTime<'a> {
    /// Its clock.
    pub zone: TimeZone,
    /// Days on which nobody works.
    pub holidays: &'a Holidays,
    /// The hours of the other days.
    pub hours: &'a WorkingHours,
}

/// Working minutes from one instant to another; none where the second comes first.
pub fn minutes(from: DateTime<Utc>, to: DateTime<Utc>, time: WorkTime<'_>) -> i64 {
    if to <= from {
        return 0;
    }
    let (first, last) = (time.zone.local(from), time.zone.local(to));
    let minute = |at: NaiveTime| i64::from(at.num_seconds_from_midnight()) / 60;
    let (begins, ends) = (minute(first.time()), minute(last.time()));
    let (mut day, until) = (first.date_naive(), last.date_naive());
    let mut sum = 0;
    while day <= until {
        let low = if day == first.date_naive() { begins } else { 0 };
        let high = if day == until { ends } else { 24 * 60 };
        sum += on(day, low, high, time);
        day = day + Days::new(1);
    }
    sum
}

/// Working minutes of a day between two minutes of it.
fn on(day: NaiveDate, low: i64, high: i64, time: WorkTime<'_>) -> i64 {
    // Weekends are days without hours; an agency of six days has them on Saturdays.
    if time.holidays.0.contains(&day) {
        return 0;
    }
    time.hours.on(day).iter().map(|(from, to)| (high.min(*to) - low.max(*from)).max(0)).sum()
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
