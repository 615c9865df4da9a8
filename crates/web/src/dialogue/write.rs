//! *The two of a talk write, hold it, agree, tick off, call off*; *a counsellor is appointed*. Each comes back to the page of
//! the talk, with what was typed if something is to mend.

use super::see::{Typed, answer, draft_of};
use crate::{error::WebError, form::Form, session::Visit};
use actions::{
    Failure,
    dialogue::{agree, appoint as appointing, cancel as cancelling, hold::hold, see::see, write::write},
};
use axum::{extract::Path, response::Response};
use domain::{
    decision::Refusal,
    dialogue::Part,
    ids::{DialogueId, EmployeeId, FollowupId},
};
use std::collections::BTreeMap;

fn unread(read: Result<(), Failure>) -> Failure {
    read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))
}

/// `POST /dialog/{dialogue}`; `tindakan` is `simpan` or `selesai`.
pub async fn save(visit: Visit, Path(id): Path<DialogueId>, mut form: Form) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let side = found.side.ok_or_else(|| Refusal::NotFound("dialogue".into()))?;
    let words: BTreeMap<Part, String> =
        Part::of_side(&found.talk, side).map(|part| (part, form.text(part.code()))).collect();
    let revision = form.whole("revision").unwrap_or_default();
    let ends = form.is("tindakan", "selesai");
    let on = if ends { form.required_date("held_on") } else { None };
    let adjust = form.flag("adjust");
    let outcome = match (form.check(), ends, on) {
        (Ok(()), true, Some(on)) => hold(&visit.ctx, id, revision, words, on, adjust).await,
        (Ok(()), false, _) => write(&visit.ctx, id, revision, words).await,
        (read, ..) => Err(unread(read)),
    };
    match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&draft_of(id, side)).await;
            let says = if ends { "dialogue-held" } else { "dialogue-saved" };
            Ok(visit.done(&format!("/dialog/{id}"), domain::decision::Text::new(says)))
        }
        None => answer(&visit, id, Typed { words: Some(form), ..Typed::default() }).await,
    }
}

/// `POST /dialog/{dialogue}/batal`
pub async fn cancel(visit: Visit, Path(id): Path<DialogueId>) -> Result<Response, WebError> {
    cancelling::cancel(&visit.ctx, id).await?;
    Ok(visit.done(&format!("/dialog/{id}"), "dialogue-cancelled"))
}

/// `POST /dialog/{dialogue}/tindak-lanjut`
pub async fn agree(visit: Visit, Path(id): Path<DialogueId>, mut form: Form) -> Result<Response, WebError> {
    let (what, owner) = (form.text_up_to("what", 500), form.required_id::<EmployeeId>("owner"));
    let due = form.required_date("due");
    let outcome = match (form.check(), owner, due) {
        (Ok(()), Some(owner), Some(due)) => agree::agree(&visit.ctx, id, what, owner, due).await,
        (read, ..) => Err(unread(read)),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done(&format!("/dialog/{id}#tindak-lanjut"), "dialogue-agreed")),
        None => answer(&visit, id, Typed { agree: form, ..Typed::default() }).await,
    }
}

/// `POST /dialog/{dialogue}/tindak-lanjut/{followup}/selesai`
pub async fn done(visit: Visit, Path((id, followup)): Path<(DialogueId, FollowupId)>) -> Result<Response, WebError> {
    agree::done(&visit.ctx, id, followup).await?;
    Ok(visit.done(&format!("/dialog/{id}#tindak-lanjut"), "dialogue-followup-ticked"))
}

/// `POST /dialog/{dialogue}/konselor`
pub async fn appoint(visit: Visit, Path(id): Path<DialogueId>, mut form: Form) -> Result<Response, WebError> {
    let (typed, on) = (form.required("counsellor"), form.required_date("appointed_on"));
    let outcome = match (form.check(), on) {
        (Ok(()), Some(on)) => appointing::appoint(&visit.ctx, id, typed, on).await,
        (read, _) => Err(unread(read)),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done("/konseling", "dialogue-appointed")),
        None => answer(&visit, id, Typed { appoint: form, ..Typed::default() }).await,
    }
}
