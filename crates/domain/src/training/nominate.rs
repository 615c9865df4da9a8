//! From a name put forward to attendance: support by the rater, admission by the office, a waiting list that moves up by
//! itself, presence.

use super::Session;
use crate::{
    decision::{FieldError, Refusal, Text},
    ids::{EmployeeId, ProposalId, TrainingNominationId, TrainingSessionId},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Shortest reason, in characters.
pub const MIN_REASON: usize = 15;

/// Somebody's name for a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nomination {
    /// Its id.
    pub id: TrainingNominationId,
    /// The session.
    pub session: TrainingSessionId,
    /// Who is to go.
    pub employee: EmployeeId,
    /// Who put the name forward.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub why: String,
    /// The proposal it follows.
    pub proposal: Option<ProposalId>,
    /// What the rater said; at once where the rater or the office put the name forward.
    pub support: Option<Word>,
    /// What the office said.
    pub admission: Option<Word>,
    /// Admitted, and no place yet: since when they wait.
    pub queued_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Were they there?
    pub attended: Option<bool>,
}

/// A word on a nomination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Who.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Yes or no.
    pub yes: bool,
    /// Why; asked for with a no.
    pub reason: String,
}

/// Where a nomination is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Waits for the rater.
    Diajukan,
    /// Waits for the office.
    Didukung,
    /// Admitted.
    Diterima,
    /// Admitted when a place is free.
    DaftarTunggu,
    /// Not supported, or not admitted.
    Ditolak,
    /// Taken back.
    Dibatalkan,
    /// Was there.
    Hadir,
    /// Was not there.
    TidakHadir,
}

impl Standing {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Diajukan => "training-standing-diajukan",
            Self::Didukung => "training-standing-didukung",
            Self::Diterima => "training-standing-diterima",
            Self::DaftarTunggu => "training-standing-daftar-tunggu",
            Self::Ditolak => "training-standing-ditolak",
            Self::Dibatalkan => "training-standing-dibatalkan",
            Self::Hadir => "training-standing-hadir",
            Self::TidakHadir => "training-standing-tidak-hadir",
        })
    }

    /// Does it still count for the days of the session?
    pub const fn stands(self) -> bool {
        !matches!(self, Self::Ditolak | Self::Dibatalkan | Self::TidakHadir)
    }

    /// Does it take a place?
    pub const fn has_place(self) -> bool {
        matches!(self, Self::Diterima | Self::Hadir)
    }
}

impl Nomination {
    /// Where it is.
    pub fn standing(&self) -> Standing {
        match (&self.support, &self.admission) {
            _ if self.withdrawn_at.is_some() => Standing::Dibatalkan,
            (Some(word), _) if !word.yes => Standing::Ditolak,
            (_, Some(word)) if !word.yes => Standing::Ditolak,
            (_, Some(_)) if self.attended == Some(true) => Standing::Hadir,
            (_, Some(_)) if self.attended == Some(false) => Standing::TidakHadir,
            (_, Some(_)) if self.queued_at.is_some() => Standing::DaftarTunggu,
            (_, Some(_)) => Standing::Diterima,
            (Some(_), None) => Standing::Didukung,
            (None, None) => Standing::Diajukan,
        }
    }
}

/// People with a place in a session.
pub fn placed<'a>(session: TrainingSessionId, all: impl IntoIterator<Item = &'a Nomination>) -> u32 {
    all.into_iter().filter(|one| one.session == session && one.standing().has_place()).count() as u32
}

