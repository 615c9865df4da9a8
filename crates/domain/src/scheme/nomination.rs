//! Who was named to rate beside the reporting line, and what somebody saved of their sheet.

use super::{Role, Sheet};
use crate::{
    decision::Text,
    ids::{EmployeeId, NominationId, PeriodId, SheetId, SkpId},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Somebody named to rate a plan's owner in a role that no reporting line gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nomination {
    /// Its id.
    pub id: NominationId,
    /// The period.
    pub period: PeriodId,
    /// The plan whose owner is rated.
    pub skp: SkpId,
    /// Who rates.
    pub rater: EmployeeId,
    /// As whom.
    pub role: Role,
    /// How far it is.
    pub state: State,
    /// Who named them.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why not, where they were not agreed upon.
    pub note: String,
}

/// How far a nomination is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Waits for the rater's word.
    Proposed,
    /// Agreed upon: may rate.
    Agreed,
    /// Not agreed upon.
    Refused,
    /// Taken back.
    Withdrawn,
}

impl State {
    /// Code in forms and database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Proposed, Self::Agreed, Self::Refused, Self::Withdrawn].into_iter().find(|state| state.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Proposed => "scheme-nomination-proposed",
            Self::Agreed => "scheme-nomination-agreed",
            Self::Refused => "scheme-nomination-refused",
            Self::Withdrawn => "scheme-nomination-withdrawn",
        })
    }
}

/// A sheet as it lies saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Its id.
    pub id: SheetId,
    /// The period.
    pub period: PeriodId,
    /// The plan whose owner is rated.
    pub skp: SkpId,
    /// What it says.
    pub sheet: Sheet,
    /// Handed in; not changed any more.
    pub sent_at: Option<DateTime<Utc>>,
    /// Counts up with every save.
    pub revision: i64,
}
