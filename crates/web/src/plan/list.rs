//! *Somebody sees their plans*, the running one first.

use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    session::Visit,
};
use actions::plan::see::{self, Row};
use askama::Template;
use axum::response::Response;
use chrono::{Datelike, NaiveDate};
use domain::plan::workflow::State;

#[derive(Template)]
#[template(path = "plan/list.html")]
pub(super) struct ListPage {
    page: Page,
    running: Vec<Row>,
    earlier: Vec<Row>,
    /// The running year, when it has no plan yet.
    starts: Option<i32>,
}

/// `GET /skp`
pub async fn list(visit: Visit) -> Result<Response, WebError> {
    let rows = see::mine(&visit.ctx).await?;
    Ok(page::show(&ListPage::new(visit.page("nav-plan"), rows, visit.ctx.today())))
}

impl ListPage {
    pub(super) fn new(page: Page, rows: Vec<Row>, today: NaiveDate) -> Self {
        let closed = |row: &Row| matches!(row.state, State::Digantikan | State::Dievaluasi);
        let (running, earlier): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| !closed(row));
        let has_plan = running.iter().any(|row| row.skp.dates.contains(today));
        Self { starts: (!has_plan).then(|| today.year()), page, running, earlier }
    }

    fn tone(&self, row: &Row) -> Tone {
        row.state.into()
    }
}
