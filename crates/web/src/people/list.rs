//! *The personnel office looks people up*: by name or NIP, in the whole agency or in a unit.

use crate::{
    error::WebError,
    layout::Pages,
    page::{self, Page},
    session::Visit,
};
use actions::{PageOf, Person, people::see::search};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    ids::UnitId,
    permissions::{Action, Facts, may},
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "people/list.html")]
pub(super) struct ListPage {
    pub(super) page: Page,
    pub(super) rows: Vec<Person>,
    pub(super) total: u64,
    pub(super) query: String,
    pub(super) unit: Option<UnitId>,
    pub(super) pages: Pages,
    pub(super) may_change: bool,
    pub(super) may_import: bool,
    pub(super) may_export: bool,
}

/// Rows on a page.
const PER_PAGE: u32 = 50;

/// What is looked for.
#[derive(Deserialize)]
pub(super) struct Asked {
    cari: Option<String>,
    unit: Option<UnitId>,
    halaman: Option<u32>,
}

/// `GET /pegawai`
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let query: String = asked.cari.unwrap_or_default().trim().chars().take(100).collect();
    let number = asked.halaman.unwrap_or(1).max(1);
    let found = search(&visit.ctx, &query, asked.unit, PageOf { page: number, per_page: PER_PAGE }).await?;
    let mut href = form_urlencoded::Serializer::new(String::from("/pegawai?"));
    href.append_pair("cari", &query);
    if let Some(unit) = asked.unit {
        href.append_pair("unit", &unit.to_string());
    }
    let pages = Pages::new(format!("{}&halaman=", href.finish()), found.page, found.total, PER_PAGE);
    let can = |action| may(&visit.ctx.actor, action, &Facts::none()).is_ok();
    Ok(page::show(&ListPage {
        page: visit.page("people-list-title"),
        rows: found.rows,
        total: found.total,
        query,
        unit: asked.unit,
        pages,
        may_change: can(Action::PeopleWrite),
        may_import: can(Action::PeopleImport),
        may_export: can(Action::PeopleExport),
    }))
}
