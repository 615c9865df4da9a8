//! One row of a source. A row is never changed: an answer or a correction is another row with the same code, and the one
//! before it stays with the instant at which it was replaced, so that *what did we know when* has an answer.

use super::{
    hours::{self, WorkTime},
    kind::Kind,
    read::Draft,
};
use crate::{
    amount::Amount,
    decision::Text,
    ids::{EmployeeId, FeedId, FeedRowId, UnitId},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A request of the public.
    Request {
        /// When it came.
        received: DateTime<Utc>,
        /// The last day for an answer.
        due: NaiveDate,
        /// When it was answered.
        answered: Option<DateTime<Utc>>,
        /// Was the answer right? `None` where nobody checked.
        correct: Option<bool>,
        /// Did somebody complain of it?
        complaint: bool,
    },
    /// A programme in one place and month.
    Count {
        /// What was to be reached.
        target: Amount,
        /// What was reached.
        reached: Amount,
    },
    /// An activity, from the beginning of the year to the end of a month.
    Spending {
        /// Pagu, in rupiah.
        ceiling: i64,
        /// Realisasi, in rupiah.
        spent: i64,
        /// Output that is to be reached in the year; `None` where it is not told.
        output_target: Option<Amount>,
        /// Output reached.
        output: Option<Amount>,
    },
    /// Attendance of a day or a month.
    Presence {
        /// Is it one day?
        daily: bool,
        /// Working days.
        days: u32,
        /// Of these without a valid reason.
        absent: u32,
        /// Of these with a valid reason.
        excused: u32,
        /// Minutes of coming late and leaving early.
        minutes: u32,
        /// The longest run of working days without a valid reason, as a recap says it.
        run: u32,
    },
    /// Hours of training.
    Course {
        /// JP.
        hours: Amount,
    },
}

impl Fact {
    /// The kind of source it belongs to.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Request { .. } => Kind::Service,
            Self::Count { .. } => Kind::Programme,
            Self::Spending { .. } => Kind::Budget,
            Self::Presence { .. } => Kind::Attendance,
            Self::Course { .. } => Kind::Training,
        }
    }

    /// The last day for an answer, while there is none.
    pub const fn waits(&self) -> Option<NaiveDate> {
        match self {
            Self::Request { answered: None, due, .. } => Some(*due),
            _ => None,
        }
    }

    /// Working minutes until the answer.
    pub fn took(&self, time: WorkTime<'_>) -> Option<i64> {
        match self {
            Self::Request { received, answered: Some(answered), .. } => {
                Some(hours::minutes(*received, *answered, time))
            }
            _ => None,
        }
    }

    /// Is this the same request, now with its answer?
    pub fn answers(&self, before: &Self) -> bool {
        match (before, self) {
            (
                Self::Request { received, due, answered: None, .. },
                Self::Request { received: again, due: still, answered: Some(_), .. },
            ) => received == again && due == still,
            _ => false,
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal, $label:literal;)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$of])* $variant),* }

        impl $name {
            /// As it is kept.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// Reads a code.
            pub fn from_code(code: &str) -> Option<Self> {
                [$(Self::$variant),*].into_iter().find(|one| one.code() == code)
            }

            /// Its words.
            pub const fn label(self) -> Text {
                match self { $(Self::$variant => Text::new($label)),* }
            }
        }
    )*};
}

codes! {
    /// How a row came in.
    Channel {
        /// In a file.
        File = "berkas", "feed-channel-file";
        /// From another system.
        Push = "sistem", "feed-channel-push";
        /// Typed at the counter.
        Counter = "loket", "feed-channel-counter";
        /// Typed as a correction.
        Desk = "koreksi", "feed-channel-desk";
    }
    /// Why there is this row.
    Why {
        /// It is the first.
        New = "baru", "feed-why-new";
        /// The request was answered.
        Answered = "dijawab", "feed-why-answered";
        /// What was there was wrong.
        Corrected = "dikoreksi", "feed-why-corrected";
        /// There should have been none: counts for nothing.
        Voided = "dibatalkan", "feed-why-voided";
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its id.
    pub id: FeedRowId,
    /// The source.
    pub source: FeedId,
    /// From 0; the one with the highest holds.
    pub revision: u32,
    /// What it says.
    pub draft: Draft,
    /// Why there is this row.
    pub why: Why,
    /// Why it was corrected; empty else.
    pub reason: String,
    /// How it came in.
    pub channel: Channel,
    /// Who brought it in; nobody for another system.
    pub by: Option<EmployeeId>,
    /// When.
    pub at: DateTime<Utc>,
    /// When another took its place.
    pub replaced_at: Option<DateTime<Utc>>,
    /// Working minutes until the answer, by the hours and holidays as they stood when the row was taken: what is counted of it
    /// is taken out again by the same number, whatever the rules have become since.
    pub took: Option<i64>,
}

impl Row {
    /// Does it count?
    pub fn counts(&self) -> bool {
        self.why != Why::Voided
    }

    /// Whom it is about.
    pub const fn employee(&self) -> Option<EmployeeId> {
        self.draft.employee
    }

    /// Which unit it counts for.
    pub const fn unit(&self) -> Option<UnitId> {
        self.draft.unit
    }
}
