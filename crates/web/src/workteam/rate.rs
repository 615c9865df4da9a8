//! *Whoever leads the unit says what the team achieved*: one of five words and a reason for each result; the team's predikat
//! follows.

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
    home::tasks::period_name,
    workteam::rate::{Rating, rate, rating},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    decision::{Refusal, Text},
    evaluation::{Capaian, Period},
    ids::{PeriodId, WorkteamId, WorkteamResultId},
    workteam::{TeamResult, results::Reached},
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "workteam/rate.html")]
struct RatePage {
    page: Page,
    form: Form,
    link: String,
    draft: String,
    found: Rating,
    periods: Vec<(String, String)>,
    lines: Vec<Line>,
    choices: Vec<(&'static str, String)>,
    cite: String,
}

/// One result to judge.
struct Line {
    result: TeamResult,
    reached: Reached,
    tone: Tone,
    capaian: String,
    reason: String,
}

/// Which period.
#[derive(Deserialize)]
pub struct Wanted {
    periode: Option<PeriodId>,
}

fn draft_of(team: WorkteamId, period: Option<PeriodId>) -> String {
    format!("tim-capaian-{team}-{}", period.map(|id| id.to_string()).unwrap_or_default())
}

/// `GET /tim-kerja/{team}/capaian`
pub async fn show(
    visit: Visit,
    Path(id): Path<WorkteamId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, WebError> {
    let found = rating(&visit.ctx, id, wanted.periode).await?;
    let key = draft_of(id, found.period.as_ref().map(|period| period.id));
    let form = visit.draft(&key).await?.unwrap_or_default();
    Ok(answer(&visit, found, form))
}

/// `POST /tim-kerja/{team}/capaian`
pub async fn send(visit: Visit, Path(id): Path<WorkteamId>, mut form: Form) -> Result<Response, WebError> {
    let period = form.required_id::<PeriodId>("periode");
    // A word that was not chosen is not sent; its reason is.
    let sent = form.lines("reason").into_iter().chain(form.lines("capaian"));
    let mut results: Vec<WorkteamResultId> = sent.filter_map(|id| id.parse().ok()).collect();
    results.sort_unstable();
    results.dedup();
    let said = results
        .into_iter()
        .map(|result| {
            let capaian = form.choice(&format!("capaian.{result}"), Capaian::from_code);
            (result, capaian, form.text_up_to(&format!("reason.{result}"), 1_000))
        })
        .collect();
    let outcome = match (form.check(), period) {
        (Ok(()), Some(period)) => rate(&visit.ctx, id, period, said).await,
        (read, _) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(_) => {
            visit.drop_draft(&draft_of(id, period)).await;
            Ok(visit.done(&format!("/tim-kerja/{id}#capaian"), "workteam-rated"))
        }
        None => Ok(answer(&visit, rating(&visit.ctx, id, period).await?, form)),
    }
}

fn answer(visit: &Visit, found: Rating, form: Form) -> Response {
    let status = form.status();
    let title = Text::new("workteam-rate-title").with("team", found.team.name.as_str());
    render(&view(visit.page(title), found, form), status)
}

fn view(page: Page, found: Rating, mut form: Form) -> RatePage {
    let name = |period: &Period| page.text(period_name(period.rhythm, period.number, period.year));
    let periods = found.periods.iter().map(|period| (period.id.to_string(), name(period))).collect();
    form.set("periode", found.period.as_ref().map(|period| period.id.to_string()).unwrap_or_default());
    for one in found.last.iter().flat_map(|last| &last.rated) {
        form.set_default(&format!("capaian.{}", one.result), one.capaian.code());
        form.set_default(&format!("reason.{}", one.result), &one.reason);
    }
    let lines = found.results.iter().map(|(result, reached)| Line {
        capaian: format!("capaian.{}", result.id),
        reason: format!("reason.{}", result.id),
        tone: reached.track.value.into(),
        result: result.clone(),
        reached: reached.clone(),
    });
    let lines = lines.collect();
    let page = under(page, &found.team).with(&form);
    RatePage {
        link: format!("/tim-kerja/{}/capaian", found.team.id),
        draft: draft_of(found.team.id, found.period.as_ref().map(|period| period.id)),
        choices: Capaian::ALL.iter().rev().map(|one| (one.code(), page.text(one.label()))).collect(),
        cite: page.cite(&domain::workteam::predikat::cite()),
        periods,
        lines,
        found,
        page,
        form,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let result = sample::result(gallery);
    let mut wrong = Form::of([(format!("reason.{}", result.id), "Baik".to_owned())]);
    wrong.fail(format!("capaian.{}", result.id), Text::new("workteam-rate-needs-capaian"));
    wrong.fail(format!("reason.{}", result.id), Text::new("workteam-rate-needs-reason").with("min", 15_i64));
    let none = Rating { periods: Vec::new(), period: None, ..sample::rating(gallery) };
    let own = Rating { waits: Some(Refusal::rule(Text::new("workteam-rate-own"))), ..sample::rating(gallery) };
    let title = || Text::new("workteam-rate-title").with("team", sample::NAME);
    for (variant, found, form) in [
        ("", sample::rating(gallery), Form::new()),
        ("salah", sample::rating(gallery), wrong),
        ("tanpa-periode", none, Form::new()),
        ("tim-sendiri", own, Form::new()),
    ] {
        let view = view(gallery.page_at("/tim-kerja/1/capaian", title()), found, form);
        gallery.add("workteam/rate", variant, &view);
    }
}
