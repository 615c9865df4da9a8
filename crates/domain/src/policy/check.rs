//! What is wrong across files: dates, missing laws and rules, assumptions without a note, rhythms the law does not allow.

use super::{
    Problem,
    dated::{Dated, Folder},
    rule::{Place, Rule},
    scheme_check,
    value::Value,
};
use crate::{decision::Text, evaluation::Rhythm};
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet};

/// Every problem, in no particular order.
pub(super) fn all(folders: &BTreeMap<String, Folder>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, folder) in folders {
        for rule in Rule::ALL {
            check_dates(&folder.versions(*rule), &mut problems);
        }
        for dated in &folder.rules {
            if dated.assumes() && !folder.explained.contains(&dated.rule) {
                let says = Text::new("policy-problem-assumption-unexplained").with("rule", dated.rule.code());
                problems.push(dated.problem(says));
            }
        }
        let Some(first) = folder.versions(Rule::Name).first().copied() else {
            if !folder.rules.is_empty() {
                let file = folder.rules[0].file.clone();
                problems.push(Problem {
                    file,
                    line: 1,
                    says: Text::new("policy-problem-no-name").with("folder", name.as_str()),
                });
            }
            continue;
        };
        if folder.scheme {
            check_scheme(folders, folder, first, &mut problems);
            scheme_check::all(folder, &mut problems);
        }
    }
    check_nation(folders, &mut problems);
    problems
}

/// Laws that hold everywhere: no two may say the same on a day, and what every agency needs may not end.
fn check_nation(all: &BTreeMap<String, Folder>, problems: &mut Vec<Problem>) {
    let schemes = all.values().filter(|folder| folder.scheme);
    let first = schemes.filter_map(|scheme| scheme.versions(Rule::Name).first().copied()).min_by_key(|d| d.from);
    let laws = || all.values().filter(|folder| !folder.scheme);
    for rule in Rule::ALL.iter().filter(|rule| matches!(rule.place(), Place::Nation | Place::Usual)) {
        let mut versions: Vec<&Dated> = laws().flat_map(|folder| folder.versions(*rule)).collect();
        versions.sort_by_key(|d| d.from);
        check_dates(&versions, problems);
        if let Some(first) = first.filter(|_| rule.required()) {
            check_whole(*rule, &versions, first, problems);
        }
    }
}

fn check_scheme(all: &BTreeMap<String, Folder>, scheme: &Folder, first: &Dated, problems: &mut Vec<Problem>) {
    let laws: BTreeSet<String> = scheme
        .versions(Rule::Laws)
        .iter()
        .filter_map(|d| if let Some(Value::Words(laws)) = &d.value { Some(laws.clone()) } else { None })
        .flatten()
        .collect();
    for law in &laws {
        if all.get(law).is_none_or(|folder| folder.scheme) {
            problems.push(first.problem(Text::new("policy-problem-unknown-law").with("law", law.as_str())));
        }
    }
    let folders = || laws.iter().filter_map(|law| all.get(law)).chain([scheme]);
    for rule in Rule::ALL.iter().filter(|rule| **rule != Rule::Name && rule.place() != Place::Nation) {
        // What is usual elsewhere may be set anew: only the scheme's own versions can contradict each other.
        let own = rule.place() == Place::Usual;
        let concerned = folders().filter(|folder| !own || folder.scheme);
        let mut versions: Vec<&Dated> = concerned.flat_map(|folder| folder.versions(*rule)).collect();
        versions.sort_by_key(|d| d.from);
        check_dates(&versions, problems);
        if rule.required() {
            check_whole(*rule, &versions, first, problems);
        }
    }
    for dated in scheme.versions(Rule::Periodic) {
        let allowed = folders().flat_map(|f| f.versions(Rule::PeriodicRhythms)).rfind(|d| d.from <= dated.from);
        if let (Some(Value::Rhythm(chosen)), Some(Value::Rhythms(allowed))) =
            (&dated.value, allowed.and_then(|d| d.value.as_ref()))
            && !allowed.contains(chosen)
        {
            problems.push(dated.problem(Text::new("policy-problem-rhythm-not-allowed").with("rhythm", chosen.label())));
        }
    }
    for dated in scheme.versions(Rule::Review) {
        if matches!(dated.value, Some(Value::Rhythm(rhythm)) if rhythm != Rhythm::Semesteran) {
            problems.push(dated.problem(Text::new("policy-problem-review-not-semester")));
        }
    }
}

/// A rule that must be there from the first day on, for good.
fn check_whole(rule: Rule, versions: &[&Dated], first: &Dated, problems: &mut Vec<Problem>) {
    match versions.first() {
        None => {
            let says = Text::new("policy-problem-rule-missing").with("rule", rule.code());
            problems.push(first.problem(says));
        }
        Some(earliest) if earliest.from > first.from => {
            let says = Text::new("policy-problem-gap")
                .with("rule", rule.code())
                .with("from", first.from)
                .with("until", earliest.from - Days::new(1));
            problems.push(earliest.problem(says));
        }
        Some(_) => {}
    }
    if let Some(last) = versions.last().filter(|last| last.until.is_some()) {
        let says = Text::new("policy-problem-ends").with("rule", rule.code());
        problems.push(last.problem(says));
    }
}

/// Versions of one rule, in order: none may begin inside another or leave days between.
fn check_dates(versions: &[&Dated], problems: &mut Vec<Problem>) {
    for pair in versions.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let same_folder = a.cite.policy == b.cite.policy;
        let overlap = match a.until {
            Some(until) => b.from <= until,
            None => b.from == a.from || !same_folder,
        };
        if overlap {
            let says = Text::new("policy-problem-overlap").with("rule", b.rule.code()).with("from", b.from);
            problems.push(b.problem(says));
        } else if let Some(until) = a.until.filter(|until| !b.rule.seasonal() && b.from > *until + Days::new(1)) {
            let says = Text::new("policy-problem-gap")
                .with("rule", b.rule.code())
                .with("from", until + Days::new(1))
                .with("until", b.from - Days::new(1));
            problems.push(b.problem(says));
        }
    }
}
