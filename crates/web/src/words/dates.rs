//! Days and instants in words: `7 Juli 2026`, `7 Juli 2026 pukul 14.03 WIT`, `3 hari lagi`, `kemarin pukul 15.20`.

use super::{Lang, Take, Words};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use domain::time::DateRange;

const MONTHS: [[&str; 12]; 2] = [
    [
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
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

impl Words {
    /// Name of a month, from 1.
    pub fn month(&self, month: impl Take<u32>) -> &'static str {
        let language = usize::from(self.lang == Lang::En);
        MONTHS[language].get((month.take() as usize).wrapping_sub(1)).copied().unwrap_or("?")
    }

    /// `7 Juli 2026`.
    pub fn date(&self, day: impl Take<NaiveDate>) -> String {
        let day = day.take();
        format!("{} {} {}", day.day(), self.month(day.month()), day.year())
    }

    /// `7 Jul`, with the year when it is another one than today's: for narrow columns.
    pub fn short_date(&self, day: impl Take<NaiveDate>) -> String {
        let day = day.take();
        let month: String = self.month(day.month()).chars().take(3).collect();
        if day.year() == self.today().year() {
            format!("{} {month}", day.day())
        } else {
            format!("{} {month} {}", day.day(), day.year())
        }
    }

    /// `14.03` on the agency's clock.
    pub fn time(&self, at: impl Take<DateTime<Utc>>) -> String {
        let local = self.zone.local(at.take());
        let separator = if self.lang == Lang::En { ':' } else { '.' };
        format!("{:02}{separator}{:02}", local.hour(), local.minute())
    }

    /// `7 Juli 2026 pukul 14.03 WIT`.
    pub fn at(&self, at: impl Take<DateTime<Utc>>) -> String {
        let at = at.take();
        self.say("when-at")
            .with("date", self.date(self.zone.date(at)))
            .with("time", self.time(at))
            .with("zone", self.zone.code())
            .to_string()
    }

    /// `1 Januari - 31 Desember 2026`; `sejak 1 Juli 2026` while open.
    pub fn range(&self, range: impl Take<DateRange>) -> String {
        let DateRange { from, until } = range.take();
        let Some(until) = until else {
            return self.say("when-since").with("date", self.date(from)).to_string();
        };
        let start = match (from.year() == until.year(), from.month() == until.month()) {
            (true, true) if from.day() == until.day() => return self.date(until),
            (true, true) => from.day().to_string(),
            (true, false) => format!("{} {}", from.day(), self.month(from.month())),
            _ => self.date(from),
        };
        format!("{start} – {}", self.date(until))
    }

    /// A day as seen from today: `hari ini`, `besok`, `3 hari lagi`, `kemarin`, `5 hari lalu`; farther off, the date.
    pub fn day(&self, day: impl Take<NaiveDate>) -> String {
        let day = day.take();
        match (day - self.today()).num_days() {
            0 => self.t("when-today"),
            1 => self.t("when-tomorrow"),
            -1 => self.t("when-yesterday"),
            n @ 2..=30 => self.say("when-days-left").with("n", n).to_string(),
            n @ -30..=-2 => self.say("when-days-ago").with("n", -n).to_string(),
            _ => self.date(day),
        }
    }

    /// An instant as seen from now: `baru saja`, `12 menit lalu`, `pukul 09.10`, `kemarin pukul 15.20`, then the date.
    pub fn ago(&self, at: impl Take<DateTime<Utc>>) -> String {
        let at = at.take();
        let minutes = (self.now - at).num_minutes();
        match (self.today() - self.zone.date(at)).num_days() {
            _ if (0..2).contains(&minutes) => self.t("when-just-now"),
            _ if (2..60).contains(&minutes) => self.say("when-minutes-ago").with("n", minutes).to_string(),
            0 => self.say("when-today-at").with("time", self.time(at)).to_string(),
            1 => self.say("when-yesterday-at").with("time", self.time(at)).to_string(),
            _ => self.date(self.zone.date(at)),
        }
    }

    /// How to greet at this hour.
    pub fn greeting(&self) -> String {
        self.t(match self.zone.local(self.now).hour() {
            4..=10 => "greeting-morning",
            11..=14 => "greeting-noon",
            15..=17 => "greeting-afternoon",
            _ => "greeting-evening",
        })
    }

    /// A wait in seconds: `45 detik`, `2 menit`.
    pub fn wait(&self, seconds: impl Take<i64>) -> String {
        let seconds = seconds.take();
        if seconds < 90 {
            self.say("when-seconds").with("n", seconds).to_string()
        } else {
            self.say("when-minutes").with("n", (seconds + 59) / 60).to_string()
        }
    }
}

/// A day for `<input type="date">` and `<time datetime>`.
pub fn iso(day: impl Take<NaiveDate>) -> String {
    day.take().format("%Y-%m-%d").to_string()
}
