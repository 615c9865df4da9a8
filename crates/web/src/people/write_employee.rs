//! *The personnel office adds a person*, or puts their particulars right.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::{
    Failure,
    people::{
        see::see_employee,
        write_employee::{self, EmployeeDraft},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{decision::Text, ids::EmployeeId, people::Employment};

#[derive(Template)]
#[template(path = "people/write_employee.html")]
pub(super) struct WritePage {
    pub(super) page: Page,
    pub(super) form: Form,
    /// The person being changed; `None` for a new one.
    pub(super) id: Option<EmployeeId>,
}

impl WritePage {
    fn action(&self) -> String {
        self.id.map_or_else(|| "/pegawai/baru".to_owned(), |id| format!("/pegawai/{id}/ubah"))
    }

    fn employments(&self) -> Vec<(&'static str, String)> {
        Employment::CODES.map(|(code, _)| (code, self.page.label("employment", code))).to_vec()
    }
}

/// `GET /pegawai/baru`
pub(super) async fn new(visit: Visit) -> Result<Response, WebError> {
    visit.ctx.permit(domain::permissions::Action::PeopleWrite)?;
    Ok(answer(&visit, Form::of([("employment", "pns")]), None))
}

/// `POST /pegawai/baru`
pub(super) async fn add(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Ok(draft) => write_employee::add(&visit.ctx, draft).await,
        Err(failure) => Err(failure),
    };
    Ok(match form.caught(outcome)? {
        Some(id) => visit.done(&format!("/pegawai/{id}"), "people-added"),
        None => answer(&visit, form, None),
    })
}

/// `GET /pegawai/{id}/ubah`
pub(super) async fn edit(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    visit.ctx.permit(domain::permissions::Action::PeopleWrite)?;
    let employee = see_employee(&visit.ctx, id).await?.person.employee;
    let form = Form::of([
        ("nip", employee.nip.map(|nip| nip.to_string()).unwrap_or_default()),
        ("name", employee.name),
        ("employment", employee.employment.code().to_owned()),
        ("rank", employee.rank),
    ]);
    Ok(answer(&visit, form, Some(id)))
}

/// `POST /pegawai/{id}/ubah`
pub(super) async fn change(visit: Visit, Path(id): Path<EmployeeId>, mut form: Form) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Ok(draft) => write_employee::change(&visit.ctx, id, draft).await,
        Err(failure) => Err(failure),
    };
    Ok(match form.caught(outcome)? {
        Some(()) => visit.done(&format!("/pegawai/{id}"), "people-changed"),
        None => answer(&visit, form, Some(id)),
    })
}

fn read(form: &mut Form) -> Result<EmployeeDraft, Failure> {
    let employment = form.required_choice("employment", Employment::from_code);
    let draft = EmployeeDraft {
        nip: form.text("nip"),
        name: form.required("name"),
        employment: employment.unwrap_or(Employment::Pns),
        rank: form.text_up_to("rank", 100),
        login: form.text_up_to("login", 60),
    };
    form.check().map(|()| draft)
}

fn answer(visit: &Visit, form: Form, id: Option<EmployeeId>) -> Response {
    let status = form.status();
    let title = Text::new(if id.is_some() { "people-change-title" } else { "people-add-title" });
    let mut page = visit.page(title).under("/pegawai", "people-list-title").with(&form);
    if let Some(id) = id {
        page = page.under(format!("/pegawai/{id}"), "people-employee-title");
    }
    render(&WritePage { page, form, id }, status)
}
