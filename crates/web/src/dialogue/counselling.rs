//! *The personnel office sees that konseling takes place*: with whom and when, not what is said.

use super::see::sample;
use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::dialogue::see_counselling::{Row, see_counselling};
use askama::Template;
use axum::response::Response;
use domain::dialogue::{Kind, State};

#[derive(Template)]
#[template(path = "dialogue/counselling.html")]
struct CounsellingPage {
    page: Page,
    rows: Vec<Row>,
}

/// `GET /konseling`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let rows = see_counselling(&visit.ctx).await?;
    Ok(page::show(&CounsellingPage { page: visit.page("dialogue-counselling-title"), rows }))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let row = |state, counsellor: &str| Row {
        talk: sample::talk(gallery, Kind::Konseling, state),
        employee: sample::EMPLOYEE.into(),
        counsellor: counsellor.into(),
    };
    let page = || gallery.page_at("/konseling", "dialogue-counselling-title");
    let rows = vec![row(State::Menunggu, ""), row(State::Selesai, "Dra. Lestari Handayani, M.Psi.")];
    let full = CounsellingPage { page: page(), rows };
    let empty = CounsellingPage { page: page(), rows: Vec::new() };
    gallery.add("dialogue/counselling", "", &full);
    gallery.add("dialogue/counselling", "kosong", &empty);
}
