//! *Whoever keeps a source says what it is*: its kind, unit, name and rhythm.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::{
    Failure,
    feed::{
        see::{see_source, units},
        write_source::{SourceDraft, write},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    feed::{Kind, Source, source::ANSWER_DAYS},
    ids::{FeedId, UnitId},
    people::Unit,
};

#[derive(Template)]
#[template(path = "feed/source.html")]
pub(super) struct WritePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) id: Option<FeedId>,
    pub(super) units: Vec<Unit>,
}

impl WritePage {
    fn action(&self) -> String {
        self.id.map_or_else(|| "/sumber-data/baru".to_owned(), |id| format!("/sumber-data/{id}/ubah"))
    }

    fn choices(&self) -> Vec<(String, String)> {
        self.units.iter().map(|unit| (unit.id.to_string(), unit.name.clone())).collect()
    }

    fn kinds(&self) -> Vec<(&'static str, String)> {
        Kind::KEPT.into_iter().map(|kind| (kind.code(), self.page.text(kind.label()))).collect()
    }
}

/// `GET /sumber-data/baru`
pub(super) async fn new(visit: Visit) -> Result<Response, WebError> {
    answer(&visit, Form::of([("answer_days", ANSWER_DAYS.to_string()), ("rhythm", "31".to_owned())]), None).await
}

/// `POST /sumber-data/baru`
pub(super) async fn add(visit: Visit, form: Form) -> Result<Response, WebError> {
    save(visit, form, None).await
}

/// `GET /sumber-data/{id}/ubah`
pub(super) async fn edit(visit: Visit, Path(id): Path<FeedId>) -> Result<Response, WebError> {
    let source = see_source(&visit.ctx, id).await?.source;
    answer(&visit, filled(&source), Some(id)).await
}

/// `POST /sumber-data/{id}/ubah`
pub(super) async fn change(visit: Visit, Path(id): Path<FeedId>, form: Form) -> Result<Response, WebError> {
    save(visit, form, Some(id)).await
}

fn filled(source: &Source) -> Form {
    let mut form = Form::of([
        ("kind", source.kind.code().to_owned()),
        ("name", source.name.clone()),
        ("code", source.code.clone()),
        ("unit", source.unit.to_string()),
        ("rhythm", source.rhythm.to_string()),
        ("answer_days", source.answer_days.to_string()),
    ]);
    if source.retired {
        form.set("retired", "1");
    }
    form
}

async fn save(visit: Visit, mut form: Form, id: Option<FeedId>) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Ok(draft) => write(&visit.ctx, id, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/sumber-data/{id}"), "feed-saved")),
        None => answer(&visit, form, id).await,
    }
}

fn read(form: &mut Form) -> Result<SourceDraft, Failure> {
    let count = |form: &mut Form, name| form.whole(name).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    let (kind, unit) = (form.required_choice("kind", Kind::from_code), form.required_id("unit"));
    let draft = SourceDraft {
        // Without these the form is refused below.
        kind: kind.unwrap_or(Kind::Service),
        unit: unit.unwrap_or(UnitId(uuid::Uuid::nil())),
        code: form.text_up_to("code", 60),
        name: form.text_up_to("name", 200),
        rhythm: count(form, "rhythm"),
        answer_days: count(form, "answer_days"),
        retired: form.flag("retired"),
    };
    form.check().map(|()| draft)
}

async fn answer(visit: &Visit, form: Form, id: Option<FeedId>) -> Result<Response, WebError> {
    let units = units(&visit.ctx).await?;
    let status = form.status();
    let title = Text::new(if id.is_some() { "feed-change" } else { "feed-new" });
    let page = visit.page(title).under("/sumber-data", "feed-title").with(&form);
    Ok(render(&WritePage { page, form, id, units }, status))
}
