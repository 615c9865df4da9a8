//! *Somebody sets up a team*, changes or ends it.

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
    workteam::write::{Draft, Writing, change as save, create as set_up, end as finish, writing},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::{UnitId, WorkteamId},
    workteam::MAX_NAME,
};

/// The whole agency, among the units.
const WHOLE: &str = "semua";

#[derive(Template)]
#[template(path = "workteam/write.html")]
struct WritePage {
    page: Page,
    form: Form,
    action: String,
    units: Vec<(String, String)>,
    /// It is set up, not changed.
    fresh: bool,
}

/// `GET /tim-kerja/baru`
pub async fn new(visit: Visit) -> Result<Response, WebError> {
    let mut form = Form::new();
    form.set("from", visit.ctx.today().to_string());
    answer(&visit, None, form).await
}

/// `POST /tim-kerja/baru`
pub async fn create(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Ok(draft) => set_up(&visit.ctx, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/tim-kerja/{id}"), "workteam-created")),
        None => answer(&visit, None, form).await,
    }
}

/// `GET /tim-kerja/{team}/ubah`
pub async fn edit(visit: Visit, Path(id): Path<WorkteamId>) -> Result<Response, WebError> {
    answer(&visit, Some(id), Form::new()).await
}

/// `POST /tim-kerja/{team}/ubah`
pub async fn change(visit: Visit, Path(id): Path<WorkteamId>, mut form: Form) -> Result<Response, WebError> {
    let revision = form.whole("revision").unwrap_or_default();
    let outcome = match read(&mut form) {
        Ok(draft) => save(&visit.ctx, id, revision, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/tim-kerja/{id}"), "workteam-saved")),
        None => answer(&visit, Some(id), form).await,
    }
}

/// `POST /tim-kerja/{team}/selesai`
pub async fn end(visit: Visit, Path(id): Path<WorkteamId>) -> Result<Response, WebError> {
    finish(&visit.ctx, id).await?;
    Ok(visit.done(&format!("/tim-kerja/{id}"), "workteam-ended"))
}

fn read(form: &mut Form) -> Result<Draft, Failure> {
    let (name, purpose) = (form.text_up_to("name", MAX_NAME), form.text("purpose"));
    let unit = form.required_choice("unit", |code| match code {
        WHOLE => Some(None),
        id => id.parse::<UnitId>().ok().map(Some),
    });
    let (from, until) = (form.required_date("from"), form.date("until"));
    let leader = form.text_up_to("leader", 300);
    match (form.check(), unit, from) {
        (Ok(()), Some(unit), Some(from)) => Ok(Draft { name, purpose, unit, from, until, leader }),
        (read, ..) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    }
}

async fn answer(visit: &Visit, id: Option<WorkteamId>, form: Form) -> Result<Response, WebError> {
    let found = writing(&visit.ctx, id).await?;
    let status = form.status();
    let title = Text::new(if id.is_some() { "workteam-change-title" } else { "workteam-new" });
    Ok(render(&view(visit.page(title), found, form), status))
}

fn view(page: Page, found: Writing, mut form: Form) -> WritePage {
    let mut page = page.under("/tim-kerja", "nav-workteam");
    if let Some(team) = &found.team {
        page = page.under(format!("/tim-kerja/{}", team.id), Text::new("workteam-of").with("team", team.name.as_str()));
        form.set_default("name", &team.name);
        form.set_default("purpose", &team.purpose);
        form.set_default("unit", team.unit.map_or_else(|| WHOLE.to_owned(), |unit| unit.to_string()));
        form.set_default("from", team.dates.from.to_string());
        form.set_default("until", team.dates.until.map(|day| day.to_string()).unwrap_or_default());
        form.set_default("revision", team.revision.to_string());
    }
    let whole = found.whole.then(|| (WHOLE.to_owned(), page.t("workteam-whole-agency")));
    let units = found.units.into_iter().map(|unit| (unit.id.to_string(), format!("{} ({})", unit.name, unit.code)));
    WritePage {
        action: found.team.as_ref().map_or("/tim-kerja/baru".to_owned(), |team| format!("/tim-kerja/{}/ubah", team.id)),
        units: whole.into_iter().chain(units).collect(),
        fresh: found.team.is_none(),
        page: page.with(&form),
        form,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let mut wrong = Form::of([("name", "Tim"), ("purpose", "Kerja"), ("unit", WHOLE), ("from", "2026-02-01")]);
    wrong.fail("purpose", Text::new("workteam-needs-purpose").with("min", 15_i64));
    wrong.fail("leader", Text::new("people-name-unknown"));
    let found = |team| Writing { team, units: vec![sample::unit()], whole: true };
    let views = [
        ("", view(gallery.page_at("/tim-kerja", "workteam-new"), found(None), wrong)),
        (
            "ubah",
            view(
                gallery.page_at("/tim-kerja", "workteam-change-title"),
                found(Some(sample::team(gallery))),
                Form::new(),
            ),
        ),
    ];
    for (variant, view) in views {
        gallery.add("workteam/write", variant, &view);
    }
}
