//! Who opened a person's file, as what, when (row 110 of the feature table): one row for each reader, file, kind of page and
//! day, with a count. The employee reads it; nobody else does.
//!
//! Peers and subordinates who were asked to rate in a scheme are never written down, neither here nor anywhere else: their name,
//! and the day they opened the sheet, would tell who said what. Not here: changes ([`crate::journal`]), who may
//! ([`crate::permissions`]). Read first: this file.

#[cfg(test)]
mod tests;

use crate::{
    account::{Actor, Role},
    decision::{Certainty, Text},
    ids::EmployeeId,
    permissions::{Action, Facts},
    scheme,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Days for which openings are kept: a year of appraisal, its evaluation in January, objection and decision, and the year in
/// which somebody may still ask. Our reading: UU 27/2022 asks that no more is kept than is needed and names no time.
pub const KEPT_DAYS: u64 = 730;
/// How sure we are of it.
pub const CERTAINTY: Certainty = Certainty::Assumption;

/// Which part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Master data.
    Data,
    /// The plan.
    Plan,
    /// Reports, evidence and measured data.
    Progress,
    /// Self-assessment and the supervisor's ratings, criteria of a scheme.
    Assessment,
    /// Results and their reasons, printed documents.
    Result,
    /// Objections.
    Objection,
    /// Feedback.
    Feedback,
    /// Talks, coaching, counselling.
    Talk,
    /// What follows: proposals, development and training, mentoring, conditions and talent.
    Career,
}

impl Kind {
    /// All, in the order they are shown.
    pub const ALL: [Self; 9] = [
        Self::Data,
        Self::Plan,
        Self::Progress,
        Self::Assessment,
        Self::Result,
        Self::Objection,
        Self::Feedback,
        Self::Talk,
        Self::Career,
    ];

    /// What an action opens; `None` for those that open nobody's file.
    pub fn of(action: Action) -> Option<Self> {
        let room = action.code().split('.').next()?;
        (action.reads() || action == Action::SchemeFill).then_some(())?;
        Some(match room {
            "people" => Self::Data,
            "plan" => Self::Plan,
            "progress" | "evidence" | "feed" => Self::Progress,
            "assessment" | "scheme" => Self::Assessment,
            "evaluation" | "document" => Self::Result,
            "objection" => Self::Objection,
            "feedback" => Self::Feedback,
            "dialogue" | "counselling" => Self::Talk,
            "followup" | "development" | "training" | "mentoring" | "eligibility" | "talent" | "skill" => Self::Career,
            _ => return None,
        })
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Data => "access-kind-data",
            Self::Plan => "access-kind-plan",
            Self::Progress => "access-kind-progress",
            Self::Assessment => "access-kind-assessment",
            Self::Result => "access-kind-result",
            Self::Objection => "access-kind-objection",
            Self::Feedback => "access-kind-feedback",
            Self::Talk => "access-kind-talk",
            Self::Career => "access-kind-career",
        })
    }
}

/// As what somebody opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum As {
    /// Pejabat Penilai Kinerja.
    Rater,
    /// Atasan Pejabat Penilai Kinerja.
    Superior,
    /// Leader of the unit or of one above it.
    Leader,
    /// The other side of a talk or of feedback.
    Party,
    /// Personnel office.
    Office,
    /// Auditor.
    Auditor,
    /// PyB or PPK.
    Authority,
    /// Keeper of accounts.
    Admin,
    /// Somebody else who may.
    Other,
}

impl As {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Rater => "access-as-rater",
            Self::Superior => "access-as-superior",
            Self::Leader => "access-as-leader",
            Self::Party => "access-as-party",
            Self::Office => "access-as-office",
            Self::Auditor => "access-as-auditor",
            Self::Authority => "access-as-authority",
            Self::Admin => "access-as-admin",
            Self::Other => "access-as-other",
        })
    }

    /// The nearest relation first, then the offices. `None` for whoever must not be written down: the person themselves, and
    /// those named to rate who are nothing else to them.
    pub fn of(actor: &Actor, facts: &Facts) -> Option<Self> {
        let has = |role| actor.has(role);
        match facts {
            facts if facts.is_self => None,
            facts if facts.is_rater => Some(Self::Rater),
            facts if facts.is_superior => Some(Self::Superior),
            facts if facts.is_nominated => None,
            facts if facts.is_party => Some(Self::Party),
            facts if facts.leads_unit => Some(Self::Leader),
            _ if has(Role::PersonnelOffice) => Some(Self::Office),
            _ if has(Role::Auditor) => Some(Self::Auditor),
            _ if has(Role::Pyb) || has(Role::Ppk) => Some(Self::Authority),
            _ if has(Role::AgencyAdmin) => Some(Self::Admin),
            _ => Some(Self::Other),
        }
    }
}

/// Somebody's openings of a part of a file on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Whose file.
    pub owner: EmployeeId,
    /// Who opened it.
    pub reader: EmployeeId,
    /// Which part.
    pub kind: Kind,
    /// The day, on the agency's clock.
    pub day: NaiveDate,
    /// As what, the last time.
    pub as_: As,
    /// How often.
    pub times: u32,
    /// When last.
    pub last_at: DateTime<Utc>,
}

/// Whose sheets of a scheme are told of with who filled them in: those of the reporting line. The role of the sheet decides, not who
/// somebody is: a supervisor of last year may be asked as a peer, and was then promised not to be named like any other.
pub const TOLD: [scheme::Role; 2] = [scheme::Role::Penilai, scheme::Role::Atasan];
