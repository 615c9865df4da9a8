//! *The personnel office looks at one person*: particulars, posts and raters with their days.

use crate::{
    error::WebError,
    page::{self, Page},
    session::Visit,
    words::Words,
};
use actions::people::see::{EmployeePage, Held, see_employee};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    ids::EmployeeId,
    people::{Circumstance, ReportingLine, Standing, circumstance::Kind},
};

#[derive(Template)]
#[template(path = "people/employee.html")]
pub(super) struct EmployeeView {
    pub(super) page: Page,
    pub(super) found: EmployeePage,
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

    fn assign(&self) -> String {
        self.to("jabatan")
    }

    fn rater(&self) -> String {
        self.to("penilai")
    }

    fn circumstance(&self) -> String {
        self.to("keadaan")
    }

    fn may_end(&self, one: &Circumstance) -> bool {
        let open = one.kind == Kind::TugasBelajar && one.studies.is_none();
        self.found.may_change && (open || one.dates.until.is_none_or(|until| until >= self.page.today()))
    }

    fn end_of(&self, one: &Circumstance) -> String {
        self.to(&format!("keadaan/{}/akhiri", one.id))
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

    fn end(&self, held: &Held) -> String {
        self.to(&format!("jabatan/{}/akhiri", held.assignment.id))
    }

    fn standing(&self, held: &Held) -> String {
        standing_words(&self.page, held.assignment.standing)
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
    let found = see_employee(&visit.ctx, id).await?;
    let mut page = visit.page("people-employee-title");
    page.title.clone_from(&found.person.employee.name);
    let page = if found.may_list { page.under("/pegawai", "people-list-title") } else { page };
    Ok(page::show(&EmployeeView { page, found }))
}
