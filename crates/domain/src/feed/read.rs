//! From cells to a row, whatever they were typed into: a line of a file, a line another system sends, a form. Everything wrong
//! is told at once, each beside its column.

use super::{hours, kind::Kind, row::Fact};
use crate::{
    amount::{Amount, AmountError},
    decision::{FieldError, Text},
    ids::{EmployeeId, UnitId},
    time::{Holidays, TimeZone},
};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What a row says, before it has a place in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// By what it is known again: the sender's number, or what it is about.
    pub code: String,
    /// The day it counts on.
    pub on: NaiveDate,
    /// Whom it is about.
    pub employee: Option<EmployeeId>,
    /// Which unit it counts for.
    pub unit: Option<UnitId>,
    /// Service, place or activity; may be empty.
    pub item: String,
    /// What it says.
    pub fact: Fact,
}

/// What cells are read against.
pub struct Against<'a> {
    /// Employees by NIP, each with the unit they work in.
    pub people: &'a HashMap<String, (EmployeeId, Option<UnitId>)>,
    /// Units by code.
    pub units: &'a HashMap<String, UnitId>,
    /// The agency's clock.
    pub zone: TimeZone,
    /// The agency's holidays.
    pub holidays: &'a Holidays,
    /// Now.
    pub now: DateTime<Utc>,
    /// Working days for an answer, where a request says none.
    pub answer_days: u32,
}

/// Longest code and item, in characters.
const LONGEST: usize = 120;

struct Cells<'c, 't, F: Fn(&str) -> &'t str> {
    cell: F,
    against: &'c Against<'c>,
    errors: Vec<FieldError>,
}

/// Reads a row of a kind.
pub fn read<'t>(kind: Kind, cell: impl Fn(&str) -> &'t str, against: &Against<'_>) -> Result<Draft, Vec<FieldError>> {
    let mut cells = Cells { cell, against, errors: Vec::new() };
    let read = match kind {
        Kind::Service => cells.request(),
        Kind::Programme => cells.count(),
        Kind::Budget => cells.spending(),
        Kind::Attendance => cells.presence(),
        Kind::Training => cells.course(),
        Kind::Survey | Kind::Team => None,
    };
    match read {
        Some(draft) if cells.errors.is_empty() => Ok(draft),
        _ => Err(cells.errors),
    }
}

