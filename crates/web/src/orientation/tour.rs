//! *An employee takes the tour*: what happens from the beginning of the year to an objection, with a link to each page of one's own.

use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::orientation::quiz::{QuizPage, see};
use askama::Template;
use axum::response::Response;
use domain::orientation::{Step, Tried, tour};

#[derive(Template)]
#[template(path = "orientation/tour.html")]
struct TourView {
    page: Page,
    steps: Vec<Step>,
    /// How many the quiz has.
    questions: usize,
    tried: Option<Tried>,
    oversees: bool,
}

/// `GET /pengenalan`
pub(super) async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = see(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("orientation-title"), found)))
}

fn view(page: Page, found: QuizPage) -> TourView {
    let questions = found.quiz.questions.len();
    TourView { page, steps: tour().to_vec(), questions, tried: found.tried, oversees: found.oversees }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, tried) in [("", None), ("sudah", Some(super::quiz::tried(gallery)))] {
        let found = QuizPage { quiz: super::quiz::sample(), oversees: tried.is_some(), tried };
        let page = gallery.page_at("/pengenalan", "orientation-title");
        gallery.add("orientation/tour", variant, &view(page, found));
    }
}
