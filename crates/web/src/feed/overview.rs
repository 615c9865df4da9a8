//! *Somebody reads what a source comes to in a year*: every measure, one of them month by month and told apart.

use super::figure;
use crate::{
    error::WebError,
    layout::chart::{Chart, Column},
    page::{self, Page},
    session::Visit,
    words::Markup,
};
use actions::feed::{
    see::{FeedPage, Line, see},
    see_rows::rows_path,
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use chrono::{Datelike, NaiveDate};
use domain::{amount::Amount, feed::Measure, ids::FeedId};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "feed/overview.html")]
pub(super) struct OverviewPage {
    pub(super) page: Page,
    pub(super) found: FeedPage,
}

/// Which year, which measure.
#[derive(Deserialize)]
pub(super) struct Asked {
    tahun: Option<i32>,
    ukuran: Option<String>,
}

impl OverviewPage {
    fn figure(&self, (measure, amount): &(Measure, Option<Amount>)) -> String {
        figure(&self.page, *measure, *amount)
    }

    fn amount(&self, line: &Line) -> String {
        figure(&self.page, self.found.shown, line.amount)
    }

    fn is_shown(&self, measure: &Measure) -> bool {
        *measure == self.found.shown
    }

    fn path(&self) -> String {
        format!("/sumber-data/{}", self.found.fed.source.id)
    }

    fn link(&self, measure: &Measure) -> String {
        format!("{}?tahun={}&ukuran={}", self.path(), self.found.year, measure.code())
    }

    fn year(&self, by: i32) -> (i32, String) {
        let year = self.found.year + by;
        (year, format!("{}?tahun={year}&ukuran={}", self.path(), self.found.shown.code()))
    }

    fn formula(&self) -> String {
        self.page.text(self.found.shown.formula())
    }

    fn cite(&self) -> Option<String> {
        self.found.shown.law().map(|law| self.page.cite(&law))
    }

    fn chart(&self) -> Markup {
        let label = |month: &NaiveDate| self.page.month(month.month()).chars().take(3).collect();
        let columns = self.found.trend.iter().map(|(month, value)| Column { label: label(month), value: *value });
        Chart {
            title: self.page.text(self.found.shown.label()),
            unit: self.page.text(self.found.shown.unit()),
            columns: columns.collect(),
            target: None,
        }
        .show(&self.page)
    }

    /// A table of people, units or items: its heading, and the lines.
    fn tables(&self) -> Vec<(String, &[Line])> {
        let item = self.page.text(self.found.fed.source.kind.item());
        let names = [self.page.t("feed-by-person"), self.page.t("feed-by-unit"), item];
        names
            .into_iter()
            .zip(self.found.lines.iter().map(Vec::as_slice))
            .filter(|(_, lines)| !lines.is_empty())
            .collect()
    }

    fn rows(&self, line: &Line) -> String {
        let days = NaiveDate::from_ymd_opt(self.found.year, 1, 1).zip(NaiveDate::from_ymd_opt(self.found.year, 12, 31));
        rows_path(self.found.fed.source.id, &line.slice, days)
    }
}

/// `GET /sumber-data/{id}?tahun=…&ukuran=…`
pub(super) async fn show(
    visit: Visit,
    Path(id): Path<FeedId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let shown = asked.ukuran.as_deref().and_then(Measure::from_code);
    let found = see(&visit.ctx, id, asked.tahun, shown).await?;
    let mut page = visit.page("feed-title").under("/sumber-data", "feed-title");
    page.title.clone_from(&found.fed.source.name);
    Ok(page::show(&OverviewPage { page, found }))
}