impl<'t, F: Fn(&str) -> &'t str> Cells<'_, 't, F> {
    fn get(&self, column: &str) -> &'t str {
        (self.cell)(column).trim()
    }

    fn wrong<T>(&mut self, column: &str, says: Text) -> Option<T> {
        self.errors.push(FieldError::new(column, says));
        None
    }

    fn must(&mut self, column: &str) -> Option<&'t str> {
        let text = self.get(column);
        if text.is_empty() {
            return self.wrong(column, Text::new("feed-cell-missing").with("column", column));
        }
        if text.chars().count() > LONGEST {
            return self.wrong(column, Text::new("feed-cell-long").with("max", LONGEST as i64));
        }
        Some(text)
    }

    fn today(&self) -> NaiveDate {
        self.against.zone.date(self.against.now)
    }

    /// An instant; where only the day is known, the morning of it.
    fn instant(&mut self, column: &str) -> Option<DateTime<Utc>> {
        let text = self.must(column)?;
        let Some(at) = instant(text, self.against.zone) else {
            return self.wrong(column, Text::new("feed-cell-instant").with("typed", text));
        };
        if at > self.against.now {
            return self.wrong(column, Text::new("feed-cell-future").with("typed", text));
        }
        Some(at)
    }

    fn day(&mut self, column: &str) -> Option<NaiveDate> {
        let text = self.must(column)?;
        let Some(day) = day(text) else {
            return self.wrong(column, Text::new("feed-cell-day").with("typed", text));
        };
        if day > self.today() {
            return self.wrong(column, Text::new("feed-cell-future").with("typed", text));
        }
        Some(day)
    }

    /// A month, as its first day.
    fn month(&mut self, column: &str) -> Option<NaiveDate> {
        let text = self.must(column)?;
        let Some(first) = month(text) else {
            return self.wrong(column, Text::new("feed-cell-month").with("typed", text));
        };
        if first > self.today() {
            return self.wrong(column, Text::new("feed-cell-future").with("typed", text));
        }
        Some(first)
    }

    fn amount(&mut self, column: &str) -> Option<Amount> {
        let text = self.must(column)?;
        match Amount::parse(text) {
            Ok(amount) if amount.0 < 0 => self.negative(column, text),
            Ok(amount) => Some(amount),
            Err(AmountError::TooLarge) => self.wrong(column, Text::new("feed-cell-large").with("typed", text)),
            Err(_) => self.wrong(column, Text::new("feed-cell-number").with("typed", text)),
        }
    }

    fn negative<T>(&mut self, column: &str, text: &str) -> Option<T> {
        self.wrong(column, Text::new("feed-cell-negative").with("typed", text))
    }

    fn maybe_amount(&mut self, column: &str) -> Option<Amount> {
        if self.get(column).is_empty() { None } else { self.amount(column) }
    }

    fn rupiah(&mut self, column: &str) -> Option<i64> {
        let text = self.must(column)?;
        match rupiah(text) {
            Some(amount) if amount < 0 => self.negative(column, text),
            Some(amount) => Some(amount),
            None => self.wrong(column, Text::new("feed-cell-rupiah").with("typed", text)),
        }
    }

    /// Whole, not negative, at most `most`; nought where nothing is written.
    fn whole(&mut self, column: &str, most: u32) -> u32 {
        let text = self.get(column);
        match text.parse::<u32>() {
            _ if text.is_empty() => 0,
            Ok(n) if n <= most => n,
            _ if text.starts_with('-') => self.negative(column, text).unwrap_or_default(),
            _ => {
                let says = Text::new("feed-cell-whole").with("typed", text).with("max", most);
                self.wrong(column, says).unwrap_or_default()
            }
        }
    }

    fn yes(&mut self, column: &str) -> Option<bool> {
        match self.get(column).to_lowercase().as_str() {
            "" => None,
            "ya" | "y" | "1" | "benar" | "true" => Some(true),
            "tidak" | "t" | "0" | "salah" | "false" => Some(false),
            other => self.wrong(column, Text::new("feed-cell-yes").with("typed", other)),
        }
    }

    /// Who and which unit; the unit of the employee where none is named.
    fn who(&mut self, must: bool) -> (Option<EmployeeId>, Option<UnitId>) {
        let against = self.against;
        let nip: String = self.get("nip").chars().filter(|c| !c.is_whitespace()).collect();
        let found = against.people.get(&nip).copied();
        if nip.is_empty() && must {
            self.wrong::<()>("nip", Text::new("feed-cell-missing").with("column", "nip"));
        } else if !nip.is_empty() && found.is_none() {
            self.wrong::<()>("nip", Text::new("feed-employee-unknown").with("nip", nip));
        }
        let code = self.get("unit");
        let unit = match against.units.get(code) {
            _ if code.is_empty() => found.and_then(|(_, unit)| unit),
            Some(unit) => Some(*unit),
            None => self.wrong("unit", Text::new("feed-unit-unknown").with("code", code)),
        };
        (found.map(|(employee, _)| employee), unit)
    }

    fn item(&mut self, column: &str) -> String {
        let text = self.get(column);
        if text.chars().count() > LONGEST {
            self.wrong::<()>(column, Text::new("feed-cell-long").with("max", LONGEST as i64));
        }
        text.to_owned()
    }

    fn request(&mut self) -> Option<Draft> {
        let (code, item) = (self.must("nomor"), self.item("layanan"));
        let received = self.instant("diterima");
        let (employee, unit) = self.who(false);
        let answered = if self.get("dijawab").is_empty() { None } else { self.instant("dijawab") };
        let (correct, complaint) = (self.yes("benar"), self.yes("pengaduan").unwrap_or(false));
        let on = self.against.zone.date(received?);
        let due = if self.get("tenggat").is_empty() {
            self.against.holidays.after(on, self.against.answer_days)
        } else {
            let text = self.get("tenggat");
            match day(text) {
                Some(due) if due >= on => due,
                Some(_) => self.wrong("tenggat", Text::new("feed-due-before").with("typed", text))?,
                None => self.wrong("tenggat", Text::new("feed-cell-day").with("typed", text))?,
            }
        };
        if answered.is_some_and(|answered| Some(answered) < received) {
            self.wrong::<()>("dijawab", Text::new("feed-answered-before"));
        }
        if correct.is_some() && answered.is_none() && self.get("dijawab").is_empty() {
            self.wrong::<()>("benar", Text::new("feed-correct-unanswered"));
        }
        let fact = Fact::Request { received: received?, due, answered, correct, complaint };
        Some(Draft { code: code?.to_owned(), on, employee, unit, item, fact })
    }

    fn count(&mut self) -> Option<Draft> {
        let (place, month) = (self.must("tempat"), self.month("bulan"));
        let (target, reached) = (self.amount("target"), self.amount("capaian"));
        let (employee, unit) = self.who(false);
        let (place, on) = (place?, month?);
        let fact = Fact::Count { target: target?, reached: reached? };
        let code = format!("{place}/{}", on.format("%Y-%m"));
        Some(Draft { code, on, employee, unit, item: place.to_owned(), fact })
    }

    fn spending(&mut self) -> Option<Draft> {
        let (activity, month) = (self.must("kegiatan"), self.month("bulan"));
        let (ceiling, spent) = (self.rupiah("pagu"), self.rupiah("realisasi"));
        let (output_target, output) = (self.maybe_amount("target_keluaran"), self.maybe_amount("capaian_keluaran"));
        let (employee, unit) = self.who(false);
        if output.is_some() && output_target.is_none() {
            self.wrong::<()>("target_keluaran", Text::new("feed-output-target-missing"));
        }
        let (activity, on) = (activity?, month?);
        let fact = Fact::Spending { ceiling: ceiling?, spent: spent?, output_target, output };
        let code = format!("{activity}/{}", on.format("%Y-%m"));
        Some(Draft { code, on, employee, unit, item: activity.to_owned(), fact })
    }

    fn presence(&mut self) -> Option<Draft> {
        let (employee, unit) = self.who(true);
        let nip: String = self.get("nip").chars().filter(|c| !c.is_whitespace()).collect();
        let daily = self.get("bulan").is_empty();
        let minutes = self.whole("menit", if daily { 24 * 60 } else { 31 * 24 * 60 });
        if daily {
            let on = self.day("tanggal");
            let status = self.must("status")?.to_lowercase();
            let (absent, excused) = match status.as_str() {
                "hadir" | "dinas" => (0, 0),
                "izin" | "sakit" | "cuti" => (0, 1),
                "alpa" => (1, 0),
                _ => self.wrong("status", Text::new("feed-status-unknown").with("typed", status))?,
            };
            let fact = Fact::Presence { daily, days: 1, absent, excused, minutes, run: 0 };
            let on = on?;
            return Some(Draft { code: format!("{nip}/{on}"), on, employee, unit, item: String::new(), fact });
        }
        let month = self.month("bulan");
        let (days, absent, excused) = (self.whole("hari_kerja", 31), self.whole("alpa", 31), self.whole("izin", 31));
        let run = self.whole("berturut", 31);
        if absent + excused > days {
            self.wrong::<()>("hari_kerja", Text::new("feed-days-few").with("days", days));
        }
        if run > absent {
            self.wrong::<()>("berturut", Text::new("feed-run-long").with("absent", absent));
        }
        let fact = Fact::Presence { daily, days, absent, excused, minutes, run };
        let on = month?;
        Some(Draft { code: format!("{nip}/{}", on.format("%Y-%m")), on, employee, unit, item: String::new(), fact })
    }

    fn course(&mut self) -> Option<Draft> {
        let (employee, unit) = self.who(true);
        let nip: String = self.get("nip").chars().filter(|c| !c.is_whitespace()).collect();
        let (on, name, hours) = (self.day("tanggal"), self.must("kegiatan"), self.amount("jp"));
        if hours.is_some_and(|hours| hours > Amount::whole(1_000)) {
            self.wrong::<()>("jp", Text::new("feed-hours-many"));
        }
        let (on, name) = (on?, name?);
        let code = format!("{nip}/{on}/{name}");
        Some(Draft { code, on, employee, unit, item: name.to_owned(), fact: Fact::Course { hours: hours? } })
    }
}

