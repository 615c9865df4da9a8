//! *The office sees how far units understand the appraisal*, beside how many objected; groups of five and more.

use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::orientation::understanding::{UnderstandingPage, understanding};
use askama::Template;
use axum::response::Response;
use domain::orientation::understanding::{SMALLEST, Shown};

#[derive(Template)]
#[template(path = "orientation/understanding.html")]
struct UnderstandingView {
    page: Page,
    found: UnderstandingPage,
    smallest: u64,
}

impl UnderstandingView {
    fn share(&self, share: impl std::borrow::Borrow<Option<i64>>) -> String {
        share.borrow().map_or_else(|| self.page.t("orientation-too-few"), |share| self.page.percent(share))
    }
}

/// `GET /pengenalan/pemahaman`
pub(super) async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = understanding(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("orientation-understanding"), found)))
}

fn view(page: Page, found: UnderstandingPage) -> UnderstandingView {
    UnderstandingView { page: page.under("/pengenalan", "nav-orientation"), found, smallest: SMALLEST }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let unit = |name: &str, people, few: bool| Shown {
        name: name.into(),
        people,
        tried: (!few).then_some(6_250),
        first: (!few).then_some(5_500),
        last: (!few).then_some(8_125),
        objected: (!few).then_some(250),
    };
    let found = UnderstandingPage {
        year: 2025,
        units: vec![unit("Bidang Informasi dan Komunikasi Publik", 16, false), unit("Subbagian Keuangan", 4, true)],
        total: unit("", 20, false),
    };
    let page = gallery.page_at("/pengenalan/pemahaman", "orientation-understanding");
    gallery.add("orientation/understanding", "", &view(page, found));
}
