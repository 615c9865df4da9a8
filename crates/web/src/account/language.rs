//! *Somebody chooses the language.* Kept in a cookie for a year.

use crate::{
    form::Form,
    session::{Guest, cookie, local},
    words::Lang,
};
use axum::response::Response;
use http::header;

/// `POST /bahasa`
pub async fn choose(guest: Guest, form: Form) -> Response {
    let lang = Lang::from_code(form.value("bahasa")).unwrap_or_default();
    let mut response = guest.to(local(form.value("kembali")));
    let line = cookie::set(cookie::LANGUAGE, lang.code(), Some(cookie::YEAR), guest.https);
    response.headers_mut().append(header::SET_COOKIE, line);
    response
}
