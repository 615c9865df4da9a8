//! *Somebody starts a plan*: empty, from an earlier one, or from tasks of the post.

use super::words::Choice;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::plan::{
    see::{self, Starts},
    start::{Origin, Start, start as begin},
};
use askama::Template;
use axum::response::Response;
use chrono::Datelike;
use domain::{
    decision::Text,
    ids::{PostTaskId, SkpId},
    plan::Approach,
};

#[derive(Template)]
#[template(path = "plan/start.html")]
pub(super) struct StartPage {
    page: Page,
    form: Form,
    starts: Starts,
    years: Vec<(String, String)>,
    approaches: Vec<(&'static str, String)>,
    origins: Vec<(String, String)>,
}

/// `GET /skp/baru`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let starts = see::starts(&visit.ctx).await?;
    let form = fresh(&starts, visit.ctx.today().year());
    Ok(answer(&visit, starts, form))
}

/// What is offered first: the plan before, else the tasks of the post.
pub(super) fn fresh(starts: &Starts, year: i32) -> Form {
    let origin = match (starts.plans.first(), starts.tasks.is_empty()) {
        (Some(plan), _) => format!("skp.{}", plan.id),
        (None, false) => "tugas".to_owned(),
        (None, true) => "kosong".to_owned(),
    };
    let approach = starts.plans.first().map_or(Approach::Kuantitatif, |plan| plan.approach);
    Form::of([("year", year.to_string()), ("approach", approach.code().to_owned()), ("origin", origin)])
}

/// `POST /skp/baru`
pub async fn start(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let year = form.required_choice("year", |year| year.parse().ok()).unwrap_or_default();
    let approach = form.required_choice("approach", Approach::from_code).unwrap_or(Approach::Kuantitatif);
    let from_day = form.date("from_day");
    let origin = origin_of(&mut form);
    let outcome = match form.check() {
        Ok(()) => begin(&visit.ctx, Start { employee: visit.ctx.me(), year, from_day, approach, origin }).await,
        Err(failure) => Err(failure),
    };
    Ok(match form.caught(outcome)? {
        Some(id) => visit.done(&format!("/skp/{id}"), "plan-started"),
        None => answer(&visit, see::starts(&visit.ctx).await?, form),
    })
}

/// What was chosen to begin with. Ticked tasks count when tasks were chosen; ticked beside something else, it is
/// asked rather than guessed.
fn origin_of(form: &mut Form) -> Origin {
    let tasks: Vec<PostTaskId> = form.all("task").iter().filter_map(|id| id.parse().ok()).collect();
    let chosen = form.required_choice("origin", |code| match code.split_once('.') {
        None if code == "kosong" => Some(Origin::Empty),
        None if code == "tugas" => Some(Origin::Tasks(Vec::new())),
        Some(("skp", id)) => id.parse::<SkpId>().ok().map(Origin::Plan),
        _ => None,
    });
    match chosen {
        Some(Origin::Tasks(_)) if tasks.is_empty() => form.fail("tasks", Text::new("plan-start-no-task")),
        Some(Origin::Tasks(_)) => return Origin::Tasks(tasks),
        Some(_) if !tasks.is_empty() => form.fail("origin", Text::new("plan-start-tasks-or-not")),
        Some(origin) => return origin,
        None => {}
    }
    Origin::Empty
}

fn answer(visit: &Visit, starts: Starts, form: Form) -> Response {
    let page = visit.page("plan-start-title").under("/skp", "nav-plan").with(&form);
    let status = form.status();
    render(&StartPage::new(page, starts, form), status)
}

impl StartPage {
    pub(super) fn new(page: Page, starts: Starts, form: Form) -> Self {
        let words = page.words;
        let this = words.today().year();
        let mut origins: Vec<(String, String)> = starts
            .plans
            .iter()
            .take(3)
            .map(|plan| {
                let says = words
                    .say("plan-start-from-plan")
                    .with("year", plan.year)
                    .with("n", plan.content.results.len())
                    .with("dates", words.range(plan.dates));
                (format!("skp.{}", plan.id), says.to_string())
            })
            .collect();
        if !starts.tasks.is_empty() {
            let says = words.say("plan-start-from-tasks").with("n", starts.tasks.len());
            origins.push(("tugas".to_owned(), says.to_string()));
        }
        origins.push(("kosong".to_owned(), words.t("plan-start-from-nothing")));
        Self {
            years: [this, this + 1].map(|year| (year.to_string(), year.to_string())).to_vec(),
            approaches: Approach::CHOICES
                .iter()
                .map(|approach| {
                    let says = match approach {
                        Approach::Kuantitatif => words.t("plan-approach-kuantitatif-says"),
                        Approach::Kualitatif => words.t("plan-approach-kualitatif-says"),
                    };
                    (approach.code(), says)
                })
                .collect(),
            origins,
            page,
            starts,
            form,
        }
    }

    fn ticked(&self, id: &PostTaskId) -> bool {
        self.form.is("task", &id.to_string())
    }
}
