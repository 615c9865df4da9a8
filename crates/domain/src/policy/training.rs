//! Lessons, written cases, limits and the quiz (`policies/training`): no rules, hence undated. A file is known by its name.

use super::{
    Problem,
    dated::certainty,
    fields::{Fields, Source},
};
use crate::{
    assessment::Rating,
    certification::{Agreed, Case, Course, Criterion, Lesson, Limits},
    decision::Text,
    orientation::{Question, Quiz},
};

/// Reads one file into the course or the quiz.
pub(super) fn read(source: &Source<'_>, file: &str, course: &mut Course, quiz: &mut Quiz) {
    let Some(table) = source.parse() else { return };
    let top = Fields::new(source, &table, 1);
    match file {
        "lessons.toml" => course.lessons = all(&top, "lesson", lesson),
        "criteria.toml" => course.criteria = all(&top, "criterion", criterion),
        "limits.toml" => course.limits = limits(&top).unwrap_or_default(),
        "quiz.toml" => quiz.questions = all(&top, "question", question),
        _ => {
            let family = top.str("family").unwrap_or_default();
            course.cases.extend(all(&top, "case", |f| case(f, &family)));
        }
    }
    top.nothing_else();
}

/// Every case has a value for every criterion, and no two have the same code.
pub(super) fn check(course: &Course) -> Vec<Problem> {
    let problem = |code: &str, says: Text| Problem { file: format!("training ({code})"), line: 1, says };
    let mut problems = Vec::new();
    for (at, case) in course.cases.iter().enumerate() {
        for criterion in &course.criteria {
            if case.agreed(&criterion.code).is_none() {
                let says = Text::new("policy-problem-missing").with("field", criterion.code.as_str());
                problems.push(problem(&case.code, says));
            }
        }
        if course.cases[..at].iter().any(|one| one.code == case.code) {
            let says = Text::new("policy-problem-twice").with("rule", "case").with("code", case.code.as_str());
            problems.push(problem(&case.code, says));
        }
        if case.agreed.len() != course.criteria.len() {
            let says =
                Text::new("policy-problem-wrong").with("field", "agreed").with("wants", "one value for each criterion");
            problems.push(problem(&case.code, says));
        }
    }
    problems
}

fn all<T>(top: &Fields<'_, '_>, name: &'static str, read: impl Fn(&Fields<'_, '_>) -> Option<T>) -> Vec<T> {
    let one = |f: Fields<'_, '_>| {
        let found = read(&f);
        f.nothing_else();
        found
    };
    top.tables(name).unwrap_or_default().into_iter().filter_map(one).collect()
}

fn lesson(f: &Fields<'_, '_>) -> Option<Lesson> {
    let (code, name, says) = (f.str("code"), f.str("name"), f.str("says"));
    let (example, notice, instead) = (f.str("example"), f.str("notice"), f.str("instead"));
    Some(Lesson { code: code?, name: name?, says: says?, example: example?, notice: notice?, instead: instead? })
}

fn criterion(f: &Fields<'_, '_>) -> Option<Criterion> {
    let (code, name) = (f.str("code"), f.str("name"));
    let (below, as_, above) = (f.str("dibawah"), f.str("sesuai"), f.str("diatas"));
    Some(Criterion { code: code?, name: name?, anchors: [below?, as_?, above?] })
}

fn limits(f: &Fields<'_, '_>) -> Option<Limits> {
    let (sure, source) = (f.code("certainty", "text, secondary or assumption", certainty), f.str("source"));
    let (cases, severity, kappa) = (f.number("cases"), f.number("severity"), f.number("kappa"));
    let (elevation, stereotype) = (f.number("differential-elevation"), f.number("stereotype"));
    let (differential, months, days) = (f.number("differential"), f.number("valid-months"), f.number("remind-days"));
    Some(Limits {
        certainty: sure?,
        source: source?,
        cases: cases?,
        severity: severity?,
        differential_elevation: elevation?,
        stereotype: stereotype?,
        differential: differential?,
        kappa: kappa?,
        valid_months: months?,
        remind_days: days?,
    })
}

fn case(f: &Fields<'_, '_>, family: &str) -> Option<Case> {
    let (code, title, who) = (f.str("code"), f.str("title"), f.str("who"));
    let (did, evidence) = (f.words("did"), f.words("evidence"));
    let agreed = all(f, "agreed", |f| {
        let rating = f.code("rating", "dibawah, sesuai or diatas", Rating::from_code);
        let (criterion, why) = (f.str("criterion"), f.str("why"));
        Some(Agreed { criterion: criterion?, rating: rating?, why: why? })
    });
    let family = family.to_owned();
    Some(Case { code: code?, family, title: title?, who: who?, did: did?, evidence: evidence?, agreed })
}

fn question(f: &Fields<'_, '_>) -> Option<Question> {
    let (code, asks, answers) = (f.str("code"), f.str("asks"), f.words("answers"));
    let (right, why, article) = (f.number("right"), f.str("why"), f.str("article"));
    let (answers, right) = (answers?, right? as usize);
    if right == 0 || right > answers.len() {
        f.wrong("right", "the number of an answer, from 1");
        return None;
    }
    Some(Question { code: code?, asks: asks?, answers, right: right - 1, why: why?, article: article? })
}
