//! *Somebody sees the rows behind a number*, page by page, narrowed by whom, what and when.

use super::says;
use crate::{
    error::WebError,
    form::Form,
    layout::Pages,
    page::{self, Page},
    session::Visit,
};
use actions::feed::see_rows::{RowsPage, rows_path, see_rows};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use chrono::NaiveDate;
use domain::{
    feed::{Filter, Row, Slice},
    ids::{EmployeeId, FeedId, UnitId},
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "feed/rows.html")]
pub(super) struct RowsView {
    pub(super) page: Page,
    pub(super) found: RowsPage,
    pub(super) form: Form,
    pub(super) pages: Pages,
}

impl RowsView {
    fn says(&self, (row, took): &(Row, Option<i64>)) -> String {
        says(&self.page, row, *took)
    }

    fn path(&self) -> String {
        format!("/sumber-data/{}", self.found.fed.source.id)
    }

    fn item(&self) -> String {
        self.page.text(self.found.fed.source.kind.item())
    }
}

/// What the address asks for.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    pegawai: Option<EmployeeId>,
    unit: Option<UnitId>,
    #[serde(default)]
    perihal: String,
    #[serde(default)]
    dari: String,
    #[serde(default)]
    sampai: String,
    menunggu: Option<u8>,
    halaman: Option<u32>,
}

/// `GET /sumber-data/{id}/baris?…`
pub(super) async fn show(
    visit: Visit,
    Path(id): Path<FeedId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let day = |text: &str| domain::feed::read::day(text);
    let (from, until) = (day(&asked.dari), day(&asked.sampai));
    let days = (from.is_some() || until.is_some()).then(|| {
        (from.unwrap_or(NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or_default()), until.unwrap_or(visit.words.today()))
    });
    let item = asked.perihal.trim().to_owned();
    let slice = Slice { employee: asked.pegawai, unit: asked.unit.filter(|_| asked.pegawai.is_none()), item };
    let filter = Filter { slice: slice.clone(), days, waiting: asked.menunggu == Some(1) };
    let number = asked.halaman.unwrap_or(1).max(1);
    let found = see_rows(&visit.ctx, id, filter, number).await?;
    let mut href = rows_path(id, &slice, days);
    href.push(if href.contains('?') { '&' } else { '?' });
    if asked.menunggu == Some(1) {
        href.push_str("menunggu=1&");
    }
    let pages = Pages::new(format!("{href}halaman="), number, found.rows.total, found.rows.per_page);
    let form = Form::of([("perihal", slice.item), ("dari", asked.dari), ("sampai", asked.sampai)]);
    let mut page = visit.page("feed-rows").under("/sumber-data", "feed-title");
    page = page.under(format!("/sumber-data/{id}"), domain::decision::Text::new("feed-to-source"));
    Ok(page::show(&RowsView { page, found, form, pages }))
}
