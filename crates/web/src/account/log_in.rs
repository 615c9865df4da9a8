//! *Somebody logs in* with NIP and password; and after a session that ended in the middle of a form, goes on where
//! they were: what was typed is carried by the log-in form and sent again with one press.

use crate::{
    error::WebError,
    form::Form,
    page::{self, Page, render},
    preview::Gallery,
    session::{Guest, Shell, carry::Carried, cookie, csrf::Secret, gate::CHANGE_PASSWORD, local},
};
use actions::account::log_in::{self, LoggedIn};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::decision::{Arg, Refusal, Text};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "account/log_in.html")]
struct LogInPage {
    page: Page,
    form: Form,
    back: String,
    carried: Carried,
    expired: bool,
}

#[derive(Template)]
#[template(path = "account/resume.html")]
struct ResumePage {
    page: Page,
    carried: Carried,
}

/// `GET /masuk?ke=/skp`
pub async fn show(guest: Guest, Query(query): Query<BTreeMap<String, String>>) -> Response {
    let back = local(query.get("ke").map_or("/", String::as_str)).to_owned();
    if guest.visit.is_some() {
        return guest.to(&back);
    }
    let page = guest.page("account-log-in-title");
    page::show(&LogInPage { page, form: Form::new(), back, carried: Carried::default(), expired: false })
}

/// The session ended before this form came: log in, and go on.
pub(crate) fn expired(shell: &Shell, carried: Carried) -> Response {
    let page = shell.page("account-expired-title");
    let back = if carried.is_empty() { "/".to_owned() } else { carried.to.clone() };
    render(&LogInPage { page, form: Form::new(), back, carried, expired: true }, StatusCode::UNAUTHORIZED)
}

/// `POST /masuk`
pub async fn enter(guest: Guest, headers: HeaderMap, mut form: Form) -> Result<Response, WebError> {
    let agent = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let (login, password) = (form.required("login"), form.password("password"));
    let outcome = match form.check() {
        Ok(()) => log_in::log_in(guest.site.app(), &login, &password, agent).await,
        Err(failure) => Err(failure),
    };
    let carried = Carried::unpack(&form);
    let Some(logged_in) = form.caught(outcome)? else { return Ok(again(&guest, form, carried.unwrap_or_default())) };
    let LoggedIn { cookie: session, must_change } = logged_in;
    let mut response = match carried {
        _ if must_change => guest.to(CHANGE_PASSWORD),
        // The new session has another secret: the form is sent again with a token of its own.
        Some(carried) => {
            let page = Shell { secret: Secret::of(&session), ..guest.shell.clone() }.page("account-resume-title");
            render(&ResumePage { page, carried }, StatusCode::OK)
        }
        None => guest.to(local(form.value("_ke"))),
    };
    let cookies = [
        cookie::set(cookie::SESSION, &session, None, guest.https),
        cookie::set(cookie::GUEST, "", Some(0), guest.https),
    ];
    for line in cookies {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    Ok(response)
}

fn again(guest: &Guest, form: Form, carried: Carried) -> Response {
    let page = guest.page("account-log-in-title").with(&form);
    let wait = seconds_to_wait(&form);
    let status = if wait.is_some() { StatusCode::TOO_MANY_REQUESTS } else { form.status() };
    let back = local(form.value("_ke")).to_owned();
    let mut response = render(&LogInPage { page, form, back, carried, expired: false }, status);
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds.unsigned_abs()));
    }
    response
}

fn seconds_to_wait(form: &Form) -> Option<i64> {
    let Some(Refusal::Rule(broken)) = &form.refusal else { return None };
    broken.says.args.iter().find_map(|(name, arg)| match arg {
        Arg::Num(seconds) if name == "seconds" => Some(*seconds),
        _ => None,
    })
}

pub(super) fn samples(gallery: &mut Gallery) {
    let mut show = |variant, title: &'static str, form: Form, carried: Carried, expired| {
        let page = gallery.guest_page(title).with(&form);
        gallery.add("account/log_in", variant, &LogInPage { page, form, back: "/".into(), carried, expired });
    };
    show("", "account-log-in-title", Form::new(), Carried::default(), false);
    let mut wrong = Form::of([("login", "199001012015011001")]);
    wrong.fail("login", Text::new("account-wrong-login"));
    show("salah", "account-log-in-title", wrong, Carried::default(), false);
    let mut wait = Form::of([("login", "199001012015011001")]);
    wait.refusal = Some(Refusal::rule(Text::new("account-wait").with("seconds", 8_i64)));
    show("tunggu", "account-log-in-title", wait, Carried::default(), false);
    let typed =
        Form::of([("did", "Rapat koordinasi layanan informasi bersama tiga kecamatan; disepakati jadwal loket.")]);
    let carried = Carried { lost_files: true, ..Carried::of(&typed, "/laporan") };
    show("sesi-berakhir", "account-expired-title", Form::new(), carried.clone(), true);
    let page = gallery.guest_page("account-resume-title");
    gallery.add("account/resume", "", &ResumePage { page, carried });
}
