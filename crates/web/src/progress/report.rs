//! *An employee reports progress* in under a minute: what was done, how much, what stood in the way, a photo.

use super::line::sample;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    evidence::Upload,
    progress::{
        report::{Report, draft_key, report},
        see::{IndicatorPage, see_indicator},
    },
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    decision::Text,
    ids::{EntryId, IndicatorId, SkpId},
    plan::{Indicator, Tally},
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "progress/report.html")]
struct ReportView {
    page: Page,
    form: Form,
    indicator: Indicator,
    /// The source its number comes from.
    measured: Option<String>,
    steps: Vec<(String, String)>,
    action: String,
    draft: String,
}

impl ReportView {
    fn sums(&self) -> bool {
        self.indicator.target.tally == Tally::Sum
    }
}

/// What the link to the form says.
#[derive(Deserialize)]
pub struct Asked {
    betulkan: Option<EntryId>,
}

/// `GET /skp/{skp}/indikator/{indicator}/lapor`; a saved draft comes back by itself.
pub async fn show(
    visit: Visit,
    Path((skp, indicator)): Path<(SkpId, IndicatorId)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = see_indicator(&visit.ctx, skp, indicator).await?;
    let mut form = visit.draft(&draft_key(skp, indicator)).await?.unwrap_or_default();
    if let Some(corrects) = asked.betulkan {
        form.set("corrects", corrects.to_string());
        if let Some(thread) = found.entries.iter().find(|thread| thread.entry.id == corrects) {
            let entry = &thread.entry;
            form.set_default("on", entry.on.to_string());
            form.set_default("amount", entry.amount.map(|a| a.to_string()).unwrap_or_default());
            form.set_default("did", entry.did.clone());
            form.set_default("obstacle", entry.obstacle.clone());
            form.set_default("help", entry.help.clone());
        }
    }
    form.set_default("on", visit.words.today().to_string());
    Ok(answer(&visit, &found, form))
}

/// `POST /skp/{skp}/indikator/{indicator}/lapor`
pub async fn send(
    visit: Visit,
    Path((skp, indicator)): Path<(SkpId, IndicatorId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let on = form.required_date("on");
    let typed = Report {
        indicator,
        step: form.id("step"),
        on: on.unwrap_or_default(),
        amount: form.amount("amount"),
        did: form.text("did"),
        obstacle: form.text("obstacle"),
        help: form.text("help"),
        corrects: form.id("corrects"),
        link: form.text("evidence_link"),
    };
    let file = form.take_file("evidence_file").map(|file| Upload { name: file.name, bytes: file.bytes });
    let outcome = match form.check() {
        Ok(()) => report(&visit.ctx, skp, typed, file).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(entry) => {
            Ok(visit.done(&format!("/skp/{skp}/indikator/{indicator}#catatan-{entry}"), "progress-reported"))
        }
        None => Ok(answer(&visit, &see_indicator(&visit.ctx, skp, indicator).await?, form)),
    }
}

fn answer(visit: &Visit, found: &IndicatorPage, form: Form) -> Response {
    let status = form.status();
    render(&view(visit.page("progress-report"), found, form), status)
}

fn view(page: Page, found: &IndicatorPage, form: Form) -> ReportView {
    let (skp, indicator) = (found.skp.id, found.standing.indicator.clone());
    let link = format!("/skp/{skp}/indikator/{}", indicator.id);
    let open = found.steps.iter().filter(|step| step.done_on.is_none());
    ReportView {
        page: page
            .under(format!("/skp/{skp}/laporan"), "progress-title")
            .under(link.clone(), "progress-indicator")
            .with(&form),
        steps: open.map(|step| (step.id.to_string(), step.text.clone())).collect(),
        action: format!("{link}/lapor"),
        draft: draft_key(skp, indicator.id),
        measured: found.measured.as_ref().map(|measured| measured.source.clone()),
        indicator,
        form,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let indicator = sample(gallery).remove(2).indicator;
    let make = |form: Form, measured: Option<&str>| ReportView {
        page: gallery.page_at("/laporan", "progress-report").under("/laporan", "progress-title").with(&form),
        steps: vec![("1".into(), "Memindai arsip 2019-2020".into())],
        action: "/laporan".into(),
        draft: "report.contoh".into(),
        indicator: indicator.clone(),
        measured: measured.map(str::to_owned),
        form,
    };
    let mut wrong = Form::of([("on", "2026-07-09"), ("amount", "seratus"), ("did", "")]);
    wrong.fail("on", Text::new("progress-in-the-future"));
    wrong.fail("did", Text::new("progress-say-something"));
    let fresh = || Form::of([("on", "2026-07-07")]);
    let views = [
        ("", make(fresh(), None)),
        ("salah", make(wrong, None)),
        ("terukur", make(fresh(), Some("Log pemindaian arsip"))),
    ];
    for (variant, view) in views {
        gallery.add("progress/report", variant, &view);
    }
}
