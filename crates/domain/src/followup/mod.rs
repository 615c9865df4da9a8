//! Tindak lanjut: what follows from a result by rules of the law and the scheme, kept as a proposal with its reason, until a
//! person decides (R15-R17, R19).
//!
//! Not here: the rules themselves ([`crate::scheme::follow`], [`crate::scheme::outlook`]); what was agreed in a talk
//! ([`crate::dialogue::Followup`]). Read first: this file; it is the whole room.

#[cfg(test)]
mod tests;

use crate::{
    decision::{FieldError, Reason, Refusal, Text},
    ids::{EmployeeId, EvaluationId, PeriodId, ProposalId, UnitId},
    permissions::Action,
    scheme::{
        follow::{Act, Programme},
        outlook,
    },
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Shortest reason of a decision, in characters (certainty: assumption; "ya" says nothing to whoever it is about).
pub const MIN_REASON: usize = 15;

/// What was proposed, frozen with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// About whom.
    pub employee: EmployeeId,
    /// The result it follows from.
    pub evaluation: EvaluationId,
    /// Of which period.
    pub period: PeriodId,
    /// Of which year.
    pub year: i32,
    /// The unit the plan was in.
    pub unit: UnitId,
    /// The rule, by code.
    pub rule: String,
    /// The criterion it is about, if it is about one.
    pub criterion: Option<String>,
    /// How strongly.
    pub act: Act,
    /// What.
    pub programme: Programme,
    /// What it says to people.
    pub text: String,
    /// Why: each condition with the year and the value, as they were.
    pub because: Reason,
    /// The policy it was found by.
    pub policy: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What the employee said to it.
    pub answer: Option<Answer>,
    /// What was decided.
    pub decision: Option<Decided>,
    /// When it fell away because another result took the place of the one it follows from.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// What the employee says to something that is open to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Do they want it?
    pub wants: bool,
    /// In their words; may be empty.
    pub words: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A person's decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Who.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Was it taken up?
    pub accepted: bool,
    /// Why.
    pub reason: String,
}

/// Where a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The employee is asked first.
    Ditanyakan,
    /// Waits for a decision.
    Diusulkan,
    /// Taken up.
    Diterima,
    /// Not taken up.
    Ditolak,
    /// Fell away with its result.
    Gugur,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Ditanyakan, Self::Diusulkan, Self::Diterima, Self::Ditolak, Self::Gugur];

    /// Code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ditanyakan => "ditanyakan",
            Self::Diusulkan => "diusulkan",
            Self::Diterima => "diterima",
            Self::Ditolak => "ditolak",
            Self::Gugur => "gugur",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Ditanyakan => "followup-state-ditanyakan",
            Self::Diusulkan => "followup-state-diusulkan",
            Self::Diterima => "followup-state-diterima",
            Self::Ditolak => "followup-state-ditolak",
            Self::Gugur => "followup-state-gugur",
        })
    }

    /// Does somebody still have to do something?
    pub const fn open(self) -> bool {
        matches!(self, Self::Ditanyakan | Self::Diusulkan)
    }
}

/// Whose result is followed up.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// About whom.
    pub employee: EmployeeId,
    /// The result.
    pub evaluation: EvaluationId,
    /// Its period, and the year of it.
    pub period: (PeriodId, i32),
    /// The unit of the plan.
    pub unit: UnitId,
    /// The policy of the period.
    pub policy: &'a str,
}

impl Proposal {
    /// As the rules found it.
    pub fn found(id: ProposalId, of: Of<'_>, found: outlook::Proposal, at: DateTime<Utc>) -> Self {
        Self {
            id,
            employee: of.employee,
            evaluation: of.evaluation,
            period: of.period.0,
            year: of.period.1,
            unit: of.unit,
            rule: found.rule,
            criterion: found.criterion,
            act: found.act,
            programme: found.programme,
            text: found.text,
            because: found.because,
            policy: of.policy.to_owned(),
            at,
            answer: None,
            decision: None,
            withdrawn_at: None,
        }
    }

    /// The same rule about the same thing, of the same result: proposed once.
    pub fn key(&self) -> (EvaluationId, &str, &str) {
        (self.evaluation, &self.rule, self.criterion.as_deref().unwrap_or_default())
    }

    /// Is the employee asked before anybody decides? What is open to them is theirs to want, and nobody is put into a
    /// programme for their potential without having been asked (R19).
    pub fn asks_first(&self) -> bool {
        self.act == Act::Open || matches!(self.programme, Programme::Talent | Programme::Scholarship)
    }

    /// Where it is.
    pub fn state(&self) -> State {
        match (&self.decision, &self.answer) {
            _ if self.withdrawn_at.is_some() => State::Gugur,
            (Some(decision), _) if decision.accepted => State::Diterima,
            (Some(_), _) => State::Ditolak,
            (None, None) if self.asks_first() => State::Ditanyakan,
            (None, _) => State::Diusulkan,
        }
    }
}

/// Which permission a decision on this takes: what concerns a career is not the rater's.
pub const fn action(programme: Programme) -> Action {
    match programme {
        Programme::Scholarship | Programme::Promotion | Programme::Talent | Programme::Award => Action::FollowupCareer,
        _ => Action::FollowupDecide,
    }
}

/// A person decides. The reason is always asked for: whoever it is about reads it.
pub fn decide(before: &Proposal, decision: Decided) -> Result<Proposal, Refusal> {
    still_open(before)?;
    if decision.by == before.employee {
        return Err(Refusal::rule(Text::new("followup-not-on-oneself")));
    }
    let wants = before.answer.as_ref().map(|answer| answer.wants);
    if decision.accepted && before.asks_first() && wants != Some(true) {
        let says = if wants.is_none() { "followup-ask-first" } else { "followup-not-wanted" };
        return Err(Refusal::rule(Text::new(says)).next(Text::new("followup-ask-first-next")));
    }
    if !decision.accepted && before.act == Act::Require {
        let refusal = Refusal::rule(Text::new("followup-required")).next(Text::new("followup-required-next"));
        return Err(match &before.because.cite {
            Some(cite) => refusal.cited(cite.clone()),
            None => refusal,
        });
    }
    if decision.reason.trim().chars().count() < MIN_REASON {
        let says = Text::new("followup-reason-too-short").with("min", MIN_REASON as i64);
        return Err(Refusal::Fields(vec![FieldError::new("reason", says)]));
    }
    Ok(Proposal { decision: Some(decision), ..before.clone() })
}

/// The employee says whether they want it. They may change their mind until somebody has decided.
pub fn answer(before: &Proposal, answer: Answer) -> Result<Proposal, Refusal> {
    still_open(before)?;
    if !before.asks_first() {
        return Err(Refusal::rule(Text::new("followup-not-asked")));
    }
    Ok(Proposal { answer: Some(answer), ..before.clone() })
}

fn still_open(before: &Proposal) -> Result<(), Refusal> {
    match before.state() {
        State::Gugur => Err(Refusal::rule(Text::new("followup-withdrawn"))),
        State::Diterima | State::Ditolak => Err(Refusal::rule(Text::new("followup-decided-already"))),
        State::Ditanyakan | State::Diusulkan => Ok(()),
    }
}
