//! What a team is to deliver and how far it is: the same counting as under an indicator of a plan
//! ([`crate::progress::track`]), so that a team and an employee are never measured by two rules.

use super::{Member, TeamEntry, TeamResult, Workteam};
use crate::{
    amount::Amount,
    decision::{Decision, FieldError, Text},
    ids::{EntryId, IndicatorId, SkpId},
    plan::{Indicator, content::MAX_CHARS},
    progress::{
        Entry,
        track::{Track, realised, share, track},
    },
    time::DateRange,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// Where a result is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// What was realised; `None` when no amount was reported.
    pub amount: Option<Amount>,
    /// How much of the target, in basis points, rounded down.
    pub share: Option<i64>,
    /// On time or not, with its reason.
    pub track: Decision<Track>,
}

impl TeamResult {
    /// As the indicator of a plan says it: what is measured, and by which target.
    pub fn indicator(&self) -> Indicator {
        Indicator {
            id: IndicatorId(self.id.0),
            aspek: None,
            perspektif: None,
            text: self.text.clone(),
            target: self.target.clone(),
        }
    }

    /// How far it is on a day, from what was reported of work done by then.
    pub fn reached(&self, entries: &[TeamEntry], team: &Workteam, today: NaiveDate) -> Reached {
        let done: Vec<Entry> =
            entries.iter().filter(|entry| entry.result == self.id && entry.on <= today).map(TeamEntry::entry).collect();
        let (indicator, from) = (self.indicator(), team.dates.from.min(self.due));
        let amount = realised(&indicator, &done);
        let days = DateRange { from, until: Some(self.due) };
        Reached { share: share(&indicator, amount), track: track(&indicator, &done, &[], days, today), amount }
    }
}

impl TeamEntry {
    /// As an entry under an indicator.
    fn entry(&self) -> Entry {
        Entry {
            id: EntryId(self.id.0),
            skp: SkpId(Uuid::nil()),
            indicator: IndicatorId(self.result.0),
            step: None,
            on: self.on,
            amount: self.amount,
            did: self.did.clone(),
            obstacle: String::new(),
            help: String::new(),
            corrects: self.corrects.map(|id| EntryId(id.0)),
            by: self.by,
            recorded_at: self.at,
        }
    }
}

/// What is wrong with a result as typed.
pub fn check(team: &Workteam, members: &[Member], result: &TeamResult) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if result.text.trim().is_empty() {
        errors.push(FieldError::new("text", Text::new("workteam-result-needs-text")));
    } else if result.text.chars().count() > MAX_CHARS {
        errors.push(FieldError::new("text", Text::new("workteam-result-too-long").with("max", MAX_CHARS as i64)));
    }
    match result.target.amount {
        Some(amount) if amount < Amount(0) => {
            errors.push(FieldError::new("target", Text::new("workteam-target-negative")));
        }
        Some(_) if result.target.unit.trim().is_empty() => {
            errors.push(FieldError::new("target_unit", Text::new("workteam-target-needs-unit")));
        }
        _ => {}
    }
    if !team.days().contains(result.due) {
        errors.push(FieldError::new("due", Text::new("workteam-outside-its-days")));
    }
    let carries = |id| members.iter().any(|member| member.employee == id && member.agreed());
    if !result.carriers.iter().all(|id| carries(*id)) {
        errors.push(FieldError::new("carrier", Text::new("workteam-carrier-is-member")));
    }
    errors
}

/// What is wrong with a report as typed; `others` are the reports of the same result.
pub fn check_entry(team: &Workteam, others: &[TeamEntry], entry: &TeamEntry, today: NaiveDate) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if entry.did.trim().is_empty() {
        errors.push(FieldError::new("did", Text::new("workteam-entry-needs-words")));
    }
    if entry.amount.is_some_and(|amount| amount < Amount(0)) {
        errors.push(FieldError::new("amount", Text::new("workteam-target-negative")));
    }
    if entry.on > today {
        errors.push(FieldError::new("on", Text::new("workteam-entry-not-yet")));
    } else if !team.days().contains(entry.on) {
        errors.push(FieldError::new("on", Text::new("workteam-outside-its-days")));
    }
    if entry.corrects.is_some_and(|id| !others.iter().any(|other| other.id == id)) {
        errors.push(FieldError::new("corrects", Text::new("workteam-corrects-nothing")));
    }
    errors
}
