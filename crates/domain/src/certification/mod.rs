//! Training of raters (R24): lessons on the common errors, written cases to rate, how close somebody came to the agreed values,
//! the certificate that follows. The figures belong to the learner and decide nothing about anybody's appraisal.
//!
//! Not here: ratings of real people ([`crate::assessment`]), their analysis, courses for everybody, how the figures are computed
//! (`measure`). Lessons, cases and limits are data (`policies/training`). Read first: this file for the nouns; then `exercise`
//! (which cases, one after another), `verdict` (close enough?), `certificate`.

pub mod certificate;
pub mod exercise;
#[cfg(test)]
mod tests;
pub mod verdict;

pub use certificate::{Certificate, Standing};
pub use exercise::{Exercise, Marked};
pub use verdict::{Figures, Limits};

use crate::assessment::Rating;
use serde::{Deserialize, Serialize};

/// What raters are trained with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The common errors, in the order they are read.
    pub lessons: Vec<Lesson>,
    /// What every case is rated on.
    pub criteria: Vec<Criterion>,
    /// The written cases.
    pub cases: Vec<Case>,
    /// How close is close enough.
    pub limits: Limits,
}

impl Course {
    /// A lesson with those before and behind it.
    pub fn lesson(&self, code: &str) -> Option<(Option<&Lesson>, &Lesson, Option<&Lesson>)> {
        let at = self.lessons.iter().position(|lesson| lesson.code == code)?;
        let before = at.checked_sub(1).and_then(|at| self.lessons.get(at));
        Some((before, &self.lessons[at], self.lessons.get(at + 1)))
    }

    /// A case.
    pub fn case(&self, code: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.code == code)
    }
}

/// A common error of raters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Its code in addresses.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub says: String,
    /// An example from the civil service.
    pub example: String,
    /// How one notices it in oneself.
    pub notice: String,
    /// What to do instead.
    pub instead: String,
}

/// Something every case is rated on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What each rating looks like, worst to best.
    pub anchors: [String; 3],
}

/// A written case: an invented person's work over a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its code.
    pub code: String,
    /// The job family.
    pub family: String,
    /// Its heading.
    pub title: String,
    /// Who, as what, when.
    pub who: String,
    /// What they did, in paragraphs.
    pub did: Vec<String>,
    /// What there is to show for it.
    pub evidence: Vec<String>,
    /// The agreed rating of each criterion, in their order.
    pub agreed: Vec<Agreed>,
}

/// An agreed value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The criterion.
    pub criterion: String,
    /// The value.
    pub rating: Rating,
    /// Why.
    pub why: String,
}

impl Case {
    /// What was agreed on a criterion.
    pub fn agreed(&self, criterion: &str) -> Option<&Agreed> {
        self.agreed.iter().find(|agreed| agreed.criterion == criterion)
    }
}
