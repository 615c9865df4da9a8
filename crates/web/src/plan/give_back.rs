//! *The rater returns the plan*, with a note written here or notes that stand beside its lines.

use super::{
    saving::part,
    show::{Decisions, answer},
};
use crate::{error::WebError, form::Form, session::Visit};
use actions::plan::{give_back as action, note::note};
use axum::{extract::Path, response::Response};
use domain::{ids::SkpId, plan::Line};

/// `POST /skp/{id}/kembalikan`
pub async fn give_back(visit: Visit, Path(id): Path<SkpId>, mut form: Form) -> Result<Response, WebError> {
    let text = form.text("return_note");
    let outcome = match form.check() {
        Ok(()) => {
            let written = if text.is_empty() {
                Ok(())
            } else {
                note(&part(&visit.ctx, "note"), id, Line::Whole, text).await.map(drop)
            };
            match written {
                Ok(()) => action::give_back(&visit.ctx, id).await,
                Err(failure) => Err(failure),
            }
        }
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/skp/{id}"), "plan-given-back")),
        None => answer(&visit, id, Decisions { give_back: form, ..Decisions::default() }).await,
    }
}
