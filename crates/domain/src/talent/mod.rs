//! What a result may open: conditions of promotion and study, competence against the post, potential apart from performance,
//! the nine boxes, succession, and skills nobody asked for yet (R15, R19, R21).
//!
//! Nothing here decides anything. A condition is met, not met or unknown; unknown is never *no*; a person decides and says why.
//! Not here: what a scheme proposes ([`crate::scheme::outlook`]), mentoring ([`crate::mentoring`]), training.
//! Read first: [`eligibility`] (conditions, one by one), [`jpm`] (competence against the post), [`boxes`] (potential and the nine
//! boxes), [`succession`], [`skill`] (the inventory and its clusters).

pub mod boxes;
pub mod eligibility;
pub mod fact;
pub mod jpm;
pub mod skill;
pub mod succession;
#[cfg(test)]
mod tests;

use crate::{mentoring::Limits, people::PostKind, policy::Cited};
use serde::{Deserialize, Serialize};

/// Shortest reason of use, in characters (certainty: assumption, as for feedback).
pub const MIN_REASON: usize = crate::feedback::MIN_CHARS;

/// Whether something holds. Unknown is an answer of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// It holds.
    Yes,
    /// Nobody can say yet.
    Unknown,
    /// It does not hold.
    No,
}

impl Met {
    /// Best first.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Unknown, Self::No];

    /// Code in forms and files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "terpenuhi",
            Self::Unknown => "belum-diketahui",
            Self::No => "belum-terpenuhi",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|met| met.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> crate::decision::Text {
        crate::decision::Text::new(match self {
            Self::Yes => "talent-met-yes",
            Self::Unknown => "talent-met-unknown",
            Self::No => "talent-met-no",
        })
    }

    /// Of something that may not be known.
    pub const fn of(holds: Option<bool>) -> Self {
        match holds {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown,
        }
    }
}

/// Age at which service ends, by kind of post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retirement {
    /// Of these kinds.
    pub kinds: Vec<PostKind>,
    /// Years.
    pub age: u32,
}

/// The rules of careers in force on a day. What no regulation and no scheme says is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Kenaikan pangkat reguler.
    pub rank_promotion: Option<Cited<Vec<eligibility::Condition>>>,
    /// Promotion to another post.
    pub post_promotion: Option<Cited<Vec<eligibility::Condition>>>,
    /// Tugas belajar.
    pub study_leave: Option<Cited<Vec<eligibility::Condition>>>,
    /// When service ends.
    pub retirement: Option<Cited<Vec<Retirement>>>,
    /// Classes of competence against the post.
    pub jpm: Option<Cited<jpm::Bands>>,
    /// How performance and potential are put on two axes; the scheme's own before the common ones.
    pub axes: Option<Cited<boxes::Axes>>,
    /// The nine boxes with what is recommended for each.
    pub boxes: Option<Cited<Vec<boxes::BoxRule>>>,
    /// Fields of skill.
    pub fields: Option<Cited<Vec<skill::Field>>>,
    /// Limits of mentoring.
    pub mentoring: Option<Cited<Limits>>,
}
