//! *Somebody calls a session* for a unit and a period.

use crate::{
    error::WebError,
    fairness::named,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::{
    Failure,
    calibration::lead::{Calling, Draft, call as act, calling},
};
use askama::Template;
use axum::response::Response;
use domain::{
    decision::Refusal,
    ids::{PeriodId, UnitId},
};

#[derive(Template)]
#[template(path = "calibration/call.html")]
pub(super) struct CallView {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) periods: Vec<(String, String)>,
    pub(super) units: Vec<(String, String)>,
}

/// `GET /kalibrasi/baru`
pub(super) async fn new(visit: Visit) -> Result<Response, WebError> {
    answer(&visit, Form::new()).await
}

/// `POST /kalibrasi/baru`
pub(super) async fn call(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let (period, unit) = (form.required_id::<PeriodId>("period"), form.required_id::<UnitId>("unit"));
    let (day, agenda) = (form.required_date("held_on"), form.required("agenda"));
    let place = form.text_up_to("place", 200);
    let outcome = match (form.check(), period, unit, day) {
        (Ok(()), Some(period), Some(unit), Some(held_on)) => {
            act(&visit.ctx, Draft { period, unit, held_on, place, agenda }).await
        }
        (read, ..) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/kalibrasi/{id}"), "calibration-called")),
        None => answer(&visit, form).await,
    }
}

async fn answer(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let found = calling(&visit.ctx).await?;
    let status = form.status();
    let page = visit.page("calibration-call").under("/kalibrasi", "calibration-title").with(&form);
    Ok(render(&view(page, &found, form), status))
}

pub(super) fn view(page: Page, found: &Calling, form: Form) -> CallView {
    CallView {
        periods: found.periods.iter().map(|one| (one.id.to_string(), named(&page, one))).collect(),
        units: found.units.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        form,
        page,
    }
}
