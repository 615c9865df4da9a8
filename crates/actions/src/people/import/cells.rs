//! Reading the cells of one row; every mistake is noted with its column, its value and what to do.

use super::{
    report::{BadRow, Report},
    table::{Numbered, Table},
};
use chrono::NaiveDate;
use domain::{
    decision::Text,
    people::{Employment, Nip, NipError},
};

/// Longest text taken, in characters.
const LONGEST: usize = 2_000;

/// One row being read.
pub(super) struct Cells<'t> {
    table: &'t Table,
    row: &'t Numbered,
    bad: Vec<BadRow>,
}

impl<'t> Cells<'t> {
    /// Begins a row.
    pub(super) fn of(table: &'t Table, row: &'t Numbered) -> Self {
        Self { table, row, bad: table.overflow(row.0, &row.1).into_iter().collect() }
    }

    /// The row's number.
    pub(super) fn number(&self) -> u64 {
        self.row.0
    }

    /// A cell, cleaned.
    pub(super) fn get(&self, column: &str) -> &'t str {
        self.table.cell(&self.row.1, column)
    }

    /// Notes a mistake in a column.
    pub(super) fn wrong(&mut self, column: &str, says: Text) {
        let value = self.get(column).chars().take(80).collect();
        self.bad.push(BadRow { row: self.row.0, column: self.table.written(column).to_owned(), value, says });
    }

    /// Is there a mistake so far?
    pub(super) fn is_good(&self) -> bool {
        self.bad.is_empty()
    }

    /// Ends the row: mistakes go into the report. Was it good?
    pub(super) fn finish(self, report: &mut Report) -> bool {
        let good = self.is_good();
        report.total += 1;
        report.good += u64::from(good);
        self.bad.into_iter().for_each(|bad| report.note(bad));
        good
    }

    /// A text that must be there.
    pub(super) fn must(&mut self, column: &str) -> &'t str {
        let text = self.get(column);
        if text.is_empty() {
            self.wrong(column, Text::new("import-cell-empty"));
        } else {
            self.short(column);
        }
        text
    }

    /// A text that may be there.
    pub(super) fn may(&mut self, column: &str) -> &'t str {
        self.short(column);
        self.get(column)
    }

    fn short(&mut self, column: &str) {
        let chars = self.get(column).chars().count();
        if chars > LONGEST {
            let says = Text::new("import-cell-too-long").with("have", chars as i64).with("max", LONGEST as i64);
            self.wrong(column, says);
        }
    }

    /// A day, if one is written.
    pub(super) fn day(&mut self, column: &str) -> Option<NaiveDate> {
        let text = self.get(column);
        let day = read_day(text);
        if day.is_none() && !text.is_empty() {
            self.wrong(column, Text::new("import-not-a-date"));
        }
        day
    }

    /// Yes or no, if either is written.
    pub(super) fn yes(&mut self, column: &str) -> Option<bool> {
        let text = self.get(column).to_lowercase();
        match text.as_str() {
            "" => None,
            "ya" | "y" | "1" | "true" | "benar" | "x" | "v" | "√" | "✓" => Some(true),
            "tidak" | "t" | "tdk" | "0" | "false" | "salah" | "-" | "bukan" => Some(false),
            _ => {
                self.wrong(column, Text::new("import-not-yes-no"));
                None
            }
        }
    }

    /// A whole number from 1, if one is written.
    pub(super) fn whole(&mut self, column: &str) -> Option<u32> {
        let text = self.get(column);
        let number = text.trim_end_matches('.').parse::<u32>().ok().filter(|n| (1..=1_000_000).contains(n));
        if number.is_none() && !text.is_empty() {
            self.wrong(column, Text::new("import-not-a-number"));
        }
        number
    }

    /// A NIP, or NI PPPK, of somebody of this employment.
    pub(super) fn nip(&mut self, column: &str, employment: Employment) -> Option<Nip> {
        match Nip::parse(self.get(column), employment) {
            Ok(nip) => Some(nip),
            Err(error) => {
                let says = nip_says(self.get(column), error);
                self.wrong(column, says);
                None
            }
        }
    }
}

/// What is wrong with a NIP and what to do.
pub fn nip_says(text: &str, error: NipError) -> Text {
    match error {
        _ if text.is_empty() => Text::new("people-nip-missing"),
        // 1,99E+17: a spreadsheet took it for a number and dropped its last digits.
        NipError::NotDigits if text.contains(['E', 'e']) && text.starts_with(|c: char| c.is_ascii_digit()) => {
            Text::new("people-nip-was-number")
        }
        NipError::NotDigits => Text::new("people-nip-not-digits"),
        NipError::Length(have) => Text::new("people-nip-length").with("have", have as i64),
        NipError::BirthDate => Text::new("people-nip-birth"),
        NipError::Appointment => Text::new("people-nip-appointment"),
        NipError::Sex => Text::new("people-nip-sex"),
        NipError::Sequence => Text::new("people-nip-sequence"),
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

/// `2026-01-31`, `31/01/2026`, `31-1-2026`, `31.01.2026`, `31 Januari 2026`.
pub(super) fn read_day(text: &str) -> Option<NaiveDate> {
    let text = text.split([' ', 'T']).next().filter(|first| first.len() >= 8).unwrap_or(text);
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let month = |part: &str| {
        let plain: String = part.to_lowercase().chars().take(3).collect();
        let named = MONTHS.iter().position(|name| *name == plain).map(|at| at as u32 + 1);
        number(part).or(named).or_else(|| (plain == "agt" || plain == "ags" || plain == "aug").then_some(8))
    };
    let (year, month, day) =
        if a.len() == 4 { (number(a)?, number(b)?, number(c)?) } else { (number(c)?, month(b)?, number(a)?) };
    NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| (1900..2200).contains(&year))
}

/// Lower case, words only: how words in cells are compared with the words we know.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_indonesians_write_them() {
        let want = NaiveDate::from_ymd_opt(2026, 8, 7);
        for text in
            ["2026-08-07", "07/08/2026", "7-8-2026", "7.8.2026", "7 Agustus 2026", "7 agt 2026", "2026-08-07 00:00:00"]
        {
            assert_eq!(read_day(text), want, "{text}");
        }
        for text in ["", "2026", "31/02/2026", "08/31/2026", "7/8/26", "besok", "2026-13-01", "1/1/0206"] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }
}
