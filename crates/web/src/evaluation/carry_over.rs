//! *The old unit's result is carried over* for somebody who moved within a period: the rater proposes, the employee answers.

use crate::{
    error::WebError,
    form::Form,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    evaluation::carry_over::{self as action, CarryOver},
    home::tasks::period_name,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    evaluation::{Evaluation, transfer::Carryover},
    ids::{PeriodId, SkpId},
};

#[derive(Template)]
#[template(path = "evaluation/carry_over.html")]
struct CarryOverView {
    page: Page,
    form: Form,
    place: String,
    desk: String,
    owner: String,
    period: Text,
    /// The period before.
    from: Text,
    /// The old unit.
    unit: String,
    first: Evaluation,
    there: Option<Carryover>,
    can_propose: bool,
    can_answer: bool,
}

/// `GET /penilaian/{period}/{skp}/hasil-lama`
pub async fn show(visit: Visit, Path((period, skp)): Path<(PeriodId, SkpId)>) -> Result<Response, WebError> {
    again(&visit, period, skp, Form::new()).await
}

/// `POST /penilaian/{period}/{skp}/hasil-lama`
pub async fn propose(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let says = form.required("says");
    let outcome = match form.check() {
        Ok(()) => action::propose(&visit.ctx, period, skp, says).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&place(period, skp), "evaluation-carry-over-proposed")),
        None => again(&visit, period, skp, form).await,
    }
}

/// `POST /penilaian/{period}/{skp}/hasil-lama/jawab`; `jawaban` is `setuju` or `tidak`.
pub async fn answer(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    form: Form,
) -> Result<Response, WebError> {
    let result = action::answer(&visit.ctx, period, skp, form.is("jawaban", "setuju")).await?;
    Ok(match result {
        Some(id) => visit.done(&format!("/hasil/{id}"), "evaluation-carry-over-agreed"),
        None => visit.done(&place(period, skp), "evaluation-carry-over-declined"),
    })
}

fn place(period: PeriodId, skp: SkpId) -> String {
    format!("/penilaian/{period}/{skp}/hasil-lama")
}

async fn again(visit: &Visit, period: PeriodId, skp: SkpId, form: Form) -> Result<Response, WebError> {
    let found = action::see(&visit.ctx, period, skp).await?;
    let status = form.status();
    let page = visit.page("evaluation-carry-over-title").under("/penilaian", "nav-assessment").with(&form);
    Ok(page::render(&view(page, form, found), status))
}

fn view(page: Page, form: Form, found: CarryOver) -> CarryOverView {
    let named = |period: &domain::evaluation::Period| period_name(period.rhythm, period.number, period.year);
    let desk = format!("/penilaian/{}/{}", found.period.id, found.skp.id);
    CarryOverView {
        place: format!("{desk}/hasil-lama"),
        desk,
        owner: found.owner,
        period: named(&found.period),
        from: named(&found.from),
        unit: found.unit,
        first: found.first,
        there: found.there,
        can_propose: found.can_propose,
        can_answer: found.can_answer,
        form,
        page,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    use domain::{evaluation::Rhythm, ids::EvaluationId};
    let page = || gallery.page_at("/penilaian", "evaluation-carry-over-title").under("/penilaian", "nav-assessment");
    let first = super::see::sample::evaluation(gallery);
    let waiting = |answered: bool, agreed: bool| Carryover {
        period: gallery.id(),
        skp: gallery.id(),
        first: first.id,
        by: gallery.id(),
        says: "Baru dua pekan di unit ini; pekerjaannya triwulan lalu masih yang paling terlihat.".into(),
        at: first.signed_at,
        answered_at: answered.then_some(first.signed_at),
        result: agreed.then(|| gallery.id::<EvaluationId>()),
    };
    let view = |there: Option<Carryover>, can_propose, can_answer| CarryOverView {
        form: Form::new(),
        place: "/penilaian/1/2/hasil-lama".into(),
        desk: "/penilaian/1/2".into(),
        owner: "Ratna Dewi".into(),
        period: period_name(Rhythm::Triwulanan, 2, 2026),
        from: period_name(Rhythm::Triwulanan, 1, 2026),
        unit: "Bidang Kearsipan".into(),
        first: first.clone(),
        there,
        can_propose,
        can_answer,
        page: page(),
    };
    for (variant, view) in [
        ("", view(None, true, false)),
        ("menunggu", view(Some(waiting(false, false)), false, false)),
        ("menjawab", view(Some(waiting(false, false)), false, true)),
        ("setuju", view(Some(waiting(true, true)), false, false)),
        ("tidak", view(Some(waiting(true, false)), false, false)),
    ] {
        gallery.add("evaluation/carry_over", variant, &view);
    }
}
