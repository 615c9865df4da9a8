//! *The personnel office notes what takes a person out of the ordinary year*, and how it ended. One form, one page.

use super::place::unread;
use crate::{
    error::WebError,
    form::Form,
    page::{Crumb, Page, render},
    session::Visit,
};
use actions::people::{
    circumstance::{self, CircumstanceDraft},
    see::see_employee,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    ids::{CircumstanceId, EmployeeId},
    people::{
        Circumstance,
        circumstance::{Kind, Studies},
    },
    permissions::Action,
};

#[derive(Template)]
#[template(path = "people/circumstance.html")]
pub(super) struct CircumstancePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) employee: EmployeeId,
    /// The one that ends; a new one where there is none.
    pub(super) ends: Option<Circumstance>,
}

impl CircumstancePage {
    fn action(&self) -> String {
        let employee = self.employee;
        match &self.ends {
            Some(one) => format!("/pegawai/{employee}/keadaan/{}/akhiri", one.id),
            None => format!("/pegawai/{employee}/keadaan"),
        }
    }

    fn kinds(&self) -> Vec<(&'static str, String)> {
        Kind::ALL.map(|kind| (kind.code(), self.page.text(kind.label()))).to_vec()
    }

    fn ways(&self) -> Vec<(&'static str, String)> {
        Studies::ALL.map(|way| (way.code(), self.page.text(way.label()))).to_vec()
    }
}

/// `GET /pegawai/{id}/keadaan`
pub(super) async fn new(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    answer(&visit, id, None, Form::new()).await
}

/// `POST /pegawai/{id}/keadaan`
pub(super) async fn note(visit: Visit, Path(id): Path<EmployeeId>, mut form: Form) -> Result<Response, WebError> {
    let (kind, note) = (form.required_choice("kind", Kind::from_code), form.text("note"));
    let (from, until) = (form.required_date("from"), form.date("until"));
    let outcome = match (form.check(), kind, from) {
        (Ok(()), Some(kind), Some(from)) => {
            circumstance::note(&visit.ctx, id, CircumstanceDraft { kind, from, until, note }).await
        }
        (read, ..) => Err(unread(read)),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}"), "people-circumstance-noted")),
        None => answer(&visit, id, None, form).await,
    }
}

/// `GET /pegawai/{id}/keadaan/{circumstance}/akhiri`
pub(super) async fn ending(
    visit: Visit,
    Path((id, circumstance)): Path<(EmployeeId, CircumstanceId)>,
) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    answer(&visit, id, Some(circumstance), Form::new()).await
}

/// `POST /pegawai/{id}/keadaan/{circumstance}/akhiri`
pub(super) async fn end(
    visit: Visit,
    Path((id, circumstance)): Path<(EmployeeId, CircumstanceId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let (last, studies) = (form.required_date("until"), form.choice("studies", Studies::from_code));
    let outcome = match (form.check(), last) {
        (Ok(()), Some(last)) => circumstance::end(&visit.ctx, id, circumstance, last, studies).await,
        (read, _) => Err(unread(read)),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}"), "people-circumstance-ended")),
        None => answer(&visit, id, Some(circumstance), form).await,
    }
}

async fn answer(visit: &Visit, id: EmployeeId, ends: Option<CircumstanceId>, form: Form) -> Result<Response, WebError> {
    let found = see_employee(&visit.ctx, id).await?;
    let status = form.status();
    let title = if ends.is_some() { "people-circumstance-end-title" } else { "people-circumstance-new" };
    let ends = ends.and_then(|ends| found.circumstances.iter().find(|one| one.id == ends).cloned());
    let mut page = visit.page(title).under("/pegawai", "people-list-title").with(&form);
    page.crumbs.push(Crumb { href: format!("/pegawai/{id}"), name: found.person.employee.name });
    Ok(render(&CircumstancePage { page, form, employee: id, ends }, status))
}
