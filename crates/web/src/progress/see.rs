//! *Somebody reads a plan's progress*: its indicators with their status.

use super::line::{Line, lines, sample};
use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{home::running, progress::see::see};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::ids::SkpId;

#[derive(Template)]
#[template(path = "progress/see.html")]
struct ProgressView {
    page: Page,
    owner: String,
    year: i32,
    link: String,
    lines: Vec<Line>,
    may_report: bool,
}

/// `GET /laporan`: one's running plan.
pub async fn mine(visit: Visit) -> Result<Response, WebError> {
    Ok(match running(&visit.ctx).await? {
        Some(skp) if skp.version > 0 => visit.to(&format!("/skp/{}/laporan", skp.id)),
        _ => visit.warn("/skp", "progress-plan-not-set"),
    }
    .into_response())
}

/// `GET /skp/{skp}/laporan`
pub async fn show(visit: Visit, Path(skp): Path<SkpId>) -> Result<Response, WebError> {
    let found = see(&visit.ctx, skp).await?;
    let link = format!("/skp/{skp}");
    Ok(page::show(&ProgressView {
        page: visit.page("progress-title").under(link.clone(), "nav-plan"),
        owner: found.owner,
        year: found.skp.year,
        link,
        lines: lines(found.standings),
        may_report: found.may_report,
    }))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let view = ProgressView {
        page: gallery.page_at("/laporan", "progress-title").under("/skp", "nav-plan"),
        owner: "Ratna Dewi Lestari, S.Kom.".into(),
        year: 2026,
        link: "/skp".into(),
        lines: lines(sample(gallery)),
        may_report: true,
    };
    gallery.add("progress/see", "", &view);
}
