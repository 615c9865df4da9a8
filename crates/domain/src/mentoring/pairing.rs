//! Who may stand by whom: strong where the mentee is weak, not the rater, with room for one more, and never in a circle. What is
//! not known of somebody is said and does not count against them.

use super::{Case, Limits};
use crate::{
    decision::{Citation, Decision, FieldError, Reason, Refusal, Text},
    ids::EmployeeId,
    scheme::hundredths,
    talent::Met,
};
use std::collections::{BTreeMap, BTreeSet};

/// Levels by criterion, in hundredths.
pub type Levels = BTreeMap<String, i64>;

/// Somebody who might stand by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// The levels found last.
    pub levels: Levels,
    /// People they stand by already.
    pub load: u32,
}

/// One criterion seen from both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weak {
    /// The criterion.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The mentee's level, if known.
    pub level: Option<i64>,
}

/// Pairs that run: who stands by whom.
pub fn pairs(running: &[Case]) -> Vec<(EmployeeId, EmployeeId)> {
    running.iter().filter(|case| case.runs()).filter_map(|case| Some((case.mentor?, case.employee))).collect()
}

/// The chain from the mentor up to the mentee, if the mentee (or somebody they stand by) already stands by the mentor.
pub fn circle(pairs: &[(EmployeeId, EmployeeId)], mentor: EmployeeId, mentee: EmployeeId) -> Option<Vec<EmployeeId>> {
    let mut seen = BTreeSet::new();
    let mut paths = vec![vec![mentor]];
    while let Some(path) = paths.pop() {
        let last = *path.last()?;
        for (above, _) in pairs.iter().filter(|(_, below)| *below == last) {
            let mut longer = path.clone();
            longer.push(*above);
            if *above == mentee {
                return Some(longer);
            }
            if seen.insert(*above) {
                paths.push(longer);
            }
        }
    }
    None
}

/// Strong enough in at least one weakness? Unknown where nothing comparable is known of either.
pub fn strong(weak: &[Weak], candidate: &Candidate, limits: &Limits) -> (Met, Vec<Reason>) {
    let mut steps = Vec::new();
    let mut found = Vec::new();
    for one in weak {
        let said = |key: &'static str| Text::new(key).with("name", one.name.as_str());
        match (candidate.levels.get(&one.code), one.level) {
            (Some(have), Some(level)) => {
                found.push(have - level >= limits.gap);
                let says = said("mentoring-match-line").with("have", hundredths(*have));
                steps.push(Reason::new(says.with("level", hundredths(level))));
            }
            _ => steps.push(Reason::new(said("mentoring-match-line-unknown"))),
        }
    }
    let met = match found.is_empty() {
        true => Met::Unknown,
        false => Met::of(Some(found.contains(&true))),
    };
    (met, steps)
}

/// How strong somebody is over all weaknesses, for the order of suggestions, in hundredths.
pub fn strength(weak: &[Weak], candidate: &Candidate) -> i64 {
    weak.iter().filter_map(|one| Some((candidate.levels.get(&one.code)? - one.level?).max(0))).sum()
}

/// May this one stand by? `name` finds names for the chain of a circle; `says` are words for a choice of which nothing is known.
pub fn may_pair(
    case: &Case,
    mentor: EmployeeId,
    weak: &[Weak],
    candidate: &Candidate,
    (limits, cite): (&Limits, &Citation),
    pairs: &[(EmployeeId, EmployeeId)],
    name: &dyn Fn(EmployeeId) -> String,
) -> Result<Decision<EmployeeId>, Refusal> {
    let refuse = |text| Err(Refusal::Fields(vec![FieldError::new("mentor", text)]));
    if mentor == case.employee {
        return refuse(Text::new("mentoring-mentor-self"));
    }
    if case.rater == Some(mentor) {
        return refuse(Text::new("mentoring-mentor-rates"));
    }
    if let Some(chain) = circle(pairs, mentor, case.employee) {
        let names: Vec<String> = chain.iter().rev().map(|id| name(*id)).collect();
        return refuse(Text::new("mentoring-mentor-circle").with("chain", names.join(" → ")));
    }
    if candidate.load >= limits.load {
        let says = Text::new("mentoring-mentor-overloaded").with("load", candidate.load).with("limit", limits.load);
        return refuse(says);
    }
    let (met, steps) = strong(weak, candidate, limits);
    let key = match met {
        Met::Yes => "mentoring-match-strong",
        Met::Unknown => "mentoring-match-unknown",
        Met::No => return refuse(Text::new("mentoring-mentor-not-strong").with("gap", hundredths(limits.gap))),
    };
    let says = Text::new(key).with("load", candidate.load).with("limit", limits.load);
    Ok(Decision { value: mentor, because: Reason { says, cite: Some(cite.clone()), from: steps } })
}
