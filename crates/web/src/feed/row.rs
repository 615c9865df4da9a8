//! *Somebody sees one row with everything that was there before it*; whoever keeps the source corrects it.

use super::says;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::feed::{
    correct::{self, Correction},
    see_rows::{RowPage, see_row},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{feed::Row, ids::FeedRowId};

#[derive(Template)]
#[template(path = "feed/row.html")]
pub(super) struct RowView {
    pub(super) page: Page,
    pub(super) found: RowPage,
    pub(super) form: Form,
    pub(super) id: FeedRowId,
}

impl RowView {
    fn says(&self, row: &Row) -> String {
        match row.draft.fact {
            domain::feed::Fact::Request { answered: Some(at), .. } => {
                self.page.say("feed-says-answered-at").with("at", at).to_string()
            }
            _ => says(&self.page, row, None),
        }
    }

    fn may_miss(&self, column: &str) -> bool {
        !self.found.fed.source.kind.columns().0.contains(&column)
    }

    fn action(&self) -> String {
        format!("/sumber-data/baris/{}", self.id)
    }

    fn holds(&self, row: &Row) -> bool {
        row.replaced_at.is_none()
    }
}

/// `GET /sumber-data/baris/{row}`
pub(super) async fn show(visit: Visit, Path(id): Path<FeedRowId>) -> Result<Response, WebError> {
    let found = see_row(&visit.ctx, id).await?;
    let form = Form::of(found.cells.iter().map(|(name, value)| (*name, value.clone())));
    Ok(answer(&visit, found, form))
}

/// `POST /sumber-data/baris/{row}`
pub(super) async fn correct(visit: Visit, Path(id): Path<FeedRowId>, mut form: Form) -> Result<Response, WebError> {
    let found = see_row(&visit.ctx, id).await?;
    let cells = found.cells.iter().map(|(name, _)| ((*name).to_owned(), form.text_up_to(name, 200))).collect();
    let correction = Correction { cells, reason: form.text_up_to("reason", 500), void: form.flag("void") };
    let outcome = match form.check() {
        Ok(()) => correct::correct(&visit.ctx, id, correction).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/sumber-data/baris/{id}"), "feed-corrected")),
        None => Ok(answer(&visit, found, form)),
    }
}

fn answer(visit: &Visit, found: RowPage, form: Form) -> Response {
    let source = &found.fed.source;
    let page = visit.page("feed-row").under("/sumber-data", "feed-title");
    let page = page.under(format!("/sumber-data/{}/baris", source.id), "feed-rows").with(&form);
    let (status, id) = (form.status(), found.history.last().map_or(FeedRowId(uuid::Uuid::nil()), |row| row.id));
    render(&RowView { page, found, form, id }, status)
}
