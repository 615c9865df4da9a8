//! Typed getters. Each gives a usable value and notes what is wrong beside the field, so that a handler can read the
//! whole form first and a person sees all mistakes at once.

use super::Form;
use chrono::NaiveDate;
use domain::{
    amount::{Amount, AmountError},
    decision::Text,
};
use uuid::Uuid;

/// Longest text a field takes when the handler does not say, in characters.
pub const LONGEST: usize = 5_000;

impl Form {
    /// Text without spaces around it and with plain line ends; empty if not typed. At most [`LONGEST`] characters.
    pub fn text(&mut self, name: &str) -> String {
        self.text_up_to(name, LONGEST)
    }

    /// The same with another limit.
    pub fn text_up_to(&mut self, name: &str, most: usize) -> String {
        let text = self.value(name).replace("\r\n", "\n").trim().to_owned();
        let length = text.chars().count();
        if length > most {
            self.fail(name, Text::new("form-too-long").with("max", most as i64).with("n", length as i64));
        }
        text
    }

    /// Text that must be there.
    pub fn required(&mut self, name: &str) -> String {
        let text = self.text(name);
        if text.is_empty() {
            self.fail(name, Text::new("form-required"));
        }
        text
    }

    /// A password: exactly as typed, never trimmed.
    pub fn password(&mut self, name: &str) -> String {
        let password = self.value(name).to_owned();
        if password.is_empty() {
            self.fail(name, Text::new("form-required"));
        } else if password.chars().count() > 500 {
            self.fail(name, Text::new("form-too-long").with("max", 500_i64).with("n", password.chars().count() as i64));
        }
        password
    }

    /// An amount as Indonesians write it (`1.234,5`); `None` when empty or wrong.
    pub fn amount(&mut self, name: &str) -> Option<Amount> {
        match Amount::parse(self.value(name)) {
            Ok(amount) => Some(amount),
            Err(AmountError::Empty) => None,
            Err(error) => {
                let key = match error {
                    AmountError::TooFine => "form-amount-too-fine",
                    AmountError::TooLarge => "form-amount-too-large",
                    _ => "form-amount-not-a-number",
                };
                self.fail(name, Text::new(key).with("typed", self.value(name).trim().to_owned()));
                None
            }
        }
    }

    /// A whole number; `None` when empty or wrong.
    pub fn whole(&mut self, name: &str) -> Option<i64> {
        let amount = self.amount(name)?;
        if amount.0 % Amount::SCALE == 0 {
            return Some(amount.0 / Amount::SCALE);
        }
        self.fail(name, Text::new("form-whole-number").with("typed", self.value(name).trim().to_owned()));
        None
    }

    /// A day: `2026-12-31` from a date input, or `31/12/2026`, `31-12-2026`, `31.12.2026` typed; `None` when empty
    /// or wrong.
    pub fn date(&mut self, name: &str) -> Option<NaiveDate> {
        let typed = self.value(name).trim().to_owned();
        if typed.is_empty() {
            return None;
        }
        let day = read_date(&typed);
        if day.is_none() {
            self.fail(name, Text::new("form-date-not-a-date").with("typed", typed));
        }
        day
    }

    /// A day that must be there.
    pub fn required_date(&mut self, name: &str) -> Option<NaiveDate> {
        if self.value(name).trim().is_empty() {
            self.fail(name, Text::new("form-required"));
        }
        self.date(name)
    }

    /// A checkbox.
    pub fn flag(&self, name: &str) -> bool {
        !matches!(self.value(name), "" | "0" | "false" | "tidak")
    }

    /// An id; `None` when empty or wrong.
    pub fn id<T: From<Uuid>>(&mut self, name: &str) -> Option<T> {
        let typed = self.value(name).trim();
        if typed.is_empty() {
            return None;
        }
        let id = Uuid::parse_str(typed).ok();
        if id.is_none() {
            self.fail(name, Text::new("form-not-on-the-list"));
        }
        id.map(T::from)
    }

    /// An id that must be there.
    pub fn required_id<T: From<Uuid>>(&mut self, name: &str) -> Option<T> {
        self.must_choose(name);
        self.id(name)
    }

    /// One of a list, by its code: `form.choice("rating", Rating::from_code)`; `None` when empty or wrong.
    pub fn choice<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let code = self.value(name);
        if code.is_empty() {
            return None;
        }
        let choice = read(code);
        if choice.is_none() {
            self.fail(name, Text::new("form-not-on-the-list"));
        }
        choice
    }

    /// One of a list that must be there.
    pub fn required_choice<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.must_choose(name);
        self.choice(name, read)
    }

    fn must_choose(&mut self, name: &str) {
        if self.value(name).trim().is_empty() {
            self.fail(name, Text::new("form-choose"));
        }
    }
}

/// Reads a day as browsers send it or as Indonesians write it.
pub fn read_date(typed: &str) -> Option<NaiveDate> {
    let day = if let Ok(day) = NaiveDate::parse_from_str(typed, "%Y-%m-%d") {
        day
    } else {
        let parts: Vec<&str> = typed.split(['/', '-', '.']).map(str::trim).collect();
        let [day, month, year] = parts[..] else { return None };
        if year.len() != 4 {
            return None;
        }
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?
    };
    (1900..=2200).contains(&chrono::Datelike::year(&day)).then_some(day)
}
