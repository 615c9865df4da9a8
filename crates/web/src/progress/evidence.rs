//! *Somebody hands in or opens evidence.*

use super::indicator::again;
use crate::{error::WebError, form::Form, session::Visit};
use actions::evidence::{
    Upload,
    attach::{Handed, attach as verb},
    fetch::fetch,
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    evidence::Item,
    ids::{EntryId, EvidenceId, IndicatorId, SkpId},
};
use http::{HeaderValue, header};

/// `POST /laporan/{entry}/bukti`
pub async fn attach(visit: Visit, Path(entry): Path<EntryId>, mut form: Form) -> Result<Response, WebError> {
    let link = form.text("link");
    let (Some(skp), Some(indicator)) = (form.id::<SkpId>("skp"), form.id::<IndicatorId>("indicator")) else {
        return Err(WebError::BadRequest("evidence without its place".into()));
    };
    let handed = match form.take_file("evidence_file") {
        Some(file) => Handed::File(Upload { name: file.name, bytes: file.bytes }),
        None => Handed::Link(link),
    };
    let outcome = match form.check() {
        Ok(()) => verb(&visit.ctx, entry, handed).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done(&format!("/skp/{skp}/indikator/{indicator}#catatan-{entry}"), "evidence-saved")),
        None => again(&visit, skp, indicator, form).await,
    }
}

/// `GET /bukti/{evidence}`; files are handed over to be saved, never shown as pages of ours.
pub async fn open(visit: Visit, Path(id): Path<EvidenceId>) -> Result<Response, WebError> {
    let (evidence, bytes) = fetch(&visit.ctx, id).await?;
    hand_over(evidence.item, bytes)
}

/// A file to be saved, or the way to where a link leads.
pub(crate) fn hand_over(item: Item, bytes: Option<Vec<u8>>) -> Result<Response, WebError> {
    Ok(match (item, bytes) {
        (Item::File { name, media_type, .. }, Some(bytes)) => {
            let ascii: String = name.chars().map(|c| if c.is_ascii_graphic() && c != '"' { c } else { '_' }).collect();
            let says = format!("attachment; filename=\"{ascii}\"");
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_str(&media_type)),
                (header::CONTENT_DISPOSITION, HeaderValue::from_str(&says)),
            ]
            .map(|(name, value)| (name, value.unwrap_or(HeaderValue::from_static("application/octet-stream"))));
            (headers, bytes).into_response()
        }
        (Item::Link { url }, _) => Redirect::to(&url).into_response(),
        (Item::File { .. }, None) => return Err(WebError::NoPage),
    })
}
