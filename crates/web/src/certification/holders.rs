//! *The personnel office sees who holds a certificate*: names and days, no figures.

use super::sample;
use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Person,
    certification::holders::{HoldersPage, holders},
};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "certification/holders.html")]
struct HoldersView {
    page: Page,
    found: HoldersPage,
}

impl HoldersView {
    fn place(&self, person: &Person) -> String {
        let parts = [person.post.as_ref().map(|post| &post.title), person.unit.as_ref().map(|unit| &unit.name)];
        parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ")
    }
}

/// `GET /sertifikasi-penilai/pemegang`
pub(super) async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = holders(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("certification-holders"), found)))
}

fn view(page: Page, found: HoldersPage) -> HoldersView {
    HoldersView { page: page.under("/sertifikasi-penilai", "nav-certification"), found }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let full = HoldersPage { raters: 4, certified: 1, holders: vec![sample::holder(gallery)], more: 12 };
    let empty = HoldersPage { raters: 4, certified: 0, holders: Vec::new(), more: 0 };
    for (variant, found) in [("", full), ("kosong", empty)] {
        let page = gallery.page_at("/sertifikasi-penilai/pemegang", "certification-holders");
        gallery.add("certification/holders", variant, &view(page, found));
    }
}
