//! *The office works off what waits*: records to verify, names to admit; and takes records along in the shape of SIASN.

use super::sample;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::training::{
    mine::{Waiting, WaitingRow, waiting},
    record::verify as settle,
    siasn::export as take,
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::Datelike;
use domain::ids::TrainingRecordId;
use http::header;

#[derive(Template)]
#[template(path = "training/waiting.html")]
struct WaitingView {
    page: Page,
    found: Waiting,
    form: Form,
    year: i32,
}

impl WaitingView {
    fn file(&self, row: &WaitingRow) -> bool {
        row.record.certificate.as_ref().is_some_and(|one| one.file.is_some())
    }

    /// The id of the field for a reason: errors lead to that of the form that was sent.
    fn reason(&self, row: &WaitingRow) -> String {
        if self.meant(row) { "reason".to_owned() } else { format!("alasan-{}", row.record.id) }
    }

    fn meant(&self, row: &WaitingRow) -> bool {
        self.form.value("record") == row.record.id.to_string()
    }
}

/// `GET /pelatihan/menunggu`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    again(&visit, Form::new()).await
}

async fn again(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let found = waiting(&visit.ctx).await?;
    let status = form.status();
    let page = visit.page("training-waiting").under("/pelatihan", "training-title").with(&form);
    Ok(render(&WaitingView { page, found, form, year: visit.ctx.today().year() }, status))
}

/// `POST /pelatihan/catatan/{record}`
pub async fn verify(visit: Visit, Path(id): Path<TrainingRecordId>, mut form: Form) -> Result<Response, WebError> {
    let refused = (form.value("word") == "tidak").then(|| form.text("reason"));
    let outcome = match form.check() {
        Ok(()) => settle(&visit.ctx, id, refused).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done("/pelatihan/menunggu", "training-word-saved")),
        None => {
            form.set("record", id.to_string());
            again(&visit, form).await
        }
    }
}

/// `GET /pelatihan/ekspor/siasn-2026.json`
pub async fn export(visit: Visit, Path(file): Path<String>) -> Result<Response, WebError> {
    let year = file.strip_prefix("siasn-").and_then(|rest| rest.strip_suffix(".json"));
    let year: i32 = year.and_then(|year| year.parse().ok()).ok_or(WebError::NoPage)?;
    let sent = take(&visit.ctx, year).await?;
    let bytes = serde_json::to_vec_pretty(&sent).map_err(|error| WebError::Internal(error.to_string()))?;
    let name = format!("attachment; filename=\"pelatihan-siasn-{year}.json\"");
    let headers = [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found) in
        [("", sample::waiting(gallery)), ("kosong", Waiting { records: Vec::new(), sessions: Vec::new() })]
    {
        let page = gallery.page_at("/pelatihan/menunggu", "training-waiting");
        gallery.add("training/waiting", variant, &WaitingView { page, found, form: Form::new(), year: 2026 });
    }
}
