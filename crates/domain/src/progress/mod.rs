//! Progress as it happens: action steps, entries with amounts and obstacles, the supervisor's answers, and
//! the computed status (R5, R6; PermenPANRB 6/2022 Ps 16, Bab III.A).
//!
//! Entries are rows that are added, never overwritten; a correction is a new entry that names the one it corrects.
//! Late and at risk are computed, not stored. Read first: this file, then `track`.

pub mod track;

use crate::{
    amount::Amount,
    ids::{EmployeeId, EntryId, IndicatorId, ReplyId, SkpId, StepId},
    time::TimeZone,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A step of the action plan (rencana aksi, form B.1.1) under an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// The plan.
    pub skp: SkpId,
    /// The indicator it serves.
    pub indicator: IndicatorId,
    /// What will be done.
    pub text: String,
    /// By when.
    pub due: NaiveDate,
    /// When it was reported done.
    pub done_on: Option<NaiveDate>,
}

/// One report of progress (form B.1.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The plan.
    pub skp: SkpId,
    /// The indicator it serves.
    pub indicator: IndicatorId,
    /// The step it carries out, if any.
    pub step: Option<StepId>,
    /// The day it was done.
    pub on: NaiveDate,
    /// Realised amount: to add, or the level reached, as the target's tally says.
    pub amount: Option<Amount>,
    /// What was done.
    pub did: String,
    /// What stood in the way; empty if nothing did.
    pub obstacle: String,
    /// What help is wanted; empty if none.
    pub help: String,
    /// The entry this one corrects.
    pub corrects: Option<EntryId>,
    /// Who wrote it.
    pub by: EmployeeId,
    /// When the server took it in.
    pub recorded_at: DateTime<Utc>,
}

impl Entry {
    /// Days between the day it was done and the day the server took it in; 0 when reported the same day.
    pub fn days_late(&self, zone: TimeZone) -> i64 {
        (zone.date(self.recorded_at) - self.on).num_days().max(0)
    }
}

/// A supervisor's answer to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Its id.
    pub id: ReplyId,
    /// The entry.
    pub entry: EntryId,
    /// Who answered.
    pub by: EmployeeId,
    /// What.
    pub text: String,
    /// Does it settle the obstacle?
    pub settles: bool,
    /// When.
    pub at: DateTime<Utc>,
}
