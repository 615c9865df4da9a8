//! Who was named to rate beside the reporting line, by whom or by lot, and what somebody saved of their sheet.

use super::{
    Role, Scheme, Sheet,
    rater::{Nominated, RaterRule, Ties, may_rate},
    refuse,
};
use crate::{
    decision::{Refusal, Text},
    ids::{EmployeeId, NominationId, PeriodId, SheetId, SkpId},
    permissions::Facts,
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

impl Nomination {
    /// Does it stand: waiting for the rater's word, or agreed upon?
    pub const fn stands(&self) -> bool {
        matches!(self.state, State::Proposed | State::Agreed)
    }
}

/// The rule of a role into which people are named; refused for roles that follow from the reporting line.
fn named_role(scheme: &Scheme, role: Role) -> Result<&RaterRule, Refusal> {
    scheme.rater(role).filter(|rule| rule.nominated != Nominated::Line).ok_or_else(|| {
        refuse(Text::new("scheme-nominate-no-such-role").with("role", role.label()), scheme.raters.as_ref())
    })
}

/// How many more people of a role may stand.
fn room(rule: &RaterRule, before: &[Nomination]) -> u32 {
    let standing = before.iter().filter(|n| n.stands() && n.role == rule.role).count() as u32;
    rule.max.map_or(u32::MAX, |max| max.saturating_sub(standing))
}

/// May this person be named now, by somebody who stands so to the employee? Names the state the name begins with.
/// A conflict of interest is refused with the rule.
pub fn may_name(
    scheme: &Scheme,
    before: &[Nomination],
    (rater, role): (EmployeeId, Role),
    ties: Ties,
    namer: &Facts,
) -> Result<State, Refusal> {
    let rules = scheme.raters.as_ref();
    let rule = named_role(scheme, role)?;
    let mine = match rule.nominated {
        Nominated::Employee => namer.is_self || namer.is_rater,
        Nominated::Rater => namer.is_rater,
        Nominated::Line | Nominated::Drawn => false,
    };
    if !mine {
        let says =
            Text::new("scheme-nominate-not-yours").with("role", role.label()).with("how", rule.nominated.label());
        return Err(refuse(says, rules));
    }
    may_rate(scheme, role, ties)?;
    if before.iter().any(|n| n.stands() && n.rater == rater) {
        return Err(refuse(Text::new("scheme-nominate-twice"), rules));
    }
    if room(rule, before) == 0 {
        let says = Text::new("scheme-sheet-too-many").with("role", role.label()).with("max", rule.max.unwrap_or(0));
        return Err(refuse(says, rules));
    }
    Ok(if namer.is_rater { State::Agreed } else { State::Proposed })
}

/// Draws from those who may rate in a role, by lot: as many as the scheme has room for, or all. `lot` gives each person a
/// number that nobody could know before. Refused where the scheme does not draw, and where too few are left to be heard.
pub fn draw(
    scheme: &Scheme,
    before: &[Nomination],
    role: Role,
    able: &[EmployeeId],
    lot: impl Fn(EmployeeId) -> [u8; 32],
) -> Result<Vec<EmployeeId>, Refusal> {
    let rules = scheme.raters.as_ref();
    let rule = named_role(scheme, role)?;
    if rule.nominated != Nominated::Drawn {
        let says =
            Text::new("scheme-nominate-not-yours").with("role", role.label()).with("how", rule.nominated.label());
        return Err(refuse(says, rules));
    }
    let standing = before.iter().filter(|n| n.stands() && n.role == role).count() as u32;
    if standing >= rule.min {
        return Err(refuse(Text::new("scheme-drawn-already").with("role", role.label()), rules));
    }
    let mut pool: Vec<EmployeeId> =
        able.iter().copied().filter(|id| !before.iter().any(|n| n.stands() && n.rater == *id)).collect();
    pool.sort_unstable();
    pool.dedup();
    if (pool.len() as u32 + standing) < rule.min {
        let says = Text::new("scheme-draw-too-few").with("have", pool.len() as u32).with("min", rule.min);
        return Err(refuse(says, rules).next(Text::new("scheme-draw-too-few-next")));
    }
    pool.sort_by_key(|id| lot(*id));
    pool.truncate(room(rule, before) as usize);
    Ok(pool)
}

/// May a name be taken back? Of those who are promised not to be named, only before they were agreed upon or before the
/// period opens: otherwise trying it would tell who has answered, and dropping people would make a group small.
pub fn may_withdraw(scheme: &Scheme, nomination: &Nomination, opened: bool, answered: bool) -> Result<(), Refusal> {
    let rules = scheme.raters.as_ref();
    if !nomination.stands() {
        return Err(refuse(Text::new("scheme-nomination-decided"), rules));
    }
    let anonymous = scheme.rater(nomination.role).is_some_and(|rule| rule.anonymous);
    if anonymous && opened && nomination.state == State::Agreed {
        return Err(refuse(Text::new("scheme-nomination-stays"), rules).next(Text::new("scheme-nomination-stays-next")));
    }
    if answered {
        return Err(refuse(Text::new("scheme-nomination-answered"), rules));
    }
    Ok(())
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
    /// Read and signed by the next level, where the scheme asks for it.
    pub countersigned: Option<Countersigned>,
    /// Counts up with every save.
    pub revision: i64,
}

/// The next level has read a sheet and put its name under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Countersigned {
    /// Who.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Saved {
    /// As it lay at an instant: not sent and not countersigned if that came later.
    #[must_use]
    pub fn as_of(self, at: DateTime<Utc>) -> Self {
        Self {
            sent_at: self.sent_at.filter(|sent| *sent <= at),
            countersigned: self.countersigned.filter(|signed| signed.at <= at),
            ..self
        }
    }
}
