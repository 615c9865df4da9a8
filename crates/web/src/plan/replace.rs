//! *A plan is replaced* after a transfer or a change of rater.

use super::show::{Decisions, answer};
use crate::{error::WebError, form::Form, session::Visit};
use actions::plan::replace as action;
use axum::{extract::Path, response::Response};
use domain::ids::SkpId;

/// `POST /skp/{id}/ganti`
pub async fn replace(visit: Visit, Path(id): Path<SkpId>, mut form: Form) -> Result<Response, WebError> {
    let from_day = form.required_date("from_day");
    let outcome = match (form.check(), from_day) {
        (Ok(()), Some(day)) => action::replace(&visit.ctx, id, day).await.map(Some),
        (Ok(()), None) => Ok(None),
        (Err(failure), _) => Err(failure),
    };
    match form.caught(outcome)?.flatten() {
        Some(next) => Ok(visit.done(&format!("/skp/{next}"), "plan-replaced")),
        None => answer(&visit, id, Decisions { replace: form, ..Decisions::default() }).await,
    }
}
