//! What happens before a handler: who is it, may a form be let in, what goes along. And after it: errors become pages.
//!
//! A form is let in when the browser says it comes from our own pages, and its token was made from the session's
//! secret. A session that ended while somebody typed shows the log-in page with everything typed carried along.

use super::{
    Guest, Visit,
    carry::Carried,
    cookie,
    csrf::{self, Origin, Secret},
    htmx_to,
    shell::Shell,
};
use crate::{
    account,
    error::{self, WebError},
    form::{Form, read},
    routes::Access,
    site::Site,
};
use actions::account::session::{Known, recognise};
use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderValue, Method, StatusCode, header, request::Parts};

/// The gate of one route.
#[derive(Clone)]
pub struct Gate {
    /// The process.
    pub site: Site,
    /// Who may come.
    pub access: Access,
    /// Most a form may weigh, in bytes.
    pub most: usize,
}

/// Where somebody whose password must be changed is sent.
pub const CHANGE_PASSWORD: &str = "/akun/kata-sandi";
/// Open to them meanwhile.
const OPEN_BEFORE_CHANGE: [&str; 4] = [CHANGE_PASSWORD, "/keluar", "/keluar-di-mana-pun", "/bahasa"];

/// Lets a request through to its handler, or answers in its place.
pub async fn pass(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let session = cookie::read(&parts.headers, cookie::SESSION).unwrap_or_default().to_owned();
    let (guest, fresh) = guest_cookie(&gate.site, &parts, &session);
    // The secret hangs on the cookie and not on the session being alive: a form typed in a session that has ended
    // meanwhile can still be told from a forged one.
    let secret = Secret::of(if session.is_empty() { &guest } else { &session });
    let shell = Shell::of_guest(&gate.site, &parts, secret);
    let mut response = admit(&gate, shell.clone(), &session, parts, body, next).await;
    if fresh && is_page(&response) {
        response.headers_mut().append(header::SET_COOKIE, cookie::set(cookie::GUEST, &guest, None, shell.https));
    }
    if shell.flash.is_some() && is_page(&response) && response.status() == StatusCode::OK {
        response.headers_mut().append(header::SET_COOKIE, cookie::set(cookie::FLASH, "", Some(0), shell.https));
    }
    response
}

async fn admit(gate: &Gate, shell: Shell, session: &str, mut parts: Parts, body: Body, next: Next) -> Response {
    if matches!(gate.access, Access::Token(_)) {
        return of_system(gate, shell, parts, body, next).await;
    }
    let mut form = None;
    if parts.method == Method::POST {
        if csrf::origin(&parts.headers) == Origin::Foreign {
            return error::show(&WebError::Foreign, &shell, None);
        }
        form = match read::form(&parts.headers, body, gate.most).await {
            Ok(form) => Some(form),
            Err(error) => return error::show(&error, &shell, None),
        };
    }
    let once = form.as_ref().and_then(Form::once);
    let known = match recognise(gate.site.app(), session, once).await {
        Ok(known) => known,
        Err(failure) => return error::show(&failure.into(), &shell, form.as_ref()),
    };
    let visit = match known {
        Some(Known { ctx, token_hash, must_change }) => {
            let shell = match shell.clone().known(&ctx).await {
                Ok(shell) => shell,
                Err(failure) => return error::show(&failure.into(), &shell, form.as_ref()),
            };
            if must_change && gate.access != Access::Public && !OPEN_BEFORE_CHANGE.contains(&parts.uri.path()) {
                return shell.to(CHANGE_PASSWORD);
            }
            Some(Visit { ctx, token_hash, shell })
        }
        None => None,
    };
    if visit.is_none() && gate.access != Access::Public {
        return log_in_first(&shell, &parts, form.as_ref());
    }
    let shell = visit.as_ref().map_or(shell, |visit| visit.shell.clone());
    if let Some(form) = &form
        && let Err(answer) = let_in(&shell, &parts, form)
    {
        return answer;
    }
    if let Some(visit) = visit.clone() {
        parts.extensions.insert(visit);
    }
    parts.extensions.insert(Guest { site: gate.site.clone(), visit, shell: shell.clone() });
    if let Some(form) = form.clone() {
        parts.extensions.insert(form);
    }
    let response = next.run(Request::from_parts(parts, Body::empty())).await;
    error::dress(response, &shell, form.as_ref())
}

/// A request of another system: whoever sends it is known by a token alone, so a browser that is logged in lends it nothing, and
/// no token of a form is asked for. What it sends is handed on as it is.
async fn of_system(gate: &Gate, shell: Shell, mut parts: Parts, body: Body, next: Next) -> Response {
    let shell = Shell { json: true, ..shell };
    let sent = match read::body(body, gate.most).await {
        Ok(sent) => sent,
        Err(error) => return error::show(&error, &shell, None),
    };
    parts.extensions.insert(Guest { site: gate.site.clone(), visit: None, shell: shell.clone() });
    let response = next.run(Request::from_parts(parts, Body::from(sent))).await;
    error::dress(response, &shell, None)
}

/// Was the form made by us, for this session?
#[allow(clippy::result_large_err)] // an answer, made at most once a request
fn let_in(shell: &Shell, parts: &Parts, form: &Form) -> Result<(), Response> {
    let header = parts.headers.get("x-csrf").and_then(|v| v.to_str().ok());
    let token = header.unwrap_or_else(|| form.value("_csrf"));
    if shell.secret.made(token) {
        return Ok(());
    }
    // Ours by the browser's own word, but made for another session: somebody logged in again in another window.
    // What they typed is shown to be sent again; nothing is saved before they press the button.
    if csrf::origin(&parts.headers) == Origin::Own {
        return Err(error::show(&WebError::OtherSession, shell, Some(form)));
    }
    Err(error::show(&WebError::Foreign, shell, None))
}

/// Nobody is logged in where somebody has to be.
fn log_in_first(shell: &Shell, parts: &Parts, form: Option<&Form>) -> Response {
    let path = shell.path.as_str();
    if shell.json {
        return error::show(&WebError::LogInFirst, shell, None);
    }
    let log_in = |back: &str| format!("/masuk?ke={}", cookie::encode(back));
    let Some(form) = form else {
        return if shell.htmx {
            let shown = parts.headers.get("hx-current-url").and_then(|v| v.to_str().ok()).unwrap_or_default();
            let back = shown.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
            htmx_to(&log_in(back.unwrap_or(path)))
        } else {
            Redirect::to(&log_in(path)).into_response()
        };
    };
    // Without proof that it was typed in our own pages, nothing of it is shown.
    let token_fits = shell.secret.made(form.value("_csrf"));
    let ours = csrf::origin(&parts.headers) == Origin::Own || token_fits;
    let carried = if ours { Carried::of(form, path) } else { Carried::default() };
    account::log_in::expired(shell, carried)
}

/// The secret cookie of somebody without a session; made anew if there is none.
fn guest_cookie(site: &Site, parts: &Parts, session: &str) -> (String, bool) {
    match cookie::read(&parts.headers, cookie::GUEST) {
        Some(guest) => (guest.to_owned(), false),
        None if !session.is_empty() => (String::new(), false),
        None => (site.app().world.secret().iter().take(16).map(|b| format!("{b:02x}")).collect(), true),
    }
}

fn is_page(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind: &HeaderValue| kind.as_bytes().starts_with(b"text/html"))
}
