//! *Somebody looks at one person in a session*: every line with its reason, raw beside fair; and proposes another rating.

use super::see::{SCALE, fair_of, line_name, marks};
use crate::{
    error::WebError,
    fairness::draw,
    form::Form,
    page::{Page, render},
    session::Visit,
    words::Markup,
};
use actions::{
    Failure,
    calibration::{
        propose as proposing,
        see::{Looked, look},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    assessment::{Rating, Subject},
    decision::Refusal,
    ids::{CalibrationId, SkpId},
};

#[derive(Template)]
#[template(path = "calibration/look.html")]
pub(super) struct LookView {
    pub(super) page: Page,
    pub(super) found: Looked,
    pub(super) form: Form,
}

impl LookView {
    fn link(&self) -> String {
        format!("/kalibrasi/{}/{}", self.found.session.id, self.found.line.skp)
    }

    fn name(&self, subject: &Subject, text: Option<&String>) -> String {
        line_name(&self.page, *subject, text)
    }

    fn drawing(&self) -> Option<Markup> {
        let line = &self.found.line;
        line.raw?;
        let span = draw::Span { name: line.name.clone(), raw: line.raw, fair: line.fair, quarters: None };
        Some(draw::spans(&[span], SCALE, &marks(&self.page), None))
    }

    fn between(&self) -> String {
        fair_of(&self.page, &self.found.line)
    }

    fn lines(&self) -> Vec<(String, String)> {
        let one = |(subject, text, rating, ..): &(Subject, Option<String>, Rating, String, usize)| {
            let name = self.name(subject, text.as_ref());
            (subject.field(), format!("{name} ({})", self.page.text(rating.label())))
        };
        self.found.answers.iter().map(one).collect()
    }

    fn ratings(&self) -> [(&'static str, String); 3] {
        [Rating::Diatas, Rating::Sesuai, Rating::Dibawah].map(|one| (one.code(), self.page.text(one.label())))
    }
}

/// `GET /kalibrasi/{id}/{skp}`
pub(super) async fn show(visit: Visit, Path((id, skp)): Path<(CalibrationId, SkpId)>) -> Result<Response, WebError> {
    Ok(answer(&visit, look(&visit.ctx, id, skp).await?, Form::new()))
}

/// `POST /kalibrasi/{id}/{skp}`
pub(super) async fn propose(
    visit: Visit,
    Path((id, skp)): Path<(CalibrationId, SkpId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let found = look(&visit.ctx, id, skp).await?;
    let known = |field: &str| found.answers.iter().map(|one| one.0).find(|subject| subject.field() == field);
    let (subject, after) = (form.required_choice("subject", known), form.required_choice("after", Rating::from_code));
    let reason = form.required("reason");
    let outcome = match (form.check(), subject, after) {
        (Ok(()), Some(subject), Some(after)) => proposing::propose(&visit.ctx, id, skp, (subject, after), reason).await,
        (read, ..) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(proposal) => Ok(visit.done(&format!("/kalibrasi/{id}#usul-{proposal}"), "calibration-proposed")),
        None => Ok(answer(&visit, found, form)),
    }
}

fn answer(visit: &Visit, found: Looked, form: Form) -> Response {
    let status = form.status();
    let mut page = visit.page("calibration-person").under("/kalibrasi", "calibration-title");
    page = page.under(format!("/kalibrasi/{}", found.session.id), "calibration-session");
    page.title.clone_from(&found.line.name);
    render(&LookView { page: page.with(&form), found, form }, status)
}
