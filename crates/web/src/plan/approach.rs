//! *Somebody changes the approach* of a plan that is being written.

use super::{set::said, words::Choice};
use crate::{error::WebError, form::Form, session::Visit};
use actions::plan::write::choose_approach;
use axum::{extract::Path, response::Response};
use domain::{ids::SkpId, plan::Approach};

/// `POST /skp/{id}/pendekatan`
pub async fn choose(visit: Visit, Path(id): Path<SkpId>, mut form: Form) -> Result<Response, WebError> {
    let approach = form.required_choice("approach", Approach::from_code).unwrap_or(Approach::Kuantitatif);
    let revision = form.value("revision").parse().unwrap_or(-1);
    let outcome = match form.check() {
        Ok(()) => choose_approach(&visit.ctx, id, revision, approach).await,
        Err(failure) => Err(failure),
    };
    Ok(match said(&visit, id, outcome)? {
        Ok(()) => visit.done(&format!("/skp/{id}"), "plan-approach-changed"),
        Err(response) => response,
    })
}
