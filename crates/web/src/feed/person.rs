//! *Somebody sees what a source says of one person*: of themselves, or of somebody below them. Attendance stands beside the ladder of
//! the law as information.

use super::{figure, says};
use crate::{
    error::WebError,
    evaluation::why::Step,
    layout::Pages,
    page::{self, Page},
    session::Visit,
    words::Markup,
};
use actions::feed::see_rows::{PersonPage, see_person};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    amount::Amount,
    feed::{Measure, Row},
    ids::{EmployeeId, FeedId},
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "feed/person.html")]
pub(super) struct PersonView {
    pub(super) page: Page,
    pub(super) found: PersonPage,
    pub(super) pages: Pages,
}

/// Which page.
#[derive(Deserialize)]
pub(super) struct Asked {
    halaman: Option<u32>,
}

impl PersonView {
    fn figure(&self, (measure, amount): &(Measure, Option<Amount>)) -> String {
        figure(&self.page, *measure, *amount)
    }

    fn says(&self, (row, took): &(Row, Option<i64>)) -> String {
        says(&self.page, row, *took)
    }

    fn ladder(&self) -> Option<(String, Markup)> {
        let because = &self.found.ladder.as_ref()?.because;
        let step = Step::of(&self.page.words, because);
        Some((step.says.clone(), step.show(&self.page)))
    }
}

/// `GET /sumber-data/{id}/pegawai/{employee}`
pub(super) async fn show(
    visit: Visit,
    Path((id, employee)): Path<(FeedId, EmployeeId)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let number = asked.halaman.unwrap_or(1).max(1);
    let found = see_person(&visit.ctx, id, employee, number).await?;
    let href = format!("/sumber-data/{id}/pegawai/{employee}?halaman=");
    let pages = Pages::new(href, number, found.rows.rows.total, found.rows.rows.per_page);
    let mut page = visit.page("feed-person");
    page.title.clone_from(&found.employee.name);
    Ok(page::show(&PersonView { page, found, pages }))
}
