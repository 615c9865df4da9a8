//! *The personnel office takes people out as a file*, or an empty one to fill in.

use crate::{error::WebError, session::Visit};
use actions::people::{
    export::{self, Format},
    import::Kind,
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, header};
use serde::Deserialize;

/// Which year, for plans.
#[derive(Deserialize)]
pub(super) struct Asked {
    tahun: Option<i32>,
}

/// `GET /ekspor/pegawai.csv`
pub(super) async fn export(
    visit: Visit,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (kind, format) = named(&file)?;
    let bytes = export::export(&visit.ctx, kind, format, asked.tahun).await?;
    answer(&format!("{}-{}.{}", kind.code(), visit.ctx.today().format("%Y%m%d"), format.ending()), format, bytes)
}

/// `GET /impor/templat/pegawai.xlsx`
pub(super) async fn template(visit: Visit, Path(file): Path<String>) -> Result<Response, WebError> {
    let (kind, format) = named(&file)?;
    let bytes = export::template(&visit.ctx, kind, format).await?;
    answer(&format!("templat-{}.{}", kind.code(), format.ending()), format, bytes)
}

fn named(file: &str) -> Result<(Kind, Format), WebError> {
    let (kind, ending) = file.split_once('.').ok_or(WebError::NoPage)?;
    Kind::from_code(kind).zip(Format::from_ending(ending)).ok_or(WebError::NoPage)
}

fn answer(name: &str, format: Format, bytes: Vec<u8>) -> Result<Response, WebError> {
    let named = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(|error| WebError::Internal(format!("file name: {error}")))?;
    let kind = HeaderValue::from_static(format.media_type());
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, named)], bytes).into_response())
}
