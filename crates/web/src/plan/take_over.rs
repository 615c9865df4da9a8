//! *A leader takes over an intended result*, with the note that counts in the evaluation.

use super::set::said;
use crate::{error::WebError, form::Form, session::Visit};
use actions::plan::take_over as action;
use axum::{extract::Path, response::Response};
use domain::ids::{RhkId, SkpId};

/// `POST /skp/{id}/hasil/{rhk}/ambil-alih`
pub async fn take_over(
    visit: Visit,
    Path((id, rhk)): Path<(SkpId, RhkId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let outcome = action::take_over(&visit.ctx, id, rhk, form.text("takeover_note")).await;
    Ok(match said(&visit, id, outcome)? {
        Ok(()) => visit.done(&format!("/skp/{id}"), "plan-take-over-noted"),
        Err(response) => response,
    })
}
