//! What can be asked for, and as what it is journalled.

use chrono::NaiveDate;
use domain::{
    evaluation::cycle::Step,
    ids::{FeedId, PeriodId, UnitId},
    permissions::Action,
};
use serde::{Deserialize, Serialize};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Task {
    /// Open a period and tell everybody.
    Open {
        /// The period.
        period: PeriodId,
    },
    /// Conclude what is complete, say what is missing, close the period.
    Close {
        /// The period.
        period: PeriodId,
    },
    /// Remind those whose step is missing.
    Remind {
        /// The period.
        period: PeriodId,
        /// Under this unit; everywhere without one.
        unit: Option<UnitId>,
        /// Which steps.
        steps: Vec<Step>,
    },
    /// Print every document of a unit as one ZIP of PDFs.
    Print {
        /// The period.
        period: PeriodId,
        /// The unit, with everything under it.
        unit: UnitId,
    },
    /// Work the results of a closed period out anew and compare.
    Recompute {
        /// The period.
        period: PeriodId,
    },
    /// Work out what follows from the results of a closed year.
    Follow {
        /// The period.
        period: PeriodId,
    },
    /// Bring the rows of a large file into a source.
    Feed {
        /// The source.
        source: FeedId,
        /// Where the file lies.
        file: String,
        /// Only say what would happen.
        dry: bool,
    },
    /// Work a period's ratings through, for the mirror and the fairness report.
    Fairness {
        /// The period.
        period: PeriodId,
    },
    /// The reminders of a day.
    Daily {
        /// The day.
        day: NaiveDate,
    },
}

impl Task {
    /// Code in labels.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Close { .. } => "close",
            Self::Remind { .. } => "remind",
            Self::Print { .. } => "print",
            Self::Recompute { .. } => "recompute",
            Self::Follow { .. } => "follow",
            Self::Feed { .. } => "feed",
            Self::Fairness { .. } => "fairness",
            Self::Daily { .. } => "daily",
        }
    }

    /// As what it is journalled.
    pub(super) const fn action(&self) -> Action {
        match self {
            Self::Open { .. } | Self::Close { .. } => Action::PeriodManage,
            Self::Remind { .. } | Self::Daily { .. } => Action::ReminderSend,
            Self::Print { .. } => Action::DocumentPrint,
            Self::Recompute { .. } => Action::PeriodRecompute,
            Self::Follow { .. } => Action::FollowupRun,
            Self::Feed { .. } => Action::FeedEnter,
            Self::Fairness { .. } => Action::FairnessCount,
        }
    }

    /// The period it is about.
    pub const fn period(&self) -> Option<PeriodId> {
        match self {
            Self::Open { period }
            | Self::Close { period }
            | Self::Remind { period, .. }
            | Self::Print { period, .. }
            | Self::Recompute { period }
            | Self::Follow { period }
            | Self::Fairness { period } => Some(*period),
            Self::Daily { .. } | Self::Feed { .. } => None,
        }
    }

    /// The unit it is about.
    pub const fn unit(&self) -> Option<UnitId> {
        match self {
            Self::Remind { unit, .. } => *unit,
            Self::Print { unit, .. } => Some(*unit),
            _ => None,
        }
    }
}
