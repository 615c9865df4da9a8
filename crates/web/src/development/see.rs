//! *Somebody reads a development plan* with what it rests on; the supervisor answers; the employee reports.

use super::sample;
use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    development::{
        agree::agree as say,
        report::{Report, report as add},
        see::{PlanPage, of as plan_of, see},
    },
    home::tasks::period_name,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    development::{Step, duty, profile::Line},
    ids::{DevelopmentId, DevelopmentStepId, EmployeeId},
};

#[derive(Template)]
#[template(path = "development/see.html")]
struct SeeView {
    page: Page,
    found: PlanPage,
    agree: Form,
    report: Form,
    own: bool,
}

impl SeeView {
    fn tone(&self) -> Tone {
        self.found.plan.as_ref().map_or(Tone::Idle, |plan| super::tone(plan.state()))
    }

    fn hours_tone(&self) -> Tone {
        match self.found.hours.value {
            duty::Standing::Reached { .. } | duty::Standing::Within { .. } => Tone::Good,
            duty::Standing::Short { .. } | duty::Standing::Over { .. } => Tone::Risk,
            duty::Standing::Unknown => Tone::Idle,
        }
    }

    /// The period the profile rests on.
    fn period(&self) -> Option<String> {
        let (_, period) = self.found.found.result.as_ref()?;
        Some(self.page.text(period_name(period.rhythm, period.number, period.year)))
    }

    fn link(&self) -> String {
        self.found.plan.as_ref().map(|plan| format!("/pengembangan/{}", plan.id)).unwrap_or_default()
    }

    fn is_done(&self, step: &Step) -> bool {
        self.found.entries.iter().any(|entry| entry.step == step.id && entry.done)
    }

    fn steps(&self) -> Vec<(String, String)> {
        let steps = self.found.plan.iter().flat_map(|plan| &plan.content.steps);
        steps.map(|step| (step.id.to_string(), step.what.clone())).collect()
    }

    fn step(&self, id: &DevelopmentStepId) -> String {
        let mut steps = self.found.plan.iter().flat_map(|plan| &plan.content.steps);
        steps.find(|step| step.id == *id).map(|step| step.what.clone()).unwrap_or_default()
    }

    fn level(&self, line: &Line) -> String {
        line.level.map_or_else(|| "–".to_owned(), |level| self.page.amount(domain::amount::Amount(level * 100)))
    }

    fn asked(&self, line: &Line) -> String {
        line.target.map_or_else(|| "–".to_owned(), |target| target.to_string())
    }

    fn answers(&self) -> Vec<(String, String)> {
        let say = |code: &str, key: &str| (code.to_owned(), self.page.t(key));
        vec![say("ya", "development-agree"), say("tidak", "development-return")]
    }
}

/// `GET /pengembangan`
pub async fn mine(visit: Visit) -> Result<Response, WebError> {
    let found = plan_of(&visit.ctx, visit.ctx.me()).await?;
    Ok(answer(&visit, found, Form::new(), Form::new()))
}

/// `GET /pengembangan/pegawai/{employee}`
pub async fn of(visit: Visit, Path(id): Path<EmployeeId>) -> Result<Response, WebError> {
    let found = plan_of(&visit.ctx, id).await?;
    Ok(answer(&visit, found, Form::new(), Form::new()))
}

/// `GET /pengembangan/{plan}`
pub async fn show(visit: Visit, Path(id): Path<DevelopmentId>) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    Ok(answer(&visit, found, Form::new(), Form::new()))
}

/// `POST /pengembangan/{plan}/kesepakatan`
pub async fn agree(visit: Visit, Path(id): Path<DevelopmentId>, mut form: Form) -> Result<Response, WebError> {
    let yes = form.required_choice("agreed", |code| match code {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    });
    let says = form.text("says");
    let outcome = match (form.check(), yes) {
        (Ok(()), Some(yes)) => say(&visit.ctx, id, yes, says).await,
        (read, _) => read,
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pengembangan/{id}"), "development-said")),
        None => Ok(answer(&visit, see(&visit.ctx, id).await?, form, Form::new())),
    }
}

/// `POST /pengembangan/{plan}/laporan`
pub async fn report(visit: Visit, Path(id): Path<DevelopmentId>, mut form: Form) -> Result<Response, WebError> {
    let (step, on) = (form.required_id::<DevelopmentStepId>("step"), form.required_date("on"));
    let (said, done) = (form.text("said"), form.flag("done"));
    let outcome = match (form.check(), step, on) {
        (Ok(()), Some(step), Some(on)) => add(&visit.ctx, id, Report { step, on, said, done }).await.map(drop),
        (read, ..) => read,
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pengembangan/{id}"), "development-reported")),
        None => Ok(answer(&visit, see(&visit.ctx, id).await?, Form::new(), form)),
    }
}

fn answer(visit: &Visit, found: PlanPage, agree: Form, report: Form) -> Response {
    let status = if agree.wrong() { agree.status() } else { report.status() };
    let own = found.found.person.employee.id == visit.ctx.me();
    render(&view(visit.page("development-title"), found, agree, report, own), status)
}

fn view(page: Page, found: PlanPage, agree: Form, mut report: Form, own: bool) -> SeeView {
    report.set_default("on", page.today().to_string());
    let wrong = if agree.wrong() { &agree } else { &report };
    let page = if own { page } else { page.under("/tim", "nav-team") }.with(wrong);
    SeeView { page, found, agree, report, own }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found, own) in sample::pages(gallery) {
        let page = gallery.page_at("/pengembangan", "development-title");
        let view = view(page, found, Form::new(), Form::new(), own);
        gallery.add("development/see", variant, &view);
    }
}
