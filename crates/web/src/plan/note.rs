//! *Somebody writes a note beside a line*, or ticks it off.

use super::{set::said, words::line_of};
use crate::{error::WebError, form::Form, session::Visit};
use actions::plan::note as action;
use axum::{extract::Path, response::Response};
use domain::{
    ids::{NoteId, SkpId},
    plan::Line,
};

/// `POST /skp/{id}/catatan`
pub async fn write(visit: Visit, Path(id): Path<SkpId>, mut form: Form) -> Result<Response, WebError> {
    let line = form.choice("line", line_of).unwrap_or(Line::Whole);
    let text = form.text("note");
    let outcome = match form.check() {
        Ok(()) => action::note(&visit.ctx, id, line, text).await,
        Err(failure) => Err(failure),
    };
    Ok(match said(&visit, id, outcome)? {
        Ok(note) => visit.done(&format!("/skp/{id}#catatan-{note}"), "plan-note-written"),
        Err(response) => response,
    })
}

/// `POST /skp/{id}/catatan/{note}/selesai`
pub async fn resolve(visit: Visit, Path((id, note)): Path<(SkpId, NoteId)>) -> Result<Response, WebError> {
    let outcome = action::resolve(&visit.ctx, id, note).await;
    Ok(match said(&visit, id, outcome)? {
        Ok(()) => visit.done(&format!("/skp/{id}"), "plan-note-ticked"),
        Err(response) => response,
    })
}
