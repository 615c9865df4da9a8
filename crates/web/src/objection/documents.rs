//! *The personnel office sees which documents are late*, whose, since when, by which article; and which objections wait.

use crate::{
    error::WebError,
    evaluation::see::DueLine,
    layout::Pages,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    home::tasks::period_name,
    objection::see_documents::{DocumentsPage, Late, Open, see_documents},
};
use askama::Template;
use axum::{extract::Query, response::Response};
use chrono::Datelike;
use domain::{
    evaluation::{Period, document::Duty},
    ids::PeriodId,
};
use serde::Deserialize;

/// Late steps on a page.
const PER_PAGE: u32 = 50;

#[derive(Template)]
#[template(path = "objection/documents.html")]
struct DocumentsView {
    page: Page,
    found: DocumentsPage,
    pages: Pages,
}

impl DocumentsView {
    fn name(&self, period: &Period) -> String {
        self.page.text(period_name(period.rhythm, period.number, period.year))
    }

    fn is_chosen(&self, period: &Period) -> bool {
        self.found.chosen.as_ref().is_some_and(|chosen| chosen.id == period.id)
    }

    fn shown(&self) -> impl Iterator<Item = &Late> {
        self.found.late.iter().skip(((self.pages.number - 1) * PER_PAGE) as usize).take(PER_PAGE as usize)
    }

    fn line(&self, late: &Late) -> DueLine {
        DueLine::of(&late.due, &self.page)
    }

    fn what(&self, duty: &Duty) -> String {
        self.page.t(DueLine::what(*duty))
    }

    fn is_late(&self, open: &Open) -> bool {
        open.due < self.page.today()
    }
}

/// What the link says.
#[derive(Deserialize)]
pub struct Asked {
    tahun: Option<i32>,
    periode: Option<PeriodId>,
    halaman: Option<u32>,
}

/// `GET /dokumen-evaluasi`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let year = asked.tahun.unwrap_or_else(|| visit.words.today().year());
    let found = see_documents(&visit.ctx, year, asked.periode).await?;
    Ok(page::show(&view(visit.page("objection-documents"), found, asked.halaman.unwrap_or(1))))
}

fn view(page: Page, found: DocumentsPage, number: u32) -> DocumentsView {
    let period = found.chosen.as_ref().map(|period| period.id.to_string()).unwrap_or_default();
    let href = format!("/dokumen-evaluasi?tahun={}&periode={period}&halaman=", found.year);
    let total = found.late.len() as u64;
    let last = Pages::new("", 1, total, PER_PAGE).last;
    DocumentsView { pages: Pages::new(href, number.clamp(1, last), total, PER_PAGE), found, page }
}

pub(super) fn samples(gallery: &mut Gallery) {
    use crate::assessment::line::sample::{OWNER, period};
    use chrono::Days;
    use domain::{
        evaluation::{Rhythm, document::Due},
        objection::State,
        policy::permenpanrb,
    };
    let today = gallery.today();
    let late = |duty, days: u64, evaluation| Late {
        name: OWNER.into(),
        unit: "Bidang Informasi dan Komunikasi Publik".into(),
        evaluation,
        due: Due { duty, by: Some(today - Days::new(days)), done: None, cite: permenpanrb("Bab V.A") },
        days: days as i64,
    };
    let page = || gallery.page_at("/dokumen-evaluasi", "objection-documents");
    let found = DocumentsPage {
        year: 2026,
        periods: vec![period(Rhythm::Triwulanan, 1), period(Rhythm::Triwulanan, 2)],
        chosen: Some(period(Rhythm::Triwulanan, 2)),
        documents: 118,
        late: vec![late(Duty::Sign, 12, None), late(Duty::Acknowledge, 3, Some(gallery.id()))],
        counts: vec![(Duty::Sign, 1), (Duty::Acknowledge, 1)],
        open: vec![Open { id: gallery.id(), name: OWNER.into(), state: State::Diperiksa, due: today + Days::new(4) }],
    };
    let empty = DocumentsPage {
        year: 2027,
        periods: Vec::new(),
        chosen: None,
        documents: 0,
        late: Vec::new(),
        counts: Vec::new(),
        open: Vec::new(),
    };
    let (full, empty) = (view(page(), found, 1), view(page(), empty, 1));
    gallery.add("objection/documents", "", &full);
    gallery.add("objection/documents", "kosong", &empty);
}
