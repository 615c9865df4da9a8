//! Who rates what: roles, their turn, their share, what they may see of each other, and who may not rate whom.

use super::{Scheme, refuse};
use crate::{
    assessment::RaterRole,
    decision::{Refusal, Text},
};
use serde::{Deserialize, Serialize};

/// As whom somebody rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The employee.
    Diri,
    /// Pejabat Penilai Kinerja, or the superior in their place.
    Penilai,
    /// A peer.
    Rekan,
    /// Somebody the employee leads.
    Bawahan,
    /// The rater's superior.
    Atasan,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 5] = [Self::Diri, Self::Penilai, Self::Rekan, Self::Bawahan, Self::Atasan];

    /// Code in forms, database and policies.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Diri => "diri",
            Self::Penilai => "penilai",
            Self::Rekan => "rekan",
            Self::Bawahan => "bawahan",
            Self::Atasan => "atasan",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Diri => "scheme-role-diri",
            Self::Penilai => "scheme-role-penilai",
            Self::Rekan => "scheme-role-rekan",
            Self::Bawahan => "scheme-role-bawahan",
            Self::Atasan => "scheme-role-atasan",
        })
    }
}

impl From<RaterRole> for Role {
    fn from(role: RaterRole) -> Self {
        match role {
            RaterRole::Diri => Self::Diri,
            RaterRole::Penilai => Self::Penilai,
        }
    }
}

/// How the people of a role are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nominated {
    /// They follow from the reporting line.
    Line,
    /// The employee proposes, the rater agrees.
    Employee,
    /// The rater names them.
    Rater,
    /// They are drawn by lot.
    Drawn,
}

impl Nominated {
    const CODES: [(&'static str, Self); 4] =
        [("line", Self::Line), ("employee", Self::Employee), ("rater", Self::Rater), ("drawn", Self::Drawn)];

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, n)| *n)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Line => "scheme-nominated-line",
            Self::Employee => "scheme-nominated-employee",
            Self::Rater => "scheme-nominated-rater",
            Self::Drawn => "scheme-nominated-drawn",
        })
    }
}

/// What happens to the share of a role when too few of it have answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhenFew {
    /// There is no result yet.
    Stop,
    /// The other roles keep their proportions and share it.
    Spread,
    /// The supervisor's share grows by it.
    ToPenilai,
}

impl WhenFew {
    const CODES: [(&'static str, Self); 3] =
        [("stop", Self::Stop), ("spread", Self::Spread), ("to-penilai", Self::ToPenilai)];

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, w)| *w)
    }

    /// What it means, in a sentence.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Stop => "scheme-few-stop",
            Self::Spread => "scheme-few-spread",
            Self::ToPenilai => "scheme-few-to-penilai",
        })
    }
}

/// The rule for one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaterRule {
    /// Which role.
    pub role: Role,
    /// Dimensions it rates, by code; `None` for all.
    pub dimensions: Option<Vec<String>>,
    /// Its turn, from 1. Roles of the same turn rate side by side.
    pub turn: u32,
    /// Its share of each criterion it rates, in percent; 0: heard, not counted.
    pub weight: u32,
    /// Fewest answers for which the role counts; at least 1.
    pub min: u32,
    /// Most people of the role, if limited.
    pub max: Option<u32>,
    /// Are its answers shown without names, and never those of fewer than `min`?
    pub anonymous: bool,
    /// Roles whose answers it may read before it has sent its own; none: it rates blind.
    pub sees: Vec<Role>,
    /// How its people are found.
    pub nominated: Nominated,
    /// The role that reads and signs after it.
    pub countersigned: Option<Role>,
    /// Must its people have taken the training for raters (R24)?
    pub trained: bool,
    /// Months they must have worked together in the period.
    pub months: u32,
    /// What happens to its share when too few have answered.
    pub few: WhenFew,
}

impl RaterRule {
    /// Does the role rate this dimension?
    pub fn rates(&self, dimension: &str) -> bool {
        self.dimensions.as_ref().is_none_or(|all| all.iter().any(|code| code == dimension))
    }
}

/// How a possible rater stands to the employee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// They are the employee.
    pub oneself: bool,
    /// Family.
    pub family: bool,
    /// They lead the employee, directly or further up.
    pub superior: bool,
    /// The employee leads them.
    pub subordinate: bool,
    /// Months worked together in the period.
    pub months: u32,
    /// Have they taken the training for raters?
    pub trained: bool,
}

/// May this person rate in this role? A conflict of interest is refused with the rule.
pub fn may_rate(scheme: &Scheme, role: Role, ties: Ties) -> Result<(), Refusal> {
    let rules = scheme.raters.as_ref();
    let no = |says: Text| Err(refuse(says, rules).next(Text::new("scheme-rater-next")));
    let Some(rule) = scheme.rater(role) else {
        return no(Text::new("scheme-rater-no-such-role").with("role", role.label()));
    };
    if ties.oneself != (role == Role::Diri) {
        return no(Text::new("scheme-rater-oneself"));
    }
    if ties.family {
        return no(Text::new("scheme-rater-family"));
    }
    if role == Role::Rekan && (ties.superior || ties.subordinate) {
        return no(Text::new("scheme-rater-not-a-peer"));
    }
    if role == Role::Bawahan && !ties.subordinate {
        return no(Text::new("scheme-rater-not-led"));
    }
    if matches!(role, Role::Penilai | Role::Atasan) && !ties.superior {
        return no(Text::new("scheme-rater-not-leading"));
    }
    if role != Role::Diri && ties.months < rule.months {
        return no(Text::new("scheme-rater-months").with("have", ties.months).with("min", rule.months));
    }
    if rule.trained && !ties.trained {
        return no(Text::new("scheme-rater-untrained"));
    }
    Ok(())
}

/// The roles whose turn comes before this one and which have not sent theirs.
pub fn waits_for(scheme: &Scheme, role: Role, sent: &[Role]) -> Vec<Role> {
    let turn = scheme.rater(role).map_or(0, |rule| rule.turn);
    let before = scheme.raters().iter().filter(|rule| rule.turn < turn && !sent.contains(&rule.role));
    before.map(|rule| rule.role).collect()
}

/// May the role read what another says before it has sent its own?
pub fn may_see(scheme: &Scheme, role: Role, other: Role) -> bool {
    scheme.rater(role).is_some_and(|rule| rule.sees.contains(&other))
}
