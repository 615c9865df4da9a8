//! *Who is missing in a unit*, by name, with a link to each; page by page, by step.

use super::cycle::{Asked, query};
use crate::{
    error::WebError,
    layout::Pages,
    page::{Page, show as answer_with},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Missing, PageOf,
    evaluation::see_cycle::{MissingPage, see_missing},
    home::tasks::period_name,
};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{evaluation::cycle::Step, ids::UnitId};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "evaluation/cycle_missing.html")]
struct MissingView {
    page: Page,
    year: i32,
    found: MissingPage,
    step: Option<Step>,
    pages: Pages,
}

impl MissingView {
    fn period(&self) -> String {
        let name = |p: &domain::evaluation::Period| period_name(p.rhythm, p.number, p.year);
        self.found.period.as_ref().map_or_else(|| self.year.to_string(), |p| self.page.text(name(p)))
    }

    fn unit(&self) -> Option<UnitId> {
        self.found.path.last().map(|unit| unit.id)
    }

    fn here(&self) -> String {
        query(self.year, self.found.period.as_ref().map(|period| period.id), self.unit())
    }

    /// The same with the step.
    fn shown(&self) -> String {
        let step = self.step.map(|step| format!("&langkah={}", step.code())).unwrap_or_default();
        format!("{}{step}", self.here())
    }

    /// Steps with people at them: code, name, how many, whether shown.
    fn steps(&self) -> Vec<(&'static str, String, usize, bool)> {
        let open = self.found.steps.iter().filter(|(step, _)| *step != Step::Done);
        open.map(|(step, people)| (step.code(), self.name(step), *people, self.step == Some(*step))).collect()
    }

    fn name(&self, step: &Step) -> String {
        self.page.label("cycle-step", step.code())
    }

    /// Where to see what is missing.
    fn link(&self, one: &Missing) -> String {
        match (one.skp, self.found.period.as_ref()) {
            (Some(skp), _) => format!("/skp/{skp}"),
            (None, _) => format!("/pegawai/{}", one.employee),
        }
    }
}

/// What the link says.
#[derive(Deserialize)]
pub struct Which {
    langkah: Option<String>,
    halaman: Option<u32>,
}

/// `GET /siklus/belum`
pub async fn show(visit: Visit, Query(asked): Query<Asked>, Query(which): Query<Which>) -> Result<Response, WebError> {
    let asked = asked.of(&visit);
    let step = which.langkah.as_deref().and_then(Step::from_code);
    let page_of = PageOf { page: which.halaman.unwrap_or(1), ..PageOf::default() };
    let found = see_missing(&visit.ctx, asked, step, page_of).await?;
    let at = query(asked.year, found.period.as_ref().map(|period| period.id), found.path.last().map(|unit| unit.id));
    let page = visit.page("cycle-missing-title").under(format!("/siklus?{at}"), "cycle-title");
    let href = match step {
        Some(step) => format!("/siklus/belum?{at}&langkah={}&halaman=", step.code()),
        None => format!("/siklus/belum?{at}&halaman="),
    };
    let pages = Pages::new(href, found.people.page, found.people.total, found.people.per_page);
    Ok(answer_with(&MissingView { page, year: asked.year, found, step, pages }))
}

pub(super) fn samples(gallery: &mut Gallery) {
    use actions::Page as Listed;
    let one = |name: &str, step| Missing {
        employee: gallery.id(),
        nip: "199403122019032008".into(),
        name: name.into(),
        unit: "Bidang Layanan Informasi Publik".into(),
        skp: Some(gallery.id()),
        rater: gallery.id(),
        rater_name: "Sari Wulandari, S.I.Kom.".into(),
        step,
    };
    let rows = vec![one("Ratna Dewi Lestari, S.Kom.", Step::Own), one("Budi Santoso", Step::Rate)];
    for (variant, rows) in [("", rows), ("lengkap", Vec::new())] {
        let total = rows.len() as u64 * 60;
        let steps = if rows.is_empty() { Vec::new() } else { vec![(Step::Own, 81), (Step::Rate, 39)] };
        let people = Listed { rows, total, page: 1, per_page: 50 };
        let view = MissingView {
            page: gallery.page_at("/siklus/belum", "cycle-missing-title").under("/siklus", "cycle-title"),
            year: 2026,
            step: None,
            pages: Pages::new("/siklus/belum?halaman=", 1, total, 50),
            found: MissingPage { period: None, path: Vec::new(), steps, people },
        };
        gallery.add("evaluation/cycle_missing", variant, &view);
    }
}
