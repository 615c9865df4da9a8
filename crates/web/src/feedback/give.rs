//! *A supervisor gives feedback*: what is good, what to improve, what to do next.

use crate::{error::WebError, evaluation::see, form::Form, session::Visit};
use actions::feedback::give::give as act;
use axum::{extract::Path, response::Response};
use domain::{decision::Text, feedback::Words, ids::EvaluationId};

/// `POST /hasil/{evaluation}/umpan-balik`
pub async fn give(visit: Visit, Path(id): Path<EvaluationId>, mut form: Form) -> Result<Response, WebError> {
    let words = Words { good: form.text("good"), improve: form.text("improve"), advice: form.text("advice") };
    let outcome = match form.check() {
        Ok(()) => act(&visit.ctx, id, words).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(_) => {
            visit.drop_draft(&format!("umpan-{id}")).await;
            Ok(visit.done(&format!("/hasil/{id}#umpan-balik"), Text::new("feedback-given")))
        }
        None => see::answer(&visit, id, Some(form), Form::new()).await,
    }
}
