//! *The office sees what the agency needs*, ranked, and how far a budget reaches.

use super::{level, rupiah, sample};
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    home::tasks::period_name,
    training::need::{Asked as Wanted, NeedPage, see},
};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    ids::UnitId,
    training::{
        Program,
        need::{Line, Need},
    },
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "training/need.html")]
struct NeedView {
    page: Page,
    found: NeedPage,
    form: Form,
}

impl NeedView {
    fn period(&self) -> Option<String> {
        let period = self.found.period.as_ref()?;
        Some(self.page.text(period_name(period.rhythm, period.number, period.year)))
    }

    fn name(&self, line: &Line) -> String {
        self.found.criteria.get(&line.criterion).cloned().unwrap_or_else(|| line.criterion.clone())
    }

    fn program(&self, line: &Line) -> Option<&Program> {
        self.found.programs.get(&line.program?)
    }

    fn worst(&self, line: &Line) -> String {
        level(&self.page, line.worst)
    }

    fn money(&self, amount: &i64) -> String {
        rupiah(&self.page, *amount)
    }

    fn level(&self, need: &Need) -> String {
        level(&self.page, need.level)
    }

    fn who(&self, need: &Need) -> (String, String) {
        self.found.people.get(&need.employee).cloned().unwrap_or_default()
    }

    fn units(&self) -> Vec<(String, String)> {
        self.found.units.iter().map(|unit| (unit.id.to_string(), unit.name.clone())).collect()
    }
}

/// What the link says.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    tahun: Option<String>,
    anggaran: Option<String>,
    unit: Option<String>,
}

/// `GET /pelatihan/kebutuhan`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let mut form = Form::of([
        ("tahun", asked.tahun.unwrap_or_default()),
        ("anggaran", asked.anggaran.unwrap_or_default()),
        ("unit", asked.unit.unwrap_or_default()),
    ]);
    let year = form.value("tahun").trim().parse::<i32>().ok();
    let (budget, unit) = (form.whole("anggaran"), form.id::<UnitId>("unit"));
    let found = see(&visit.ctx, Wanted { year, budget, unit }).await?;
    let status = form.status();
    Ok(render(&view(visit.page("training-need"), found, form), status))
}

fn view(page: Page, found: NeedPage, mut form: Form) -> NeedView {
    if form.value("tahun").is_empty() {
        form.set("tahun", found.asked.year.map(|year| year.to_string()).unwrap_or_default());
    }
    let page = page.under("/pelatihan", "training-title").with(&form);
    NeedView { page, found, form }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found) in sample::needs(gallery) {
        let view = view(gallery.page_at("/pelatihan/kebutuhan", "training-need"), found, Form::new());
        gallery.add("training/need", variant, &view);
    }
}
