//! *The employee signs the plan.*

use super::set::said;
use crate::{error::WebError, form::Form, session::Visit};
use actions::plan::sign as action;
use axum::{extract::Path, response::Response};
use domain::ids::SkpId;

/// `POST /skp/{id}/tanda-tangan`
pub async fn sign(visit: Visit, Path(id): Path<SkpId>, form: Form) -> Result<Response, WebError> {
    let revision = form.value("revision").parse().unwrap_or(-1);
    let outcome = action::sign(&visit.ctx, id, revision).await;
    Ok(match said(&visit, id, outcome)? {
        Ok(()) => visit.done(&format!("/skp/{id}"), "plan-signed"),
        Err(response) => response,
    })
}
