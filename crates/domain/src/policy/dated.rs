//! One folder's dated versions of rules, as they stand in its files.

use super::{
    Problem,
    fields::{Fields, Source},
    law_value::LawValue,
    rule::{Place, Rule, Shape},
    shape,
    value::Value,
};
use crate::{
    decision::{Certainty, Citation, Text},
    time::DateRange,
};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// One dated version of one rule.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub rule: Rule,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub cite: Citation,
    pub source: String,
    pub value: Option<Value>,
    pub file: String,
    pub line: usize,
}

/// One folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Folder {
    pub scheme: bool,
    pub rules: Vec<Dated>,
    pub explained: BTreeSet<Rule>,
}

impl Dated {
    pub fn problem(&self, says: Text) -> Problem {
        Problem { file: self.file.clone(), line: self.line, says }
    }

    /// Does it, or a clause of it, need a paragraph in the notes?
    pub fn assumes(&self) -> bool {
        let clauses = match &self.value {
            Some(Value::Law(LawValue::Clauses(all))) => all.as_slice(),
            _ => &[],
        };
        let conditions = matches!(&self.value, Some(Value::Career(career)) if career.assumes());
        self.cite.certainty == Certainty::Assumption
            || conditions
            || clauses.iter().any(|clause| clause.certainty == Some(Certainty::Assumption))
    }
}

impl Folder {
    pub fn versions(&self, rule: Rule) -> Vec<&Dated> {
        let mut all: Vec<&Dated> = self.rules.iter().filter(|d| d.rule == rule).collect();
        all.sort_by_key(|d| d.from);
        all
    }

    /// The days of a version: until its own end, or until the next version begins.
    pub fn days_of(&self, dated: &Dated) -> DateRange {
        let next = self.rules.iter().filter(|d| d.rule == dated.rule && d.from > dated.from).map(|d| d.from).min();
        DateRange { from: dated.from, until: dated.until.or_else(|| next.map(|next| next - Days::new(1))) }
    }
}

/// The rules of a file: every key is a rule, its value a list of dated versions.
pub(super) fn rules(source: &Source<'_>, scheme: bool, folder: &str) -> Vec<Dated> {
    let Some(table) = source.parse() else { return Vec::new() };
    let mut all = Vec::new();
    for (key, value) in &table {
        let line = source.line(key.span().start);
        let code: &str = key.get_ref();
        let Some(rule) = Rule::from_code(code) else {
            source.complain(line, Text::new("policy-problem-unknown-rule").with("rule", code));
            continue;
        };
        let misplaced = match rule.place() {
            Place::Both | Place::Usual => false,
            Place::Law | Place::Nation => scheme,
            Place::Scheme => !scheme,
        };
        if misplaced {
            source.complain(line, Text::new("policy-problem-misplaced").with("rule", code));
            continue;
        }
        let Some(versions) = value.get_ref().as_array() else {
            source.complain(line, Text::new("policy-problem-not-dated").with("rule", code));
            continue;
        };
        for version in versions {
            let line = source.line(version.span().start);
            match version.get_ref().as_table() {
                Some(table) => all.extend(dated(&Fields::new(source, table, line), rule, folder)),
                None => source.complain(line, Text::new("policy-problem-not-dated").with("rule", code)),
            }
        }
    }
    all
}

fn dated(f: &Fields<'_, '_>, rule: Rule, folder: &str) -> Option<Dated> {
    let (from, until) = (f.date("from"), f.maybe_date("until"));
    let (article, source) = (f.str("article"), f.str("source"));
    let certainty = f.code("certainty", "text, secondary or assumption", certainty);
    let value = f.str("shape").and_then(|code| match Shape::from_code(&code) {
        None => {
            f.source.complain(f.line_of("shape"), Text::new("policy-problem-unknown-shape").with("shape", code));
            None
        }
        Some(shape) if shape != rule.shape() => {
            let says = Text::new("policy-problem-other-shape")
                .with("rule", rule.code())
                .with("shape", code)
                .with("wants", rule.shape().code());
            f.source.complain(f.line_of("shape"), says);
            None
        }
        Some(shape) => {
            let value = shape::read(shape, f);
            f.nothing_else();
            value
        }
    });
    let from = from?;
    if until.is_some_and(|until| until < from) {
        f.wrong("until", "a day not before `from`");
    }
    let cite = Citation { policy: folder.to_owned(), article: article?, certainty: certainty? };
    Some(Dated { rule, from, until, cite, source: source?, value, file: f.source.file.to_owned(), line: f.line })
}

pub(super) fn certainty(code: &str) -> Option<Certainty> {
    match code {
        "text" => Some(Certainty::Text),
        "secondary" => Some(Certainty::Secondary),
        "assumption" => Some(Certainty::Assumption),
        _ => None,
    }
}

/// A year of holidays: `source`, `certainty`, perhaps `uncertain`, and `holiday = [{ date, name, kind }]`.
pub(super) fn holidays(source: &Source<'_>, file: &str) -> Vec<NaiveDate> {
    let Some(table) = source.parse() else { return Vec::new() };
    let top = Fields::new(source, &table, 1);
    let mut all: Vec<NaiveDate> = Vec::new();
    let common = top.str("source");
    if top.code("certainty", "text, secondary or assumption", certainty) == Some(Certainty::Assumption) {
        top.str("uncertain");
    } else {
        top.maybe_str("uncertain");
    }
    for f in top.tables("holiday").unwrap_or_default() {
        let (date, name, kind) = (f.date("date"), f.str("name"), f.str("kind"));
        f.nothing_else();
        if kind.is_some_and(|kind| !matches!(kind.as_str(), "libur_nasional" | "cuti_bersama")) {
            f.wrong("kind", "libur_nasional or cuti_bersama");
        }
        let (Some(date), Some(_), Some(_)) = (date, name, &common) else { continue };
        if date.format("%Y.toml").to_string() != file {
            f.wrong("date", "a day of the year the file is named after");
        }
        if all.last().is_some_and(|last| *last >= date) {
            f.wrong("date", "a day after the one before");
        }
        all.push(date);
    }
    top.nothing_else();
    all
}
