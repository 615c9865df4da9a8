//! The course of a case: the employee is heard, steps are laid down and taken, meetings take place, and it ends. That it was no
//! help may only be said after every fair chance, and not by the one who opened it.

use super::{Case, Exit, Heard, Kind, Limits, MIN_REASON, Meeting, Outcome, Step};
use crate::{
    decision::{Citation, FieldError, Refusal, Text},
    ids::EmployeeId,
};
use chrono::{Months, NaiveDate};

/// The employee speaks: first, and as often as they like while it runs.
pub fn hear(case: &Case, heard: Heard) -> Result<Case, Refusal> {
    runs(case)?;
    if heard.says.trim().chars().count() < MIN_REASON {
        return Err(Refusal::field("says", Text::new("mentoring-too-short").with("min", MIN_REASON as i64)));
    }
    Ok(Case { heard: Some(heard), revision: case.revision + 1, ..case.clone() })
}

/// A case that is over is not written in.
pub fn runs(case: &Case) -> Result<(), Refusal> {
    if case.runs() {
        return Ok(());
    }
    Err(Refusal::rule(Text::new("mentoring-is-over")).next(Text::new("mentoring-is-over-next")))
}

/// Steps are laid down after the employee was heard, with a day that is within the case.
pub fn may_step(case: &Case, what: &str, due: NaiveDate) -> Result<(), Refusal> {
    runs(case)?;
    if case.heard.is_none() {
        return Err(Refusal::rule(Text::new("mentoring-hear-first")).next(Text::new("mentoring-hear-first-next")));
    }
    let mut errors = Vec::new();
    if what.trim().chars().count() < 5 {
        errors.push(FieldError::new("what", Text::new("mentoring-step-needs-words")));
    }
    if due < case.from {
        errors.push(FieldError::new("due", Text::new("mentoring-step-before-begin").with("from", case.from)));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// A meeting is written down once it has taken place.
pub fn may_meet(case: &Case, on: NaiveDate, talked: &str, today: NaiveDate) -> Result<(), Refusal> {
    runs(case)?;
    let mut errors = Vec::new();
    if on > today || on < case.from {
        errors.push(FieldError::new("on", Text::new("mentoring-meeting-outside").with("from", case.from)));
    }
    if talked.trim().chars().count() < MIN_REASON {
        errors.push(FieldError::new("talked", Text::new("mentoring-too-short").with("min", MIN_REASON as i64)));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// One of the chances somebody has before it may be said that nothing got better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// What.
    pub says: Text,
    /// Was it given?
    pub given: bool,
}

/// The day before which nobody may say that nothing got better.
pub fn fair_until(case: &Case, limits: &Limits) -> NaiveDate {
    let least = case.from.checked_add_months(Months::new(limits.months)).unwrap_or(NaiveDate::MAX);
    match case.kind {
        Kind::Perbaikan => least.max(case.review_on),
        Kind::Mentoring => case.review_on,
    }
}

/// Every chance, given or not.
pub fn chances(case: &Case, steps: &[Step], meetings: &[Meeting], limits: &Limits, today: NaiveDate) -> Vec<Chance> {
    let chance = |says, given| Chance { says, given };
    let until = fair_until(case, limits);
    let met = meetings.len() as i64;
    let mut all = vec![
        chance(Text::new("mentoring-chance-heard"), case.heard.is_some()),
        chance(Text::new("mentoring-chance-steps"), !steps.is_empty()),
        chance(
            Text::new("mentoring-chance-meetings").with("met", met).with("least", limits.meetings),
            met >= i64::from(limits.meetings),
        ),
        chance(Text::new("mentoring-chance-due"), steps.iter().all(|step| step.done_on.is_some() || step.due <= today)),
        chance(Text::new("mentoring-chance-time").with("until", until), today >= until),
    ];
    if case.kind == Kind::Mentoring {
        all.insert(1, chance(Text::new("mentoring-chance-mentor"), case.mentor.is_some()));
    }
    all
}

/// How a case may end.
pub fn end(case: &Case, exit: Exit, chances: &[Chance], cite: &Citation) -> Result<Case, Refusal> {
    runs(case)?;
    if exit.says.trim().chars().count() < MIN_REASON {
        return Err(Refusal::field("closing", Text::new("mentoring-too-short").with("min", MIN_REASON as i64)));
    }
    let against = |says| Err(Refusal::rule(says).cited(cite.clone()));
    match exit.outcome {
        Outcome::Membaik if case.heard.is_none() => {
            return against(Text::new("mentoring-hear-first"));
        }
        Outcome::Membaik | Outcome::Dihentikan => {}
        Outcome::Belum => {
            if let Some(missing) = chances.iter().find(|chance| !chance.given) {
                return against(Text::new("mentoring-chance-missing").with("chance", missing.says.clone()));
            }
            if four_eyes(case, exit.by) {
                return against(Text::new("mentoring-four-eyes"));
            }
        }
    }
    Ok(Case { exit: Some(exit), revision: case.revision + 1, ..case.clone() })
}

/// Whoever opened an improvement plan does not say alone that it was of no use.
fn four_eyes(case: &Case, by: EmployeeId) -> bool {
    case.kind == Kind::Perbaikan && case.by == by
}
