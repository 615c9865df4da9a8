//! *Somebody begins to learn*: where they stand, the lessons, the exercises.

use super::sample;
use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::certification::learn::{LearnPage, learn};
use askama::Template;
use axum::response::Response;
use domain::{
    certification::{Exercise, Standing},
    decision::Text,
};

#[derive(Template)]
#[template(path = "certification/learn.html")]
struct LearnView {
    page: Page,
    found: LearnPage,
    asked: Option<String>,
}

impl LearnView {
    fn tone(&self) -> Tone {
        match self.found.standing {
            Standing::Valid(_) => Tone::Good,
            Standing::Ending(_) => Tone::Risk,
            Standing::Expired(_) => Tone::Late,
            Standing::Never => Tone::Idle,
        }
    }

    fn says(&self) -> Text {
        match self.found.standing {
            Standing::Never => Text::new("certification-never"),
            Standing::Valid(until) => Text::new("certification-valid").with("until", until),
            Standing::Ending(until) => Text::new("certification-ending").with("until", until),
            Standing::Expired(until) => Text::new("certification-expired").with("until", until),
        }
    }

    /// Does it lead anywhere: to its result, or to its next case?
    fn leads(&self, exercise: &Exercise) -> bool {
        exercise.finished_at.is_some() || self.found.open == Some(exercise.id)
    }

    fn came(&self, exercise: &Exercise) -> (Tone, Text) {
        match (exercise.finished_at, exercise.passed) {
            (None, _) if !self.leads(exercise) => (Tone::Idle, Text::new("certification-is-left")),
            (None, _) => (Tone::Idle, Text::new("certification-is-open")),
            (Some(_), true) => (Tone::Good, Text::new("certification-was-close")),
            (Some(_), false) => (Tone::Note, Text::new("certification-not-yet-close")),
        }
    }
}

/// `GET /sertifikasi-penilai`
pub(super) async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = learn(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("certification-title"), found)))
}

fn view(page: Page, found: LearnPage) -> LearnView {
    LearnView { asked: found.asked.as_ref().map(|cite| page.cite(cite)), page, found }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let today = gallery.today();
    for (variant, standing, exercises) in [
        ("", Standing::Never, Vec::new()),
        ("berlaku", Standing::Ending(today), vec![sample::half(gallery), sample::finished(gallery, true)]),
        ("lewat", Standing::Expired(today), vec![sample::half(gallery), sample::finished(gallery, false)]),
    ] {
        let page = gallery.page_at("/sertifikasi-penilai", "certification-title");
        gallery.add("certification/learn", variant, &view(page, sample::learn(standing, exercises, gallery)));
    }
}
