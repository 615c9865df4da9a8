//! *Somebody records that a document was reported to the PyB* (Ps 28(1)), with the day.

use crate::{error::WebError, evaluation::see, form::Form, session::Visit};
use actions::objection::report::report as act;
use axum::{extract::Path, response::Response};
use domain::ids::EvaluationId;

/// `POST /hasil/{evaluation}/lapor`
pub async fn report(visit: Visit, Path(id): Path<EvaluationId>, mut form: Form) -> Result<Response, WebError> {
    let on = form.required_date("reported_on");
    let outcome = match (form.check(), on) {
        (Ok(()), Some(on)) => act(&visit.ctx, id, on).await,
        (Err(failure), _) => Err(failure),
        (Ok(()), None) => return Err(WebError::BadRequest("a report without its day".into())),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/hasil/{id}#dokumen"), "objection-report-done")),
        None => see::answer_with(&visit, id, None, Form::new(), form).await,
    }
}