/// `2026-01-31` or `31/01/2026`.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.split([' ', 'T']).next().unwrap_or(text);
    ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .filter(|day| (1990..2200).contains(&chrono::Datelike::year(day)))
}

/// `2026-01` or `01/2026`; a day stands for its month.
pub fn month(text: &str) -> Option<NaiveDate> {
    let first = |year: &str, month: &str| {
        let short = year.len() == 4 && month.len() <= 2;
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1).filter(|_| short)
    };
    match text.split(['-', '/']).collect::<Vec<_>>().as_slice() {
        [year, month] if year.len() == 4 => first(year, month),
        [month, year] => first(year, month),
        _ => day(text).map(super::tally::month_of),
    }
}

/// `2026-01-31 09:30`, `31/01/2026 09.30`, with a zone as other systems write it, or only the day.
pub fn instant(text: &str, zone: TimeZone) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.to_utc());
    }
    let on = day(text)?;
    let time = text.split_once([' ', 'T']).map(|(_, time)| time.trim().replace('.', ":"));
    let time = match time.as_deref() {
        None | Some("") => NaiveTime::from_num_seconds_from_midnight_opt(hours::MORNING as u32 * 60, 0)?,
        Some(time) => ["%H:%M", "%H:%M:%S"].into_iter().find_map(|form| NaiveTime::parse_from_str(time, form).ok())?,
    };
    Some(NaiveDateTime::new(on, time).and_utc() - Duration::hours(i64::from(zone.hours())))
}

/// Whole rupiah: `1.250.000.000`, `Rp 1.250.000,00`; cents are dropped.
pub fn rupiah(text: &str) -> Option<i64> {
    let text = text.trim_start_matches("Rp").trim_start_matches('.').trim();
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, cents) = text.split_once(',').unwrap_or((text, ""));
    let digits: String = whole.chars().filter(|c| *c != '.').collect();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = !whole.contains('.') || whole.split('.').skip(1).all(|group| group.len() == 3);
    if digits.is_empty() || digits.len() > 17 || !grouped || !all_digits(&digits) || !all_digits(cents) {
        return None;
    }
    let amount: i64 = digits.parse().ok()?;
    Some(if negative { -amount } else { amount })
}
