//! *A member reports* under a result of the team; everybody of the team reads what was reported.

use super::{member::under, sample};
use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    workteam::report::{Report, Reports, report, reports},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::{WorkteamId, WorkteamResultId},
};

#[derive(Template)]
#[template(path = "workteam/report.html")]
struct ReportPage {
    page: Page,
    form: Form,
    link: String,
    draft: String,
    found: Reports,
    tone: Tone,
    /// Reports that can be corrected.
    earlier: Vec<(String, String)>,
}

fn draft_of(result: WorkteamResultId) -> String {
    format!("tim-laporan-{result}")
}

/// `GET /tim-kerja/{team}/hasil/{result}/laporan`
pub async fn show(
    visit: Visit,
    Path((id, result)): Path<(WorkteamId, WorkteamResultId)>,
) -> Result<Response, WebError> {
    let form = visit.draft(&draft_of(result)).await?.unwrap_or_default();
    answer(&visit, id, result, form).await
}

/// `POST /tim-kerja/{team}/hasil/{result}/laporan`
pub async fn send(
    visit: Visit,
    Path((id, result)): Path<(WorkteamId, WorkteamResultId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let (on, amount) = (form.required_date("on"), form.amount("amount"));
    let (did, proof, corrects) = (form.text("did"), form.text_up_to("proof", 1_000), form.id("corrects"));
    let outcome = match (form.check(), on) {
        (Ok(()), Some(on)) => report(&visit.ctx, id, result, Report { on, amount, did, proof, corrects }).await,
        (read, _) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(_) => {
            visit.drop_draft(&draft_of(result)).await;
            Ok(visit.done(&format!("/tim-kerja/{id}/hasil/{result}/laporan"), "workteam-reported"))
        }
        None => answer(&visit, id, result, form).await,
    }
}

async fn answer(visit: &Visit, id: WorkteamId, result: WorkteamResultId, form: Form) -> Result<Response, WebError> {
    let found = reports(&visit.ctx, id, result).await?;
    let status = form.status();
    Ok(render(&view(visit.page("workteam-report-title"), found, form), status))
}

fn view(page: Page, found: Reports, mut form: Form) -> ReportPage {
    form.set_default("on", page.today().to_string());
    let page = under(page, &found.team).with(&form);
    let earlier = found.entries.iter().filter(|(_, _, corrected)| !corrected).map(|(entry, by, _)| {
        let amount = entry.amount.map(|amount| format!(" · {}", page.amount(amount))).unwrap_or_default();
        (entry.id.to_string(), format!("{} · {by}{amount}", page.short_date(entry.on)))
    });
    ReportPage {
        earlier: earlier.collect(),
        link: format!("/tim-kerja/{}/hasil/{}/laporan", found.team.id, found.result.id),
        draft: draft_of(found.result.id),
        tone: found.reached.track.value.into(),
        found,
        page,
        form,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let mut wrong = Form::of([("on", "2026-07-08"), ("amount", "12"), ("did", "")]);
    wrong.fail("on", Text::new("workteam-entry-not-yet"));
    wrong.fail("did", Text::new("workteam-entry-needs-words"));
    for (variant, form, reports) in [("", Form::new(), true), ("salah", wrong, true), ("dibaca", Form::new(), false)] {
        let entries = if variant == "dibaca" { Vec::new() } else { sample::entries(gallery) };
        let result = sample::result(gallery);
        let plain: Vec<_> = entries.iter().map(|(entry, ..)| entry.clone()).collect();
        let team = sample::team(gallery);
        let reached = result.reached(&plain, &team, gallery.today());
        let found = Reports { team, result, reached, entries, reports };
        let view = view(gallery.page_at("/tim-kerja/1/hasil/1/laporan", "workteam-report-title"), found, form);
        gallery.add("workteam/report", variant, &view);
    }
}
