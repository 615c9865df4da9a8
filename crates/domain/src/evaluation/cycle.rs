//! The steps everybody goes through in a period, in their order, and whose turn each is. The first that is missing is
//! where a person stands; boards, reminders and closing all speak of it by the same word.

use super::Period;
use crate::{evaluation::period::window, policy::Policy, time::Holidays};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What comes next for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The employee writes and signs the plan.
    Plan,
    /// The rater sets it.
    Set,
    /// The employee assesses themselves.
    #[serde(rename = "self")]
    Own,
    /// The rater rates.
    Rate,
    /// The rater signs the result.
    Sign,
    /// The employee signs for it.
    Acknowledge,
    /// Nothing is missing.
    Done,
}

impl Step {
    /// The steps in their order.
    pub const ALL: [Self; 7] =
        [Self::Plan, Self::Set, Self::Own, Self::Rate, Self::Sign, Self::Acknowledge, Self::Done];

    /// Those somebody has to take.
    pub const OPEN: [Self; 6] = [Self::Plan, Self::Set, Self::Own, Self::Rate, Self::Sign, Self::Acknowledge];

    /// Code in reports, addresses and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Set => "set",
            Self::Own => "self",
            Self::Rate => "rate",
            Self::Sign => "sign",
            Self::Acknowledge => "acknowledge",
            Self::Done => "done",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    /// Is it the employee's turn, or the rater's?
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Plan | Self::Own | Self::Acknowledge)
    }

    /// Does a period wait for it before it is complete? A plan never set is another matter (Ps 14), and what the
    /// employee signs for stands already.
    pub const fn holds_up(self) -> bool {
        matches!(self, Self::Own | Self::Rate | Self::Sign)
    }

    /// The last day for it: of the year's plan for the first two, else of the period. `None` where each document has a
    /// clock of its own ([`super::document`]).
    pub fn due(self, period: &Period, policy: &Policy, holidays: &Holidays) -> Option<NaiveDate> {
        let last = period.last_day();
        let ends = window(period.rhythm, period.dates, policy, holidays).ends;
        match self {
            Self::Plan | Self::Set => Some(policy.plan_due.value.in_year(period.year)),
            // Where the supervisor waits for the self-assessment only so long, that is the employee's last day.
            Self::Own => {
                Some(policy.self_first_grace.as_ref().map_or(ends, |d| holidays.after(last, d.value).min(ends)))
            }
            Self::Rate | Self::Sign => Some(ends),
            Self::Acknowledge | Self::Done => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_read_back_in_their_order() {
        for step in Step::ALL {
            assert_eq!(Step::from_code(step.code()), Some(step));
            assert_eq!(serde_json::to_string(&step).unwrap(), format!("\"{}\"", step.code()));
        }
        assert!(Step::ALL.is_sorted());
        assert!(Step::OPEN.iter().all(|step| *step != Step::Done));
    }
}
