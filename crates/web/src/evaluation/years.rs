//! *Somebody looks at a person's years*: predikat and ratings of each, and the scheme's criteria from year to year.

use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    evaluation::see_years::{YearsPage, see_years},
    talent::career::Career,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    amount::Amount,
    decision::Text,
    evaluation::Predikat,
    ids::{EmployeeId, EvaluationId},
    scheme::years::Line,
    talent::eligibility::Check,
};

#[derive(Template)]
#[template(path = "evaluation/years.html")]
struct YearsView {
    page: Page,
    years: Vec<Year>,
    of_scheme: Vec<i32>,
    lines: Vec<Line>,
    career: Career,
    link: String,
}

/// One year.
struct Year {
    number: i32,
    id: EvaluationId,
    predikat: Option<Predikat>,
    hasil: Text,
    perilaku: Text,
}

impl YearsView {
    fn level(&self, level: Option<&i64>) -> String {
        level.map_or_else(|| "–".to_owned(), |n| self.page.amount(Amount(n * (Amount::SCALE / 100))))
    }

    fn steps(&self, check: &Check) -> Vec<String> {
        crate::talent::steps(&self.page, check)
    }

    fn levels(&self, line: &Line) -> Vec<String> {
        let written = |level: i64| self.page.amount(Amount(level * (Amount::SCALE / 100)));
        line.levels.iter().map(|level| level.map_or_else(|| "–".to_owned(), written)).collect()
    }
}

/// `GET /hasil/perjalanan`
pub async fn mine(visit: Visit) -> Result<Response, WebError> {
    let found = see_years(&visit.ctx, visit.ctx.me()).await?;
    let page = visit.page("evaluation-years-title").under("/hasil", "nav-result");
    Ok(page::show(&view(page, found, "/hasil/perjalanan".to_owned())))
}

/// `GET /pegawai/{id}/perjalanan`
pub async fn of(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    let found = see_years(&visit.ctx, id).await?;
    let title = Text::new("evaluation-years-of").with("name", found.owner.name.as_str());
    let page = visit.page(title).under("/tim", "nav-team");
    Ok(page::show(&view(page, found, format!("/pegawai/{id}/perjalanan"))))
}

fn view(page: Page, found: YearsPage, link: String) -> YearsView {
    let year = |row: &actions::evaluation::see::Row| Year {
        number: row.period.year,
        id: row.evaluation.id,
        predikat: row.evaluation.predikat,
        hasil: row.evaluation.hasil.label(),
        perilaku: row.evaluation.perilaku.label(),
    };
    YearsView {
        years: found.years.iter().map(year).collect(),
        of_scheme: found.of_scheme,
        lines: found.lines,
        career: found.career,
        link,
        page,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    use domain::{assessment::Rating, scheme::years::Direction};
    let page = || gallery.page_at("/hasil/perjalanan", "evaluation-years-title").under("/hasil", "nav-result");
    let year = |number, predikat, hasil: Rating| Year {
        number,
        id: gallery.id(),
        predikat: Some(predikat),
        hasil: hasil.label(),
        perilaku: Rating::Sesuai.label(),
    };
    let line = |name: &str, levels: [Option<i64>; 2], direction| Line {
        name: name.to_owned(),
        levels: levels.to_vec(),
        direction,
    };
    let full = YearsView {
        years: vec![year(2024, Predikat::Baik, Rating::Sesuai), year(2025, Predikat::ButuhPerbaikan, Rating::Dibawah)],
        of_scheme: vec![2024, 2025],
        lines: vec![
            line("Disiplin", [Some(300), Some(350)], Some(Direction::Rises)),
            line("Kontribusi bagi tim", [Some(400), Some(325)], Some(Direction::Falls)),
            line("Komunikasi", [None, Some(300)], None),
        ],
        career: crate::talent::sample::career(gallery, true),
        link: "/hasil/perjalanan".into(),
        page: page(),
    };
    let empty = YearsView {
        years: Vec::new(),
        of_scheme: Vec::new(),
        lines: Vec::new(),
        career: crate::talent::sample::career(gallery, false),
        link: "/pegawai/1/perjalanan".into(),
        page: page(),
    };
    gallery.add("evaluation/years", "", &full);
    gallery.add("evaluation/years", "kosong", &empty);
}
