//! Worked cases on what the law folders bring: score, achievement, angka kredit, absence, marks of a student, and single
//! sentences of the law.

use super::{Library, Rule, fields::Fields};
use crate::{
    achievement::{self, Formula, Goal},
    amount::Amount,
    angka_kredit,
    decision::{Decision, Refusal},
    development::duty::{Standing, standing},
    discipline::{self, Absence},
    evaluation::{
        Capaian, Predikat,
        score::{self, Parts},
    },
    people::{Employment, Jenjang},
    talent::{boxes, jpm},
};
use chrono::NaiveDate;

/// What a case comes to for a scheme on a day; `None` when a field is missing.
pub(super) type Check = fn(&Library, &str, NaiveDate, &Fields<'_, '_>) -> Option<String>;

/// The check of this name, if it is one of this list.
pub(super) fn find(name: &str) -> Option<Check> {
    Some(match name {
        "national" => |library, _, on, _| Some(library.national(on).id),
        "predikat-by" => |library, _, on, _| {
            let by = library.national(on).predikat_by;
            Some(by.map_or("none", |by| by.value.code()).to_owned())
        },
        "score" => scored,
        "achievement" => reached,
        "achievement-worth" => worth,
        "angka-kredit" => converted,
        "angka-kredit-from-structural" => structural,
        "absence" => absence,
        "learning-hours" => learning,
        "peak" => |_, _, _, f| Some(f.code("capaian", "a label", Capaian::from_code)?.peak().code().to_owned()),
        "clause" => clause,
        "study-grade" => study_grade,
        "jpm" => matched,
        "nine-box" => boxed,
        _ => return None,
    })
}

/// The value in words, or the rule that stands against it.
fn said<T>(got: Result<Decision<T>, Refusal>, show: impl Fn(&T) -> String) -> String {
    match got {
        Ok(decision) => show(&decision.value),
        Err(Refusal::Rule(broken)) => format!("refused: {}", broken.says.key),
        Err(refusal) => format!("refused: {refusal}"),
    }
}

fn scored(library: &Library, _: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let parts = Parts {
        skp: f.amount("skp")?,
        behaviour: f.amount("behaviour")?,
        opinion: f.flag("opinion")?,
        idea: f.flag("idea")?,
    };
    Some(said(score::score(parts, &library.national(on)), |s| format!("{} {}", s.value, s.label)))
}

fn reached(library: &Library, _: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let formula = f.code("formula", "normal or khusus", Formula::from_code)?;
    let from = f.amount("target")?;
    let goal = Goal { from, until: f.maybe_amount("target_until").unwrap_or(from) };
    let got = achievement::percentage(formula, goal, f.amount("realised")?, &library.national(on));
    Some(said(got, Amount::to_string))
}

fn worth(library: &Library, _: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let maximum = f.maybe_flag("maximum").unwrap_or(false);
    let got = achievement::worth(f.amount("percent")?, maximum, &library.national(on));
    Some(said(got, |worth| format!("{} {}", worth.value, worth.label)))
}

fn jenjang(f: &Fields<'_, '_>) -> Option<Jenjang> {
    f.code("jenjang", "a jenjang such as ahli_pertama", Jenjang::from_code)
}

fn converted(library: &Library, _: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let predikat = f.code("predikat", "a predicate", Predikat::from_code)?;
    let got = angka_kredit::of_year(jenjang(f)?, predikat, f.number("months")?, &library.national(on));
    Some(said(got, Amount::to_string))
}

fn structural(library: &Library, _: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let golongan = f.str("golongan")?;
    let got = angka_kredit::from_structural(jenjang(f)?, f.number("years")?, &golongan, &library.national(on));
    Some(said(got, Amount::to_string))
}

fn learning(library: &Library, _: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let employment = f.code("employment", "pns or pppk", Employment::from_code)?;
    let hours = f.maybe_number("hours").unwrap_or_default();
    let got = standing(employment, hours, &library.national(on));
    Some(match got.value {
        Standing::Reached { .. } => "reached".to_owned(),
        Standing::Short { by, .. } => format!("short by {by}"),
        Standing::Within { .. } => "within".to_owned(),
        Standing::Over { by, .. } => format!("over by {by}"),
        Standing::Unknown => "unknown".to_owned(),
    })
}

fn absence(library: &Library, _: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let absence = Absence {
        days: f.number("days")?,
        in_a_row: f.maybe_number("in_a_row").unwrap_or(1),
        minutes: f.maybe_number("minutes").unwrap_or(0),
    };
    let got = discipline::indication(absence, &library.national(on));
    Some(said(got, |found| found.rung.as_ref().map_or_else(|| "none".to_owned(), |rung| rung.says.clone())))
}

fn clause(library: &Library, scheme: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let (rule, code) = (f.code("rule", "a rule", Rule::from_code)?, f.str("code")?);
    let clauses = match library.in_force(scheme, on) {
        Ok(policy) => policy.clauses,
        Err(_) => library.national(on).clauses,
    };
    Some(clauses.get(rule, &code).map_or_else(|| "none".to_owned(), |clause| clause.says.clone()))
}

fn study_grade(library: &Library, scheme: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let (level, university, mark) = (f.str("level")?, f.str("university")?, f.amount("mark")?);
    let Ok(policy) = library.in_force(scheme, on) else { return Some("refused".to_owned()) };
    let rows = policy.study_grades.map(|rule| rule.value).unwrap_or_default();
    let row = rows.iter().find(|row| row.level == level && row.university == university);
    Some(row.map_or_else(|| "none".to_owned(), |row| row.class(mark).code().to_owned()))
}

/// Levels as `[have, need]`, in whole levels.
fn matched(library: &Library, scheme: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let (have, need) = (f.numbers("have")?, f.numbers("need")?);
    let level = |(have, need): (&u32, &u32)| jpm::Level {
        code: String::new(),
        name: String::new(),
        have: Some(i64::from(*have) * 100),
        need: u8::try_from(*need).unwrap_or(u8::MAX),
    };
    let levels: Vec<jpm::Level> = have.iter().zip(&need).map(level).collect();
    let Some(bands) = library.in_force(scheme, on).ok()?.career.jpm else { return Some("none".to_owned()) };
    let Some(percent) = jpm::jpm(&levels).percent else { return Some("unknown".to_owned()) };
    let name = |bands: &[jpm::Band]| jpm::band(bands, percent).map_or_else(String::new, |band| band.code.clone());
    Some(format!("{} {} {}", Amount(percent * 100), name(&bands.value.selection), name(&bands.value.mapping)))
}

fn boxed(library: &Library, scheme: &str, on: NaiveDate, f: &Fields<'_, '_>) -> Option<String> {
    let performance = f.code("performance", "dibawah, sesuai or diatas", boxes::Performance::from_code)?;
    let potential = f.code("potential", "rendah, menengah or tinggi", boxes::Potential::from_code)?;
    let rules = library.in_force(scheme, on).ok()?.career.boxes?;
    let found = rules.value.into_iter().find(|rule| rule.performance == performance && rule.potential == potential)?;
    Some(format!("{}: {}", found.number, found.advice.join("; ")))
}
