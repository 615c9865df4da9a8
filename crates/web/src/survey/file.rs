//! *Answers come in and go out as a file*: CSV, with everything that could not be taken told row by row.

use super::{Asked, choices};
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::survey::{
    export::export as export_answers,
    import::{Taken, import, rejected},
    see::see_entry,
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use domain::{
    decision::Text,
    ids::{RoundId, ServiceId},
    survey::{Round, Service},
};
use http::{HeaderValue, header};

/// Bad rows listed on the page; the file of rejected rows holds all.
const LISTED: usize = 100;

#[derive(Template)]
#[template(path = "survey/file.html")]
pub(super) struct FilePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) service: Service,
    pub(super) rounds: Vec<Round>,
    pub(super) taken: Option<Taken>,
}

impl FilePage {
    fn action(&self) -> String {
        format!("/survei/layanan/{}/impor", self.service.id)
    }

    fn rounds(&self) -> Vec<(String, String)> {
        choices(&self.rounds)
    }

    fn listed<'p>(&self, taken: &'p Taken) -> &'p [actions::people::import::BadRow] {
        &taken.bad[..taken.bad.len().min(LISTED)]
    }
}

/// `GET /survei/layanan/{id}/impor`
pub(super) async fn choose(visit: Visit, Path(id): Path<ServiceId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new(), None).await
}

/// `POST /survei/layanan/{id}/impor`
pub(super) async fn take(visit: Visit, Path(id): Path<ServiceId>, mut form: Form) -> Result<Response, WebError> {
    let round = form.required_id::<RoundId>("masa");
    let file = form.take_file("file");
    if file.is_none() {
        form.fail("file", Text::new("import-file-missing"));
    }
    let (Ok(()), Some(round), Some(file)) = (form.check(), round, file) else {
        return answer(&visit, id, form, None).await;
    };
    if form.value("langkah") == "ditolak" {
        let words = visit.words;
        let outcome = rejected(&visit.ctx, id, round, &file.bytes, &move |text: &Text| words.text(text)).await;
        return match form.caught(outcome)? {
            Some(bytes) => csv("survei-ditolak.csv", bytes),
            None => answer(&visit, id, form, None).await,
        };
    }
    let outcome = import(&visit.ctx, id, round, file.bytes).await;
    let taken = form.caught(outcome)?;
    answer(&visit, id, form, taken).await
}

async fn answer(visit: &Visit, id: ServiceId, mut form: Form, taken: Option<Taken>) -> Result<Response, WebError> {
    let (service, rounds) = see_entry(&visit.ctx, id).await?;
    if let Some(first) = rounds.first() {
        form.set_default("masa", first.id.to_string());
    }
    let status = form.status();
    let page = visit.page("survey-file-title").under("/survei", "survey-title").with(&form);
    Ok(render(&FilePage { page, form, service, rounds, taken }, status))
}

/// `GET /survei/layanan/{id}/jawaban.csv?masa=…`
pub(super) async fn export(
    visit: Visit,
    Path(id): Path<ServiceId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let round = asked.masa.ok_or(WebError::NoPage)?;
    csv("survei-jawaban.csv", export_answers(&visit.ctx, id, round).await?)
}

fn csv(name: &'static str, bytes: Vec<u8>) -> Result<Response, WebError> {
    let named = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(|error| WebError::Internal(format!("file name: {error}")))?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, named)], bytes).into_response())
}
