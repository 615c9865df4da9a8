//! The steps of a period with their working days: due, reminded, handed one level up.

use super::rater::Role;
use crate::{decision::Text, time::Holidays};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// A rater.
    Role(Role),
    /// The personnel office.
    Office,
}

impl Who {
    /// Reads a code: a role, or `kepegawaian`.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == "kepegawaian" { Some(Self::Office) } else { Role::from_code(code).map(Self::Role) }
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        match self {
            Self::Role(role) => role.label(),
            Self::Office => Text::new("scheme-who-office"),
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkStep {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Who takes it.
    pub who: Who,
    /// The step it follows; `None`: the end of the period.
    pub after: Option<String>,
    /// Working days it may take.
    pub days: u32,
    /// Reminders, in working days before it is due.
    pub remind: Vec<u32>,
    /// Working days after it was due until the next level up is told; `None`: nobody is.
    pub escalate: Option<u32>,
}

/// The days of one step in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDates {
    /// The step.
    pub code: String,
    /// The day it begins to count; the day itself does not count.
    pub opens: NaiveDate,
    /// Its last day.
    pub due: NaiveDate,
    /// Days of reminders, earliest first.
    pub reminders: Vec<NaiveDate>,
    /// The day the next level up is told.
    pub escalates: Option<NaiveDate>,
}

/// The days of every step when a period ends on `ends`, supposing that each takes all its time.
pub fn dates(steps: &[WorkStep], ends: NaiveDate, holidays: &Holidays) -> Vec<StepDates> {
    let mut all: Vec<StepDates> = Vec::with_capacity(steps.len());
    for step in steps {
        let before = step.after.as_ref().and_then(|code| all.iter().find(|dates| dates.code == *code));
        let opens = before.map_or(ends, |dates| dates.due);
        let due = holidays.after(opens, step.days);
        let mut reminders: Vec<NaiveDate> =
            step.remind.iter().map(|days| holidays.after(opens, step.days.saturating_sub(*days))).collect();
        reminders.sort_unstable();
        let escalates = step.escalate.map(|days| holidays.after(due, days));
        all.push(StepDates { code: step.code.clone(), opens, due, reminders, escalates });
    }
    all
}
