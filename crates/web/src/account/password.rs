//! *Somebody changes their own password*; at the first log-in they must.

use super::log_out::without_session;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::account::change_password::change_password;
use askama::Template;
use axum::response::Response;
use domain::decision::Text;

#[derive(Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    page: Page,
    form: Form,
}

/// `GET /akun/kata-sandi`
pub async fn show(visit: Visit) -> Response {
    answer(&visit, Form::new())
}

/// `POST /akun/kata-sandi`; every session ends, this one too.
pub async fn change(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let (present, new, again) = (form.password("present"), form.password("password"), form.password("again"));
    let outcome = match form.check() {
        Ok(()) => change_password(&visit.ctx, &present, &new, &again).await,
        Err(failure) => Err(failure),
    };
    Ok(match form.caught(outcome)? {
        Some(()) => without_session(visit.done("/masuk", "account-password-changed"), visit.https),
        None => answer(&visit, form),
    })
}

fn answer(visit: &Visit, form: Form) -> Response {
    let page = visit.page("account-password-title").under("/akun", "nav-account").with(&form);
    let status = form.status();
    render(&PasswordPage { page, form }, status)
}

pub(super) fn samples(gallery: &mut Gallery) {
    let page = |form: &Form| {
        gallery.page_at("/akun/kata-sandi", "account-password-title").under("/akun", "nav-account").with(form)
    };
    let mut wrong = Form::new();
    wrong.fail("present", Text::new("account-present-password-wrong"));
    wrong.fail("password", Text::new("account-password-too-short").with("min", 12_i64).with("have", 6_i64));
    let views = [("", Form::new()), ("salah", wrong)]
        .map(|(variant, form)| (variant, PasswordPage { page: page(&form), form }));
    for (variant, view) in views {
        gallery.add("account/password", variant, &view);
    }
}
