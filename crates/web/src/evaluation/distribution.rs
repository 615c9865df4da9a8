//! *A leader sees how predicates are spread* among those they rate, beside what the regulation expects of a unit with
//! this achievement. Guidance, never a quota: nobody is re-graded by it.

use super::why::Step;
use crate::{
    error::WebError,
    form::Form,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
    words::Markup,
};
use actions::{evaluation::see_distribution, home::tasks::period_name};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use domain::{
    decision::{Reason, Text},
    evaluation::{Capaian, Predikat},
    ids::PeriodId,
};
use std::fmt::Write as _;

#[derive(Template)]
#[template(path = "evaluation/distribution.html")]
struct DistributionView {
    page: Page,
    period: Text,
    capaian: Option<Capaian>,
    basis: String,
    total: u32,
    missing: usize,
    rows: Vec<Row>,
    drawing: Markup,
    warnings: Vec<Step>,
    form: Form,
    place: String,
    /// When the reader wrote of it.
    explained: Option<DateTime<Utc>>,
}

/// One predicate.
struct Row {
    predikat: Predikat,
    n: u32,
    /// Most people are expected here.
    peak: bool,
}

/// `GET /distribusi/{period}`
pub async fn show(visit: Visit, Path(period): Path<PeriodId>) -> Result<Response, WebError> {
    answer(&visit, period, None).await
}

/// `POST /distribusi/{period}`
pub async fn explain(visit: Visit, Path(period): Path<PeriodId>, mut form: Form) -> Result<Response, WebError> {
    let says = form.required("says");
    let outcome = match form.check() {
        Ok(()) => see_distribution::explain(&visit.ctx, period, says).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/distribusi/{period}"), "evaluation-distribution-explained")),
        None => answer(&visit, period, Some(form)).await,
    }
}

async fn answer(visit: &Visit, id: PeriodId, typed: Option<Form>) -> Result<Response, WebError> {
    let found = see_distribution::see_distribution(&visit.ctx, id).await?;
    let policy = visit.ctx.policy(found.period.last_day())?;
    let capaian = found.achievement.as_ref().map(|a| a.capaian);
    let curve = capaian.and_then(|capaian| policy.curves.value.0.get(&capaian)).copied();
    let period = period_name(found.period.rhythm, found.period.number, found.period.year);
    let basis = found.achievement.map(|a| a.basis).unwrap_or_default();
    let said = found.note.as_ref().map_or("", |note| note.says.as_str());
    let form = typed.unwrap_or_else(|| Form::of([("says", said)]));
    let status = form.status();
    let page = visit.page("evaluation-distribution-title").under("/tim", "nav-team").with(&form);
    let shown = view(
        page,
        period,
        (capaian, basis),
        found.missing,
        found.distribution.counts,
        curve,
        &found.distribution.warnings,
    );
    let explained = found.note.map(|note| note.at);
    Ok(page::render(&DistributionView { form, place: format!("/distribusi/{id}"), explained, ..shown }, status))
}

fn view(
    page: Page,
    period: Text,
    (capaian, basis): (Option<Capaian>, String),
    missing: usize,
    counts: [u32; 5],
    curve: Option<[u32; 5]>,
    warnings: &[Reason],
) -> DistributionView {
    let peak = capaian.map(Capaian::peak);
    let rows = Predikat::ALL.into_iter().zip(counts);
    DistributionView {
        period,
        capaian,
        basis,
        missing,
        total: counts.iter().sum(),
        rows: rows.map(|(predikat, n)| Row { predikat, n, peak: peak == Some(predikat) }).collect(),
        drawing: drawing(&page, counts, curve),
        warnings: warnings.iter().map(|reason| Step::of(&page, reason)).collect(),
        form: Form::new(),
        place: String::new(),
        explained: None,
        page,
    }
}

// Drawn for a phone and enlarged from there, so that the words stay readable.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 190.0;
const TOP: f64 = 24.0;
const FLOOR: f64 = 148.0;

/// Columns for people, a dashed line for the shape the regulation draws; heights of both fill the picture, because the
/// regulation gives a shape and no percentages.
fn drawing(page: &Page, counts: [u32; 5], curve: Option<[u32; 5]>) -> Markup {
    let step = WIDTH / 5.0;
    let height = |value: u32, most: u32| f64::from(value) / f64::from(most.max(1)) * (FLOOR - TOP);
    let most = counts.iter().copied().max().unwrap_or(0);
    let mut svg = String::new();
    // Writing into a String does not fail.
    for (i, (predikat, n)) in Predikat::ALL.into_iter().zip(counts).enumerate() {
        let middle = step.mul_add(i as f64, step / 2.0);
        let tall = height(n, most);
        let (x, y) = (middle - 20.0, FLOOR - tall);
        let _ = write!(
            svg,
            r#"<rect class="chart-column" x="{x:.1}" y="{y:.1}" width="40" height="{tall:.1}" rx="2"/><text class="chart-value" x="{middle:.1}" y="{:.1}">{n}</text>"#,
            y - 6.0
        );
        // The words of a predicate below each other; what stands in brackets is in the table.
        let label = page.text(predikat.label()).replace('&', "&amp;").replace('<', "&lt;");
        for (line, word) in label.split(" (").next().unwrap_or_default().split(' ').enumerate() {
            let y = 16.0_f64.mul_add(line as f64, FLOOR + 18.0);
            let _ = write!(svg, r#"<text class="chart-label" x="{middle:.1}" y="{y:.1}">{word}</text>"#);
        }
    }
    if let Some(curve) = curve {
        let highest = curve.iter().copied().max().unwrap_or(1);
        let points: Vec<String> = curve
            .iter()
            .enumerate()
            .map(|(i, h)| format!("{:.1},{:.1}", step.mul_add(i as f64, step / 2.0), FLOOR - height(*h, highest)))
            .collect();
        let _ = write!(svg, r#"<polyline class="chart-target" fill="none" points="{}"/>"#, points.join(" "));
    }
    Markup(format!(
        r#"<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"><line class="chart-floor" x1="0" x2="{WIDTH}" y1="{FLOOR}" y2="{FLOOR}"/>{svg}</svg>"#
    ))
}

pub(super) fn samples(gallery: &mut Gallery) {
    use domain::{
        decision::{Certainty, Citation},
        evaluation::Rhythm,
    };
    let page = || gallery.page_at("/tim", "evaluation-distribution-title").under("/tim", "nav-team");
    let period = || period_name(Rhythm::Triwulanan, 2, 2026);
    let cite = Citation {
        policy: "permenpanrb-6-2022".into(),
        article: "Ps 24(1), 25(1); Bab IV.B.2".into(),
        certainty: Certainty::Text,
    };
    let says = Text::new("evaluation-distribution-not-largest").with("predikat", Predikat::Baik.label());
    let warning = Reason::new(says).cited(cite.clone());
    let unknown = Reason::new(Text::new("evaluation-distribution-capaian-unknown")).cited(cite);
    let basis = || "Laporan kinerja triwulan II, nilai capaian indikator utama 91,4".to_owned();
    let curve = Some([30, 90, 240, 600, 200]);
    let views = [
        ("", view(page(), period(), (Some(Capaian::Baik), basis()), 3, [0, 1, 2, 4, 5], curve, &[warning])),
        ("tanpa-capaian", view(page(), period(), (None, String::new()), 0, [0, 0, 1, 6, 2], None, &[unknown])),
        ("kosong", view(page(), period(), (Some(Capaian::Baik), basis()), 12, [0; 5], curve, &[])),
    ];
    for (variant, view) in views {
        gallery.add("evaluation/distribution", variant, &view);
    }
}
