//! *An employee objects to a result*: reasons, the lines it is about, evidence. It says until when, and if that day has
//! passed, that it can be filed all the same.

use crate::{
    assessment::line::Piece,
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    evidence::Upload,
    home::tasks::period_name,
    objection::{
        file::{Filing, file},
        see::{FilingPage, see_filing},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::NaiveDate;
use domain::{
    assessment::{RaterRole, Subject, rate::subjects},
    decision::{Citation, Refusal, Text},
    evaluation::Predikat,
    ids::{EvaluationId, EvidenceId},
    objection::line,
    plan::Skp,
};

#[derive(Template)]
#[template(path = "objection/file.html")]
struct FileView {
    page: Page,
    form: Form,
    id: EvaluationId,
    draft: String,
    period: Text,
    predikat: Option<Predikat>,
    /// Lines of the result: field, name.
    lines: Vec<(String, String)>,
    evidence: Vec<Piece>,
    last_day: Option<NaiveDate>,
    late: Option<i64>,
    cite: Citation,
    refused: Option<Refusal>,
}

/// `GET /hasil/{evaluation}/keberatan`; where there is one already, it leads there.
pub async fn show(visit: Visit, Path(id): Path<EvaluationId>) -> Result<Response, WebError> {
    let found = see_filing(&visit.ctx, id).await?;
    if let Some(before) = &found.before {
        return Ok(visit.to(&format!("/keberatan/{}", before.id)));
    }
    let form = visit.draft(&draft_key(id)).await?.unwrap_or_default();
    Ok(answer(&visit, found, form))
}

/// `POST /hasil/{evaluation}/keberatan`
pub async fn send(visit: Visit, Path(id): Path<EvaluationId>, mut form: Form) -> Result<Response, WebError> {
    let found = see_filing(&visit.ctx, id).await?;
    let chosen: Vec<String> = form.all("contests").into_iter().map(str::to_owned).collect();
    let filing = Filing {
        reasons: form.text("objection_reasons"),
        late_because: form.text("late_because"),
        contests: all(&found.case.skp).into_iter().filter(|subject| chosen.contains(&subject.field())).collect(),
        evidence: form.all("evidence").into_iter().filter_map(|id| id.parse::<EvidenceId>().ok()).collect(),
        link: form.text("evidence_link"),
    };
    let upload = form.take_file("evidence_file").map(|file| Upload { name: file.name, bytes: file.bytes });
    let outcome = match form.check() {
        Ok(()) => file(&visit.ctx, id, filing, upload).await,
        Err(failure) => Err(failure),
    };
    Ok(match form.caught(outcome)? {
        Some(objection) => {
            visit.drop_draft(&draft_key(id)).await;
            visit.done(&format!("/keberatan/{objection}"), "objection-filed-done")
        }
        None => answer(&visit, found, form),
    })
}

fn draft_key(id: EvaluationId) -> String {
    format!("keberatan-{id}")
}

/// Every line of a result.
fn all(skp: &Skp) -> Vec<Subject> {
    subjects(skp, RaterRole::Penilai)
}

fn answer(visit: &Visit, found: FilingPage, form: Form) -> Response {
    let status = form.status();
    let id = found.case.evaluation.id;
    let page =
        visit.page("objection-file").under("/hasil", "nav-result").under(format!("/hasil/{id}"), "evaluation-title");
    render(&view(page.with(&form), found, form), status)
}

fn view(page: Page, found: FilingPage, form: Form) -> FileView {
    let FilingPage { case, version, evidence, last_day, late, refused, .. } = found;
    let period = &case.period;
    // What was promised is the version that was evaluated, not the working text.
    let skp = Skp { content: version.content, ..case.skp.clone() };
    let name = |subject| page.text(Text::new("objection-line").with("line", line(subject, &skp.content)));
    FileView {
        id: case.evaluation.id,
        draft: draft_key(case.evaluation.id),
        period: period_name(period.rhythm, period.number, period.year),
        predikat: case.evaluation.predikat,
        lines: all(&skp).into_iter().map(|subject| (subject.field(), name(subject))).collect(),
        evidence: evidence.iter().map(Piece::from).collect(),
        last_day,
        late,
        cite: case.policy.document.objection_filed.cite.clone(),
        refused,
        form,
        page,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let given = crate::assessment::line::sample::sample(gallery.today(), gallery.now());
    let view = |form: Form, late: bool| {
        let page = gallery.page_at("/hasil/1", "objection-file").under("/hasil", "nav-result").with(&form);
        let name = |subject| page.text(Text::new("objection-line").with("line", line(subject, &given.skp.content)));
        FileView {
            id: EvaluationId(uuid::Uuid::from_u128(800)),
            draft: "keberatan-contoh".into(),
            period: period_name(domain::evaluation::Rhythm::Triwulanan, 2, 2026),
            predikat: Some(Predikat::ButuhPerbaikan),
            lines: all(&given.skp).into_iter().map(|subject| (subject.field(), name(subject))).collect(),
            evidence: given.evidence.iter().map(Piece::from).collect(),
            last_day: Some(if late {
                gallery.today() - chrono::Days::new(3)
            } else {
                gallery.today() + chrono::Days::new(9)
            }),
            late: late.then_some(3),
            cite: domain::policy::permenpanrb("Ps 29; Bab V.B"),
            refused: None,
            form,
            page,
        }
    };
    let mut wrong = Form::of([("objection_reasons", "Tidak setuju."), ("contests", "hasil_kerja")]);
    wrong.fail("objection_reasons", Text::new("objection-too-short").with("min", 30_i64));
    let final_ = Refusal::rule(Text::new("objection-result-final"))
        .cited(domain::policy::permenpanrb("Bab IV.A.11-12"))
        .next(Text::new("objection-talk-next"));
    let (usual, late, wrong) = (view(Form::new(), false), view(Form::new(), true), view(wrong, false));
    let refused = FileView { refused: Some(final_), ..view(Form::new(), false) };
    for (variant, view) in [("", usual), ("terlambat", late), ("salah", wrong), ("final", refused)] {
        gallery.add("objection/file", variant, &view);
    }
}
