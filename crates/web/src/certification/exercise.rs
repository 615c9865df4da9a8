//! *Somebody rates written cases*, one page for each; then how close they came, and why the agreed values are what they are.

use super::sample;
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
    certification::exercise::{ExercisePage, begin as start, rate as take_in, see},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    amount::Amount,
    assessment::Rating,
    certification::{
        Case, Criterion, Exercise,
        exercise::field,
        verdict::{Line, What, in_words, lines},
    },
    decision::Text,
    ids::ExerciseId,
};
use std::collections::BTreeMap;

/// The case that is rated now.
#[derive(Template)]
#[template(path = "certification/case.html")]
struct CaseView {
    page: Page,
    form: Form,
    link: String,
    draft: String,
    n: usize,
    of: usize,
    case: Case,
    /// Name of the field, of the criterion, its choices.
    criteria: Vec<(String, String, Choices)>,
}

/// What can be chosen, with its words.
type Choices = Vec<(&'static str, String)>;

/// How it went.
#[derive(Template)]
#[template(path = "certification/result.html")]
struct ResultView {
    page: Page,
    found: ExercisePage,
    lines: Vec<Line>,
    severity: Text,
    same: (u32, u32),
}

/// One criterion of a case that was rated.
struct Said {
    criterion: String,
    given: Option<Rating>,
    agreed: Rating,
    why: String,
}

impl Said {
    fn same(&self) -> bool {
        self.given == Some(self.agreed)
    }
}

impl ResultView {
    fn value(&self, line: &Line) -> Option<Amount> {
        line.value.map(|value| Amount(value * 100))
    }

    fn limit(&self, line: &Line) -> Text {
        let limit = Amount(i64::from(line.limit) * 100);
        match line.what {
            What::Kappa => Text::new("certification-at-least").with("limit", limit),
            _ => Text::new("certification-at-most").with("limit", limit),
        }
    }

    fn tone(&self, line: &Line) -> Tone {
        if line.holds { Tone::Good } else { Tone::Risk }
    }

    fn said(&self, case: &Case) -> Vec<Said> {
        let given = self.found.exercise.marked(&case.code);
        let of = |criterion: &Criterion| {
            let agreed = case.agreed(&criterion.code)?;
            Some(Said {
                criterion: criterion.name.clone(),
                given: given.and_then(|marked| marked.ratings.get(&criterion.code).copied()),
                agreed: agreed.rating,
                why: agreed.why.clone(),
            })
        };
        self.found.criteria.iter().filter_map(of).collect()
    }
}

/// `POST /sertifikasi-penilai/latihan`
pub(super) async fn begin(visit: Visit) -> Result<Response, WebError> {
    let id = start(&visit.ctx).await?;
    Ok(visit.to(&link(id)))
}

/// `GET /sertifikasi-penilai/latihan/{id}`
pub(super) async fn show(visit: Visit, Path(id): Path<ExerciseId>) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let form = match &found.next {
        Some((_, case)) => visit.draft(&draft(id, case)).await?.unwrap_or_default(),
        None => Form::new(),
    };
    Ok(answer(&visit, found, form))
}

/// `POST /sertifikasi-penilai/latihan/{id}`
pub(super) async fn rate(visit: Visit, Path(id): Path<ExerciseId>, mut form: Form) -> Result<Response, WebError> {
    let before = see(&visit.ctx, id).await?;
    let code = form.value("kasus").to_owned();
    let mut ratings = BTreeMap::new();
    for criterion in &before.criteria {
        if let Some(rating) = form.choice(&field(&criterion.code), Rating::from_code) {
            ratings.insert(criterion.code.clone(), rating);
        }
    }
    let outcome: Result<Option<bool>, Failure> = match form.check() {
        Ok(()) => take_in(&visit.ctx, id, code, ratings).await,
        Err(failure) => Err(failure),
    };
    let Some(ended) = form.caught(outcome)? else { return Ok(answer(&visit, before, form)) };
    if let Some((_, case)) = &before.next {
        visit.drop_draft(&draft(id, case)).await;
    }
    Ok(match ended {
        None => visit.to(&link(id)),
        Some(true) => visit.done(&link(id), "certification-done-close"),
        Some(false) => visit.done(&link(id), "certification-done-not-yet"),
    })
}

fn link(id: ExerciseId) -> String {
    format!("/sertifikasi-penilai/latihan/{id}")
}

fn draft(id: ExerciseId, case: &Case) -> String {
    format!("latihan-{id}-{}", case.code)
}

fn answer(visit: &Visit, found: ExercisePage, form: Form) -> Response {
    let status = form.status();
    match found.next.clone() {
        Some((n, case)) => render(&case_view(visit.page("certification-exercise"), &found, (n, case), form), status),
        None => render(&result_view(visit.page("certification-result"), found), status),
    }
}

fn case_view(page: Page, found: &ExercisePage, (n, case): (usize, Case), form: Form) -> CaseView {
    let page = page.under("/sertifikasi-penilai", "nav-certification").with(&form);
    let choices = |criterion: &Criterion| {
        let says =
            |(rating, anchor): (Rating, &String)| (rating.code(), format!("{}: {anchor}", page.text(rating.label())));
        Rating::ALL.into_iter().zip(&criterion.anchors).map(says).collect()
    };
    CaseView {
        link: link(found.exercise.id),
        draft: draft(found.exercise.id, &case),
        of: found.exercise.cases.len(),
        criteria: found.criteria.iter().map(|one| (field(&one.code), one.name.clone(), choices(one))).collect(),
        n,
        case,
        form,
        page,
    }
}

fn result_view(page: Page, found: ExercisePage) -> ResultView {
    let figures = found.exercise.figures;
    ResultView {
        page: page.under("/sertifikasi-penilai", "nav-certification"),
        lines: figures.map(|figures| lines(&found.limits, &figures).to_vec()).unwrap_or_default(),
        severity: in_words(figures.map_or(0, |figures| figures.severity)),
        same: figures.map_or((0, 0), |figures| (figures.same, figures.n)),
        found,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let mut wrong = Form::of([("rating.hasil", "sesuai")]);
    let says = Text::new("certification-needs-rating").with("criterion", "Ketepatan waktu");
    wrong.fail("rating.waktu", says);
    for (variant, form) in [("", Form::new()), ("salah", wrong)] {
        let found = sample::page(sample::half(gallery));
        let next = (1, sample::case());
        let page = gallery.page_at("/sertifikasi-penilai/latihan/1", "certification-exercise");
        gallery.add("certification/case", variant, &case_view(page, &found, next, form));
    }
    for (variant, passed) in [("", true), ("belum", false)] {
        let exercise: Exercise = sample::finished(gallery, passed);
        let page = gallery.page_at("/sertifikasi-penilai/latihan/1", "certification-result");
        gallery.add("certification/result", variant, &result_view(page, sample::page(exercise)));
    }
}
