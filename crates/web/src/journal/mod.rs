//! *An auditor reads the journal*: who changed what, when, from what to what.

use crate::{
    error::WebError,
    layout::Pages,
    page::{self, Page},
    preview::Gallery,
    routes::Routes,
    session::Visit,
};
use actions::{JournalFilter, PageOf, journal::see_journal};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    ids::{EmployeeId, JournalId},
    journal::Entry,
    permissions::Action,
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "journal/see.html")]
struct JournalView {
    page: Page,
    rows: Vec<(Entry, String)>,
    subject: String,
    subject_id: String,
    pages: Pages,
}

/// Rows on a page.
const PER_PAGE: u32 = 50;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().get("/jurnal", Action::JournalRead, show)
}

/// What is looked for.
#[derive(Deserialize)]
pub struct Asked {
    hal: Option<String>,
    id: Option<String>,
    halaman: Option<u32>,
}

/// `GET /jurnal`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let wanted = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let filter = JournalFilter { subject: wanted(asked.hal), subject_id: wanted(asked.id), ..JournalFilter::default() };
    let (subject, subject_id) =
        (filter.subject.clone().unwrap_or_default(), filter.subject_id.clone().unwrap_or_default());
    let page_of = PageOf { page: asked.halaman.unwrap_or(1).max(1), per_page: PER_PAGE };
    let found = see_journal(&visit.ctx, filter, page_of).await?;
    let names = found.names;
    let href = format!("/jurnal?hal={subject}&id={subject_id}&halaman=");
    let pages = Pages::new(href, found.page.page, found.page.total, PER_PAGE);
    let rows = found.page.rows.into_iter().map(|entry| {
        let name = entry.by.and_then(|by| names.get(&by).cloned()).unwrap_or_default();
        (entry, name)
    });
    Ok(page::show(&JournalView { page: visit.page("journal-title"), rows: rows.collect(), subject, subject_id, pages }))
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    let entry = Entry {
        id: gallery.id::<JournalId>(),
        at: gallery.now(),
        by: Some(gallery.id::<EmployeeId>()),
        action: "plan.set".into(),
        subject: "skp".into(),
        subject_id: "018f3a52-1c0d-7e41-8000-000000000001".into(),
        before: Some(r#"{"signed_at":"2026-01-12T02:00:00Z"}"#.into()),
        after: Some(r#"{"set_at":"2026-01-14T02:00:00Z"}"#.into()),
    };
    let view = JournalView {
        page: gallery.page_at("/jurnal", "journal-title"),
        rows: vec![(entry, "Sari Wulandari, S.E.".into())],
        subject: String::new(),
        subject_id: String::new(),
        pages: Pages::new("/jurnal?halaman=", 1, 120, PER_PAGE),
    };
    gallery.add("journal/see", "", &view);
}
