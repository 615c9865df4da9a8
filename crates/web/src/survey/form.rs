//! *Somebody of the public answers the survey*: on a phone of their own, or on the device at the counter, which returns to
//! an empty form by itself. One page, one form, no script.

use crate::{
    error::WebError,
    form::Form,
    page::{self, Page, render},
    session::{Guest, cookie},
};
use actions::{
    Failure,
    survey::{
        answer::{Door, From, door, submit},
        import::{WORDS, sheet},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    survey::{Profile, Service, Unsur},
};
use http::{HeaderMap, HeaderValue, header};

/// Seconds before the device at the counter shows an empty form again: after thanks, and after a form left alone.
const AFTER_THANKS: u32 = 8;
const AFTER_SILENCE: u32 = 240;

#[derive(Template)]
#[template(path = "survey/form.html")]
pub(super) struct FormPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) agency: String,
    pub(super) service: Service,
    pub(super) action: String,
    /// Why no answer is taken.
    pub(super) closed: Option<Refusal>,
}

impl FormPage {
    fn unsur(&self) -> [Unsur; 9] {
        Unsur::ALL
    }

    fn legend(&self, unsur: &Unsur) -> String {
        format!("{}. {}", *unsur as usize + 1, self.page.text(unsur.question()))
    }

    fn answers(&self, unsur: &Unsur) -> Vec<(String, String)> {
        unsur.choices().into_iter().map(|(value, says)| (value.to_string(), self.page.text(&says))).collect()
    }

    fn scale(&self) -> Vec<(String, String)> {
        let words = ["survey-scale-1", "survey-scale-2", "survey-scale-3", "survey-scale-4"];
        words.iter().zip(1..).map(|(key, value)| (value.to_string(), self.page.t(key))).collect()
    }

    fn bands(&self) -> Vec<Bands> {
        bands(&self.page)
    }

    fn why(&self) -> Option<page::BrokenSays> {
        self.closed.as_ref().and_then(|refusal| self.page.broken(refusal))
    }
}

/// A field about the respondent, in words: its name in the form, its label, what there is to choose from.
pub(super) type Bands = (&'static str, String, Vec<(&'static str, String)>);

/// The fields about the respondent.
pub(super) fn bands(page: &Page) -> Vec<Bands> {
    let words =
        |choices: Vec<(&'static str, Text)>| choices.into_iter().map(|(code, says)| (code, page.text(&says))).collect();
    Profile::fields().into_iter().map(|(family, label, choices)| (family, page.text(&label), words(choices))).collect()
}

#[derive(Template)]
#[template(path = "survey/thanks.html")]
pub(super) struct ThanksPage {
    pub(super) page: Page,
    pub(super) agency: String,
    /// Back to the empty form, on the device at the counter.
    pub(super) again: Option<String>,
    /// Where results are published.
    pub(super) results: String,
}

/// `GET /skm/{agency}/{service}`
pub(super) async fn show(guest: Guest, Path((agency, code)): Path<(String, String)>) -> Result<Response, WebError> {
    let door = door(guest.site.app(), &agency, &code, None).await?;
    Ok(ask(&guest, &door, format!("/skm/{agency}/{code}"), Form::new()))
}

/// `GET /skm/{agency}/{service}/kios/{key}`
pub(super) async fn show_kiosk(
    guest: Guest,
    Path(place): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let door = kiosk(&guest, &place, None).await?;
    let here = kiosk_path(&place);
    Ok(refreshed(ask(&guest, &door, here.clone(), Form::new()), AFTER_SILENCE, &here))
}

async fn kiosk(
    guest: &Guest,
    (agency, code, key): &(String, String, String),
    once: Option<uuid::Uuid>,
) -> Result<Door, WebError> {
    let door = door(guest.site.app(), agency, code, once).await?;
    if door.service.kiosk_key == *key { Ok(door) } else { Err(WebError::NoPage) }
}

fn kiosk_path((agency, code, key): &(String, String, String)) -> String {
    format!("/skm/{agency}/{code}/kios/{key}")
}

/// `POST /skm/{agency}/{service}`
pub(super) async fn send(
    guest: Guest,
    Path((agency, code)): Path<(String, String)>,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response, WebError> {
    let door = door(guest.site.app(), &agency, &code, form.once()).await?;
    let known = cookie::read(&headers, cookie::GUEST).or_else(|| cookie::read(&headers, cookie::SESSION));
    let outcome = take(&door, From::Device(known.unwrap_or_default().to_owned()), &form).await;
    let here = format!("/skm/{agency}/{code}");
    match form.caught(outcome)? {
        Some(()) => Ok(guest.to(&format!("{here}/terima-kasih"))),
        None => Ok(ask(&guest, &door, here, form)),
    }
}

/// `POST /skm/{agency}/{service}/kios/{key}`
pub(super) async fn send_kiosk(
    guest: Guest,
    Path(place): Path<(String, String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let door = kiosk(&guest, &place, form.once()).await?;
    let outcome = take(&door, From::Kiosk(place.2.clone()), &form).await;
    let here = kiosk_path(&place);
    match form.caught(outcome)? {
        Some(()) => Ok(guest.to(&format!("{here}/terima-kasih"))),
        None => Ok(refreshed(ask(&guest, &door, here.clone(), form), AFTER_SILENCE, &here)),
    }
}

async fn take(door: &Door, from: From, form: &Form) -> Result<(), Failure> {
    let sent =
        sheet(&door.service, |field| form.value(field)).map_err(|errors| Failure::from(Refusal::Fields(errors)))?;
    submit(door, from, form.value("ticket"), sent).await
}

fn ask(guest: &Guest, door: &Door, action: String, form: Form) -> Response {
    let page =
        public(guest, Text::new("survey-form-title").with("service", door.service.name.as_str()), door).with(&form);
    let status = form.status();
    let (agency, closed) = (door.agency().name.clone(), door.open().err());
    render(&FormPage { page, form, agency, service: door.service.clone(), action, closed }, status)
}

/// A page for anybody: who is logged in does not matter here and is not shown.
fn public(guest: &Guest, title: Text, door: &Door) -> Page {
    let mut page = Page { who: None, ..guest.page(title) };
    page.words.zone = door.agency().time_zone;
    page
}

/// `GET /skm/{agency}/{service}/terima-kasih`
pub(super) async fn thanks(guest: Guest, Path((agency, code)): Path<(String, String)>) -> Result<Response, WebError> {
    let door = door(guest.site.app(), &agency, &code, None).await?;
    Ok(page::show(&thanks_page(&guest, &door, &agency, None)))
}

/// `GET /skm/{agency}/{service}/kios/{key}/terima-kasih`
pub(super) async fn thanks_kiosk(
    guest: Guest,
    Path(place): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let door = kiosk(&guest, &place, None).await?;
    let here = kiosk_path(&place);
    Ok(refreshed(page::show(&thanks_page(&guest, &door, &place.0, Some(here.clone()))), AFTER_THANKS, &here))
}

fn thanks_page(guest: &Guest, door: &Door, agency: &str, again: Option<String>) -> ThanksPage {
    let page = public(guest, Text::new("survey-thanks-title"), door);
    ThanksPage { page, agency: door.agency().name.clone(), again, results: format!("/skm/{agency}") }
}

/// The browser goes on by itself after so many seconds: the header of old, which needs no script.
fn refreshed(mut response: Response, seconds: u32, to: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(&format!("{seconds};url={to}")) {
        response.headers_mut().insert(header::REFRESH, value);
    }
    response
}

/// Where complaints and suggestions are typed.
pub(super) const SAID: &str = WORDS;
