//! Constructive feedback after an evaluation, in three parts, acknowledged by the employee (R13, R14).
//!
//! Not here: feedback during the year, asked for or offered: [`during`].

pub mod during;

use crate::{
    decision::{FieldError, Refusal, Text},
    ids::{EmployeeId, EvaluationId, FeedbackId},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Feedback on one evaluation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// Its id.
    pub id: FeedbackId,
    /// The evaluation.
    pub evaluation: EvaluationId,
    /// Who gives it.
    pub by: EmployeeId,
    /// What it says.
    pub words: Words,
    /// When.
    pub at: DateTime<Utc>,
    /// When the employee acknowledged it.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// What the employee answers and means to do (R14).
    pub answer: String,
}

/// The three parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What is good.
    pub good: String,
    /// What to improve.
    pub improve: String,
    /// Concrete advice: what to do, with whom, by when.
    pub advice: String,
}

/// Shortest useful part, in characters (certainty: assumption; keeps "baik" alone from passing as feedback).
pub const MIN_CHARS: usize = 15;

/// All three parts are there and say something.
pub fn check(words: &Words) -> Result<(), Refusal> {
    let errors: Vec<FieldError> = [("good", &words.good), ("improve", &words.improve), ("advice", &words.advice)]
        .into_iter()
        .filter(|(_, text)| text.trim().chars().count() < MIN_CHARS)
        .map(|(field, _)| FieldError::new(field, Text::new("feedback-part-too-short").with("min", MIN_CHARS as i64)))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}