/// May this name be put forward? `others` are the person's other nominations with their sessions and the names of their
/// programmes. Mistakes stand beside `member` (who) and `why`.
pub fn nominate(
    session: &Session,
    nomination: &Nomination,
    others: &[(Nomination, Session, String)],
    today: NaiveDate,
) -> Result<(), Refusal> {
    if let Some(on) = session.cancelled_on {
        return Err(Refusal::rule(Text::new("training-session-cancelled").with("on", on)));
    }
    if !session.takes(today) {
        return Err(Refusal::rule(Text::new("training-session-begun").with("on", session.dates.from))
            .next(Text::new("training-session-begun-next")));
    }
    let mut errors = Vec::new();
    for (other, of, name) in others.iter().filter(|(other, ..)| other.standing().stands()) {
        if other.session == session.id {
            errors.push(FieldError::new("member", Text::new("training-nominated-already")));
        } else if of.cancelled_on.is_none() && of.dates.overlaps(session.dates) {
            let says = Text::new("training-overlaps")
                .with("name", name.as_str())
                .with("from", of.dates.from)
                .with("until", of.last_day());
            errors.push(FieldError::new("member", says));
        }
    }
    if nomination.why.trim().chars().count() < MIN_REASON {
        errors.push(FieldError::new("why", Text::new("training-why-short").with("min", MIN_REASON as i64)));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// The rater says whether they support it.
pub fn support(before: &Nomination, word: Word) -> Result<Nomination, Refusal> {
    if before.standing() != Standing::Diajukan {
        return Err(Refusal::rule(Text::new("training-word-said")));
    }
    if word.by == before.employee {
        return Err(Refusal::rule(Text::new("training-not-on-oneself")));
    }
    reasoned(&word)?;
    Ok(Nomination { support: Some(word), ..before.clone() })
}

/// The office admits, or not. Where no place is left the name goes onto the waiting list, and the caller says so.
pub fn admit(before: &Nomination, word: Word, session: &Session, placed: u32) -> Result<Nomination, Refusal> {
    if before.standing() != Standing::Didukung {
        let says = if before.support.is_none() { "training-needs-support" } else { "training-word-said" };
        return Err(Refusal::rule(Text::new(says)));
    }
    if session.cancelled_on.is_some() {
        return Err(Refusal::rule(Text::new("training-session-called-off")));
    }
    reasoned(&word)?;
    let queued_at = (word.yes && placed >= session.capacity).then_some(word.at);
    Ok(Nomination { admission: Some(word), queued_at, ..before.clone() })
}

/// Somebody does not go after all.
pub fn withdraw(
    before: &Nomination,
    session: &Session,
    at: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Nomination, Refusal> {
    if !before.standing().stands() || before.attended.is_some() {
        return Err(Refusal::rule(Text::new("training-withdrawn-already")));
    }
    if today >= session.dates.from {
        return Err(Refusal::rule(Text::new("training-withdraw-late")).next(Text::new("training-withdraw-late-next")));
    }
    Ok(Nomination { withdrawn_at: Some(at), ..before.clone() })
}

/// Who moves up: those who have waited longest, as far as there are places.
pub fn move_up(session: &Session, all: &[Nomination]) -> Vec<Nomination> {
    let free = session.capacity.saturating_sub(placed(session.id, all));
    let waits = |one: &&Nomination| one.session == session.id && one.standing() == Standing::DaftarTunggu;
    let mut waiting: Vec<&Nomination> = all.iter().filter(waits).collect();
    waiting.sort_by_key(|one| (one.queued_at, one.id));
    waiting.into_iter().take(free as usize).map(|one| Nomination { queued_at: None, ..one.clone() }).collect()
}

/// Presence, once the session has begun. Who never had a place cannot have been there.
pub fn attend(before: &Nomination, session: &Session, was: bool, today: NaiveDate) -> Result<Nomination, Refusal> {
    if today < session.dates.from {
        return Err(Refusal::rule(Text::new("training-not-begun").with("on", session.dates.from)));
    }
    if !matches!(before.standing(), Standing::Diterima | Standing::Hadir | Standing::TidakHadir) {
        return Err(Refusal::rule(Text::new("training-no-place")));
    }
    Ok(Nomination { attended: Some(was), ..before.clone() })
}

fn reasoned(word: &Word) -> Result<(), Refusal> {
    if !word.yes && word.reason.trim().chars().count() < MIN_REASON {
        let says = Text::new("training-reason-short").with("min", MIN_REASON as i64);
        return Err(Refusal::field("reason", says));
    }
    Ok(())
}
