//! *Somebody reads what is recommended*: for each weak skill why, the programmes that build it, and what costs nothing.

use super::{rupiah, sample};
use crate::{
    error::WebError,
    evaluation::why::Step,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::training::recommend::{AdvicePage, see};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    ids::EmployeeId,
    training::{
        Program, Session,
        recommend::{Fit, Free, Recommendation},
    },
};

#[derive(Template)]
#[template(path = "training/advice.html")]
struct AdviceView {
    page: Page,
    found: AdvicePage,
    /// The reason of each line, in words.
    reasons: Vec<Step>,
}

impl AdviceView {
    fn lines(&self) -> Vec<(&Recommendation, &Step)> {
        self.found.advice.lines.iter().zip(&self.reasons).collect()
    }

    fn program(&self, fit: &Fit) -> Option<&Program> {
        self.found.advice.programs.get(&fit.program)
    }

    fn session(&self, fit: &Fit) -> Option<&Session> {
        self.found.advice.sessions.get(&fit.session?)
    }

    fn cost(&self, program: &Program) -> String {
        rupiah(&self.page, program.cost)
    }

    fn why(&self, fit: &Fit) -> Vec<String> {
        fit.because.from.iter().map(|reason| self.page.text(&reason.says)).collect()
    }

    fn free(&self) -> Vec<String> {
        Free::ALL.map(|one| self.page.text(one.label())).to_vec()
    }

    /// Where the name is put forward.
    fn nominate(&self, session: &Session) -> String {
        format!("/pelatihan/jadwal/{}?pegawai={}", session.id, self.found.person.employee.id)
    }
}

/// `GET /pelatihan/saran/{employee}`
pub async fn show(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let title = Text::new("training-advice-for").with("name", found.person.employee.name.as_str());
    Ok(page::show(&view(visit.page(title), found)))
}

fn view(page: Page, found: AdvicePage) -> AdviceView {
    let page = page.under("/pelatihan", "training-title");
    let reasons = found.advice.lines.iter().map(|line| Step::of(&page, &line.because)).collect();
    AdviceView { page, found, reasons }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found) in sample::advice(gallery) {
        let title = Text::new("training-advice-for").with("name", sample::MEMBER);
        let view = view(gallery.page_at("/pelatihan/saran/1", title), found);
        gallery.add("training/advice", variant, &view);
    }
}
