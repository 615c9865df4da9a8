//! Dates as an agency counts them: its own time zone, inclusive ranges, working days.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An Indonesian time zone. Indonesia has no summer time, so an offset is all there is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeZone {
    /// Waktu Indonesia Barat, UTC+7.
    Wib,
    /// Waktu Indonesia Tengah, UTC+8.
    Wita,
    /// Waktu Indonesia Timur, UTC+9.
    Wit,
}

impl TimeZone {
    /// All zones, west to east.
    pub const ALL: [Self; 3] = [Self::Wib, Self::Wita, Self::Wit];

    /// Hours east of UTC.
    pub const fn hours(self) -> i32 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }

    /// The short name people know.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// Reads [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|z| z.code() == code)
    }

    /// The instant as the agency's clock shows it.
    pub fn local(self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        let offset = FixedOffset::east_opt(self.hours() * 3600).expect("7, 8 or 9 hours");
        at.with_timezone(&offset)
    }

    /// The date on the agency's wall.
    pub fn date(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date_naive()
    }
}

/// Days from `from` to `until`, both included; open when `until` is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateRange {
    /// First day.
    pub from: NaiveDate,
    /// Last day, if there is one.
    pub until: Option<NaiveDate>,
}

impl DateRange {
    /// A range, unless it ends before it begins.
    pub fn new(from: NaiveDate, until: Option<NaiveDate>) -> Option<Self> {
        (until.is_none_or(|until| until >= from)).then_some(Self { from, until })
    }

    /// The whole calendar year.
    pub fn year(year: i32) -> Self {
        Self {
            from: NaiveDate::from_ymd_opt(year, 1, 1).expect("a year chrono can hold"),
            until: NaiveDate::from_ymd_opt(year, 12, 31),
        }
    }

    /// Does the range include the day?
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Do two ranges share a day?
    pub fn overlaps(self, other: Self) -> bool {
        self.until.is_none_or(|until| other.from <= until) && other.until.is_none_or(|until| self.from <= until)
    }
}

/// The holidays an agency keeps; Saturdays and Sundays are never working days (Perpres 21/2023: five-day week).
#[derive(Clone, Debug, Default)]
pub struct Holidays(pub BTreeSet<NaiveDate>);

impl Holidays {
    /// Is it a working day?
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.0.contains(&day)
    }

    /// The `n`th working day after `day`; the day of the event itself does not count
    /// (certainty: assumption, PermenPANRB 6/2022 does not say how *hari kerja* are counted).
    pub fn after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        let mut day = day;
        let mut left = n;
        while left > 0 {
            day = day + Days::new(1);
            if self.is_working(day) {
                left -= 1;
            }
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(y: i32, m: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, day).unwrap()
    }

    #[test]
    fn the_same_instant_is_another_day_further_east() {
        let late = DateTime::parse_from_rfc3339("2026-01-31T15:30:00Z").unwrap().to_utc();
        assert_eq!(TimeZone::Wib.date(late), d(2026, 1, 31));
        assert_eq!(TimeZone::Wit.date(late), d(2026, 2, 1));
    }

    #[test]
    fn working_days_skip_weekends_and_holidays() {
        let holidays = Holidays([d(2026, 1, 1)].into());
        assert_eq!(holidays.after(d(2025, 12, 31), 1), d(2026, 1, 2));
        assert_eq!(holidays.after(d(2026, 1, 2), 1), d(2026, 1, 5));
        assert_eq!(holidays.after(d(2026, 1, 2), 0), d(2026, 1, 2));
    }

    #[test]
    fn ranges_include_both_ends() {
        let year = DateRange::year(2026);
        assert!(year.contains(d(2026, 1, 1)) && year.contains(d(2026, 12, 31)) && !year.contains(d(2027, 1, 1)));
        assert!(DateRange::new(d(2026, 2, 1), Some(d(2026, 1, 1))).is_none());
        assert!(year.overlaps(DateRange { from: d(2026, 12, 31), until: None }));
        assert!(!year.overlaps(DateRange { from: d(2027, 1, 1), until: None }));
    }
}
