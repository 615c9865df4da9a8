//! What one rater says, and what is refused before anything is computed.

use super::{Scheme, rater::Role, refuse};
use crate::{
    decision::{FieldError, Refusal, Text},
    ids::{EmployeeId, EvidenceId},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What one rater says of each criterion. Only sheets that were sent are handed to the rules here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Who.
    pub rater: EmployeeId,
    /// As whom.
    pub role: Role,
    /// By criterion.
    pub marks: Vec<Mark>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The criterion.
    pub criterion: String,
    /// The level, from 1; `None` where the rater cannot say.
    pub level: Option<u8>,
    /// Why.
    pub reason: String,
    /// The evidence it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceId>,
}

impl Sheet {
    /// The level given to a criterion, if any was.
    pub fn level(&self, criterion: &str) -> Option<u8> {
        self.marks.iter().find(|mark| mark.criterion == criterion).and_then(|mark| mark.level)
    }
}

/// What is missing before a sheet can be handed in: a level for each criterion of the role. Who promised to be one voice
/// among several may leave out what they cannot see; the lowest and the highest level want a reason.
pub fn complete(scheme: &Scheme, sheet: &Sheet) -> Vec<FieldError> {
    let among_several = scheme.rater(sheet.role).is_some_and(|rule| rule.anonymous);
    let mut errors = Vec::new();
    for criterion in scheme.rated_by(sheet.role) {
        let field = |part: &str| format!("{}.{part}", criterion.code);
        let mark = sheet.marks.iter().find(|mark| mark.criterion == criterion.code);
        match mark.and_then(|mark| mark.level) {
            None if among_several => {}
            None => errors.push(FieldError::new(field("level"), Text::new("scheme-level-missing"))),
            Some(level) if level == 1 || level == scheme.levels() => {
                if mark.is_none_or(|mark| mark.reason.trim().is_empty()) {
                    errors.push(FieldError::new(field("reason"), Text::new("scheme-reason-missing")));
                }
            }
            Some(_) => {}
        }
    }
    if among_several && sheet.marks.iter().all(|mark| mark.level.is_none()) {
        errors.push(FieldError::new("marks", Text::new("scheme-nothing-said")));
    }
    errors
}

/// What a sheet may rest on: the rated person's own evidence, as far as the rater may open it.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// That of the period.
    pub of_period: &'a [EvidenceId],
    /// That of the whole plan.
    pub of_plan: &'a [EvidenceId],
}

/// What a sheet rests on and must not: evidence of another time, or of somebody else. Whether what is not shown exists is
/// told to nobody.
pub fn rests_on(sheet: &Sheet, shown: Shown<'_>) -> Vec<FieldError> {
    let wrong = |mark: &Mark| {
        let foreign = mark.evidence.iter().find(|id| !shown.of_period.contains(id))?;
        let key =
            if shown.of_plan.contains(foreign) { "scheme-evidence-other-time" } else { "scheme-evidence-not-theirs" };
        Some(FieldError::new(format!("{}.evidence", mark.criterion), Text::new(key)))
    };
    sheet.marks.iter().filter_map(wrong).collect()
}

/// The evidence that at least `min` of these sheets name for a criterion, the oldest piece first: a piece that fewer name
/// would tell whose voice it came with.
pub(super) fn named_by<'a>(sheets: impl Iterator<Item = &'a Sheet>, criterion: &str, min: usize) -> Vec<EvidenceId> {
    let mut voices: BTreeMap<EvidenceId, usize> = BTreeMap::new();
    for sheet in sheets {
        let of_one: BTreeSet<EvidenceId> = sheet
            .marks
            .iter()
            .filter(|mark| mark.criterion == criterion)
            .flat_map(|mark| mark.evidence.clone())
            .collect();
        for id in of_one {
            *voices.entry(id).or_default() += 1;
        }
    }
    voices.into_iter().filter(|(_, n)| *n >= min).map(|(id, _)| id).collect()
}

/// Refuses what does not belong into the scheme: a role it does not know, a criterion not the role's, a level outside the
/// scale, a rater in two places, more raters than a role may have.
pub fn check(scheme: &Scheme, sheets: &[Sheet]) -> Result<(), Refusal> {
    let rules = scheme.raters.as_ref();
    let mut seen = BTreeSet::new();
    let mut people: BTreeMap<Role, u32> = BTreeMap::new();
    for sheet in sheets {
        let role = sheet.role;
        let Some(rule) = scheme.rater(role) else {
            return Err(refuse(Text::new("scheme-rater-no-such-role").with("role", role.label()), rules));
        };
        if !seen.insert(sheet.rater) {
            return Err(refuse(Text::new("scheme-sheet-twice"), rules));
        }
        let n = people.entry(role).or_default();
        *n += 1;
        let max = rule.max.unwrap_or(u32::MAX);
        if *n > max {
            return Err(refuse(Text::new("scheme-sheet-too-many").with("role", role.label()).with("max", max), rules));
        }
        let mut answered = BTreeSet::new();
        for mark in &sheet.marks {
            let named = |key: &'static str| Text::new(key).with("criterion", mark.criterion.as_str());
            let Some(criterion) = scheme.criterion(&mark.criterion).filter(|c| c.reads.by_people()) else {
                return Err(refuse(named("scheme-sheet-unknown-criterion"), scheme.criteria.as_ref()));
            };
            if !rule.rates(&criterion.dimension) {
                return Err(refuse(named("scheme-sheet-not-for-role").with("role", role.label()), rules));
            }
            if !answered.insert(&mark.criterion) {
                return Err(refuse(named("scheme-sheet-mark-twice"), rules));
            }
            if mark.level.is_some_and(|level| !(1..=scheme.levels()).contains(&level)) {
                let says = named("scheme-sheet-outside-scale").with("max", u32::from(scheme.levels()));
                return Err(refuse(says, scheme.scale.as_ref()));
            }
        }
    }
    Ok(())
}
