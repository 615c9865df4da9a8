//! *An employee starts and writes a development plan.*

use super::sample;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    development::{
        see::{PlanPage, see},
        write::{send, start as begin, write},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    development::{Content, Gap, MOST_GAPS, MOST_STEPS, Source, Step, Way},
    ids::{DevelopmentId, DevelopmentStepId},
};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "development/write.html")]
struct WriteView {
    page: Page,
    form: Form,
    found: PlanPage,
    link: String,
    draft: String,
}

/// The fields of one line of the form.
struct Names {
    n: usize,
    source: String,
    focus: String,
    goal: String,
    way: String,
    doing: String,
    with: String,
    due: String,
    hours: String,
}

impl Names {
    fn of(kind: &str, n: usize) -> Self {
        let name = |field: &str| format!("{kind}.{n}.{field}");
        Self {
            n: n + 1,
            source: name("source"),
            focus: name("focus"),
            goal: name("goal"),
            way: name("way"),
            doing: name("doing"),
            with: name("with"),
            due: name("due"),
            hours: name("hours"),
        }
    }
}

impl WriteView {
    fn gaps(&self) -> Vec<Names> {
        (0..MOST_GAPS).map(|n| Names::of("gap", n)).collect()
    }

    /// Steps that are filled in, and some to fill in.
    fn steps(&self) -> Vec<Names> {
        let filled = (0..MOST_STEPS).filter(|n| !self.form.value(&format!("step.{n}.doing")).is_empty());
        let shown = filled.max().map_or(3, |last| last + 3).min(MOST_STEPS);
        (0..shown).map(|n| Names::of("step", n)).collect()
    }

    fn sources(&self) -> Vec<(String, String)> {
        let lines = self
            .found
            .found
            .profile
            .lines
            .iter()
            .map(|line| (Source::Competence(line.criterion.clone()).code(), line.name.clone()));
        let others = [Source::Performance, Source::Feedback, Source::Own];
        lines.chain(others.map(|one| (one.code(), self.page.text(one.label())))).collect()
    }

    fn ways(&self) -> Vec<(String, String)> {
        Way::ALL.map(|way| (way.code().to_owned(), self.page.text(way.label()))).to_vec()
    }
}

/// `POST /pengembangan/mulai`
pub async fn start(visit: Visit) -> Result<Response, WebError> {
    let id = begin(&visit.ctx).await?;
    Ok(visit.done(&format!("/pengembangan/{id}/tulis"), "development-started"))
}

/// `GET /pengembangan/{plan}/tulis`
pub async fn edit(visit: Visit, Path(id): Path<DevelopmentId>) -> Result<Response, WebError> {
    let form = visit.draft(&key(id)).await?.unwrap_or_default();
    answer(&visit, id, form).await
}

/// `POST /pengembangan/{plan}/tulis`
pub async fn save(visit: Visit, Path(id): Path<DevelopmentId>, mut form: Form) -> Result<Response, WebError> {
    let revision = form.whole("revision").unwrap_or_default();
    let sends = form.value("then") == "ajukan";
    let year = see(&visit.ctx, id).await?.year;
    let content = read(&mut form, &visit, year);
    let outcome = match (form.check(), sends) {
        (Ok(()), true) => send(&visit.ctx, id, revision, content).await,
        (Ok(()), false) => write(&visit.ctx, id, revision, content).await,
        (Err(failure), _) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&key(id)).await;
            let says = if sends { "development-sent" } else { "development-saved" };
            Ok(visit.done(&format!("/pengembangan/{id}"), says))
        }
        None => answer(&visit, id, form).await,
    }
}

fn key(id: DevelopmentId) -> String {
    format!("pengembangan-{id}")
}

/// Lines that are left empty are not there.
fn read(form: &mut Form, visit: &Visit, year: i32) -> Content {
    let mut content = Content { strengths: form.text("strengths"), ..Content::default() };
    for n in 0..MOST_GAPS {
        let names = Names::of("gap", n);
        let (what, goal) = (form.text(&names.focus), form.text(&names.goal));
        let source = form.choice(&names.source, Source::from_code).unwrap_or(Source::Own);
        if !what.is_empty() || !goal.is_empty() {
            content.gaps.push(Gap { source, what, goal });
        }
    }
    for n in 0..MOST_STEPS {
        let names = Names::of("step", n);
        let (what, with) = (form.text(&names.doing), form.text_up_to(&names.with, 300));
        if what.is_empty() {
            continue;
        }
        let way = form.choice(&names.way, Way::from_code).unwrap_or(Way::Kerja);
        let (due, hours) = (form.date(&names.due), form.whole(&names.hours).unwrap_or_default());
        let session = form.value(&format!("step.{n}.session")).parse().ok();
        let id: Option<DevelopmentStepId> = form.value(&format!("step.{n}.id")).parse().ok();
        let last = chrono::NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(visit.ctx.today());
        let fresh = || DevelopmentStepId(visit.ctx.app.world.id());
        content.steps.push(Step {
            id: id.unwrap_or_else(fresh),
            way,
            what,
            with,
            due: due.unwrap_or(last),
            hours: u32::try_from(hours).unwrap_or_default(),
            session,
        });
    }
    content
}

async fn answer(visit: &Visit, id: DevelopmentId, form: Form) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    if !found.writes {
        return Err(Failure::Refused(domain::decision::Refusal::NotFound("development_plan".into())).into());
    }
    let status = form.status();
    Ok(render(&view(visit.page("development-write"), found, form), status))
}

fn view(page: Page, found: PlanPage, mut form: Form) -> WriteView {
    let id = found.plan.as_ref().map_or(DevelopmentId(Uuid::nil()), |plan| plan.id);
    if let Some(plan) = found.plan.as_ref().filter(|_| !form.has("strengths")) {
        form.set_default("strengths", &plan.content.strengths);
        for (n, gap) in plan.content.gaps.iter().enumerate() {
            let names = Names::of("gap", n);
            form.set_default(&names.source, gap.source.code());
            form.set_default(&names.focus, &gap.what);
            form.set_default(&names.goal, &gap.goal);
        }
        for (n, step) in plan.content.steps.iter().enumerate() {
            let names = Names::of("step", n);
            form.set_default(&names.way, step.way.code());
            form.set_default(&names.doing, &step.what);
            form.set_default(&names.with, &step.with);
            form.set_default(&names.due, step.due.to_string());
            form.set_default(&names.hours, if step.hours == 0 { String::new() } else { step.hours.to_string() });
            form.set_default(&format!("step.{n}.id"), step.id.to_string());
            let session = step.session.map(|id| id.to_string()).unwrap_or_default();
            form.set_default(&format!("step.{n}.session"), session);
        }
    }
    form.set_default("revision", found.plan.as_ref().map_or(0, |plan| plan.revision).to_string());
    let page = page.under("/pengembangan", "development-title").with(&form);
    WriteView { page, form, found, link: format!("/pengembangan/{id}/tulis"), draft: key(id) }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found, form) in sample::writing(gallery) {
        let view = view(gallery.page_at("/pengembangan", "development-write"), found, form);
        gallery.add("development/write", variant, &view);
    }
}
