//! *At the counter a request is typed in as it arrives, and answered*: one form, and what still waits.

use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    session::Visit,
};
use actions::feed::counter::{self, Arrival, CounterPage};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    feed::{Fact, Row},
    ids::{FeedId, FeedRowId},
};
use std::cmp::Ordering;

#[derive(Template)]
#[template(path = "feed/counter.html")]
pub(super) struct CounterView {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) found: CounterPage,
}

impl CounterView {
    fn path(&self) -> String {
        format!("/sumber-data/{}/loket", self.found.fed.source.id)
    }

    fn people(&self) -> Vec<(String, String)> {
        self.found.people.iter().map(|one| (one.employee.id.to_string(), one.employee.name.clone())).collect()
    }

    fn name(&self, row: &Row) -> String {
        let found = self.found.people.iter().find(|one| Some(one.employee.id) == row.employee());
        found.map(|one| one.employee.name.clone()).unwrap_or_default()
    }

    fn due(&self, row: &Row) -> Option<(Tone, String)> {
        let Fact::Request { due, .. } = row.draft.fact else { return None };
        let today = self.page.today();
        let tone = match due.cmp(&today) {
            Ordering::Less => Tone::Late,
            Ordering::Equal => Tone::Risk,
            Ordering::Greater => Tone::Idle,
        };
        Some((tone, self.page.day(due)))
    }
}

/// `GET /sumber-data/{id}/loket`
pub(super) async fn show(visit: Visit, Path(id): Path<FeedId>) -> Result<Response, WebError> {
    answer_with(&visit, id, Form::new()).await
}

/// `POST /sumber-data/{id}/loket`
pub(super) async fn arrive(visit: Visit, Path(id): Path<FeedId>, mut form: Form) -> Result<Response, WebError> {
    let arrival = Arrival {
        code: form.text_up_to("code", 200),
        item: form.text_up_to("item", 200),
        employee: form.id("employee"),
    };
    let outcome = match form.check() {
        Ok(()) => counter::arrive(&visit.ctx, id, arrival).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(code) => {
            let says = Text::new("feed-arrived").with("code", code);
            Ok(visit.done(&format!("/sumber-data/{id}/loket"), says))
        }
        None => answer_with(&visit, id, form).await,
    }
}

/// `POST /sumber-data/{id}/loket/{row}`
pub(super) async fn answer(
    visit: Visit,
    Path((id, row)): Path<(FeedId, FeedRowId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let correct = match form.value("benar") {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    };
    let outcome = counter::answer(&visit.ctx, row, correct, form.flag("pengaduan")).await;
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/sumber-data/{id}/loket"), "feed-answered-saved")),
        None => answer_with(&visit, id, form).await,
    }
}

async fn answer_with(visit: &Visit, id: FeedId, form: Form) -> Result<Response, WebError> {
    let found = counter::see(&visit.ctx, id).await?;
    let status = form.status();
    let page = visit.page("feed-counter").under("/sumber-data", "feed-title").with(&form);
    Ok(render(&CounterView { page, form, found }, status))
}
