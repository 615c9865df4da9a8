//! What comes out of a job, as kept with it and shown on its page.

use crate::people::import::BadRow;
use domain::{
    decision::Reason,
    evaluation::Capaian,
    ids::{EvaluationId, UnitId},
};
use serde::{Deserialize, Serialize};

/// Of opening a period, or reminding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// People who got a notice.
    pub people: u32,
}

/// Of closing a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Results that the closing concluded: rated, but not signed one by one.
    pub concluded: u32,
    /// Units, with their own people.
    pub units: Vec<UnitClosed>,
}

/// One unit at the end of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitClosed {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// People with a plan in force and no result.
    pub missing: u32,
    /// Results by predicate, lowest to highest.
    pub counts: [u32; 5],
    /// What the unit achieved.
    pub capaian: Option<Capaian>,
    /// What does not fit the expected pattern, with its reason. Nobody is re-graded by it.
    pub warnings: Vec<Reason>,
}

/// Of working a period out anew.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recomputed {
    /// Results that are the same to the byte.
    pub same: u32,
    /// Results that are not.
    pub differ: u32,
    /// The first of those.
    pub different: Vec<Difference>,
}

/// A result that is not what its rows and the rules say today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The result.
    pub evaluation: EvaluationId,
    /// Whose.
    pub name: String,
    /// As frozen, as JSON; `None` where nothing can be worked out.
    pub frozen: String,
    /// As worked out now.
    pub now: String,
}

/// Of printing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// Documents in the file.
    pub documents: u32,
    /// People in the unit without a result, who have none.
    pub without: u32,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// Bad rows that are kept with the job; its file holds all.
pub const LISTED: usize = 100;

/// Of bringing in the rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// Was it only tried?
    pub dry: bool,
    /// Rows added, or that would be.
    pub added: u32,
    /// Rows that were there already.
    pub known: u32,
    /// Rows that were not taken, or would not be.
    pub bad: u32,
    /// The first things that are wrong, in the order of the file.
    pub listed: Vec<BadRow>,
    /// Size of the file of rows that were not taken, in bytes.
    pub bytes: u64,
}
