//! *Somebody sees their teams*, and as rater what waits for their word; who oversees the agency sees all of them.

use super::sample;
use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    people::export::Format,
    workteam::mine::{Mine, Row, Waiting, export as take, mine},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    evaluation::Predikat,
    workteam::{Part, Standing, State},
};
use http::header;

#[derive(Template)]
#[template(path = "workteam/list.html")]
struct ListPage {
    page: Page,
    found: Mine,
}

impl ListPage {
    fn tone(&self, standing: &Standing) -> Tone {
        super::tone_of(standing)
    }
}

/// `GET /tim-kerja`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = mine(&visit.ctx).await?;
    Ok(page::show(&ListPage { page: visit.page("workteam-title"), found }))
}

/// `GET /tim-kerja/ekspor/tim.csv`
pub async fn export(visit: Visit, Path(file): Path<String>) -> Result<Response, WebError> {
    let (what, ending) = file.split_once('.').ok_or(WebError::NoPage)?;
    let format = Format::from_ending(ending).filter(|_| what == "tim").ok_or(WebError::NoPage)?;
    let bytes = take(&visit.ctx, format).await?;
    let day = visit.ctx.today().format("%Y%m%d");
    let name = format!("attachment; filename=\"tim-kerja-{day}.{}\"", format.ending());
    let headers = [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

pub(super) fn samples(gallery: &mut Gallery) {
    let row = |gallery: &Gallery, own, state, predikat| Row {
        team: sample::team(gallery),
        state,
        unit: Some("Dinas Komunikasi dan Informatika".into()),
        leader: Some(sample::LEADER.into()),
        people: 4,
        own,
        predikat,
    };
    let waits = Waiting {
        link: "/tim-kerja/1/anggota/2".into(),
        name: sample::MEMBER.into(),
        team: sample::NAME.into(),
        part: Part::Anggota,
        share: Some(30),
        from: gallery.today(),
    };
    let bare = Row { unit: None, leader: None, people: 0, ..row(gallery, None, State::Direncanakan, None) };
    let full = Mine {
        rows: vec![
            row(gallery, Some((Part::Anggota, Standing::Disetujui, Some(30))), State::Berjalan, Some(Predikat::Baik)),
            bare,
        ],
        waiting: vec![waits],
        all: true,
        creates: true,
    };
    let empty = Mine { rows: Vec::new(), waiting: Vec::new(), all: false, creates: false };
    for (variant, found) in [("", full), ("kosong", empty)] {
        let page = gallery.page_at("/tim-kerja", "workteam-title");
        gallery.add("workteam/list", variant, &ListPage { page, found });
    }
}
