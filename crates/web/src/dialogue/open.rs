//! *Somebody opens a talk*: what there is to talk about is proposed, each point with where it can be read.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    dialogue::{
        agenda::Point,
        open::{Open, Opening, open, opening},
    },
};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    decision::{Refusal, Text},
    dialogue::{Kind, Part},
    ids::{EmployeeId, EvaluationId},
};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "dialogue/open.html")]
struct OpenPage {
    page: Page,
    form: Form,
    draft: String,
    kind: Kind,
    reports: bool,
    employee: String,
    rater: String,
    parts: Vec<Part>,
    points: Vec<Point>,
    /// Those who could be the other side, by id.
    partners: Vec<(String, String)>,
}

impl OpenPage {
    /// Who will read what is written, before it is written.
    fn reads(&self) -> &'static str {
        match (self.kind, self.reports) {
            (Kind::Dialog | Kind::Bimbingan, _) => "dialogue-reads-open",
            (Kind::Konseling, true) => "dialogue-reads-report",
            (Kind::Konseling, false) => "dialogue-reads-two",
        }
    }

    fn cite(&self) -> &'static str {
        match self.kind {
            Kind::Dialog => "dialogue-cite-dialog",
            Kind::Bimbingan => "dialogue-cite-bimbingan",
            Kind::Konseling => "dialogue-cite-konseling",
        }
    }

    fn who(&self) -> &'static str {
        if self.kind.confidential() { "dialogue-who-counsels" } else { "dialogue-who-coaches" }
    }

    fn who_hint(&self) -> &'static str {
        if self.kind.confidential() { "dialogue-who-counsels-hint" } else { "dialogue-who-coaches-hint" }
    }

    fn label(&self, part: &Part) -> Text {
        part.label(self.kind, self.reports)
    }

    fn optional(&self, part: &Part) -> bool {
        match part {
            Part::Reason => self.kind == Kind::Dialog,
            Part::Tried => false,
            _ => true,
        }
    }
}

/// What the link says.
#[derive(Deserialize)]
pub struct Wanted {
    pegawai: EmployeeId,
    jenis: String,
    hasil: Option<EvaluationId>,
}

fn draft_of(kind: Kind, employee: EmployeeId) -> String {
    format!("buka-{}-{employee}", kind.code())
}

/// `GET /dialog/baru?pegawai=…&jenis=…`
pub async fn new(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response, WebError> {
    let kind = Kind::from_code(&wanted.jenis).ok_or_else(|| Refusal::NotFound("dialogue".into()))?;
    let found = opening(&visit.ctx, wanted.pegawai, kind).await?;
    let mut form = match visit.draft(&draft_of(kind, wanted.pegawai)).await? {
        Some(form) => form,
        // Everything is on the agenda until somebody takes it off.
        None => Form::of(found.points.iter().map(|point| ("topic", point.key.as_str()))),
    };
    form.set("pegawai", wanted.pegawai.to_string());
    form.set("jenis", kind.code());
    form.set("hasil", wanted.hasil.map(|id| id.to_string()).unwrap_or_default());
    Ok(answer(&visit, found, kind, form))
}

/// `POST /dialog/baru`
pub async fn send(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let missing = || Failure::Refused(Refusal::NotFound("dialogue".into()));
    let (employee, kind) = (form.required_id("pegawai"), form.required_choice("jenis", Kind::from_code));
    let (Some(employee), Some(kind)) = (employee, kind) else { return Err(missing().into()) };
    let words: BTreeMap<Part, String> =
        Part::of_opening(kind, true).map(|part| (part, form.text(part.code()))).collect();
    let asked = Open {
        employee,
        kind,
        partner: form.id("partner"),
        on: form.date("on"),
        topics: form.all("topic").into_iter().map(str::to_owned).collect(),
        own: form.text("own").lines().map(str::to_owned).collect(),
        words,
        evaluation: form.id("hasil"),
    };
    let outcome = match form.check() {
        Ok(()) => open(&visit.ctx, asked).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => {
            visit.drop_draft(&draft_of(kind, employee)).await;
            Ok(visit.done(&format!("/dialog/{id}"), "dialogue-opened"))
        }
        None => Ok(answer(&visit, opening(&visit.ctx, employee, kind).await?, kind, form)),
    }
}

fn answer(visit: &Visit, found: Opening, kind: Kind, form: Form) -> Response {
    let status = form.status();
    let page = visit.page(title(kind, found.reports)).under("/dialog", "nav-dialogue").with(&form);
    let counsels = [(found.rater.employee.id.to_string(), found.rater.employee.name.clone())];
    let partners = match kind {
        Kind::Konseling => counsels.to_vec(),
        Kind::Dialog | Kind::Bimbingan => {
            found.partners.iter().map(|person| (person.employee.id.to_string(), person.employee.name.clone())).collect()
        }
    };
    let view = OpenPage {
        draft: draft_of(kind, found.person.employee.id),
        kind,
        reports: found.reports,
        employee: found.person.employee.name,
        rater: found.rater.employee.name,
        parts: Part::of_opening(kind, found.reports).collect(),
        points: found.points,
        partners,
        page,
        form,
    };
    render(&view, status)
}

fn title(kind: Kind, reports: bool) -> Text {
    Text::new(match kind {
        Kind::Dialog => "dialogue-open-dialog",
        Kind::Bimbingan => "dialogue-open-bimbingan",
        Kind::Konseling if reports => "dialogue-report-behaviour",
        Kind::Konseling => "dialogue-open-konseling",
    })
}

pub(super) fn samples(gallery: &mut Gallery) {
    use super::see::sample;
    let view = |gallery: &Gallery, kind: Kind, reports: bool, form: Form| {
        let points = sample::agenda(gallery.today())
            .into_iter()
            .enumerate()
            .map(|(n, topic)| Point { key: format!("indicator.{n}"), topic });
        OpenPage {
            draft: "buka-1".into(),
            kind,
            reports,
            employee: sample::EMPLOYEE.into(),
            rater: sample::PARTNER.into(),
            parts: Part::of_opening(kind, reports).collect(),
            points: if kind.confidential() { Vec::new() } else { points.collect() },
            partners: match kind {
                Kind::Dialog => Vec::new(),
                Kind::Bimbingan | Kind::Konseling => vec![("1".into(), sample::PARTNER.into())],
            },
            page: gallery.page_at("/dialog/baru", title(kind, reports)).under("/dialog", "nav-dialogue").with(&form),
            form,
        }
    };
    let chosen = || Form::of([("topic", "indicator.0"), ("topic", "indicator.1")]);
    let mut wrong = Form::of([("reason", "Malas")]);
    wrong.fail("reason", Text::new("dialogue-reason-too-short").with("min", 15_i64));
    wrong.fail("tried", Text::new("dialogue-tried-too-short").with("min", 15_i64));
    let views = [
        ("", view(gallery, Kind::Dialog, false, chosen())),
        ("bimbingan", view(gallery, Kind::Bimbingan, false, chosen())),
        ("laporan-perilaku", view(gallery, Kind::Konseling, true, wrong)),
        ("konseling", view(gallery, Kind::Konseling, false, Form::new())),
    ];
    for (variant, view) in views {
        gallery.add("dialogue/open", variant, &view);
    }
}
