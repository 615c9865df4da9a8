//! Working hours as data: of a week, and of every day for one agency.

use super::fields::Fields;
use crate::{decision::Text, time::DateRange};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// The hours of a week: for each day, Monday first, from when until when, in minutes after midnight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekHours([Vec<(i64, i64)>; 7]);

/// Days by their name in the data, Monday first.
const DAYS: [&str; 7] = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];
/// The same for people.
const NAMES: [&str; 7] = [
    "scheme-day-senin",
    "scheme-day-selasa",
    "scheme-day-rabu",
    "scheme-day-kamis",
    "scheme-day-jumat",
    "scheme-day-sabtu",
    "scheme-day-minggu",
];

impl WeekHours {
    /// The hours of a day of the week, in order; none where nobody works.
    pub fn on(&self, day: Weekday) -> &[(i64, i64)] {
        &self.0[day.num_days_from_monday() as usize]
    }

    /// Minutes of the whole week.
    pub fn minutes(&self) -> i64 {
        self.0.iter().flatten().map(|(from, until)| until - from).sum()
    }

    /// Days of the same hours together, as in the data: `senin-kamis 07.30-12.00 13.00-16.00`.
    pub fn short(&self) -> String {
        let part = |(first, last): (usize, usize)| {
            let days = if first == last { DAYS[first].to_owned() } else { format!("{}-{}", DAYS[first], DAYS[last]) };
            format!("{days} {}", self.spans(first, " "))
        };
        self.stretches().into_iter().map(part).collect::<Vec<_>>().join("; ")
    }

    /// The same in sentences, one for each stretch of days.
    pub fn told(&self) -> Vec<Text> {
        let part = |(first, last): (usize, usize)| {
            let (from, until, hours) = (Text::new(NAMES[first]), Text::new(NAMES[last]), self.spans(first, ", "));
            if first == last {
                Text::new("scheme-page-hours-day").with("day", from).with("hours", hours)
            } else {
                Text::new("scheme-page-hours-days").with("first", from).with("last", until).with("hours", hours)
            }
        };
        self.stretches().into_iter().map(part).collect()
    }

    /// The first and the last day of each stretch of days with the same hours.
    fn stretches(&self) -> Vec<(usize, usize)> {
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for day in (0..7).filter(|day| !self.0[*day].is_empty()) {
            match parts.last_mut() {
                Some((first, last)) if *last + 1 == day && self.0[*first] == self.0[day] => *last = day,
                _ => parts.push((day, day)),
            }
        }
        parts
    }

    fn spans(&self, day: usize, between: &str) -> String {
        let span = |(from, until): &(i64, i64)| format!("{}-{}", clock(*from), clock(*until));
        self.0[day].iter().map(span).collect::<Vec<_>>().join(between)
    }
}

/// `07.30`, from minutes after midnight or of a duration.
pub fn clock(minutes: i64) -> String {
    format!("{:02}.{:02}", minutes / 60, minutes % 60)
}

fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.trim().split_once('.')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours >= 0 && (0..60).contains(&minutes)).then_some(hours * 60 + minutes)
}

fn span(text: &str) -> Option<(i64, i64)> {
    let (from, until) = text.split_once('-')?;
    Some((minutes(from)?, minutes(until)?)).filter(|(from, until)| from < until && *until <= 24 * 60)
}

/// `week = "37.30"`, `days = [{ of = ["senin", …], hours = ["07.30-12.00", …] }]`; the days must come to the week.
pub(super) fn read(f: &Fields<'_, '_>) -> Option<WeekHours> {
    let week = f.code("week", "hours and minutes (37.30)", minutes);
    let mut all = WeekHours::default();
    for row in f.tables("days")? {
        let at = |name: &str| DAYS.iter().position(|day| *day == name);
        let of = row.codes("of", "days from senin to minggu", at);
        let hours = row.codes("hours", "from and until (07.30-12.00)", span);
        row.nothing_else();
        let (of, hours) = (of?, hours?);
        if !hours.is_sorted_by(|a, b| a.1 <= b.0) {
            row.wrong("hours", "one after the other");
            return None;
        }
        for day in of {
            if !all.0[day].is_empty() {
                row.wrong("of", "each day once");
                return None;
            }
            all.0[day].clone_from(&hours);
        }
    }
    if week? != all.minutes() {
        f.wrong("week", "what the days come to");
        return None;
    }
    Some(all)
}

/// The working hours of every day for one agency: the usual ones, and those of the days that have their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingHours {
    /// By the days they are in force, in order, the law's before the scheme's own, which go first on the days they name.
    pub(super) usual: Vec<(DateRange, WeekHours)>,
    /// The same of Ramadan, year by year.
    pub(super) ramadan: Vec<(DateRange, WeekHours)>,
}

impl WorkingHours {
    /// The hours of a day, whether or not it is a holiday. A day outside every version is read by the first of them.
    pub fn on(&self, day: NaiveDate) -> &[(i64, i64)] {
        let in_force = |all: &'_ [(DateRange, WeekHours)]| all.iter().rposition(|(days, _)| days.contains(day));
        let week = match (in_force(&self.ramadan), in_force(&self.usual)) {
            (Some(at), _) => Some(&self.ramadan[at]),
            (None, Some(at)) => Some(&self.usual[at]),
            (None, None) => self.usual.first(),
        };
        week.map_or(&[], |(_, week)| week.on(day.weekday()))
    }
}
