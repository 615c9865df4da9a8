//! *A plan in force is opened for clarification.*

use super::set::said;
use crate::{error::WebError, session::Visit};
use actions::plan::reopen as action;
use axum::{extract::Path, response::Response};
use domain::ids::SkpId;

/// `POST /skp/{id}/klarifikasi`
pub async fn reopen(visit: Visit, Path(id): Path<SkpId>) -> Result<Response, WebError> {
    let outcome = action::reopen(&visit.ctx, id).await;
    Ok(match said(&visit, id, outcome)? {
        Ok(()) => visit.done(&format!("/skp/{id}"), "plan-reopened"),
        Err(response) => response,
    })
}
