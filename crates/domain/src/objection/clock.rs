//! The days of an objection, in hari kerja, and what happens when they run out: lateness is shown and told to the next
//! level, the result stays as it is until it is decided, and nothing of it takes a right away.

use super::{Frame, Objection, State, state};
use crate::decision::{Citation, Decision, Reason, Text};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// One of the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// Filed after receipt of the document.
    File,
    /// Decided after it was received.
    Decide,
    /// The outcome reported to the PyB after the evaluation's window.
    Report,
}

/// By when, and when it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// What.
    pub duty: Duty,
    /// Last day; `None` while the day it counts from is not known.
    pub by: Option<NaiveDate>,
    /// When it was done; reporting is not recorded here.
    pub done: Option<NaiveDate>,
    /// The rule.
    pub cite: Citation,
}

impl Limit {
    /// Days past the last day, on the day it was done or today; `None` when in time or not yet due.
    pub fn late(&self, today: NaiveDate) -> Option<i64> {
        let days = (self.done.unwrap_or(today) - self.by?).num_days();
        (days > 0).then_some(days)
    }
}

/// Last day to file: so many working days after the employee was given the document. `None` before that: the days have
/// not begun.
pub fn last_day_to_file(frame: Frame<'_>) -> Option<NaiveDate> {
    let received = frame.date(frame.evaluation.delivered_at?);
    Some(frame.holidays.after(received, frame.policy.document.objection_filed.value))
}

/// Days past the last day to file, on this day; `None` while there is time. Late is said, with the rule, and is asked
/// a reason; it does not take the right away (certainty: assumption, the regulation names the days and no consequence).
pub fn late_to_file(frame: Frame<'_>, today: NaiveDate) -> Option<i64> {
    let days = (today - last_day_to_file(frame)?).num_days();
    (days > 0).then_some(days)
}

/// Last day to decide.
pub fn decision_due(objection: &Objection, frame: Frame<'_>) -> NaiveDate {
    frame.holidays.after(frame.date(objection.filed_at), frame.policy.document.objection_decided.value)
}

/// The three days of an objection. That of the report may pass before the others do (14 + 14 + 7 days are more than 30):
/// then the report is late, and the objection goes on.
pub fn limits(objection: &Objection, frame: Frame<'_>) -> [Limit; 3] {
    let days = &frame.policy.document;
    [
        Limit {
            duty: Duty::File,
            by: last_day_to_file(frame),
            done: Some(frame.date(objection.filed_at)),
            cite: days.objection_filed.cite.clone(),
        },
        Limit {
            duty: Duty::Decide,
            by: Some(decision_due(objection, frame)),
            done: objection.ruling.as_ref().map(|ruling| frame.date(ruling.at)),
            cite: days.objection_decided.cite.clone(),
        },
        Limit {
            duty: Duty::Report,
            by: Some(frame.holidays.after(frame.window_ends, days.reported.value)),
            done: None,
            cite: days.reported.cite.clone(),
        },
    ]
}

/// Was it decided in time?
pub(super) fn on_time(objection: &Objection, frame: Frame<'_>, at: DateTime<Utc>) -> Reason {
    let due = decision_due(objection, frame);
    let key = if frame.date(at) > due { "objection-decided-late" } else { "objection-decided-in-time" };
    Reason::new(Text::new(key).with("due", due)).cited(frame.policy.document.objection_decided.cite.clone())
}

/// Where it stands today and what follows if time has run out.
pub fn standing(objection: &Objection, frame: Frame<'_>, today: NaiveDate) -> Decision<State> {
    let now = state(objection);
    if let Some(ruling) = &objection.ruling {
        return Decision { value: now, because: ruling.because.clone() };
    }
    let [_, decide, report] = limits(objection, frame);
    let due = decision_due(objection, frame);
    let mut because = Reason::new(Text::new("objection-stands").with("state", now.label()).with("due", due))
        .cited(decide.cite.clone());
    if let Some(days) = decide.late(today) {
        because = because.resting_on([
            Reason::new(Text::new("objection-undecided").with("days", days)).cited(decide.cite),
            Reason::new(Text::new("objection-undecided-follows")).cited(frame.cite("lewat-waktu")),
        ]);
    }
    if let Some(days) = report.late(today) {
        because = because.resting_on([
            Reason::new(Text::new("objection-report-late").with("days", days)).cited(report.cite),
            Reason::new(Text::new("objection-right-stays")).cited(frame.cite("hak-tetap")),
        ]);
    }
    Decision { value: now, because }
}
