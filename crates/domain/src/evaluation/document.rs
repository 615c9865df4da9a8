//! The dokumen evaluasi kinerja after signing: delivered, signed and returned by the employee, reported to the PyB,
//! each within working days (Bab V.A; forms D.1.1 and D.1.2). Lateness is shown and explained, it blocks nothing.

use super::Evaluation;
use crate::{
    decision::{Citation, Refusal, Text},
    ids::{EmployeeId, EvaluationId},
    policy::{Cited, Policy},
    time::{Holidays, TimeZone},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Who signed: decides the form and the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// Pejabat Penilai Kinerja (D.1.1).
    Penilai,
    /// Atasan Pejabat Penilai Kinerja, because the rater did not evaluate in time (D.1.2).
    Atasan,
}

/// By which route a result was signed.
pub fn route(evaluator: EmployeeId, rater: EmployeeId) -> Route {
    if evaluator == rater { Route::Penilai } else { Route::Atasan }
}

/// Where the document stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Signed by the evaluator.
    Ditandatangani,
    /// With the employee.
    Disampaikan,
    /// Signed and returned by the employee.
    Dikembalikan,
}

impl State {
    /// Code in pages and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ditandatangani => "ditandatangani",
            Self::Disampaikan => "disampaikan",
            Self::Dikembalikan => "dikembalikan",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Ditandatangani => "evaluation-document-ditandatangani",
            Self::Disampaikan => "evaluation-document-disampaikan",
            Self::Dikembalikan => "evaluation-document-dikembalikan",
        })
    }
}

/// The state of the document.
pub const fn state(evaluation: &Evaluation) -> State {
    match (evaluation.delivered_at, evaluation.acknowledged_at) {
        (_, Some(_)) => State::Dikembalikan,
        (Some(_), None) => State::Disampaikan,
        (None, None) => State::Ditandatangani,
    }
}

/// One thing to be done with the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// Signed by the evaluator.
    Sign,
    /// Delivered to the employee.
    Deliver,
    /// Signed and returned by the employee.
    Acknowledge,
    /// Reported step by step to the PyB.
    Report,
}

/// One thing to be done, by when, and when it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// What.
    pub duty: Duty,
    /// Last day; `None` while the day it counts from is not known.
    pub by: Option<NaiveDate>,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// The rule.
    pub cite: Citation,
}

impl Due {
    /// Days past the last day, on the day it was done or today; `None` when in time or not yet due.
    pub fn late(&self, today: NaiveDate) -> Option<i64> {
        let days = (self.done.unwrap_or(today) - self.by?).num_days();
        (days > 0).then_some(days)
    }
}

/// What has happened to a document so far; without a signature there is no result yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamps {
    /// When the evaluator signed.
    pub signed_at: Option<DateTime<Utc>>,
    /// When the employee was given it.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When the employee signed for it.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// The day it was reported to the PyB.
    pub reported_on: Option<NaiveDate>,
}

impl From<&Evaluation> for Stamps {
    fn from(evaluation: &Evaluation) -> Self {
        Self {
            signed_at: Some(evaluation.signed_at),
            delivered_at: evaluation.delivered_at,
            acknowledged_at: evaluation.acknowledged_at,
            reported_on: None,
        }
    }
}

/// That a document was reported to the PyB or the personnel office (Ps 28(1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Which result.
    pub evaluation: EvaluationId,
    /// The day.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: EmployeeId,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// Records a report: not before the result was signed, not in the future.
pub fn report(
    evaluation: &Evaluation,
    on: NaiveDate,
    by: EmployeeId,
    zone: TimeZone,
    at: DateTime<Utc>,
) -> Result<Report, Refusal> {
    let signed = zone.date(evaluation.signed_at);
    if on < signed || on > zone.date(at) {
        let says = Text::new("evaluation-report-day").with("signed", signed);
        return Err(Refusal::field("reported_on", says));
    }
    Ok(Report { evaluation: evaluation.id, on, by, at })
}

/// The duties of a document in their order.
pub fn dues(
    stamps: &Stamps,
    route: Route,
    window_ends: NaiveDate,
    zone: TimeZone,
    holidays: &Holidays,
    policy: &Policy,
) -> Vec<Due> {
    let days = &policy.document;
    let date = |at: Option<DateTime<Utc>>| at.map(|at| zone.date(at));
    let (signed, delivered) = (date(stamps.signed_at), date(stamps.delivered_at));
    let (deliver, acknowledge) = match route {
        Route::Penilai => (&days.delivered, &days.returned),
        Route::Atasan => (&days.superior_delivered, &days.superior_returned),
    };
    let due = |duty, from: Option<NaiveDate>, rule: &Cited<u32>, done| Due {
        duty,
        by: from.map(|from| holidays.after(from, rule.value)),
        done,
        cite: rule.cite.clone(),
    };
    let sign = match route {
        Route::Penilai => {
            Due { duty: Duty::Sign, by: Some(window_ends), done: signed, cite: policy.annual_due.cite.clone() }
        }
        Route::Atasan => due(Duty::Sign, Some(window_ends), &days.superior_signed, signed),
    };
    vec![
        sign,
        due(Duty::Deliver, signed, deliver, delivered),
        due(Duty::Acknowledge, delivered, acknowledge, date(stamps.acknowledged_at)),
        due(Duty::Report, Some(window_ends), &days.reported, stamps.reported_on),
    ]
}

/// The employee is given the document.
pub fn deliver(mut evaluation: Evaluation, at: DateTime<Utc>) -> Result<Evaluation, Refusal> {
    if let Some(was) = evaluation.delivered_at {
        return Err(Refusal::rule(Text::new("evaluation-already-delivered").with("at", was)));
    }
    evaluation.delivered_at = Some(at.max(evaluation.signed_at));
    Ok(evaluation)
}

/// The employee signs for it. Signing for it is not agreeing with it.
pub fn acknowledge(mut evaluation: Evaluation, at: DateTime<Utc>) -> Result<Evaluation, Refusal> {
    if let Some(was) = evaluation.acknowledged_at {
        return Err(Refusal::rule(Text::new("evaluation-document-already-signed").with("at", was)));
    }
    let Some(delivered) = evaluation.delivered_at else {
        return Err(
            Refusal::rule(Text::new("evaluation-not-delivered")).next(Text::new("evaluation-not-delivered-next"))
        );
    };
    evaluation.acknowledged_at = Some(at.max(delivered));
    Ok(evaluation)
}
