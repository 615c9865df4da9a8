//! *The personnel office places a person*: assigns to a post, ends an assignment, sets the rater. One form, one page.

use super::employee::standing_words;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::{
    Failure,
    people::{
        assign::{self, AssignmentDraft},
        report_to::{self, LineDraft},
        see::see_employee,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    ids::{AssignmentId, EmployeeId},
    people::Standing,
    permissions::Action,
};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Assign,
    End(AssignmentId),
    ReportTo,
}

#[derive(Template)]
#[template(path = "people/place.html")]
pub(super) struct PlacePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) employee: EmployeeId,
    pub(super) what: What,
    /// Title of the post that ends.
    pub(super) post: String,
}

const STANDINGS: [(&str, Standing); 3] =
    [("definitif", Standing::Definitif), ("plt", Standing::Plt), ("plh", Standing::Plh)];

impl PlacePage {
    fn action(&self) -> String {
        let employee = self.employee;
        match self.what {
            What::Assign => format!("/pegawai/{employee}/jabatan"),
            What::End(assignment) => format!("/pegawai/{employee}/jabatan/{assignment}/akhiri"),
            What::ReportTo => format!("/pegawai/{employee}/penilai"),
        }
    }

    fn standings(&self) -> Vec<(&'static str, String)> {
        STANDINGS.map(|(code, standing)| (code, standing_words(&self.page, standing))).to_vec()
    }
}

/// `GET /pegawai/{id}/jabatan`
pub(super) async fn new_assignment(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    answer(&visit, id, Form::of([("standing", "definitif")]), What::Assign).await
}

/// `POST /pegawai/{id}/jabatan`
pub(super) async fn assign(visit: Visit, Path(id): Path<EmployeeId>, mut form: Form) -> Result<Response, WebError> {
    let standing = |code: &str| STANDINGS.iter().find(|(c, _)| *c == code).map(|(_, standing)| *standing);
    let (post, standing) = (form.required("post"), form.required_choice("standing", standing));
    let (from, until) = (form.required_date("from"), form.date("until"));
    let outcome = match (form.check(), standing, from) {
        (Ok(()), Some(standing), Some(from)) => {
            assign::assign(&visit.ctx, id, AssignmentDraft { post, standing, from, until }).await
        }
        (read, ..) => Err(unread(read)),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}"), "people-assigned")),
        None => answer(&visit, id, form, What::Assign).await,
    }
}

/// `GET /pegawai/{id}/jabatan/{assignment}/akhiri`
pub(super) async fn ending(
    visit: Visit,
    Path((id, assignment)): Path<(EmployeeId, AssignmentId)>,
) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    answer(&visit, id, Form::new(), What::End(assignment)).await
}

/// `POST /pegawai/{id}/jabatan/{assignment}/akhiri`
pub(super) async fn end(
    visit: Visit,
    Path((id, assignment)): Path<(EmployeeId, AssignmentId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let last = form.required_date("until");
    let outcome = match (form.check(), last) {
        (Ok(()), Some(last)) => assign::end(&visit.ctx, id, assignment, last).await,
        (read, _) => Err(unread(read)),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}"), "people-assignment-ended")),
        None => answer(&visit, id, form, What::End(assignment)).await,
    }
}

/// `GET /pegawai/{id}/penilai`
pub(super) async fn new_rater(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    answer(&visit, id, Form::new(), What::ReportTo).await
}

/// `POST /pegawai/{id}/penilai`
pub(super) async fn report_to(visit: Visit, Path(id): Path<EmployeeId>, mut form: Form) -> Result<Response, WebError> {
    let (rater, superior, from) = (form.required("rater"), form.text("superior"), form.required_date("from"));
    let outcome = match (form.check(), from) {
        (Ok(()), Some(from)) => report_to::report_to(&visit.ctx, id, LineDraft { rater, superior, from }).await,
        (read, _) => Err(unread(read)),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}"), "people-rater-set")),
        None => answer(&visit, id, form, What::ReportTo).await,
    }
}

/// Why a form was not handed on.
pub(super) fn unread(read: Result<(), Failure>) -> Failure {
    read.err().unwrap_or_else(|| Failure::Internal("a required field read as nothing".into()))
}

async fn answer(visit: &Visit, id: EmployeeId, form: Form, what: What) -> Result<Response, WebError> {
    let found = see_employee(&visit.ctx, id).await?;
    let status = form.status();
    let title = match what {
        What::Assign => "people-assign",
        What::End(_) => "people-end-title",
        What::ReportTo => "people-set-rater",
    };
    let ends = |assignment: AssignmentId| found.held.iter().find(move |held| held.assignment.id == assignment);
    let post = match what {
        What::End(assignment) => ends(assignment).map(|held| held.post.title.clone()).unwrap_or_default(),
        _ => String::new(),
    };
    let mut page = visit.page(title).under("/pegawai", "people-list-title").with(&form);
    page.crumbs.push(crate::page::Crumb { href: format!("/pegawai/{id}"), name: found.person.employee.name });
    Ok(render(&PlacePage { page, form, employee: id, what, post }, status))
}
