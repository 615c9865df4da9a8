//! Saving what is typed, while it is typed: `POST /draf/{key}`, sent by `laras.js` for forms marked `data-draft`.
//!
//! A page that shows such a form asks `visit.draft(key)` first; a handler that has saved it calls
//! `visit.drop_draft(key)`. Without JavaScript nothing is saved on the way, and nothing else changes.

use crate::{error::WebError, form::Form, routes::Routes, session::Visit};
use actions::draft;
use axum::{Json, extract::Path};
use domain::{
    decision::{Refusal, Text},
    permissions::Action,
};

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().post("/draf/{key}", Action::SessionOwn, save)
}

async fn save(visit: Visit, Path(key): Path<String>, form: Form) -> Result<Json<serde_json::Value>, WebError> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    if key.len() > 120 || !key.chars().all(fits) {
        return Err(Refusal::NotFound("draft".into()).into());
    }
    let at = draft::save(&visit.ctx, &key, form.as_draft()).await?;
    let says = visit.words.text(Text::new("draft-saved").with("time", visit.words.time(at)));
    Ok(Json(serde_json::json!({ "says": says })))
}
