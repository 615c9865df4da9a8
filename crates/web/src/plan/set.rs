//! *The rater sets the plan*, or the rater's superior after the deadline.

use super::show::{Decisions, answer};
use crate::{error::WebError, form::Form, session::Visit};
use actions::{Failure, plan::set as action};
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::SkpId,
};

/// `POST /skp/{id}/tetapkan`
pub async fn set(visit: Visit, Path(id): Path<SkpId>, mut form: Form) -> Result<Response, WebError> {
    let revision = form.value("revision").parse().unwrap_or(-1);
    let reason = form.text("reason");
    let outcome = match form.check() {
        Ok(()) => action::set(&visit.ctx, id, revision, reason).await,
        Err(failure) => Err(failure),
    };
    let outcome = match outcome {
        Err(failure @ Failure::Refused(Refusal::Conflict(_))) => {
            return Ok(match said::<u32>(&visit, id, Err(failure))? {
                Ok(_) => visit.to(&format!("/skp/{id}")),
                Err(response) => response,
            });
        }
        other => other,
    };
    match form.caught(outcome)? {
        Some(version) => Ok(visit.done(&format!("/skp/{id}"), Text::new("plan-set-done").with("n", version))),
        None => answer(&visit, id, Decisions { set: form, ..Decisions::default() }).await,
    }
}

/// For buttons that carry no words of their own: what stands against them is said on the page of the plan. Somebody
/// who wanted to sign or set what has changed meanwhile reads it first.
pub(super) fn said<T>(visit: &Visit, id: SkpId, outcome: Result<T, Failure>) -> Result<Result<T, Response>, WebError> {
    let here = format!("/skp/{id}");
    match outcome {
        Ok(done) => Ok(Ok(done)),
        Err(Failure::Refused(Refusal::Conflict(conflict))) => {
            let says = Text::new("plan-changed-meanwhile").with("name", conflict.by_name.as_str());
            Ok(Err(visit.warn(&here, says)))
        }
        Err(Failure::Refused(Refusal::Fields(errors))) => {
            let says = match &errors[..] {
                [only] => only.text.clone(),
                all => Text::new("plan-not-complete").with("n", all.len() as i64),
            };
            Ok(Err(visit.warn(&here, says)))
        }
        Err(Failure::Refused(Refusal::Rule(broken))) => Ok(Err(visit.warn(&here, broken.says))),
        Err(other) => Err(other.into()),
    }
}
