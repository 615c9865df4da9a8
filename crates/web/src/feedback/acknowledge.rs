//! *An employee acknowledges feedback*, with an answer or a plan of their own; it may stay empty.

use crate::{error::WebError, evaluation::see, form::Form, session::Visit};
use actions::feedback::acknowledge::acknowledge as act;
use axum::{extract::Path, response::Response};
use domain::ids::EvaluationId;

/// `POST /hasil/{evaluation}/umpan-balik/terima`
pub async fn acknowledge(visit: Visit, Path(id): Path<EvaluationId>, mut form: Form) -> Result<Response, WebError> {
    let answer = form.text("answer");
    let outcome = match form.check() {
        Ok(()) => act(&visit.ctx, id, answer).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&format!("jawab-{id}")).await;
            Ok(visit.done(&format!("/hasil/{id}#umpan-balik"), "feedback-acknowledged"))
        }
        None => see::answer(&visit, id, None, form).await,
    }
}
