//! An agency's own way of appraising on top of the law: what is looked at (dimensions, criteria, anchors), who rates, how
//! it comes together, what follows.
//!
//! The law's predikat stands whatever a scheme says. A scheme may add a *scheme result*, shown beside it and used by the
//! scheme's own follow-ups. Not here: reading the data (`crate::policy`), the law's ratings and predikat
//! ([`crate::assessment`], [`crate::evaluation`]).
//! Read first: this file; then [`criterion`] and [`rater`] (the rules), [`nomination`] (who rates beside the line), [`sheet`]
//! (what one rater says), [`said`] (what others may read of it), [`mod@combine`] (what comes out, with a reason for each step),
//! [`beside`] (the result as it is frozen with the law's), [`follow`] and [`outlook`], [`workflow`], [`disagreement`],
//! [`simulate`], [`explain`].

pub mod beside;
pub mod combine;
pub mod criterion;
pub mod disagreement;
pub mod explain;
pub mod follow;
pub mod nomination;
pub mod outlook;
pub mod rater;
pub mod said;
pub mod score;
pub mod sheet;
pub mod simulate;
#[cfg(test)]
mod tests;
pub mod workflow;
pub mod years;

use crate::{
    amount::Amount,
    decision::{Arg, Citation, Refusal, Text},
    evaluation::Rhythm,
    policy::Cited,
};
pub use combine::{Combine, Inputs, SchemeResult, combine};
pub use criterion::{Criterion, Dimension, Reads};
pub use follow::FollowUp;
pub use outlook::{all_follow_ups, follow_ups};
pub use rater::{RaterRule, Role};
use serde::{Deserialize, Serialize};
pub use sheet::Sheet;
pub use workflow::WorkStep;

/// The rules of one scheme in force on a day. A scheme that adds nothing of its own has none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheme {
    /// Its folder (`plaju`).
    pub code: String,
    /// The policy it is part of, by [`crate::policy::Policy::id`].
    pub policy: String,
    /// Names of the levels, lowest first; the first is level 1.
    pub scale: Option<Cited<Vec<String>>>,
    /// What is looked at, in large.
    pub dimensions: Option<Cited<Vec<Dimension>>>,
    /// What is looked at, one by one.
    pub criteria: Option<Cited<Vec<Criterion>>>,
    /// Who rates what.
    pub raters: Option<Cited<Vec<RaterRule>>>,
    /// How it comes together.
    pub combine: Option<Cited<Combine>>,
    /// Steps with their working days.
    pub workflow: Option<Cited<Vec<WorkStep>>>,
    /// What happens when employee and supervisor see things differently (R25).
    pub disagreement: Option<Cited<disagreement::Rule>>,
    /// What follows from a result.
    pub follow_ups: Option<Cited<Vec<FollowUp>>>,
    /// What follows from it by law, whatever the scheme adds.
    #[serde(default)]
    pub law_follow_ups: Option<Cited<Vec<FollowUp>>>,
    /// What every employee is told.
    pub texts: Option<Cited<Texts>>,
    /// Are results of teams kept beside those of individuals (R4)?
    pub team_results: Option<Cited<bool>>,
}

/// What every employee is told, in kind words (R26, R27).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// Why there is an appraisal.
    pub purpose: String,
    /// What its result is for.
    pub used_for: String,
    /// Who sees it.
    pub who_sees: String,
    /// How to object.
    pub objection: String,
}

impl Scheme {
    /// Its dimensions.
    pub fn dimensions(&self) -> &[Dimension] {
        self.dimensions.as_ref().map_or(&[], |rule| &rule.value)
    }

    /// Its criteria.
    pub fn criteria(&self) -> &[Criterion] {
        self.criteria.as_ref().map_or(&[], |rule| &rule.value)
    }

    /// One criterion.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria().iter().find(|criterion| criterion.code == code)
    }

    /// The criteria of a dimension.
    pub fn of_dimension<'a>(&'a self, dimension: &'a str) -> impl Iterator<Item = &'a Criterion> {
        self.criteria().iter().filter(move |criterion| criterion.dimension == dimension)
    }

    /// Who rates, in the order of their turn.
    pub fn raters(&self) -> &[RaterRule] {
        self.raters.as_ref().map_or(&[], |rule| &rule.value)
    }

    /// The rule for one role.
    pub fn rater(&self, role: Role) -> Option<&RaterRule> {
        self.raters().iter().find(|rule| rule.role == role)
    }

    /// The criteria people of a role give a level to, in the order of the scheme.
    pub fn rated_by(&self, role: Role) -> impl Iterator<Item = &Criterion> {
        let rule = self.rater(role);
        self.criteria().iter().filter(move |c| c.reads.by_people() && rule.is_some_and(|rule| rule.rates(&c.dimension)))
    }

    /// Does a period of this rhythm ask for the scheme's criteria? The scheme's review and the year do; the law's short
    /// cycles stay light (certainty: assumption).
    pub fn asks_in(&self, rhythm: Rhythm) -> bool {
        !self.raters().is_empty() && matches!(rhythm, Rhythm::Semesteran | Rhythm::Tahunan)
    }

    /// Are there raters in a period of this rhythm who were promised to be one voice among several?
    pub fn hides_in(&self, rhythm: Rhythm) -> bool {
        self.asks_in(rhythm) && self.raters().iter().any(|rule| rule.anonymous)
    }

    /// The highest level; 0 where there is no scale.
    pub fn levels(&self) -> u8 {
        self.scale.as_ref().map_or(0, |rule| rule.value.len() as u8)
    }
}

/// Hundredths (of a level, of a percent) as an amount for sentences: `340` is 3,4.
pub(crate) fn hundredths(n: i64) -> Arg {
    Arg::Amount(Amount(n * (Amount::SCALE / 100)))
}

fn cited<T>(rule: Option<&Cited<T>>) -> Option<Citation> {
    rule.map(|rule| rule.cite.clone())
}

/// A refusal with the rule it rests on, where there is one.
fn refuse<T>(says: Text, rule: Option<&Cited<T>>) -> Refusal {
    let refusal = Refusal::rule(says);
    match rule {
        Some(rule) => refusal.cited(rule.cite.clone()),
        None => refusal,
    }
}
