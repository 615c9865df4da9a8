//! *An employee signs for a result*: it was received, which is not the same as agreeing with it.

use crate::{error::WebError, session::Visit};
use actions::evaluation::acknowledge::acknowledge as act;
use axum::{extract::Path, response::Response};
use domain::ids::EvaluationId;

/// `POST /hasil/{evaluation}/terima`
pub async fn acknowledge(visit: Visit, Path(id): Path<EvaluationId>) -> Result<Response, WebError> {
    act(&visit.ctx, id).await?;
    Ok(visit.done(&format!("/hasil/{id}"), "evaluation-acknowledged"))
}
