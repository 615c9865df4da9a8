//! *Somebody finds a mentor*: suggestions with their reasons; the choice, with every rule against it beside the field.

use super::sample;
use crate::{
    error::WebError,
    evaluation::why::Step,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure, Person,
    mentoring::pair::{Matching, Suggestion, matching, pair},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    amount::Amount,
    decision::{Refusal, Text},
    ids::MentoringId,
    mentoring::pairing::Weak,
};

#[derive(Template)]
#[template(path = "mentoring/pair.html")]
struct PairPage {
    page: Page,
    form: Form,
    link: String,
    found: Matching,
    cite: String,
}

impl PairPage {
    fn level(&self, weak: &Weak) -> String {
        weak.level.map_or_else(|| "–".to_owned(), |level| self.page.amount(Amount(level * (Amount::SCALE / 100))))
    }

    fn place(&self, person: &Person) -> String {
        let parts = [person.post.as_ref().map(|post| post.title.clone()), person.unit.as_ref().map(|u| u.name.clone())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn why(&self, one: &Suggestion) -> Vec<String> {
        one.steps.iter().map(|reason| Step::of(&self.page, reason).says).collect()
    }

    fn named(&self, person: &Person) -> String {
        person.employee.nip.as_ref().map_or_else(|| person.employee.name.clone(), |nip| nip.as_str().to_owned())
    }
}

/// `GET /pendampingan/{case}/pendamping`
pub async fn show(visit: Visit, Path(id): Path<MentoringId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new()).await
}

/// `POST /pendampingan/{case}/pendamping`
pub async fn choose(visit: Visit, Path(id): Path<MentoringId>, mut form: Form) -> Result<Response, WebError> {
    let mentor = form.required("mentor");
    let revision = form.whole("revision").unwrap_or_default();
    let outcome = match form.check() {
        Ok(()) => pair(&visit.ctx, id, revision, mentor).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pendampingan/{id}"), "mentoring-paired")),
        None => answer(&visit, id, form).await,
    }
}

async fn answer(visit: &Visit, id: MentoringId, form: Form) -> Result<Response, WebError> {
    let found = matching(&visit.ctx, id).await?;
    if !found.case.runs() {
        return Err(Failure::Refused(Refusal::rule(Text::new("mentoring-is-over"))).into());
    }
    let status = form.status();
    Ok(render(&view(visit.page("mentoring-find-mentor"), found, form), status))
}

fn view(page: Page, found: Matching, mut form: Form) -> PairPage {
    form.set_default("revision", found.case.revision.to_string());
    let link = format!("/pendampingan/{}", found.case.id);
    let page = page
        .under("/pendampingan", "nav-mentoring")
        .under(link.clone(), Text::new("mentoring-of").with("name", found.name.as_str()))
        .with(&form);
    PairPage { cite: page.cite(&found.cite), link: format!("{link}/pendamping"), form, found, page }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let mut wrong = Form::of([("mentor", "Wahyu")]);
    wrong.fail("mentor", Text::new("mentoring-mentor-overloaded").with("load", 3_u32).with("limit", 3_u32));
    for (variant, form) in [("", Form::new()), ("salah", wrong)] {
        let page = gallery.page_at("/pendampingan/1/pendamping", "mentoring-find-mentor");
        let view = view(page, sample::matching(gallery), form);
        gallery.add("mentoring/pair", variant, &view);
    }
}
