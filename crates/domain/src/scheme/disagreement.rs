//! Where employee and supervisor see things differently, before there is a result (R25): both views stand, a talk is
//! proposed, the superior sees it. Nobody's level is changed by it.

use super::{Scheme, rater::Role, sheet::Sheet};
use crate::decision::{Reason, Text};
use serde::{Deserialize, Serialize};

/// When and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Levels apart from which it is worth a talk; at least 1.
    pub gap: u32,
    /// Working days in which the talk takes place.
    pub days: u32,
    /// Who else sees both views.
    pub seen_by: Role,
    /// What it says to both.
    pub text: String,
}

/// One criterion seen differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The criterion.
    pub criterion: String,
    /// What the employee says.
    pub own: u8,
    /// What the supervisor says.
    pub theirs: u8,
    /// Why it is worth a talk.
    pub because: Reason,
}

/// The criteria on which both have answered and are too far apart, either way; largest distance first, then in the
/// scheme's order. Without a rule there are none.
pub fn differences(scheme: &Scheme, sheets: &[Sheet]) -> Vec<Difference> {
    let Some(rule) = &scheme.disagreement else { return Vec::new() };
    let of = |role| sheets.iter().find(move |sheet| sheet.role == role);
    let (Some(own), Some(theirs)) = (of(Role::Diri), of(Role::Penilai)) else { return Vec::new() };
    let mut all: Vec<Difference> = scheme
        .criteria()
        .iter()
        .filter_map(|criterion| {
            let (own, theirs) = (own.level(&criterion.code)?, theirs.level(&criterion.code)?);
            let says = Text::new("scheme-differs")
                .with("criterion", criterion.name.as_str())
                .with("own", u32::from(own))
                .with("theirs", u32::from(theirs))
                .with("days", rule.value.days);
            let because = Reason::new(says).cited(rule.cite.clone());
            let apart = u32::from(own.abs_diff(theirs)) >= rule.value.gap;
            apart.then(|| Difference { criterion: criterion.code.clone(), own, theirs, because })
        })
        .collect();
    all.sort_by_key(|d| std::cmp::Reverse(d.own.abs_diff(d.theirs)));
    all
}
