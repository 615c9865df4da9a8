//! *Somebody prints their certificate.*

use crate::{error::WebError, session::Visit, site::Site};
use actions::certification::learn::certificate;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use documents::{Certificate, Made, Sheet, Standard};
use domain::ids::CertificateId;
use http::header;

/// `GET /sertifikasi-penilai/sertifikat/{id}`
pub(super) async fn show(
    visit: Visit,
    State(site): State<Site>,
    Path(id): Path<CertificateId>,
) -> Result<Response, WebError> {
    let (found, exercise, person) = certificate(&visit.ctx, id).await?;
    let place = [person.post.map(|post| post.title), person.unit.map(|unit| unit.name)];
    let sheet = Certificate {
        agency: visit.ctx.agency.name.clone(),
        name: person.employee.name,
        nip: person.employee.nip.map(|nip| nip.to_string()).unwrap_or_default(),
        post: place.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        number: found.number,
        cases: exercise.cases.len() as u32,
        issued_on: found.issued_on,
        valid_until: found.valid_until,
    };
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    let print = move || site.printer().print(&[Sheet::Certificate(&sheet)], made);
    let bytes = tokio::task::spawn_blocking(print)
        .await
        .map_err(|error| WebError::Internal(format!("printer: {error}")))?
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"sertifikat-penilai.pdf\""),
    ];
    Ok((headers, bytes).into_response())
}
