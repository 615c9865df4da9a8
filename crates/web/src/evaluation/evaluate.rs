//! *The rater signs*: the predicate follows from the ratings sent before; only notes are typed here.

use crate::{assessment::rate, error::WebError, form::Form, session::Visit};
use actions::{assessment::see_desk::see_desk, evaluation::evaluate::evaluate as act};
use axum::{extract::Path, response::Response};
use domain::ids::{PeriodId, SkpId};

/// `POST /penilaian/{period}/{skp}/tetapkan`
pub async fn evaluate(
    visit: Visit,
    Path((period, skp)): Path<(PeriodId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let notes = form.text("notes");
    let outcome = match form.check() {
        Ok(()) => act(&visit.ctx, period, skp, notes).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/hasil/{id}#umpan-balik"), "evaluation-signed")),
        None => {
            let desk = see_desk(&visit.ctx, period, skp).await?;
            rate::answer(&visit, desk, Form::new(), form, false).await
        }
    }
}
