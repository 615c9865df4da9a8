//! *An employee asks colleagues for feedback* on something of their own work.

use super::offer::{lines, read_line, row};
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    feedback::{
        ask::{Question, ask},
        see_during::{colleague, writing},
    },
};
use askama::Template;
use axum::response::Response;
use domain::{
    decision::{Refusal, Text},
    ids::EmployeeId,
};

#[derive(Template)]
#[template(path = "feedback/ask.html")]
struct AskPage {
    page: Page,
    form: Form,
    rater: String,
    lines: Vec<(String, String)>,
    near: Vec<(String, String, String)>,
}

const DRAFT: &str = "minta-umpan-balik";

/// `GET /umpan-balik/minta`
pub async fn new(visit: Visit) -> Result<Response, WebError> {
    let form = visit.draft(DRAFT).await?.unwrap_or_default();
    answer(&visit, form).await
}

/// `POST /umpan-balik/minta`
pub async fn send(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let mut of: Vec<EmployeeId> = form.all("of").iter().filter_map(|id| id.parse().ok()).collect();
    let (on, other) = (form.required_choice("on", read_line), form.text_up_to("other", 200));
    let (topic, question) = (form.text_up_to("topic", 200), form.text_up_to("question", 1_000));
    if !other.is_empty() {
        let found = colleague(&visit.ctx, &other, "other").await;
        of.extend(form.caught(found)?);
    }
    let outcome = match (form.check(), on) {
        (Ok(()), Some(on)) => ask(&visit.ctx, Question { of, on, topic, question }).await,
        (read, _) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(n) => {
            visit.drop_draft(DRAFT).await;
            Ok(visit.done("/umpan-balik#diminta", Text::new("feedback-ask-sent").with("n", n as i64)))
        }
        None => answer(&visit, form).await,
    }
}

async fn answer(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let found = writing(&visit.ctx, None, None).await?;
    let page = visit.page("feedback-ask-title").under("/umpan-balik", "nav-feedback").with(&form);
    let status = form.status();
    let view = AskPage {
        lines: lines(&page, &found.results),
        near: found.near.iter().map(row).collect(),
        rater: found.rater.unwrap_or_default(),
        page,
        form,
    };
    Ok(render(&view, status))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let view = |gallery: &Gallery, form: Form| {
        let page = gallery.page_at("/umpan-balik/minta", "feedback-ask-title").under("/umpan-balik", "nav-feedback");
        AskPage {
            lines: lines(&page, &[]),
            near: vec![
                ("1".into(), "Wahyu Prabowo, S.Sos.".into(), "Pranata Humas Terampil".into()),
                ("2".into(), "Sari Wulandari, S.I.Kom.".into(), "Kepala Seksi Layanan".into()),
            ],
            rater: "Ratna Dewi Lestari, S.Kom.".into(),
            page: page.with(&form),
            form,
        }
    };
    let mut wrong = Form::of([("question", "?")]);
    wrong.fail("of", Text::new("feedback-ask-whom"));
    wrong.fail("question", Text::new("feedback-part-too-short").with("min", 15_i64));
    let views = [("", view(gallery, Form::new())), ("salah", view(gallery, wrong))];
    for (variant, view) in views {
        gallery.add("feedback/ask", variant, &view);
    }
}
