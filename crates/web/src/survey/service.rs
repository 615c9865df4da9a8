//! *A leader or the office keeps a service*: its name, its unit, how many use it, its own questions.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::{
    Failure,
    survey::{
        see::{choices, see_service},
        write_service::{ServiceDraft, write},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    ids::{ServiceId, UnitId},
    people::Unit,
    survey::{Question, Service},
};

#[derive(Template)]
#[template(path = "survey/service.html")]
pub(super) struct WritePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) id: Option<ServiceId>,
    pub(super) units: Vec<Unit>,
}

impl WritePage {
    fn action(&self) -> String {
        self.id.map_or_else(|| "/survei/layanan-baru".to_owned(), |id| format!("/survei/layanan/{id}/ubah"))
    }

    fn choices(&self) -> Vec<(String, String)> {
        self.units.iter().map(|unit| (unit.id.to_string(), unit.name.clone())).collect()
    }
}

/// `GET /survei/layanan-baru`
pub(super) async fn new(visit: Visit) -> Result<Response, WebError> {
    answer(&visit, Form::of([("pace", "30")]), None).await
}

/// `POST /survei/layanan-baru`
pub(super) async fn add(visit: Visit, form: Form) -> Result<Response, WebError> {
    save(visit, form, None).await
}

/// `GET /survei/layanan/{id}/ubah`
pub(super) async fn edit(visit: Visit, Path(id): Path<ServiceId>) -> Result<Response, WebError> {
    let service = see_service(&visit.ctx, id).await?;
    answer(&visit, filled(&service), Some(id)).await
}

/// `POST /survei/layanan/{id}/ubah`
pub(super) async fn change(visit: Visit, Path(id): Path<ServiceId>, form: Form) -> Result<Response, WebError> {
    save(visit, form, Some(id)).await
}

fn filled(service: &Service) -> Form {
    let line = |one: &Question| format!("{} | {} | {}", one.code, if one.scale { "angka" } else { "teks" }, one.text);
    let questions: Vec<String> = service.questions.iter().map(line).collect();
    let mut form = Form::of([
        ("name", service.name.clone()),
        ("code", service.code.clone()),
        ("unit", service.unit.to_string()),
        ("users", service.users.to_string()),
        ("pace", service.pace.to_string()),
        ("questions", questions.join("\n")),
    ]);
    for (name, on) in [("tickets", service.tickets), ("retired", service.retired)] {
        if on {
            form.set(name, "1");
        }
    }
    form
}

async fn save(visit: Visit, mut form: Form, id: Option<ServiceId>) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Ok(draft) => write(&visit.ctx, id, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/survei/layanan/{id}"), "survey-service-saved")),
        None => answer(&visit, form, id).await,
    }
}

fn read(form: &mut Form) -> Result<ServiceDraft, Failure> {
    let count = |form: &mut Form, name| form.whole(name).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    let unit = form.required_id("unit");
    let draft = ServiceDraft {
        // Without one the form is refused below.
        unit: unit.unwrap_or(UnitId(uuid::Uuid::nil())),
        code: form.text_up_to("code", 60),
        name: form.text_up_to("name", 200),
        users: count(form, "users"),
        tickets: form.flag("tickets"),
        pace: count(form, "pace"),
        questions: questions(&form.text("questions")),
        retired: form.flag("retired"),
    };
    form.check().map(|()| draft)
}

/// Each line: code, kind, question. What cannot be read keeps an empty code, which the rules name.
fn questions(text: &str) -> Vec<Question> {
    let read = |line: &str| {
        let mut parts = line.splitn(3, '|').map(str::trim);
        let (code, kind, text) = (parts.next()?, parts.next()?, parts.next()?);
        let known = matches!(kind, "angka" | "teks") && !text.is_empty();
        known.then(|| Question { code: code.to_owned(), text: text.to_owned(), scale: kind == "angka" })
    };
    let unread = || Question { code: String::new(), text: String::new(), scale: false };
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| read(line).unwrap_or_else(unread)).collect()
}

async fn answer(visit: &Visit, form: Form, id: Option<ServiceId>) -> Result<Response, WebError> {
    let units = choices(&visit.ctx).await?;
    let status = form.status();
    let title = Text::new(if id.is_some() { "survey-service-change" } else { "survey-service-new" });
    let page = visit.page(title).under("/survei", "survey-title").with(&form);
    Ok(render(&WritePage { page, form, id, units }, status))
}
