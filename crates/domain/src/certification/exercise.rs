//! An exercise: some cases, rated one after another; the agreed values are shown when all are rated.

use super::{Course, Figures, Limits, verdict};
use crate::{
    assessment::Rating,
    decision::{FieldError, Refusal, Text},
    ids::{EmployeeId, ExerciseId},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a learner said of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The case.
    pub case: String,
    /// By criterion.
    pub ratings: BTreeMap<String, Rating>,
    /// When.
    pub at: DateTime<Utc>,
}

/// An exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exercise {
    /// Its id.
    pub id: ExerciseId,
    /// Who learns.
    pub employee: EmployeeId,
    /// When it was begun.
    pub started_at: DateTime<Utc>,
    /// Its cases in their order, by code.
    pub cases: Vec<String>,
    /// What was said so far.
    pub marked: Vec<Marked>,
    /// When the last case was rated.
    pub finished_at: Option<DateTime<Utc>>,
    /// How close it came, once finished.
    pub figures: Option<Figures>,
    /// Within the limits of that day?
    pub passed: bool,
}

impl Exercise {
    /// The case that is rated next, and its number from 1.
    pub fn next(&self) -> Option<(usize, &str)> {
        let at = self.cases.iter().position(|case| self.marked(case).is_none())?;
        Some((at + 1, self.cases[at].as_str()))
    }

    /// Can it be gone on with? No more when one of its cases has left the course, or when a criterion came in that was not
    /// asked of the cases rated so far: no figures could be computed at its end.
    pub fn fits(&self, course: &Course) -> bool {
        let whole = |marked: &Marked| course.criteria.iter().all(|one| marked.ratings.contains_key(&one.code));
        self.cases.iter().all(|case| course.case(case).is_some()) && self.marked.iter().all(whole)
    }

    /// Do these limits come to the verdict it was given? When they were changed since, they may not, and then say nothing of
    /// its single figures.
    pub fn judged_by(&self, limits: &Limits) -> bool {
        self.figures.is_some_and(|figures| verdict::within(limits, &figures) == self.passed)
    }

    /// What was said of a case.
    pub fn marked(&self, case: &str) -> Option<&Marked> {
        self.marked.iter().find(|marked| marked.case == case)
    }
}

/// The exercise to go on with, if one is open and still fits the course.
pub fn open<'e>(exercises: &'e [Exercise], course: &Course) -> Option<&'e Exercise> {
    exercises.iter().find(|one| one.finished_at.is_none() && one.fits(course))
}

/// The cases of the next exercise: those the learner has seen least often first, of as many job families as there are; `seed`
/// decides among equals, so that colleagues share some cases and not all.
pub fn pick(course: &Course, seen: &BTreeMap<String, u32>, seed: u64) -> Vec<String> {
    let times = |code: &str| seen.get(code).copied().unwrap_or(0);
    let mut cases: Vec<_> = course.cases.iter().collect();
    cases.sort_by_key(|case| (times(&case.code), mixed(seed, &case.code)));
    let wanted = course.limits.cases as usize;
    let (mut picked, mut families): (Vec<String>, BTreeSet<&str>) = (Vec::new(), BTreeSet::new());
    let mut levels: Vec<u32> = cases.iter().map(|case| times(&case.code)).collect();
    levels.dedup();
    for level in levels {
        for new_family in [true, false] {
            for case in cases.iter().filter(|case| times(&case.code) == level) {
                let fits = !new_family || !families.contains(case.family.as_str());
                if picked.len() < wanted && fits && !picked.contains(&case.code) {
                    families.insert(case.family.as_str());
                    picked.push(case.code.clone());
                }
            }
        }
    }
    picked
}

/// A number that looks random and is always the same (FNV-1a).
fn mixed(seed: u64, code: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    seed.to_le_bytes().into_iter().chain(code.bytes()).fold(0xcbf2_9ce4_8422_2325, step)
}

/// The name of the form field of a criterion.
pub fn field(criterion: &str) -> String {
    format!("rating.{criterion}")
}

/// Takes in what was said of the next case; every criterion must be rated.
pub fn mark(
    mut exercise: Exercise,
    course: &Course,
    case: &str,
    ratings: BTreeMap<String, Rating>,
    at: DateTime<Utc>,
) -> Result<Exercise, Refusal> {
    if exercise.next().is_none_or(|(_, next)| next != case) {
        return Err(Refusal::rule(Text::new("certification-case-is-done")).next(Text::new("certification-go-on")));
    }
    let missing = course.criteria.iter().filter(|criterion| !ratings.contains_key(&criterion.code));
    let errors: Vec<FieldError> = missing
        .map(|criterion| {
            let says = Text::new("certification-needs-rating").with("criterion", criterion.name.as_str());
            FieldError::new(field(&criterion.code), says)
        })
        .collect();
    if !errors.is_empty() {
        return Err(Refusal::Fields(errors));
    }
    exercise.marked.push(Marked { case: case.to_owned(), ratings, at });
    Ok(exercise)
}

/// Closes an exercise with how close it came, when every case is rated.
pub fn finish(mut exercise: Exercise, course: &Course, figures: Figures, at: DateTime<Utc>) -> Exercise {
    exercise.passed = verdict::within(&course.limits, &figures);
    exercise.finished_at = Some(at);
    exercise.figures = Some(figures);
    exercise
}
