//! *Rows come in as a file*: tried first, taken then; everything that could not be taken is told row by row, and can be taken out with
//! its reasons.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::feed::{
    import::{self, Brought, Taken, bring, rejected},
    see::see_entry,
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    decision::Text,
    feed::Source,
    ids::{FeedId, JobId},
};
use http::{HeaderValue, header};

/// Bad rows listed on the page; the file of rejected rows holds all.
const LISTED: usize = 100;

#[derive(Template)]
#[template(path = "feed/file.html")]
pub(super) struct FilePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) source: Source,
    pub(super) taken: Option<Taken>,
    /// Files of more rows are worked on beside the requests.
    pub(super) at_once: usize,
}

impl FilePage {
    fn path(&self) -> String {
        format!("/sumber-data/{}", self.source.id)
    }

    fn listed<'p>(&self, taken: &'p Taken) -> &'p [actions::people::import::BadRow] {
        &taken.bad[..taken.bad.len().min(LISTED)]
    }

    fn columns(&self) -> (String, String) {
        let (must, may) = self.source.kind.columns();
        (must.join(", "), may.join(", "))
    }
}

/// `GET /sumber-data/{id}/impor`
pub(super) async fn choose(visit: Visit, Path(id): Path<FeedId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new(), None).await
}

/// `POST /sumber-data/{id}/impor`
pub(super) async fn take(visit: Visit, Path(id): Path<FeedId>, mut form: Form) -> Result<Response, WebError> {
    let file = form.take_file("file");
    let Some(file) = file else {
        form.fail("file", Text::new("import-file-missing"));
        return answer(&visit, id, form, None).await;
    };
    if form.value("langkah") == "ditolak" {
        let words = visit.words;
        let outcome = rejected(&visit.ctx, id, file.bytes, &move |text: &Text| words.text(text)).await;
        return match form.caught(outcome)? {
            Some(Brought::Now(bytes)) => csv("sumber-data-ditolak.csv", bytes),
            Some(Brought::Job(job)) => Ok(beside(&visit, job)),
            None => answer(&visit, id, form, None).await,
        };
    }
    let outcome = bring(&visit.ctx, id, file.bytes, form.value("langkah") != "masuk").await;
    match form.caught(outcome)? {
        Some(Brought::Job(job)) => Ok(beside(&visit, job)),
        Some(Brought::Now(taken)) => answer(&visit, id, form, Some(taken)).await,
        None => answer(&visit, id, form, None).await,
    }
}

fn beside(visit: &Visit, job: JobId) -> Response {
    visit.done(&format!("/pekerjaan/{job}"), "feed-file-later")
}

async fn answer(visit: &Visit, id: FeedId, form: Form, taken: Option<Taken>) -> Result<Response, WebError> {
    let source = see_entry(&visit.ctx, id).await?.source;
    if !source.kind.has_rows() {
        return Err(WebError::NoPage);
    }
    let status = form.status();
    let page = visit.page("feed-file-title").under("/sumber-data", "feed-title").with(&form);
    Ok(render(&FilePage { page, form, source, taken, at_once: visit.ctx.app.rows_at_once }, status))
}

/// `GET /sumber-data/{id}/contoh.csv`
pub(super) async fn template(visit: Visit, Path(id): Path<FeedId>) -> Result<Response, WebError> {
    csv("sumber-data-contoh.csv", import::template(&visit.ctx, id).await?)
}

fn csv(name: &'static str, bytes: Vec<u8>) -> Result<Response, WebError> {
    let named = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(|error| WebError::Internal(format!("file name: {error}")))?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, named)], bytes).into_response())
}
