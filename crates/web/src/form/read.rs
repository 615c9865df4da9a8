//! From the body of a request to a [`Form`]: url-encoded or multipart, never more than the route takes.

use super::{Form, Upload};
use crate::error::WebError;
use axum::{
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request},
};
use futures::StreamExt;
use http::{HeaderMap, header};

/// Most a form without files may weigh, in bytes.
pub const PLAIN: usize = 256 * 1024;
/// Most a form with files may weigh, in bytes.
pub const UPLOAD: usize = 12 * 1024 * 1024;
/// Most a form with a file of very many rows may weigh, in bytes.
pub const BULK: usize = 64 * 1024 * 1024;
/// Read and thrown away beyond the limit, so that the browser hears the answer instead of a broken connection.
const DRAIN: usize = 64 * 1024 * 1024;

/// Reads the whole body, or says how much would have been taken.
pub async fn body(body: Body, most: usize) -> Result<Bytes, WebError> {
    let mut stream = body.into_data_stream();
    let (mut kept, mut seen) = (Vec::new(), 0_usize);
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|e| WebError::BadRequest(e.to_string()))?;
        seen += chunk.len();
        if seen <= most {
            kept.extend_from_slice(&chunk);
        } else if seen > most + DRAIN {
            break;
        }
    }
    if seen > most { Err(WebError::TooLarge { most }) } else { Ok(kept.into()) }
}

/// Reads a form.
pub async fn form(headers: &HeaderMap, content: Body, most: usize) -> Result<Form, WebError> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let bytes = body(content, most).await?;
    let mut form = if kind.starts_with("multipart/form-data") { multipart(&kind, bytes).await? } else { plain(&bytes) };
    form.settle_conflicts();
    Ok(form)
}

fn plain(bytes: &[u8]) -> Form {
    Form::of(form_urlencoded::parse(bytes))
}

async fn multipart(kind: &str, bytes: Bytes) -> Result<Form, WebError> {
    let broken = |e: &dyn std::fmt::Display| WebError::BadRequest(e.to_string());
    let mut request =
        Request::builder().header(header::CONTENT_TYPE, kind).body(Body::from(bytes)).map_err(|e| broken(&e))?;
    // The gate has already held the body to the route's own limit.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut parts = Multipart::from_request(request, &()).await.map_err(|e| broken(&e))?;
    let mut form = Form::new();
    while let Some(part) = parts.next_field().await.map_err(|e| broken(&e))? {
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(name) => {
                let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
                let bytes = part.bytes().await.map_err(|e| broken(&e))?.to_vec();
                form.files.push(Upload { field, name, bytes });
            }
            None => form.fields.push((field, part.text().await.map_err(|e| broken(&e))?)),
        }
    }
    Ok(form)
}

impl Form {
    /// After two people edited the same thing, the page of the conflict asks field by field whose words to keep.
    /// `_pilih.X = mereka` takes the saved ones from `_mereka.X`.
    fn settle_conflicts(&mut self) {
        let theirs: Vec<String> = self
            .fields
            .iter()
            .filter(|(_, choice)| choice == "mereka")
            .filter_map(|(name, _)| name.strip_prefix("_pilih.").map(str::to_owned))
            .collect();
        for name in theirs {
            let saved = self.value(&format!("_mereka.{name}")).to_owned();
            self.set(&name, saved);
        }
        self.fields.retain(|(name, _)| !name.starts_with("_pilih.") && !name.starts_with("_mereka."));
    }
}
