//! *Somebody says what they can do*, and whether they may be found for it.

use super::sample;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    talent::skill::{Draft, OwnPage as Found, answer as say, declare as save, own, take_back as end},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::SkillId,
    talent::skill::{Consent, LEVELS, Skill, Source},
};
use std::collections::BTreeSet;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "talent/own.html")]
struct OwnPage {
    page: Page,
    form: Form,
    found: Found,
    fields: Vec<(String, String)>,
    levels: Vec<(String, String)>,
}

impl OwnPage {
    fn field(&self, code: &str) -> String {
        self.fields.iter().find(|(one, _)| one == code).map_or_else(|| code.to_owned(), |(_, name)| name.clone())
    }

    fn sources(&self, sources: &BTreeSet<Source>) -> String {
        sources.iter().map(|source| self.page.text(source.label())).collect::<Vec<_>>().join(", ")
    }

    fn consent(&self, code: &str) -> Option<&Consent> {
        self.found.consents.iter().find(|one| one.field == code)
    }

    /// Fields one was asked about, or may say something about because something shows.
    fn asks(&self) -> Vec<String> {
        let mut codes: Vec<String> = self.found.consents.iter().map(|one| one.field.clone()).collect();
        codes.extend(self.found.signs.iter().map(|(field, _)| field.code.clone()));
        codes.sort();
        codes.dedup();
        codes
    }
}

/// `GET /keterampilan-saya`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    again(&visit, Form::new()).await
}

/// `POST /keterampilan-saya`
pub async fn declare(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let (field, level) = (form.required("field"), form.whole("level"));
    let (proof, shared) = (form.text_up_to("proof", 1_000), form.flag("shared"));
    let level = level.and_then(|level| u8::try_from(level).ok()).unwrap_or_default();
    let outcome = match form.check() {
        Ok(()) => save(&visit.ctx, Draft { field, level, proof, shared }).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done("/keterampilan-saya", "talent-skill-saved")),
        None => again(&visit, form).await,
    }
}

/// `POST /keterampilan-saya/jawab`
pub async fn answer(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let word = form.required_choice("jawab", |word| match word.rsplit_once(':')? {
        (field, "ya") => Some((field.to_owned(), true)),
        (field, "tidak") => Some((field.to_owned(), false)),
        _ => None,
    });
    let outcome = match (form.check(), word) {
        (Ok(()), Some((field, yes))) => say(&visit.ctx, field, yes).await,
        (read, _) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done("/keterampilan-saya", "talent-answered")),
        None => again(&visit, form).await,
    }
}

/// `POST /keterampilan-saya/{skill}/hapus`
pub async fn take_back(visit: Visit, Path(id): Path<SkillId>) -> Result<Response, WebError> {
    end(&visit.ctx, id).await?;
    Ok(visit.done("/keterampilan-saya", "talent-skill-gone"))
}

async fn again(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let found = own(&visit.ctx).await?;
    let status = form.status();
    Ok(render(&view(visit.page("talent-own-title"), found, form), status))
}

fn view(page: Page, found: Found, form: Form) -> OwnPage {
    OwnPage {
        fields: found.fields.iter().map(|field| (field.code.clone(), field.name.clone())).collect(),
        levels: (1..=LEVELS)
            .map(|n| (n.to_string(), page.say("talent-level-n").with("level", u32::from(n)).to_string()))
            .collect(),
        page: page.under("/hasil/perjalanan", "evaluation-years-title").with(&form),
        form,
        found,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let fields = sample::fields();
    let skill = Skill {
        id: SkillId(Uuid::from_u128(690)),
        employee: sample::employee(1),
        field: "data".into(),
        level: 3,
        proof: "Menyusun rekap bulanan dengan tabel pivot.".into(),
        shared: true,
        at: gallery.now(),
        ended_on: None,
    };
    let asked = Consent {
        employee: sample::employee(1),
        field: "tik".into(),
        asked_by: sample::employee(9),
        asked_at: gallery.now(),
        answer: None,
    };
    let full = Found {
        signs: vec![(fields[0].clone(), [Source::Penilaian, Source::UmpanBalik].into())],
        skills: vec![skill],
        consents: vec![asked],
        fields: fields.clone(),
    };
    let empty = Found { signs: Vec::new(), skills: Vec::new(), consents: Vec::new(), fields };
    let mut wrong = Form::of([("field", "tik"), ("proof", "Bisa")]);
    wrong.fail("level", Text::new("talent-skill-level").with("max", 5_u32));
    wrong.fail("proof", Text::new("talent-skill-needs-proof").with("min", 15_i64));
    for (variant, found, form) in [("", full, Form::new()), ("salah", empty, wrong)] {
        let view = view(gallery.page_at("/keterampilan-saya", "talent-own-title"), found, form);
        gallery.add("talent/own", variant, &view);
    }
}
