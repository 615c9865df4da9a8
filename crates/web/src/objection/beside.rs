//! What the page of a result says of objections: until when, the one there is, what took its place; and the report to
//! the PyB.

use crate::{error::WebError, form::Form, session::Visit};
use actions::{
    evaluation::see::ResultPage,
    objection::see::{self, beside},
};
use chrono::{Days, NaiveDate};
use domain::{
    decision::{Citation, Text},
    ids::{EvaluationId, ObjectionId},
    objection::state,
};

/// The section.
pub struct Beside {
    /// The result.
    pub evaluation: EvaluationId,
    /// The objection against it, and where that stands.
    pub against: Option<(ObjectionId, Text)>,
    /// The objection that led to it, and the result whose place it took.
    pub behind: Option<(ObjectionId, EvaluationId)>,
    /// The result that took its place.
    pub replaced: Option<EvaluationId>,
    /// Last day to object, with the rule.
    pub last_day: Option<(NaiveDate, Citation)>,
    /// The reader may object.
    pub may_file: bool,
    /// The day it was reported to the PyB.
    pub reported: Option<NaiveDate>,
    /// The reader may record that.
    pub may_report: bool,
    /// The form for it.
    pub report: Form,
}

impl Beside {
    /// Reads it.
    pub async fn of(visit: &Visit, result: &ResultPage, report: Form) -> Result<Self, WebError> {
        let see::Beside { against, last_day, may_file, reported, may_report } = beside(&visit.ctx, result).await?;
        Ok(Self {
            evaluation: result.evaluation.id,
            replaced: against.as_ref().and_then(|objection| objection.changed),
            against: against.map(|objection| (objection.id, state(&objection).label())),
            behind: result.behind.as_ref().map(|objection| (objection.id, objection.evaluation)),
            last_day,
            may_file,
            reported: reported.map(|report| report.on),
            may_report,
            report,
        })
    }

    /// Has the last day passed?
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.last_day.as_ref().is_some_and(|(last, _)| *last < today)
    }

    pub(crate) fn sample(evaluation: EvaluationId, today: NaiveDate) -> Self {
        Self {
            evaluation,
            against: None,
            behind: None,
            replaced: None,
            last_day: Some((today + Days::new(18), domain::policy::permenpanrb("Ps 29; Bab V.B"))),
            may_file: true,
            reported: None,
            may_report: true,
            report: Form::new(),
        }
    }

    pub(crate) fn sample_replaced(evaluation: EvaluationId) -> Self {
        Self {
            against: Some((ObjectionId(evaluation.0), domain::objection::State::Diubah.label())),
            replaced: Some(evaluation),
            last_day: None,
            may_file: false,
            may_report: false,
            reported: NaiveDate::from_ymd_opt(2026, 7, 6),
            ..Self::sample(evaluation, NaiveDate::default())
        }
    }
}
