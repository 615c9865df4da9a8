//! *The superior decides*: upheld, or other ratings; the predicate follows from them and cannot be typed.

use super::see;
use crate::{error::WebError, form::Form, session::Visit};
use actions::{
    Failure,
    objection::decide::{Decision, decide as act},
};
use axum::{extract::Path, response::Response};
use domain::{
    assessment::Rating,
    decision::{Refusal, Text},
    ids::ObjectionId,
    objection::Outcome,
};

/// `POST /keberatan/{objection}/putusan`
pub async fn decide(visit: Visit, Path(id): Path<ObjectionId>, mut form: Form) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Some(decision) => act(&visit.ctx, id, decision).await,
        None => Err(Failure::Refused(Refusal::Fields(Vec::new()))),
    };
    match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&see::draft_key(id)).await;
            Ok(visit.done(&format!("/keberatan/{id}"), "objection-decided-done"))
        }
        None => see::answer(&visit, id, form).await,
    }
}

/// What was filled in; what is wrong stays with the form.
fn read(form: &mut Form) -> Option<Decision> {
    let changes = form.required_choice("outcome", |code| match code {
        "menguatkan" => Some(false),
        "mengubah" => Some(true),
        _ => None,
    });
    let (reasons, recommendation) = (form.required("objection_reasons"), form.text("recommendation"));
    let outcome = match changes {
        Some(true) => {
            let mut rating = |name| form.required_choice(name, Rating::from_code);
            let (hasil, perilaku) = (rating("hasil"), rating("perilaku"));
            hasil.zip(perilaku).map(|(hasil, perilaku)| Outcome::Mengubah { hasil, perilaku })
        }
        Some(false) => Some(Outcome::Menguatkan),
        None => None,
    };
    let revision = form.value("revision").parse().ok();
    if revision.is_none() {
        form.refusal = Some(Refusal::rule(Text::new("objection-said-meanwhile")));
    }
    let decision = Decision { revision: revision?, outcome: outcome?, reasons, recommendation };
    form.errors().is_empty().then_some(decision)
}
