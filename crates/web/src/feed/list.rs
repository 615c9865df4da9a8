//! *Somebody sees every source they have to do with*: when it last got rows, whether it is silent, what to do with it.

use crate::{
    error::WebError,
    page::{self, Page},
    session::Visit,
};
use actions::feed::see::{FeedsPage, see_all};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "feed/list.html")]
pub(super) struct ListPage {
    pub(super) page: Page,
    pub(super) found: FeedsPage,
}

/// `GET /sumber-data`
pub(super) async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = see_all(&visit.ctx).await?;
    Ok(page::show(&ListPage { page: visit.page("feed-title"), found }))
}
