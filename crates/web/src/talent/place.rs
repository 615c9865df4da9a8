//! *Somebody looks at a person's place* on the talent map with its reason; *a committee's rating of potential* is recorded there.

use super::{place_of, sample};
use crate::{
    error::WebError,
    evaluation::why::Step,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    talent::{
        map::{PlacePage as Found, see_place},
        note::{RatingDraft, rate as save},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    amount::Amount,
    decision::{Refusal, Text},
    ids::EmployeeId,
};

#[derive(Template)]
#[template(path = "talent/place.html")]
struct PlacePage {
    page: Page,
    form: Form,
    found: Found,
    why: Option<Step>,
    link: String,
}

impl PlacePage {
    fn place(&self) -> String {
        place_of(&self.found.person)
    }

    fn points(&self, points: Option<&i64>) -> String {
        points.map_or_else(|| "–".to_owned(), |points| self.page.amount(Amount(points * 100)))
    }
}

/// `GET /talenta/pegawai/{id}`
pub async fn show(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new()).await
}

/// `POST /talenta/pegawai/{id}/potensi`
pub async fn rate(visit: Visit, Path(id): Path<EmployeeId>, mut form: Form) -> Result<Response, WebError> {
    let (assessment, track_record) = (points(&mut form, "assessment"), points(&mut form, "track_record"));
    let on = form.required_date("on");
    let (source, reason) = (form.text_up_to("source", 300), form.text_up_to("reason", 2_000));
    let outcome = match (form.check(), on) {
        (Ok(()), Some(on)) => save(&visit.ctx, id, RatingDraft { assessment, track_record, on, source, reason }).await,
        (read, _) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/talenta/pegawai/{id}"), "talent-rated")),
        None => answer(&visit, id, form).await,
    }
}

/// 0 to 100 with two decimals, in basis points.
fn points(form: &mut Form, name: &str) -> Option<i64> {
    form.amount(name).map(|amount| amount.0 / 100)
}

async fn answer(visit: &Visit, id: EmployeeId, form: Form) -> Result<Response, WebError> {
    let found = see_place(&visit.ctx, id).await?;
    let status = form.status();
    let title = Text::new("talent-place-of").with("name", found.person.employee.name.as_str());
    Ok(render(&view(visit.page(title), found, form), status))
}

fn view(page: Page, found: Found, mut form: Form) -> PlacePage {
    form.set_default("on", page.today().to_string());
    let page = match found.own {
        true => page.under("/hasil/perjalanan", "evaluation-years-title"),
        false => page.under("/talenta", "nav-talent"),
    };
    let page = page.with(&form);
    let why = found.place.as_ref().map(|(_, place)| Step::of(&page, &place.because));
    PlacePage { link: format!("/talenta/pegawai/{}", found.person.employee.id), why, found, form, page }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let title = || Text::new("talent-place-of").with("name", sample::NAME);
    let full = || Found {
        person: sample::person(1, sample::NAME),
        place: Some((sample::map(gallery), sample::place(gallery))),
        rule: sample::boxes().into_iter().find(|rule| rule.number == 9),
        ratings: vec![sample::rating(gallery)],
        manages: true,
        own: false,
    };
    let own = Found { place: None, rule: None, ratings: Vec::new(), manages: false, own: true, ..full() };
    let mut wrong = Form::of([("assessment", "120"), ("source", "BKD")]);
    wrong.fail("assessment", Text::new("talent-rating-out-of-range"));
    let views = [("", full(), Form::new()), ("salah", full(), wrong), ("sendiri", own, Form::new())];
    for (variant, found, form) in views {
        let view = view(gallery.page_at("/talenta/pegawai/1", title()), found, form);
        gallery.add("talent/place", variant, &view);
    }
}
