//! The page of an error; and the page of a conflict, theirs beside yours.

use super::{WebError, told::Told};
use crate::{
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::{Shell, carry::Carried},
};
use actions::Failure;
use askama::Template;
use axum::response::Response;
use domain::{
    decision::{Broken, Certainty, Citation, Conflict, Denied, FieldError, Refusal, Text},
    ids::EmployeeId,
};
use http::{HeaderName, HeaderValue, header};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "error/error.html")]
struct ErrorPage {
    page: Page,
    told: Told,
    carried: Carried,
}

#[derive(Template)]
#[template(path = "error/conflict.html")]
struct ConflictPage {
    page: Page,
    told: Told,
    by: String,
    to: String,
    /// Fields both wrote differently.
    differing: Vec<Differing>,
    /// Everything else that was sent, and what stands saved of the shell's own (`revision`).
    hidden: Vec<(String, String)>,
}

struct Differing {
    name: String,
    label: String,
    theirs: String,
    yours: String,
}

pub(super) fn page(error: &WebError, shell: &Shell, form: Option<&Form>) -> Response {
    let told = Told::of(error, shell);
    let mut page = shell.page(Text::new("error-title"));
    page.title.clone_from(&told.heading);
    let mut response = match (error, form) {
        (WebError::Failure(Failure::Refused(Refusal::Conflict(conflict))), Some(form)) => {
            render(&conflict_page(page, told, conflict, form, &shell.path), error.status())
        }
        _ => {
            let carried = form.map(|form| Carried::of(form, &shell.path)).filter(|carried| !carried.is_empty());
            render(&ErrorPage { page, told, carried: carried.unwrap_or_default() }, error.status())
        }
    };
    if shell.htmx {
        // Wherever the answer was to go: an error is put where everybody looks.
        for (name, value) in
            [("hx-retarget", "#isi"), ("hx-reselect", "#galat"), ("hx-reswap", "innerHTML show:window:top")]
        {
            response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
    if error.status() == http::StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    }
    response
}

fn conflict_page(page: Page, told: Told, conflict: &Conflict, form: &Form, to: &str) -> ConflictPage {
    let own = |name: &str| name == "revision" || name.starts_with('_');
    let mut differing = Vec::new();
    let mut hidden = Vec::new();
    for (name, theirs) in &conflict.now {
        if own(name) {
            hidden.push((name.clone(), theirs.clone()));
        } else if form.has(name) && form.value(name).replace("\r\n", "\n").trim() != theirs.trim() {
            let label = page.field_name(name).unwrap_or_else(|| name.clone());
            differing.push(Differing {
                label,
                theirs: theirs.clone(),
                yours: form.value(name).to_owned(),
                name: name.clone(),
            });
        }
    }
    for (name, value) in form.typed_fields() {
        if !differing.iter().any(|d| d.name == name) && !hidden.iter().any(|(n, _)| *n == name) {
            hidden.push((name, value));
        }
    }
    ConflictPage { page, told, by: conflict.by_name.clone(), to: to.to_owned(), differing, hidden }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let refused = |refusal| WebError::Failure(Failure::Refused(refusal));
    let cite = Citation { policy: "permenpanrb-6-2022".into(), article: "Ps 14(1)".into(), certainty: Certainty::Text };
    let rule = Refusal::Rule(Box::new(Broken {
        says: Text::new("account-wait").with("seconds", 8_i64),
        cite: Some(cite),
        next: Some(Text::new("account-ask-admin")),
    }));
    let denied = Denied { action: "plan.set".into(), says: Text::new("error-denied-sample") };
    let typed = Form::of([("did", "Rapat koordinasi layanan informasi bersama tiga kecamatan."), ("on", "2026-07-07")]);
    let cases: [(&'static str, WebError, Option<&Form>); 11] = [
        ("tidak-berwenang", refused(Refusal::Denied(denied)), None),
        ("tidak-ada", refused(Refusal::NotFound("skp".into())), None),
        ("aturan", refused(rule), Some(&typed)),
        ("isian", refused(Refusal::Fields(vec![FieldError::new("on", Text::new("form-required"))])), Some(&typed)),
        ("berkas-tidak-terjangkau", WebError::TimedOut, Some(&typed)),
        ("halaman-tidak-ada", WebError::NoPage, None),
        ("dari-luar", WebError::Foreign, None),
        ("sesi-lain", WebError::OtherSession, Some(&typed)),
        ("terlalu-besar", WebError::TooLarge { most: 12 * 1024 * 1024 }, None),
        ("tidak-terbaca", WebError::BadRequest(String::new()), None),
        ("cacat", WebError::Internal(String::new()), Some(&typed)),
    ];
    for (name, error, form) in cases {
        let shell = gallery.shell();
        let told = Told::of(&error, &shell);
        let mut page = gallery.page("error-title");
        page.title.clone_from(&told.heading);
        let carried = form.map(|form| Carried::of(form, "/laporan")).unwrap_or_default();
        gallery.add("error/error", name, &ErrorPage { page, told, carried });
    }
    let conflict = Conflict {
        by: EmployeeId(Uuid::nil()),
        by_name: "Dedi Kurniawan, S.Sos.".into(),
        at: gallery.now() - chrono::Duration::minutes(3),
        now: vec![
            ("text".into(), "Terselesaikannya permohonan informasi publik paling lambat 3 hari kerja".into()),
            ("unit".into(), "persen".into()),
            ("revision".into(), "8".into()),
        ],
    };
    let yours = Form::of([
        ("text", "Permohonan informasi publik dijawab tepat waktu oleh petugas loket"),
        ("unit", "dokumen"),
        ("revision", "7"),
    ]);
    let error = refused(Refusal::Conflict(Box::new(conflict.clone())));
    let told = Told::of(&error, &gallery.shell());
    let mut page = gallery.page("error-title");
    page.title.clone_from(&told.heading);
    gallery.add("error/conflict", "", &conflict_page(page, told, &conflict, &yours, "/skp/1/butir/2"));
}
