//! *An employee plans steps* under an indicator, and ticks them off.

use super::indicator::again;
use crate::{error::WebError, form::Form, session::Visit};
use actions::progress::plan_step::{plan_step, tick as verb};
use axum::{extract::Path, response::Response};
use domain::ids::{IndicatorId, SkpId, StepId};

/// `POST /skp/{skp}/indikator/{indicator}/rencana-aksi`
pub async fn add(
    visit: Visit,
    Path((skp, indicator)): Path<(SkpId, IndicatorId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let (text, due) = (form.required("step_text"), form.required_date("step_due"));
    let outcome = match form.check() {
        Ok(()) => plan_step(&visit.ctx, skp, indicator, text, due.unwrap_or_default()).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done(&format!("/skp/{skp}/indikator/{indicator}#langkah"), "progress-step-saved")),
        None => again(&visit, skp, indicator, form).await,
    }
}

/// `POST /skp/{skp}/indikator/{indicator}/rencana-aksi/{step}`
pub async fn tick(
    visit: Visit,
    Path((skp, indicator, step)): Path<(SkpId, IndicatorId, StepId)>,
    form: Form,
) -> Result<Response, WebError> {
    verb(&visit.ctx, skp, step, form.flag("done")).await?;
    Ok(visit.to(&format!("/skp/{skp}/indikator/{indicator}#langkah")))
}
