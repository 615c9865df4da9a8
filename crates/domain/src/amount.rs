//! Numbers people are measured by: integers in ten-thousandths, never floating point.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount in ten-thousandths (`Amount(35_000)` is 3,5). Range ±922 billion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(pub i64);

/// Why a written number could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Nothing was written.
    Empty,
    /// Not a number as written in Indonesia (`1.234,5`).
    NotANumber,
    /// More than four decimals.
    TooFine,
    /// Beyond ±900 billion.
    TooLarge,
}

impl Amount {
    /// Ten-thousandths in one.
    pub const SCALE: i64 = 10_000;

    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        Self(n * Self::SCALE)
    }

    /// Reads a number as Indonesians write it: `1.234,5`, `82`, `-3,25`.
    ///
    /// A point followed by exactly three digits groups thousands; any other single point is
    /// read as a decimal point, since `3.5` can mean nothing else.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        let (negative, body) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = match body.split_once(',') {
            Some((whole, decimals)) => (whole.to_owned(), decimals),
            None => match body.split_once('.') {
                Some((whole, decimals)) if decimals.len() != 3 && !decimals.contains('.') => {
                    (whole.to_owned(), decimals)
                }
                _ => (body.to_owned(), ""),
            },
        };
        let mut groups = whole.split('.');
        let first = groups.next().unwrap_or_default();
        let grouped = whole.contains('.');
        if first.is_empty() || (grouped && first.len() > 3) {
            return Err(AmountError::NotANumber);
        }
        let mut digits = first.to_owned();
        for group in groups {
            if group.len() != 3 {
                return Err(AmountError::NotANumber);
            }
            digits.push_str(group);
        }
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(&digits) || !all_digits(decimals) || (body.contains(',') && decimals.is_empty()) {
            return Err(AmountError::NotANumber);
        }
        if decimals.len() > 4 {
            return Err(AmountError::TooFine);
        }
        if digits.len() > 12 {
            return Err(AmountError::TooLarge);
        }
        let whole: i64 = digits.parse().map_err(|_| AmountError::NotANumber)?;
        let fraction: i64 = format!("{decimals:0<4}").parse().map_err(|_| AmountError::NotANumber)?;
        let value = whole * Self::SCALE + fraction;
        Ok(Self(if negative { -value } else { value }))
    }
}

/// The Indonesian way: `1.234,5`; no trailing zeros.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let absolute = self.0.unsigned_abs();
        let (whole, fraction) = (absolute / Self::SCALE as u64, absolute % Self::SCALE as u64);
        let digits = whole.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 6);
        if self.0 < 0 {
            grouped.push('-');
        }
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        if fraction > 0 {
            grouped.push(',');
            grouped.push_str(format!("{fraction:04}").trim_end_matches('0'));
        }
        f.write_str(&grouped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_indonesians_write() {
        for (text, want) in [
            ("82", Ok(Amount::whole(82))),
            ("1.234,5", Ok(Amount(12_345_000))),
            ("61,95", Ok(Amount(619_500))),
            ("3.5", Ok(Amount(35_000))),
            ("1.500", Ok(Amount::whole(1500))),
            ("-3,25", Ok(Amount(-32_500))),
            ("", Err(AmountError::Empty)),
            ("tiga", Err(AmountError::NotANumber)),
            ("1.23.4", Err(AmountError::NotANumber)),
            ("3,", Err(AmountError::NotANumber)),
            ("0,00001", Err(AmountError::TooFine)),
            ("1234567890123", Err(AmountError::TooLarge)),
        ] {
            assert_eq!(Amount::parse(text), want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(n in -9_000_000_000_000_i64..9_000_000_000_000) {
            prop_assert_eq!(Amount::parse(&Amount(n).to_string()), Ok(Amount(n)));
        }
    }
}
