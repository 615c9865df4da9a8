//! The journal: who changed what, when, from what to what. And notices: what somebody should hear of.

use crate::{
    decision::Text,
    ids::{EmployeeId, JournalId, NoticeId},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A journal row, written in the same transaction as the change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id, ordered by time.
    pub id: JournalId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for the system (imports from the command line, jobs).
    pub by: Option<EmployeeId>,
    /// The action, as in the permission matrix: `plan.sign`.
    pub action: String,
    /// What was changed: table noun, `skp`.
    pub subject: String,
    /// Which one.
    pub subject_id: String,
    /// Before, as JSON text; `None` when made.
    pub before: Option<String>,
    /// After, as JSON text; `None` when removed.
    pub after: Option<String>,
}

/// A notice to a person, kept in the outbox and shown on their pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// For whom.
    pub to: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened.
    pub says: Text,
    /// Where to look: a path of the web floor, `/skp/…`.
    pub link: String,
    /// When it was read.
    pub read_at: Option<DateTime<Utc>>,
}
