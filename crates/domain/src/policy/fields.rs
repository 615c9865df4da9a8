//! Reading a TOML table field by field, with every complaint at its line.

use super::Problem;
use crate::decision::Text;
use chrono::NaiveDate;
use std::{cell::RefCell, collections::BTreeSet};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A file being read.
pub(super) struct Source<'a> {
    pub file: &'a str,
    pub text: &'a str,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> Source<'a> {
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, problems: RefCell::default() }
    }

    /// The line on which a byte stands, from 1.
    pub fn line(&self, byte: usize) -> usize {
        self.text.get(..byte).unwrap_or(self.text).matches('\n').count() + 1
    }

    pub fn complain(&self, line: usize, says: Text) {
        self.problems.borrow_mut().push(Problem { file: self.file.to_owned(), line, says });
    }

    /// The document, unless it is no TOML at all.
    pub fn parse(&self) -> Option<DeTable<'a>> {
        match DeTable::parse(self.text) {
            Ok(table) => Some(table.into_inner()),
            Err(error) => {
                let line = error.span().map_or(1, |span| self.line(span.start));
                self.complain(line, Text::new("policy-problem-not-toml").with("error", error.message()));
                None
            }
        }
    }

    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

/// One table of a file.
pub(super) struct Fields<'s, 'a> {
    pub source: &'s Source<'a>,
    pub line: usize,
    table: &'s DeTable<'a>,
    used: RefCell<BTreeSet<String>>,
}

impl<'s, 'a> Fields<'s, 'a> {
    pub fn new(source: &'s Source<'a>, table: &'s DeTable<'a>, line: usize) -> Self {
        Self { source, line, table, used: RefCell::default() }
    }

    fn value(&self, name: &'static str) -> Option<&'s Spanned<DeValue<'a>>> {
        self.used.borrow_mut().insert(name.to_owned());
        self.table.get(name)
    }

    pub fn has(&self, name: &'static str) -> bool {
        self.table.contains_key(name)
    }

    /// The line of a field, or of the table when the field is missing.
    pub fn line_of(&self, name: &'static str) -> usize {
        self.table.get(name).map_or(self.line, |value| self.source.line(value.span().start))
    }

    /// The field, complaining when it is missing.
    fn need(&self, name: &'static str) -> Option<&'s Spanned<DeValue<'a>>> {
        let value = self.value(name);
        if value.is_none() {
            self.source.complain(self.line, Text::new("policy-problem-missing").with("field", name));
        }
        value
    }

    pub fn wrong(&self, name: &'static str, wants: &str) {
        let says = Text::new("policy-problem-wrong").with("field", name).with("wants", wants);
        self.source.complain(self.line_of(name), says);
    }

    fn read<T>(
        &self,
        value: Option<&'s Spanned<DeValue<'a>>>,
        name: &'static str,
        wants: &str,
        read: impl FnOnce(&'s DeValue<'a>) -> Option<T>,
    ) -> Option<T> {
        let got = read(value?.get_ref());
        if got.is_none() {
            self.wrong(name, wants);
        }
        got
    }

    pub fn str(&self, name: &'static str) -> Option<String> {
        self.read(self.need(name), name, "text", text)
    }

    pub fn maybe_str(&self, name: &'static str) -> Option<String> {
        self.read(self.value(name), name, "text", text)
    }

    pub fn code<T>(&self, name: &'static str, wants: &str, from: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.read(self.need(name), name, wants, |value| from(value.as_str()?))
    }

    pub fn words(&self, name: &'static str) -> Option<Vec<String>> {
        self.read(self.need(name), name, "a list of texts", |value| {
            value.as_array()?.iter().map(|v| text(v.get_ref())).collect()
        })
    }

    pub fn codes<T>(&self, name: &'static str, wants: &str, from: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        self.read(self.need(name), name, wants, |value| {
            value.as_array()?.iter().map(|v| from(v.get_ref().as_str()?)).collect()
        })
    }

    pub fn flag(&self, name: &'static str) -> Option<bool> {
        self.read(self.need(name), name, "true or false", DeValue::as_bool)
    }

    pub fn number(&self, name: &'static str) -> Option<u32> {
        self.read(self.need(name), name, "a whole number", number)
    }

    pub fn maybe_number(&self, name: &'static str) -> Option<u32> {
        self.read(self.value(name), name, "a whole number", number)
    }

    pub fn numbers(&self, name: &'static str) -> Option<Vec<u32>> {
        self.read(self.need(name), name, "a list of whole numbers", |value| {
            value.as_array()?.iter().map(|v| number(v.get_ref())).collect()
        })
    }

    /// A table of short values by names that only the data knows; numbers come as they are written.
    pub fn entries(&self, name: &'static str) -> Option<Vec<(String, String)>> {
        self.read(self.need(name), name, "a table of texts or whole numbers", |value| {
            let entry = |value: &DeValue<'_>| text(value).or_else(|| number(value).map(|n| n.to_string()));
            value.as_table()?.iter().map(|(key, v)| Some((key.get_ref().to_string(), entry(v.get_ref())?))).collect()
        })
    }

    pub fn date(&self, name: &'static str) -> Option<NaiveDate> {
        self.read(self.need(name), name, "a date (2022-02-07)", date)
    }

    pub fn maybe_date(&self, name: &'static str) -> Option<NaiveDate> {
        self.read(self.value(name), name, "a date (2022-02-07)", date)
    }

    pub fn table(&self, name: &'static str) -> Option<Fields<'s, 'a>> {
        let value = self.need(name)?;
        let line = self.source.line(value.span().start);
        let table = self.read(Some(value), name, "a table", DeValue::as_table)?;
        Some(Fields::new(self.source, table, line))
    }

    pub fn tables(&self, name: &'static str) -> Option<Vec<Fields<'s, 'a>>> {
        let value = self.need(name)?;
        self.read(Some(value), name, "a list of tables", |value| {
            value
                .as_array()?
                .iter()
                .map(|item| {
                    let line = self.source.line(item.span().start);
                    Some(Fields::new(self.source, item.get_ref().as_table()?, line))
                })
                .collect()
        })
    }

    /// Complains of every field nobody asked for: most likely a slip of the pen.
    pub fn nothing_else(&self) {
        let used = self.used.borrow();
        for (name, _) in self.table.iter().filter(|(name, _)| !used.contains(name.get_ref().as_ref())) {
            let line = self.source.line(name.span().start);
            let says = Text::new("policy-problem-unknown-field").with("field", name.get_ref().as_ref());
            self.source.complain(line, says);
        }
    }
}

fn text(value: &DeValue<'_>) -> Option<String> {
    value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

fn number(value: &DeValue<'_>) -> Option<u32> {
    let integer = value.as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn date(value: &DeValue<'_>) -> Option<NaiveDate> {
    let date = value.as_datetime().filter(|d| d.time.is_none())?.date?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}
