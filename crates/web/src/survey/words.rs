//! *Somebody reads what people wrote*, and the answers that look odd: kept, counted, and shown here.

use super::Asked;
use crate::{
    error::WebError,
    layout::Pages,
    page::{self, Page},
    session::Visit,
};
use actions::survey::see::{WordsPage, see_words};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{ids::ServiceId, survey::Said};

#[derive(Template)]
#[template(path = "survey/words.html")]
pub(super) struct WordsView {
    pub(super) page: Page,
    pub(super) found: WordsPage,
    pub(super) pages: Pages,
}

impl WordsView {
    /// The day, not the hour: nobody is to be known by when they stood at the counter.
    fn day(&self, said: &Said) -> String {
        self.page.date(self.page.zone.date(said.at))
    }
}

/// `GET /survei/layanan/{id}/suara?masa=…&halaman=…`
pub(super) async fn show(
    visit: Visit,
    Path(id): Path<ServiceId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let round = asked.masa.ok_or(WebError::NoPage)?;
    let found = see_words(&visit.ctx, id, round, asked.halaman.unwrap_or(1)).await?;
    let service = format!("/survei/layanan/{id}");
    let mut page = visit.page("survey-words-title").under("/survei", "survey-title");
    page = page.under(format!("{service}?masa={round}"), "survey-result");
    let href = format!("{service}/suara?masa={round}&halaman=");
    let pages = Pages::new(href, found.said.page, found.said.total, found.said.per_page);
    Ok(page::show(&WordsView { page, found, pages }))
}
