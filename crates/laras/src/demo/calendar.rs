//! When things happen in the demo. What would lie after the present instant does not happen.

use actions::World;
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use domain::time::{Holidays, TimeZone};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use uuid::{Builder, Uuid};

/// The demo's calendar: ends now.
pub struct Calendar {
    /// The present.
    pub now: DateTime<Utc>,
    /// The agency's clock.
    pub zone: TimeZone,
    /// Days on which nobody works.
    pub holidays: Holidays,
}

impl Calendar {
    /// Today in the agency.
    pub fn today(&self) -> NaiveDate {
        self.zone.date(self.now)
    }

    /// This year.
    pub fn year(&self) -> i32 {
        self.today().year()
    }

    /// The day, or the last working day before it.
    pub fn working(&self, day: NaiveDate) -> NaiveDate {
        let mut day = day;
        while !self.holidays.is_working(day) {
            day = day - Days::new(1);
        }
        day
    }

    /// An hour (and minute) of a day, moved to the next working day; `None` when it has not come yet.
    pub fn at(&self, day: NaiveDate, hour: u32, minute: u32) -> Option<DateTime<Utc>> {
        let day = if self.holidays.is_working(day) { day } else { self.holidays.after(day, 1) };
        let local = day.and_hms_opt(hour.min(23), minute % 60, 0)?;
        let at = local.and_utc() - TimeDelta::hours(i64::from(self.zone.hours()));
        (at < self.now).then_some(at)
    }

    /// So many days ago or the last working day before, at an hour, but in this year and in the past.
    pub fn ago(&self, days: u64, hour: u32) -> DateTime<Utc> {
        let first = NaiveDate::from_ymd_opt(self.year(), 1, 2).unwrap_or(self.today());
        let day = self.working(self.today() - Days::new(days)).max(first);
        let local = day.and_hms_opt(hour, 20, 0).map(|local| local.and_utc());
        let at = local.map_or(self.now, |at| at - TimeDelta::hours(i64::from(self.zone.hours())));
        at.min(self.now - TimeDelta::minutes(30))
    }
}

/// A day of a year.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day)
        .or_else(|| NaiveDate::from_ymd_opt(year, month, 28))
        .unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 1, 1).expect("a year chrono can hold"))
}

/// The name of a month.
pub fn month(day: NaiveDate) -> &'static str {
    const NAMES: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    NAMES[day.month0() as usize]
}

/// The world at one instant: its clock stands, its ids carry the instant and count up.
pub struct Moment {
    /// When.
    pub at: DateTime<Utc>,
    /// Counts the ids of the whole demo.
    pub ids: Arc<AtomicU64>,
}

impl World for Moment {
    fn now(&self) -> DateTime<Utc> {
        self.at
    }

    fn id(&self) -> Uuid {
        let count = self.ids.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let mut rest = [0_u8; 10];
        // The first three bytes lose bits to the version and the variant.
        rest[3..9].copy_from_slice(&count[2..8]);
        Builder::from_unix_timestamp_millis(u64::try_from(self.at.timestamp_millis()).unwrap_or(0), &rest).into_uuid()
    }

    fn secret(&self) -> [u8; 32] {
        crate::world::RealWorld.secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_happens_at_weekends_or_in_the_future() {
        let now = DateTime::parse_from_rfc3339("2026-11-23T03:00:00Z").expect("an instant").to_utc();
        let holidays = Holidays([day(2026, 11, 18)].into());
        let calendar = Calendar { now, zone: TimeZone::Wib, holidays };
        let saturday = day(2026, 11, 21);
        assert_eq!(calendar.at(saturday, 8, 0).map(|at| calendar.zone.date(at)), Some(day(2026, 11, 23)));
        assert_eq!(calendar.at(day(2026, 11, 24), 8, 0), None);
        assert_eq!(calendar.zone.date(calendar.ago(2, 9)), day(2026, 11, 20));
        assert_eq!(calendar.working(day(2026, 11, 18)), day(2026, 11, 17));
    }

    #[test]
    fn ids_count_up_and_carry_their_instant() {
        let at = DateTime::parse_from_rfc3339("2025-03-03T03:00:00Z").expect("an instant").to_utc();
        let moment = Moment { at, ids: Arc::new(AtomicU64::new(7)) };
        let (first, second) = (moment.id(), moment.id());
        assert!(first < second);
        assert_eq!(first.get_version_num(), 7);
        assert_eq!(first.get_timestamp().map(|t| t.to_unix().0), Some(at.timestamp() as u64));
    }
}
