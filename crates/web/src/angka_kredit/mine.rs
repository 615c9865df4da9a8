//! *Somebody sees what their results are worth in angka kredit*, and how far it is.

use crate::{
    error::WebError,
    evaluation::why::Step,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    angka_kredit::see::{AngkaKreditPage, Converted, mine},
    home::tasks::period_name,
};
use askama::Template;
use axum::response::Response;
use domain::{decision::Text, evaluation::Rhythm};

#[derive(Template)]
#[template(path = "angka_kredit/mine.html")]
struct MineView {
    page: Page,
    jenjang: Option<Text>,
    years: Vec<Line>,
    periods: Vec<Line>,
    standing: Option<Step>,
}

struct Line {
    link: String,
    period: Text,
    predikat: Text,
    months: u32,
    percent: String,
    coefficient: String,
    value: String,
}

impl Line {
    fn of(one: &Converted) -> Self {
        let period = &one.period;
        Self {
            link: format!("/hasil/{}/angka-kredit", one.evaluation),
            period: period_name(period.rhythm, period.number, period.year),
            predikat: one.predikat.label(),
            months: one.months,
            percent: one.parts.percent.to_string(),
            coefficient: one.parts.coefficient.to_string(),
            value: one.value.value.to_string(),
        }
    }
}

/// `GET /angka-kredit`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = mine(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("ak-title"), &found)))
}

fn view(page: Page, found: &AngkaKreditPage) -> MineView {
    MineView {
        jenjang: found.jenjang.map(domain::people::Jenjang::label),
        years: found.years.iter().map(Line::of).collect(),
        periods: found.periods.iter().map(Line::of).collect(),
        standing: found.standing.as_ref().map(|standing| Step::of(&page, &standing.because)),
        page,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let line = |rhythm, number, year, months, value: &str| Line {
        link: "/hasil/1/angka-kredit".into(),
        period: period_name(rhythm, number, year),
        predikat: domain::evaluation::Predikat::Baik.label(),
        months,
        percent: "100".into(),
        coefficient: "25".into(),
        value: value.into(),
    };
    let step = |says: &str, steps| Step { says: says.into(), cite: None, certainty: None, steps };
    let full = MineView {
        page: gallery.page_at("/angka-kredit", "ak-title"),
        jenjang: Some(domain::people::Jenjang::AhliMuda.label()),
        years: vec![line(Rhythm::Tahunan, 1, 2025, 12, "25"), line(Rhythm::Tahunan, 1, 2024, 7, "14,583")],
        periods: vec![line(Rhythm::Triwulanan, 1, 2026, 3, "6,25")],
        standing: Some(step(
            "Angka kredit seluruhnya 39,583 sebagai Ahli muda.",
            vec![step("Untuk pangkat berikutnya dibutuhkan 100; kurang 60,417.", vec![])],
        )),
    };
    let none = MineView {
        page: gallery.page_at("/angka-kredit", "ak-title"),
        jenjang: None,
        years: Vec::new(),
        periods: Vec::new(),
        standing: None,
    };
    gallery.add("angka_kredit/mine", "", &full);
    gallery.add("angka_kredit/mine", "bukan-jf", &none);
}
