//! Worked cases of schemes: results, levels, follow-ups, steps, differences of view.

use super::{Library, Policy, fields::Fields, scheme_shape::hundredths};
use crate::{
    amount::Amount,
    decision::Refusal,
    evaluation::Predikat,
    ids::EmployeeId,
    scheme::{
        Inputs, Role, Scheme, SchemeResult, Sheet, combine,
        disagreement::differences,
        follow_ups,
        outlook::{Outlook, Proposal, Year},
        score::CriterionScore,
        sheet::Mark,
        workflow,
    },
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The checks of this file.
pub(super) fn knows(check: &str) -> bool {
    ["result", "level", "follow-ups", "steps", "differences"].contains(&check)
}

/// What comes out, as cases write it.
pub(super) fn computed(library: &Library, policy: &Policy, check: &str, f: &Fields<'_, '_>) -> Option<String> {
    let scheme = &policy.appraisal;
    Some(match check {
        "result" => {
            let (sheets, measures, required) = (sheets(f)?, amounts(f)?, levels(f, "required")?);
            let predikat =
                if f.has("predikat") { Some(f.code("predikat", "a predicate", Predikat::from_code)?) } else { None };
            let inputs = Inputs { sheets: &sheets, measures: &measures, required: &required, predikat };
            match combine(scheme, &inputs) {
                Ok(decision) => shown(&decision.value),
                Err(Refusal::Rule(broken)) => format!("refused: {}", broken.says.key),
                Err(other) => format!("refused: {other}"),
            }
        }
        "level" => {
            let code = f.str("criterion")?;
            let amount = f.code("amount", "an amount as text", |text| Amount::parse(text).ok())?;
            let measured = scheme.criterion(&code).and_then(|criterion| criterion.reads.measured());
            measured.map_or_else(|| "not measured".to_owned(), |measured| measured.level(amount).to_string())
        }
        "follow-ups" => {
            let history = f.tables("year")?.iter().map(|t| year(scheme, t)).collect::<Option<Vec<_>>>()?;
            let only = if f.has("only") { Some(f.words("only")?) } else { None };
            told(&follow_ups(scheme, &history), only.as_deref())
        }
        "steps" => {
            let steps = scheme.workflow.as_ref().map_or(&[][..], |rule| &rule.value);
            let dates = workflow::dates(steps, f.date("ends")?, library.holidays());
            dates.iter().map(|d| format!("{} {}", d.code, d.due)).collect::<Vec<_>>().join(", ")
        }
        "differences" => {
            let found = differences(scheme, &sheets(f)?);
            let each = found.iter().map(|d| format!("{} {}/{}", d.criterion, d.own, d.theirs));
            or_none(each.collect::<Vec<_>>().join(", "))
        }
        _ => return None,
    })
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none".to_owned() } else { text }
}

/// `3,40 baik`; with the law's quadrant alone its predikat.
fn shown(result: &SchemeResult) -> String {
    match (result.score, &result.band, result.predikat) {
        (Some(score), Some(band), _) => format!("{},{:02} {band}", score / 100, score % 100),
        (_, _, Some(predikat)) => predikat.code().to_owned(),
        _ => "none".to_owned(),
    }
}

/// `mentoring`, with the criterion where there is one: `pelatihan(komunikasi)`; what is not known behind `?`.
/// `only` names the rules a case is about; without it all are.
fn told(outlook: &Outlook, only: Option<&[String]>) -> String {
    let name = |mark: &str, p: &Proposal| {
        let about = p.criterion.as_ref().map(|criterion| format!("({criterion})")).unwrap_or_default();
        format!("{mark}{}{about}", p.rule)
    };
    let all = outlook
        .proposals
        .iter()
        .map(|p| ("", p))
        .chain(outlook.unknown.iter().map(|p| ("?", p)))
        .filter(|(_, p)| only.is_none_or(|only| only.contains(&p.rule)))
        .map(|(mark, p)| name(mark, p));
    or_none(all.collect::<Vec<_>>().join(", "))
}

/// `sheet = [{ role = "rekan", levels = { kerja_sama = 4 } }]`; every sheet is another person's.
fn sheets(f: &Fields<'_, '_>) -> Option<Vec<Sheet>> {
    if !f.has("sheet") {
        return Some(Vec::new());
    }
    let mut all = Vec::new();
    for (at, t) in f.tables("sheet")?.iter().enumerate() {
        let role = t.code("role", "a role", Role::from_code)?;
        let marks = levels(t, "levels")?;
        let marks = marks.into_iter().map(|(criterion, level)| Mark {
            criterion,
            level: Some(level),
            reason: String::new(),
            evidence: Vec::new(),
        });
        let rater = EmployeeId::from(Uuid::from_u128(at as u128 + 1));
        t.nothing_else();
        all.push(Sheet { rater, role, marks: marks.collect() });
    }
    Some(all)
}

fn map<T>(
    f: &Fields<'_, '_>,
    name: &'static str,
    wants: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<BTreeMap<String, T>> {
    if !f.has(name) {
        return Some(BTreeMap::new());
    }
    let all: Option<BTreeMap<String, T>> =
        f.entries(name)?.into_iter().map(|(key, text)| Some((key, read(&text)?))).collect();
    if all.is_none() {
        f.wrong(name, wants);
    }
    all
}

fn levels(f: &Fields<'_, '_>, name: &'static str) -> Option<BTreeMap<String, u8>> {
    map(f, name, "levels by criterion", |text| text.parse().ok())
}

fn amounts(f: &Fields<'_, '_>) -> Option<BTreeMap<String, Amount>> {
    map(f, "measures", "amounts by criterion, as text", |text| Amount::parse(text).ok())
}

/// A year of a history: `{ year = 2025, predikat = "baik", score = "3,20", average = "3,40", levels = { … } }`. The class
/// follows from the score.
fn year(scheme: &Scheme, f: &Fields<'_, '_>) -> Option<Year> {
    let year = f.number("year")? as i32;
    let number = |name| if f.has(name) { f.code(name, "a number as text", hundredths).map(Some) } else { Some(None) };
    let (score, average) = (number("score")?, number("average")?);
    let predikat = if f.has("predikat") { Some(f.code("predikat", "a predicate", Predikat::from_code)?) } else { None };
    let reached = map(f, "levels", "levels by criterion, as text", hundredths)?;
    let required = levels(f, "required")?;
    f.nothing_else();
    let rule = scheme.combine.as_ref().map(|rule| &rule.value);
    let result = (score.is_some() || !reached.is_empty()).then(|| SchemeResult {
        form: rule.map_or(combine::Form::Kuadran, |rule| rule.form),
        predikat,
        score,
        band: score.and_then(|score| Some(rule?.band(score)?.code.clone())),
        dimensions: Vec::new(),
        criteria: scheme
            .criteria()
            .iter()
            .map(|criterion| CriterionScore {
                code: criterion.code.clone(),
                level: reached.get(&criterion.code).copied(),
                score: None,
                required: required.get(&criterion.code).copied(),
                roles: Vec::new(),
            })
            .collect(),
    });
    Some(Year { year, predikat, result, average })
}
