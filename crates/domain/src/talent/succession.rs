//! Succession: posts that may not stay empty, and who could follow. Candidates are found by rule and shown with their reasons; a
//! person puts somebody forward, says why, and may take it back.

use super::{
    MIN_REASON, Met,
    boxes::{BoxRule, in_pool},
    jpm::{Bands, Jpm, band},
};
use crate::{
    decision::{FieldError, Reason, Refusal, Text},
    ids::{CriticalPostId, EmployeeId, NomineeId, PostId},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A post for which successors are prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriticalPost {
    /// Its id.
    pub id: CriticalPostId,
    /// The post.
    pub post: PostId,
    /// Why it may not stay empty.
    pub reason: String,
    /// Who named it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// The last day it is looked at.
    pub ended_on: Option<NaiveDate>,
}

/// Somebody put forward for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nominee {
    /// Its id.
    pub id: NomineeId,
    /// For which post.
    pub critical: CriticalPostId,
    /// Who.
    pub employee: EmployeeId,
    /// Why.
    pub reason: String,
    /// What was known then.
    pub because: Reason,
    /// Who put them forward.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Taken back on.
    pub ended_on: Option<NaiveDate>,
}

/// How far somebody fits a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Both together.
    pub met: Met,
    /// The box.
    pub number: Option<u8>,
    /// Competence against that post.
    pub jpm: Jpm,
    /// Why.
    pub because: Reason,
}

/// The box leads into the succession plan, and competence reaches the lowest class but one of a selection for that very post.
pub fn fit(boxes: &[BoxRule], bands: Option<&Bands>, number: Option<u8>, jpm: Jpm) -> Fit {
    let pool = in_pool(boxes, number);
    let says = match (pool, number) {
        (Met::Yes, Some(number)) => Text::new("talent-fit-pool").with("box", u32::from(number)),
        (Met::No, Some(number)) => Text::new("talent-fit-no-pool").with("box", u32::from(number)),
        _ => Text::new("talent-fit-no-box"),
    };
    let class = jpm.percent.zip(bands).map(|(percent, bands)| (band(&bands.selection, percent), &bands.selection));
    let enough = class.map(|(found, all)| found.is_some() && found != all.last());
    let named = class.and_then(|(found, _)| found).map_or_else(String::new, |found| found.name.clone());
    let match_ = Reason { says: jpm.because.says.clone(), cite: None, from: jpm.because.from.clone() };
    let met = pool.max(Met::of(enough));
    let whole = match met {
        Met::Yes => Text::new("talent-fit-yes").with("class", named),
        Met::Unknown => Text::new("talent-fit-unknown"),
        Met::No => Text::new("talent-fit-no"),
    };
    Fit { met, number, because: Reason { says: whole, cite: None, from: vec![Reason::new(says), match_] }, jpm }
}

/// What is wrong with a reason as typed.
pub fn check_reason(reason: &str) -> Vec<FieldError> {
    if reason.trim().chars().count() >= MIN_REASON {
        return Vec::new();
    }
    vec![FieldError::new("reason", Text::new("talent-reason-too-short").with("min", MIN_REASON as i64))]
}

/// Somebody may be put forward: not twice, and not the one who holds the post.
pub fn may_nominate(there: &[Nominee], employee: EmployeeId, holders: &[EmployeeId]) -> Result<(), Refusal> {
    if there.iter().any(|one| one.employee == employee && one.ended_on.is_none()) {
        return Err(Refusal::field("employee", Text::new("talent-nominee-is-there")));
    }
    if holders.contains(&employee) {
        return Err(Refusal::field("employee", Text::new("talent-nominee-holds-it")));
    }
    Ok(())
}
