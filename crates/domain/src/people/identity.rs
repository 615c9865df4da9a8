//! NIP of a PNS and NI PPPK: 18 digits with a meaning, so most typing mistakes can be seen.

use crate::people::Employment;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A checked NIP or NI PPPK, 18 digits without spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nip(String);

/// What is wrong with a NIP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NipError {
    /// Something other than digits and spaces.
    NotDigits,
    /// Not 18 digits; carries how many there were.
    Length(usize),
    /// The first eight digits are no date of birth.
    BirthDate,
    /// Digits 9-14 are no year and month of appointment (PNS only).
    Appointment,
    /// Digit 15 is neither 1 nor 2.
    Sex,
    /// The last three digits are 000.
    Sequence,
}

impl Nip {
    /// Checks and keeps the digits; spaces are dropped.
    ///
    /// PNS: birth YYYYMMDD, appointment YYYYMM, sex 1/2, sequence 3. PPPK: digits 13-14 are a mark
    /// (21, 24) and not a month, so only their year is checked. Certainty: secondary.
    pub fn parse(text: &str, employment: Employment) -> Result<Self, NipError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NipError::NotDigits);
        }
        if digits.len() != 18 {
            return Err(NipError::Length(digits.len()));
        }
        let number = |range: std::ops::Range<usize>| digits[range].parse::<u32>().expect("digits");
        NaiveDate::from_ymd_opt(number(0..4) as i32, number(4..6), number(6..8)).ok_or(NipError::BirthDate)?;
        let born = number(0..4);
        if !(1900..2100).contains(&born) {
            return Err(NipError::BirthDate);
        }
        let (year, month) = (number(8..12), number(12..14));
        if !(1945..2100).contains(&year) || year < born + 14 {
            return Err(NipError::Appointment);
        }
        if employment == Employment::Pns && !(1..=12).contains(&month) {
            return Err(NipError::Appointment);
        }
        if !matches!(number(14..15), 1 | 2) {
            return Err(NipError::Sex);
        }
        if number(15..18) == 0 {
            return Err(NipError::Sequence);
        }
        Ok(Self(digits))
    }

    /// A value the database already holds.
    pub fn trusted(digits: String) -> Self {
        Self(digits)
    }

    /// The day of birth.
    pub fn born(&self) -> Option<NaiveDate> {
        NaiveDate::parse_from_str(self.0.get(0..8)?, "%Y%m%d").ok()
    }

    /// The first day of the month of appointment; `None` for a PPPK, whose number names only a year.
    pub fn appointed(&self) -> Option<NaiveDate> {
        let (year, month) = (self.0.get(8..12)?.parse().ok()?, self.0.get(12..14)?.parse().ok()?);
        NaiveDate::from_ymd_opt(year, month, 1)
    }

    /// The 18 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// In groups, as on official letters: `19900101 201501 1 001`.
impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = &self.0;
        if n.len() == 18 {
            write!(f, "{} {} {} {}", &n[0..8], &n[8..14], &n[14..15], &n[15..18])
        } else {
            f.write_str(n)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t8_identity() {
        use Employment::{Pns, Pppk};
        for (text, kind, want) in [
            ("199001012015011001", Pns, Ok(())),
            ("19900101 201501 1 001", Pns, Ok(())),
            ("199001012023211001", Pppk, Ok(())),
            ("199001012023211001", Pns, Err(NipError::Appointment)),
            ("199013012015011001", Pns, Err(NipError::BirthDate)),
            ("199001012015013001", Pns, Err(NipError::Sex)),
            ("199001012015011000", Pns, Err(NipError::Sequence)),
            ("19900101201501100", Pns, Err(NipError::Length(17))),
            ("19900101201501100A", Pns, Err(NipError::NotDigits)),
            ("199001011995011001", Pns, Err(NipError::Appointment)),
        ] {
            assert_eq!(Nip::parse(text, kind).map(|_| ()), want, "{text}");
        }
    }
}
