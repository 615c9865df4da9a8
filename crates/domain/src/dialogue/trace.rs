//! What the journal keeps of a talk. Of konseling: who, which kind of change, when, and none of the words; of the other
//! kinds the words too. [`Dialogue`] and [`Followup`] cannot be written as JSON themselves, so this is the only way in.

use super::{Dialogue, Followup, Kind, Part, State, Topic};
use crate::ids::{DialogueId, EmployeeId};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// A talk for the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trace {
    kind: Kind,
    employee: EmployeeId,
    partner: Option<EmployeeId>,
    state: State,
    on: Option<NaiveDate>,
    held_on: Option<NaiveDate>,
    /// Which parts have been filled in: never what they say.
    filled: Vec<Part>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<Open>,
}

/// What is written as it is where nothing is confidential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Open {
    agenda: Vec<Topic>,
    words: BTreeMap<Part, String>,
    adjust: bool,
}

impl From<&Dialogue> for Trace {
    fn from(talk: &Dialogue) -> Self {
        let open = || Open { agenda: talk.agenda.clone(), words: talk.words.clone(), adjust: talk.adjust };
        Self {
            kind: talk.kind,
            employee: talk.employee,
            partner: talk.partner,
            state: talk.state(),
            on: talk.on,
            held_on: talk.held_on,
            filled: talk.words.keys().copied().collect(),
            open: (!talk.kind.confidential()).then(open),
        }
    }
}

/// Something agreed, for the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agreed {
    dialogue: DialogueId,
    owner: EmployeeId,
    due: NaiveDate,
    done_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<String>,
}

impl Agreed {
    /// What is kept of it, by the kind of talk it was agreed in.
    pub fn of(followup: &Followup, kind: Kind) -> Self {
        Self {
            dialogue: followup.dialogue,
            owner: followup.owner,
            due: followup.due,
            done_on: followup.done_on,
            what: (!kind.confidential()).then(|| followup.what.clone()),
        }
    }
}
