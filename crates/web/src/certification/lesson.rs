//! One lesson: what the error is, an example, how one notices it, what to do instead.

use super::sample;
use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::certification::learn::{LessonPage, lesson};
use askama::Template;
use axum::{extract::Path, response::Response};

#[derive(Template)]
#[template(path = "certification/lesson.html")]
struct LessonView {
    page: Page,
    found: LessonPage,
    before: Option<(String, String)>,
    behind: Option<(String, String)>,
}

/// `GET /sertifikasi-penilai/pelajaran/{code}`
pub(super) async fn show(visit: Visit, Path(code): Path<String>) -> Result<Response, WebError> {
    let found = lesson(&visit.ctx, &code).await?;
    Ok(page::show(&view(visit.page("certification-lesson"), found)))
}

fn view(page: Page, found: LessonPage) -> LessonView {
    let way = |lesson: &Option<domain::certification::Lesson>| {
        lesson.as_ref().map(|one| (format!("/sertifikasi-penilai/pelajaran/{}", one.code), one.name.clone()))
    };
    let page = page.under("/sertifikasi-penilai", "nav-certification");
    LessonView { before: way(&found.before), behind: way(&found.behind), page, found }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let page = gallery.page_at("/sertifikasi-penilai/pelajaran/halo", "certification-lesson");
    gallery.add("certification/lesson", "", &view(page, sample::lesson_page()));
}
