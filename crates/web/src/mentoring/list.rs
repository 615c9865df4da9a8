//! *Somebody sees their cases*; the offices see all of them.

use super::sample;
use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::mentoring::mine::{Mine, Row, mine};
use askama::Template;
use axum::response::Response;
use domain::mentoring::State;

#[derive(Template)]
#[template(path = "mentoring/list.html")]
struct ListPage {
    page: Page,
    found: Mine,
}

/// `GET /pendampingan`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = mine(&visit.ctx).await?;
    Ok(page::show(&ListPage { page: visit.page("mentoring-title"), found }))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let row = |state, mentor: Option<&str>| Row {
        case: sample::case(gallery),
        state,
        name: sample::EMPLOYEE.into(),
        mentor: mentor.map(str::to_owned),
    };
    let full = Mine {
        rows: vec![row(State::Berjalan, Some(sample::MENTOR)), row(State::Didengar, None), row(State::Selesai, None)],
        all: true,
        team: vec![(gallery.id(), sample::EMPLOYEE.into())],
        opens: true,
    };
    let empty = Mine { rows: Vec::new(), all: false, team: Vec::new(), opens: false };
    for (variant, found) in [("", full), ("kosong", empty)] {
        let page = gallery.page_at("/pendampingan", "mentoring-title");
        gallery.add("mentoring/list", variant, &ListPage { page, found });
    }
}
