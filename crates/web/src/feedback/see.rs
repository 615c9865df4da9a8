//! *Somebody sees how they develop*: their results over the years, the feedback they were given and what they answered.

use crate::{
    assessment::mine::ResultRow,
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    evaluation::see,
    feedback::see_during::{Said, mine},
    home::tasks::period_name,
};
use askama::Template;
use axum::response::Response;
use domain::{decision::Text, feedback::Feedback};

#[derive(Template)]
#[template(path = "feedback/see.html")]
struct DevelopmentPage {
    page: Page,
    results: Vec<ResultRow>,
    feedback: Vec<Received>,
    /// The latest of the year.
    said: Vec<Said>,
}

/// Feedback with what it was about.
struct Received {
    period: Text,
    writer: String,
    said: Feedback,
}

/// Remarks of the year shown here; the others stand at `/umpan-balik`.
const LATEST: usize = 3;

/// `GET /perkembangan`, also `GET /hasil`.
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let rows = see::of(&visit.ctx, visit.ctx.me()).await?;
    let mut feedback = Vec::new();
    for row in &rows {
        let result = see::see(&visit.ctx, row.evaluation.id).await?;
        if let Some(said) = result.feedback {
            let period = period_name(row.period.rhythm, row.period.number, row.period.year);
            feedback.push(Received { period, writer: result.evaluator.employee.name, said });
        }
    }
    let results = rows.iter().map(|row| ResultRow::new(&row.evaluation, &row.period)).collect();
    let mut said = mine(&visit.ctx).await?.received;
    said.truncate(LATEST);
    Ok(page::show(&DevelopmentPage { page: visit.page("feedback-title"), results, feedback, said }))
}

pub(super) fn samples(gallery: &mut Gallery) {
    use super::section::sample;
    use crate::assessment::line::sample::{RATER, period};
    use domain::evaluation::{Predikat, Rhythm};
    let row = |rhythm, number, predikat| {
        let period = period(rhythm, number);
        ResultRow {
            id: gallery.id(),
            period: period_name(period.rhythm, period.number, period.year),
            predikat,
            dates: period.dates,
            acknowledged: number != 2,
        }
    };
    let received = |number, answered| Received {
        period: period_name(Rhythm::Triwulanan, number, 2026),
        writer: RATER.into(),
        said: sample::feedback(gallery.now(), answered),
    };
    let page = || gallery.page_at("/hasil", "feedback-title");
    let full = DevelopmentPage {
        page: page(),
        results: vec![row(Rhythm::Triwulanan, 2, Some(Predikat::Baik)), row(Rhythm::Semesteran, 1, None)],
        feedback: vec![received(2, false), received(1, true)],
        said: vec![super::during::sample::said(
            gallery.now(),
            1,
            domain::feedback::during::Source::Setingkat,
            domain::plan::Line::Whole,
        )],
    };
    let empty = DevelopmentPage { page: page(), results: Vec::new(), feedback: Vec::new(), said: Vec::new() };
    gallery.add("feedback/see", "", &full);
    gallery.add("feedback/see", "kosong", &empty);
}
