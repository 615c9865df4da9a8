//! *The personnel office looks at one person*: posts and raters with their days; assigns, ends, sets the rater.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
    words::Words,
};
use actions::people::{
    assign::{self, AssignmentDraft},
    report_to::{self, LineDraft},
    see::{EmployeePage, Held, see_employee},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    ids::{AssignmentId, EmployeeId},
    people::{ReportingLine, Standing},
};

#[derive(Template)]
#[template(path = "people/employee.html")]
pub(super) struct EmployeeView {
    pub(super) page: Page,
    pub(super) found: EmployeePage,
    /// What was typed into the one form that came back.
    pub(super) form: Form,
    /// Which one it was.
    pub(super) open: Open,
}

/// One of the forms on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Open {
    #[default]
    None,
    Assign,
    End(AssignmentId),
    ReportTo,
}

impl EmployeeView {
    fn nip(&self) -> String {
        self.found.person.employee.nip.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string)
    }

    fn rank(&self) -> &str {
        let rank = self.found.person.employee.rank.as_str();
        if rank.is_empty() { "–" } else { rank }
    }

    fn login(&self) -> String {
        match &self.found.account {
            Some(account) if account.disabled => self.page.t("people-login-closed"),
            Some(account) => account.login.clone(),
            None => self.page.t("people-login-none"),
        }
    }

    fn edit(&self) -> String {
        self.to("ubah")
    }

    fn to(&self, what: &str) -> String {
        format!("/pegawai/{}/{what}", self.found.person.employee.id)
    }

    fn name(&self, id: &EmployeeId) -> &str {
        self.found.names.get(id).map_or("", String::as_str)
    }

    fn superior(&self, line: &ReportingLine) -> Option<&str> {
        line.superior.map(|id| self.found.names.get(&id).map_or("", String::as_str))
    }

    fn ends(&self, held: &Held) -> bool {
        let today = self.page.today();
        self.found.may_change && held.assignment.dates.until.is_none_or(|until| until >= today)
    }

    fn is_open(&self, held: &Held) -> bool {
        self.open == Open::End(held.assignment.id)
    }

    fn standing(&self, held: &Held) -> String {
        standing_words(&self.page, held.assignment.standing)
    }

    fn standings(&self) -> Vec<(&'static str, String)> {
        Self::STANDINGS.iter().map(|(code, standing)| (*code, standing_words(&self.page, *standing))).collect()
    }

    const STANDINGS: [(&'static str, Standing); 3] =
        [("definitif", Standing::Definitif), ("plt", Standing::Plt), ("plh", Standing::Plh)];

    /// What the form shows, if it is the one that came back; an empty one else.
    fn form_of(&self, open: Open) -> Form {
        if self.open == open { self.form.clone() } else { Form::of([("standing", "definitif")]) }
    }
}

pub(super) fn standing_words(words: &Words, standing: Standing) -> String {
    let code = match standing {
        Standing::Definitif => "definitif",
        Standing::Plt => "plt",
        Standing::Plh => "plh",
    };
    words.label("standing", code)
}

/// `GET /pegawai/{id}`
pub(super) async fn show(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new(), Open::None).await
}

/// `POST /pegawai/{id}/jabatan`
pub(super) async fn assign(visit: Visit, Path(id): Path<EmployeeId>, mut form: Form) -> Result<Response, WebError> {
    let standing = |code: &str| EmployeeView::STANDINGS.iter().find(|(c, _)| *c == code).map(|(_, standing)| *standing);
    let draft = (form.required("post"), form.required_choice("standing", standing), form.required_date("from"));
    let until = form.date("until");
    let outcome = match (form.check(), draft) {
        (Ok(()), (post, Some(standing), Some(from))) => {
            assign::assign(&visit.ctx, id, AssignmentDraft { post, standing, from, until }).await
        }
        (Err(failure), _) => Err(failure),
        (Ok(()), _) => Err(actions::Failure::Internal("a required field read as nothing".into())),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}"), "people-assigned")),
        None => answer(&visit, id, form, Open::Assign).await,
    }
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
        (Err(failure), _) => Err(failure),
        (Ok(()), None) => Err(actions::Failure::Internal("a required field read as nothing".into())),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}"), "people-assignment-ended")),
        None => answer(&visit, id, form, Open::End(assignment)).await,
    }
}

/// `POST /pegawai/{id}/penilai`
pub(super) async fn report_to(visit: Visit, Path(id): Path<EmployeeId>, mut form: Form) -> Result<Response, WebError> {
    let (rater, superior, from) = (form.required("rater"), form.text("superior"), form.required_date("from"));
    let outcome = match (form.check(), from) {
        (Ok(()), Some(from)) => report_to::report_to(&visit.ctx, id, LineDraft { rater, superior, from }).await,
        (Err(failure), _) => Err(failure),
        (Ok(()), None) => Err(actions::Failure::Internal("a required field read as nothing".into())),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}"), "people-rater-set")),
        None => answer(&visit, id, form, Open::ReportTo).await,
    }
}

async fn answer(visit: &Visit, id: EmployeeId, form: Form, open: Open) -> Result<Response, WebError> {
    let found = see_employee(&visit.ctx, id).await?;
    let status = form.status();
    let mut page = visit.page("people-employee-title").with(&form);
    page.title.clone_from(&found.person.employee.name);
    let page = if found.may_list { page.under("/pegawai", "people-list-title") } else { page };
    Ok(render(&EmployeeView { page, found, form, open }, status))
}
