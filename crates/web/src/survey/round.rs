//! *The office opens a period of the survey*, and closes it.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::{
    Failure,
    survey::manage_round::{self, RoundDraft},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{ids::RoundId, permissions::Action, survey::Weight, time::DateRange};

#[derive(Template)]
#[template(path = "survey/round.html")]
pub(super) struct RoundPage {
    pub(super) page: Page,
    pub(super) form: Form,
}

impl RoundPage {
    fn weights(&self) -> Vec<(&'static str, String)> {
        Weight::ALL.map(|weight| (weight.code(), self.page.text(weight.label()))).to_vec()
    }
}

/// `GET /survei/masa-baru`
pub(super) async fn new(visit: Visit) -> Result<Response, WebError> {
    visit.ctx.permit(Action::SurveyManage)?;
    Ok(answer(&visit, Form::of([("weight", Weight::Ninth.code()), ("smallest", "10")])))
}

/// `POST /survei/masa-baru`
pub(super) async fn open(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Ok(draft) => manage_round::open(&visit.ctx, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/survei?masa={id}"), "survey-round-opened")),
        None => Ok(answer(&visit, form)),
    }
}

fn read(form: &mut Form) -> Result<RoundDraft, Failure> {
    let (from, until) = (form.required_date("from"), form.required_date("until"));
    let weight = form.required_choice("weight", Weight::from_code);
    let draft = RoundDraft {
        name: form.text_up_to("name", 100),
        // Without a day the form is refused below.
        dates: DateRange { from: from.unwrap_or_default(), until },
        weight: weight.unwrap_or_default(),
        smallest: form.whole("smallest").and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
    };
    form.check().map(|()| draft)
}

fn answer(visit: &Visit, form: Form) -> Response {
    let status = form.status();
    let page = visit.page("survey-round-new").under("/survei", "survey-title").with(&form);
    render(&RoundPage { page, form }, status)
}

/// `POST /survei/masa/{id}/tutup`
pub(super) async fn close(visit: Visit, Path(id): Path<RoundId>) -> Result<Response, WebError> {
    manage_round::close(&visit.ctx, id).await?;
    Ok(visit.done(&format!("/survei?masa={id}"), "survey-round-closed"))
}
