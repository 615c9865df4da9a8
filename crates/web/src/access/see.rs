//! *An employee sees who opened or changed their file.*

use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::access::see::{AccessPage, Change, Opener, Someone, export as take, see};
use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::{
    access::{As, KEPT_DAYS, Kind, Opening},
    decision::Text,
    ids::EmployeeId,
};
use http::header;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "access/see.html")]
struct AccessView {
    page: Page,
    found: AccessPage,
    years: u64,
}

impl AccessView {
    /// What was done, in words.
    fn did(&self, change: &Change) -> Text {
        Text::new(match change.action.split('.').next().unwrap_or_default() {
            "plan" => "access-did-plan",
            "assessment" => "access-did-assessment",
            "scheme" => "access-did-criteria",
            "evaluation" => "access-did-result",
            "feedback" => "access-did-feedback",
            "objection" => "access-did-objection",
            "people" => "access-did-people",
            _ => "access-did-file",
        })
    }
}

/// `GET /akses-berkas`
pub(super) async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = see(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("access-title"), found)))
}

/// `GET /akses-berkas/ekspor.json`
pub(super) async fn export(visit: Visit) -> Result<Response, WebError> {
    let bytes = take(&visit.ctx).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"akses-berkas.json\""),
    ];
    Ok((headers, bytes).into_response())
}

fn view(page: Page, found: AccessPage) -> AccessView {
    AccessView { page, found, years: KEPT_DAYS / 365 }
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    let who = |name: &str, post: &str| Someone { name: name.into(), post: post.into() };
    let opening = |kind, as_, times| Opening {
        owner: EmployeeId(Uuid::from_u128(200)),
        reader: EmployeeId(Uuid::from_u128(201)),
        kind,
        day: gallery.today(),
        as_,
        times,
        last_at: gallery.now(),
    };
    let boss = who("Sari Utami, S.Sos., M.Si.", "Kepala Bidang · Bidang Informasi dan Komunikasi Publik");
    let office = who("Wiryo Atmojo, S.E.", "Analis SDM · Badan Kepegawaian");
    let full = AccessPage {
        since: gallery.today(),
        openings: vec![
            Opener { who: boss.clone(), opening: opening(Kind::Assessment, As::Rater, 3) },
            Opener { who: office, opening: opening(Kind::Data, As::Office, 1) },
        ],
        changes: vec![Change { who: boss, at: gallery.now(), action: "assessment.rate".into() }],
    };
    let empty = AccessPage { since: gallery.today(), openings: Vec::new(), changes: Vec::new() };
    for (variant, found) in [("", full), ("kosong", empty)] {
        let page = gallery.page_at("/akses-berkas", "access-title");
        gallery.add("access/see", variant, &view(page, found));
    }
}
