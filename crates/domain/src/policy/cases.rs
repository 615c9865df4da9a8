//! Worked cases beside a folder (`cases.toml`): small enough to check by hand, run by tests and by
//! `laras policy check`.

use super::{
    Library, Policy,
    fields::{Fields, Source},
    law_cases, scheme_cases,
};
use crate::{
    assessment::{
        Rating,
        rate::{self, Tallied},
    },
    evaluation::{Capaian, Predikat, Rhythm, close, period, predikat},
    time::DateRange,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How one case went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseResult {
    /// Path below `policies/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Its name.
    pub name: String,
    /// Did it come out as written?
    pub passed: bool,
    /// What was written.
    pub expected: String,
    /// What came out.
    pub got: String,
}

/// Runs a file of cases: `scheme` at the top, then `[[case]]` with `name`, `on`, `check` and what the check needs.
pub fn run(library: &Library, file: &str, text: &str) -> Vec<CaseResult> {
    let source = Source::new(file, text);
    let mut results = Vec::new();
    if let Some(table) = source.parse() {
        let top = Fields::new(&source, &table, 1);
        let scheme = top.str("scheme");
        for f in top.tables("case").unwrap_or_default() {
            results.extend(scheme.as_deref().and_then(|scheme| case(library, scheme, &f)));
        }
        top.nothing_else();
    }
    results.extend(source.into_problems().into_iter().map(|problem| CaseResult {
        file: problem.file.clone(),
        line: problem.line,
        name: problem.says.key.to_string(),
        passed: false,
        expected: String::new(),
        got: problem.to_string(),
    }));
    results
}

fn case(library: &Library, scheme: &str, f: &Fields<'_, '_>) -> Option<CaseResult> {
    let (name, on, expected, check) = (f.str("name"), f.date("on"), f.str("expect"), f.str("check"));
    f.maybe_str("source");
    let (name, on, expected, check) = (name?, on?, expected?, check?);
    let got = match law_cases::find(&check) {
        Some(check) => check(library, scheme, on, f)?,
        None => match library.in_force(scheme, on) {
            Err(refusal) => format!("refused: {refusal}"),
            Ok(policy) => computed(library, &policy, &check, f)?,
        },
    };
    f.nothing_else();
    let passed = got == expected;
    Some(CaseResult { file: f.source.file.to_owned(), line: f.line, name, passed, expected, got })
}

const RATINGS: &str = "dibawah, sesuai or diatas";
const PREDICATES: &str = "a predicate";

fn computed(library: &Library, policy: &Policy, check: &str, f: &Fields<'_, '_>) -> Option<String> {
    let holidays = library.holidays();
    Some(match check {
        "predikat" => {
            let hasil = f.code("hasil", RATINGS, Rating::from_code)?;
            let perilaku = f.code("perilaku", RATINGS, Rating::from_code)?;
            predikat::predikat(hasil, perilaku, policy).value.code().to_owned()
        }
        "predikat-label" => {
            let code = f.code("predikat", PREDICATES, Predikat::from_code)?;
            policy.labels.value.predikat.get(&code)?.clone()
        }
        "distribution" => {
            let capaian = f.code("capaian", "a label", Capaian::from_code)?;
            let counts = f.numbers("counts")?;
            let people: Vec<Predikat> = Predikat::ALL
                .into_iter()
                .zip(counts)
                .flat_map(|(predikat, n)| std::iter::repeat_n(predikat, n as usize))
                .collect();
            let found = close::pattern(&people, Some(capaian), policy).warnings;
            if found.is_empty() {
                "ok".to_owned()
            } else {
                let short = |key: &str| key.trim_start_matches("evaluation-distribution-").to_owned();
                found.iter().map(|reason| short(&reason.says.key)).collect::<Vec<_>>().join(", ")
            }
        }
        "hint" => {
            let utama = f.codes("utama", RATINGS, Rating::from_code)?;
            let tambahan =
                if f.has("tambahan") { f.codes("tambahan", RATINGS, Rating::from_code)? } else { Vec::new() };
            let count = |rating| utama.iter().chain(&tambahan).filter(|r| **r == rating).count() as u32;
            let tallied = Tallied {
                above: count(Rating::Diatas),
                met: count(Rating::Sesuai),
                below: count(Rating::Dibawah),
                open: 0,
                utama: utama.len() as u32,
                utama_below: utama.iter().filter(|r| **r == Rating::Dibawah).count() as u32,
            };
            rate::hint(tallied, policy).map_or("none", Rating::code).to_owned()
        }
        "plan-due" => {
            let (from, year) = (f.date("from")?, f.number("year")? as i32);
            crate::plan::workflow::due(DateRange { from, until: None }, year, policy).to_string()
        }
        "periods" => {
            let all = period::periods(f.number("year")? as i32, policy);
            all.iter().map(|p| format!("{} {}", p.rhythm.code(), p.number)).collect::<Vec<_>>().join(", ")
        }
        "period-dates" => {
            let rhythm = f.code("rhythm", "a rhythm", Rhythm::from_code)?;
            let dates = period::dates_of(f.number("year")? as i32, rhythm, f.number("number")?)?;
            format!("{} .. {}", dates.from, dates.until?)
        }
        "window" => {
            let rhythm = f.code("rhythm", "a rhythm", Rhythm::from_code)?;
            let dates = period::dates_of(f.number("year")? as i32, rhythm, f.number("number")?)?;
            let window = period::window(rhythm, dates, policy, holidays);
            format!("{} .. {}", window.opens, window.ends)
        }
        "self-first" => policy.self_first.as_ref().is_some_and(|rule| rule.value).to_string(),
        "working-days" => {
            let (from, rule) = (f.date("from")?, f.code("rule", "a rule", super::Rule::from_code)?);
            let days: u32 = policy.rules.iter().find(|r| r.rule == rule)?.value.parse().ok()?;
            holidays.after(from, days).to_string()
        }
        "policy" => policy.id.clone(),
        "themes" => {
            let themes = policy.themes.as_ref().map(|rule| rule.value.as_slice()).unwrap_or_default();
            let codes: Vec<&str> = themes.iter().map(|theme| theme.code.as_str()).collect();
            if codes.is_empty() { "none".to_owned() } else { codes.join(", ") }
        }
        "in-year" => in_year(policy, f)?,
        check if scheme_cases::knows(check) => scheme_cases::computed(library, policy, check, f)?,
        _ => {
            f.wrong("check", "a known check");
            return None;
        }
    })
}

fn in_year(policy: &Policy, f: &Fields<'_, '_>) -> Option<String> {
    let year = f.number("year")? as i32;
    let rule = f.code("rule", "plan-due, annual-opens or annual-due", super::Rule::from_code)?;
    let day: NaiveDate = match rule {
        super::Rule::PlanDue => policy.plan_due.value.in_year(year),
        super::Rule::AnnualOpens => policy.annual_opens.value.in_year(year),
        super::Rule::AnnualDue => policy.annual_due.value.in_year(year),
        _ => {
            f.wrong("rule", "plan-due, annual-opens or annual-due");
            return None;
        }
    };
    Some(day.to_string())
}
