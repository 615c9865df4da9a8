//! Socialisation (R27): a tour of the appraisal in short steps, a short quiz, and how far people of a unit understand it.
//!
//! Nobody passes or fails. The office sees shares of groups, never a person's answers. Not here: the rules of the game
//! themselves ([`crate::scheme::explain`]), training of raters ([`crate::certification`]). Read first: this file, then
//! `understanding` (figures by unit).

#[cfg(test)]
mod tests;
pub mod understanding;

use crate::{
    decision::{FieldError, Refusal, Text},
    ids::EmployeeId,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One step of the tour: its sentences and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its heading.
    pub title: Text,
    /// What it says.
    pub says: Text,
    /// The page of one's own it is about.
    pub link: &'static str,
    /// What the link says.
    pub go: Text,
}

/// The tour, from the year's beginning to an objection.
pub fn tour() -> [Step; 8] {
    macro_rules! step {
        ($link:literal, $title:literal, $says:literal, $go:literal) => {
            Step { title: Text::new($title), says: Text::new($says), link: $link, go: Text::new($go) }
        };
    }
    [
        step!("/aturan", "orientation-why", "orientation-why-says", "orientation-why-go"),
        step!("/skp", "orientation-plan", "orientation-plan-says", "orientation-plan-go"),
        step!("/laporan", "orientation-report", "orientation-report-says", "orientation-report-go"),
        step!("/umpan-balik", "orientation-feedback", "orientation-feedback-says", "orientation-feedback-go"),
        step!("/penilaian", "orientation-rating", "orientation-rating-says", "orientation-rating-go"),
        step!("/hasil", "orientation-result", "orientation-result-says", "orientation-result-go"),
        step!("/hasil", "orientation-objection", "orientation-objection-says", "orientation-objection-go"),
        step!("/akses-berkas", "orientation-access", "orientation-access-says", "orientation-access-go"),
    ]
}

/// The quiz.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// Its questions in their order.
    pub questions: Vec<Question>,
}

/// A question of the quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its code.
    pub code: String,
    /// What it asks.
    pub asks: String,
    /// What can be answered.
    pub answers: Vec<String>,
    /// The right one, from 0.
    pub right: usize,
    /// Why.
    pub why: String,
    /// Where it stands written.
    pub article: String,
}

/// What somebody answered lately, and how the first time went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// Who.
    pub employee: EmployeeId,
    /// The answers of the last time, from 0, by question.
    pub answers: BTreeMap<String, usize>,
    /// Questions of the last time.
    pub of: u32,
    /// Right ones the last time.
    pub right: u32,
    /// Right ones the first time.
    pub first_right: u32,
    /// Questions of the first time.
    pub first_of: u32,
    /// How often they tried.
    pub times: u32,
    /// When first.
    pub first_at: DateTime<Utc>,
    /// When last.
    pub last_at: DateTime<Utc>,
}

/// The name of the form field of a question.
pub fn field(question: &str) -> String {
    format!("jawab.{question}")
}

/// Takes in the answers; every question must have one that is there.
pub fn answer(
    quiz: &Quiz,
    before: Option<&Tried>,
    employee: EmployeeId,
    answers: BTreeMap<String, usize>,
    at: DateTime<Utc>,
) -> Result<Tried, Refusal> {
    let there = |question: &&Question| answers.get(&question.code).is_some_and(|n| *n < question.answers.len());
    let missing = quiz.questions.iter().enumerate().filter(|(_, question)| !there(question));
    let errors: Vec<FieldError> = missing
        .map(|(at, question)| {
            let says = Text::new("orientation-choose").with("n", at as i64 + 1);
            FieldError::new(field(&question.code), says)
        })
        .collect();
    if !errors.is_empty() {
        return Err(Refusal::Fields(errors));
    }
    let right =
        quiz.questions.iter().filter(|question| answers.get(&question.code) == Some(&question.right)).count() as u32;
    let of = quiz.questions.len() as u32;
    Ok(Tried {
        employee,
        answers,
        of,
        right,
        first_right: before.map_or(right, |before| before.first_right),
        first_of: before.map_or(of, |before| before.first_of),
        times: before.map_or(0, |before| before.times) + 1,
        first_at: before.map_or(at, |before| before.first_at),
        last_at: at,
    })
}
