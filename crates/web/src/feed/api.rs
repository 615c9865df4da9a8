//! *Another system brings in rows* of one source (decision 0013): `Authorization: Bearer <token>`, `Idempotency-Key`, and CSV, XLSX or a
//! JSON list of flat objects with the columns of a file. Answered in JSON: what was taken, and each row that was not, with why.

use crate::{error::WebError, session::Guest};
use actions::feed::push::{self, Rejected, door};
use axum::{
    Json,
    body::Bytes,
    extract::Path,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, header};
use serde::Serialize;

/// A row that was not taken, in words.
#[derive(Serialize)]
struct Refused {
    row: u64,
    column: String,
    value: String,
    key: String,
    says: String,
}

/// The answer.
#[derive(Serialize)]
struct Answer {
    total: usize,
    added: usize,
    known: usize,
    rejected: Vec<Refused>,
    /// The same delivery came before: this is its answer, and nothing was done.
    replayed: bool,
}

/// `POST /api/v1/sumber-data/{source}`
pub(super) async fn push(
    guest: Guest,
    Path(source): Path<String>,
    headers: HeaderMap,
    sent: Bytes,
) -> Result<Response, WebError> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let bearer = text(header::AUTHORIZATION.as_str()).strip_prefix("Bearer ").unwrap_or_default();
    let door = door(guest.site.app(), bearer, &source).await?;
    let (delivered, replayed) = push::push(&door, text("idempotency-key"), sent.to_vec()).await?;
    let told = |one: Rejected| Refused {
        says: guest.words.text(&one.says),
        row: one.row,
        column: one.column,
        value: one.value,
        key: one.key,
    };
    let rejected = delivered.rejected.into_iter().map(told).collect();
    let (total, added, known) = (delivered.total, delivered.added, delivered.known);
    Ok(Json(Answer { total, added, known, rejected, replayed }).into_response())
}
