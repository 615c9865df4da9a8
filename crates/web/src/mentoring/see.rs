//! *Somebody reads a case* and writes in it: the employee's word, steps, meetings, the end. A form that did not work comes back on
//! the same page, as typed.

use super::{open::warnings, sample};
use crate::{
    error::WebError,
    evaluation::why,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    mentoring::{
        course::{MeetingDraft, done as mark, end as close, meet as write_meeting, speak as say, step as lay_down},
        see::{CasePage, see},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::{EmployeeId, MentoringId, MentoringStepId},
    mentoring::Outcome,
};

/// The forms of the page; one that did not work is shown as typed.
#[derive(Default)]
struct Forms {
    speak: Form,
    step: Form,
    meet: Form,
    end: Form,
}

#[derive(Template)]
#[template(path = "mentoring/see.html")]
struct SeePage {
    page: Page,
    link: String,
    found: CasePage,
    because: Option<why::Step>,
    matched: Option<why::Step>,
    forms: Forms,
    outcomes: Vec<(&'static str, String)>,
    warnings: Vec<(String, String)>,
    cite: String,
}

impl SeePage {
    fn name(&self, id: &EmployeeId) -> String {
        self.found.names.get(id).cloned().unwrap_or_default()
    }

    fn place(&self, id: &EmployeeId) -> String {
        let Some(person) = self.found.people.get(id) else { return String::new() };
        let parts = [person.post.as_ref().map(|post| post.title.clone()), person.unit.as_ref().map(|u| u.name.clone())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// `GET /pendampingan/{case}`
pub async fn show(visit: Visit, Path(id): Path<MentoringId>) -> Result<Response, WebError> {
    answer(&visit, id, Forms::default()).await
}

async fn answer(visit: &Visit, id: MentoringId, forms: Forms) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let all = [&forms.speak, &forms.step, &forms.meet, &forms.end];
    let wrong = all.into_iter().find(|form| form.wrong()).unwrap_or(&forms.speak);
    let status = wrong.status();
    let name = found.names.get(&found.case.employee).map_or("", String::as_str);
    let page = visit.page(Text::new("mentoring-of").with("name", name)).with(wrong);
    Ok(render(&view(page, found, forms), status))
}

fn view(page: Page, found: CasePage, mut forms: Forms) -> SeePage {
    let page = page.under("/pendampingan", "nav-mentoring");
    if let Some(heard) = &found.case.heard {
        forms.speak.set_default("says", &heard.says);
        forms.speak.set_default("help", &heard.help);
    }
    forms.meet.set_default("on", page.today().to_string());
    let why = |reason: &Option<domain::decision::Reason>| reason.as_ref().map(|reason| why::Step::of(&page, reason));
    SeePage {
        link: format!("/pendampingan/{}", found.case.id),
        because: why(&found.case.because),
        matched: why(&found.case.matched),
        outcomes: Outcome::ALL.map(|outcome| (outcome.code(), page.text(outcome.label()))).to_vec(),
        warnings: warnings(&page, &found.warnings),
        cite: page.cite(&found.cite),
        forms,
        found,
        page,
    }
}

fn read<T>(form: &Form, value: Option<T>) -> Result<T, Failure> {
    form.check()?;
    value.ok_or(Failure::Refused(Refusal::Fields(Vec::new())))
}

fn to(id: MentoringId, part: &str) -> String {
    format!("/pendampingan/{id}#{part}")
}

/// `POST /pendampingan/{case}/kata-pegawai`
pub async fn speak(visit: Visit, Path(id): Path<MentoringId>, mut form: Form) -> Result<Response, WebError> {
    let (says, help) = (form.text_up_to("says", 3_000), form.text_up_to("help", 3_000));
    let outcome = match form.check() {
        Ok(()) => say(&visit.ctx, id, says, help).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&to(id, "pegawai"), "mentoring-spoken")),
        None => answer(&visit, id, Forms { speak: form, ..Forms::default() }).await,
    }
}

/// `POST /pendampingan/{case}/langkah`
pub async fn step(visit: Visit, Path(id): Path<MentoringId>, mut form: Form) -> Result<Response, WebError> {
    let (what, due) = (form.text_up_to("what", 1_000), form.required_date("due"));
    let outcome = match read(&form, due) {
        Ok(due) => lay_down(&visit.ctx, id, what, due).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done(&to(id, "langkah"), "mentoring-step-added")),
        None => answer(&visit, id, Forms { step: form, ..Forms::default() }).await,
    }
}

/// `POST /pendampingan/{case}/langkah/{step}/selesai`
pub async fn done(
    visit: Visit,
    Path((id, step)): Path<(MentoringId, MentoringStepId)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let note = form.text_up_to("note", 1_000);
    mark(&visit.ctx, id, step, note).await?;
    Ok(visit.done(&to(id, "langkah"), "mentoring-step-done"))
}

/// `POST /pendampingan/{case}/pertemuan`
pub async fn meet(visit: Visit, Path(id): Path<MentoringId>, mut form: Form) -> Result<Response, WebError> {
    let (on, place) = (form.required_date("on"), form.text_up_to("place", 200));
    let (talked, next) = (form.text_up_to("talked", 3_000), form.text_up_to("next", 2_000));
    let outcome = match read(&form, on) {
        Ok(on) => write_meeting(&visit.ctx, id, MeetingDraft { on, place, talked, next }).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done(&to(id, "pertemuan"), "mentoring-met")),
        None => answer(&visit, id, Forms { meet: form, ..Forms::default() }).await,
    }
}

/// `POST /pendampingan/{case}/akhiri`
pub async fn end(visit: Visit, Path(id): Path<MentoringId>, mut form: Form) -> Result<Response, WebError> {
    let (outcome, closing) = (form.required_choice("outcome", Outcome::from_code), form.text_up_to("closing", 3_000));
    let done = match read(&form, outcome) {
        Ok(outcome) => close(&visit.ctx, id, outcome, closing).await,
        Err(failure) => Err(failure),
    };
    match form.caught(done)? {
        Some(()) => Ok(visit.done(&to(id, "akhir"), "mentoring-ended")),
        None => answer(&visit, id, Forms { end: form, ..Forms::default() }).await,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let title = || Text::new("mentoring-of").with("name", sample::EMPLOYEE);
    for (variant, found) in sample::pages(gallery) {
        let view = view(gallery.page_at("/pendampingan/1", title()), found, Forms::default());
        gallery.add("mentoring/see", variant, &view);
    }
    let mut end = Form::of([("outcome", "belum"), ("closing", "Belum")]);
    end.fail("closing", Text::new("mentoring-too-short").with("min", 15_i64));
    let mut step = Form::of([("what", "Baca")]);
    step.fail("what", Text::new("mentoring-step-needs-words"));
    let forms = Forms { step, end, ..Forms::default() };
    let (_, found) = sample::pages(gallery).remove(0);
    let view = view(gallery.page_at("/pendampingan/1", title()), found, forms);
    gallery.add("mentoring/see", "salah", &view);
}
