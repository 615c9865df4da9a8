//! *Rater and employee say their side in writing.*

use super::see;
use crate::{error::WebError, form::Form, session::Visit};
use actions::objection::say::say as act;
use axum::{extract::Path, response::Response};
use domain::ids::ObjectionId;

/// `POST /keberatan/{objection}/penjelasan`
pub async fn say(visit: Visit, Path(id): Path<ObjectionId>, mut form: Form) -> Result<Response, WebError> {
    let words = form.text("objection_statement");
    let outcome = match form.check() {
        Ok(()) => act(&visit.ctx, id, words).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&see::draft_key(id)).await;
            Ok(visit.done(&format!("/keberatan/{id}"), "objection-said-done"))
        }
        None => see::answer(&visit, id, form).await,
    }
}
