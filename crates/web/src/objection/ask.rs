//! *The superior asks rater and employee for their word in writing.*

use super::see;
use crate::{error::WebError, form::Form, session::Visit};
use actions::objection::ask::ask as act;
use axum::{extract::Path, response::Response};
use domain::ids::ObjectionId;

/// `POST /keberatan/{objection}/periksa`
pub async fn ask(visit: Visit, Path(id): Path<ObjectionId>, mut form: Form) -> Result<Response, WebError> {
    let outcome = act(&visit.ctx, id).await;
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/keberatan/{id}"), "objection-asked-done")),
        None => see::answer(&visit, id, form).await,
    }
}
