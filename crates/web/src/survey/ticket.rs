//! *Somebody hands out tickets*: codes to be printed and given to those who were served.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::survey::{see::see_service, ticket};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{decision::Text, ids::ServiceId, survey::Service};

#[derive(Template)]
#[template(path = "survey/ticket.html")]
pub(super) struct TicketPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) service: Service,
    pub(super) codes: Vec<String>,
}

impl TicketPage {
    fn action(&self) -> String {
        format!("/survei/layanan/{}/karcis", self.service.id)
    }
}

/// `GET /survei/layanan/{id}/karcis`
pub(super) async fn show(visit: Visit, Path(id): Path<ServiceId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::of([("n", "40")])).await
}

/// `POST /survei/layanan/{id}/karcis`
pub(super) async fn hand_out(visit: Visit, Path(id): Path<ServiceId>, mut form: Form) -> Result<Response, WebError> {
    let n = form.whole("n").and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let outcome = match form.check() {
        Ok(()) => ticket::hand_out(&visit.ctx, id, n).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(n) => {
            let says = Text::new("survey-tickets-made").with("n", n as i64);
            Ok(visit.done(&format!("/survei/layanan/{id}/karcis"), says))
        }
        None => answer(&visit, id, form).await,
    }
}

async fn answer(visit: &Visit, id: ServiceId, form: Form) -> Result<Response, WebError> {
    let service = see_service(&visit.ctx, id).await?;
    let codes = ticket::unused(&visit.ctx, id).await?;
    let status = form.status();
    let page = visit.page("survey-tickets-title").under("/survei", "survey-title").with(&form);
    Ok(render(&TicketPage { page, form, service, codes }, status))
}
