//! *What a team is to deliver* is written, changed, taken off; *a member takes it into their own plan*.

use super::{member::under, sample};
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    plan::words::Choice,
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure,
    workteam::{
        adopt::adopt as take,
        result::{Draft, Writing, take_off as drop_it, write, writing},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::{EmployeeId, WorkteamId, WorkteamResultId},
    plan::{Direction, RhkKind, Tally, Target},
};

#[derive(Template)]
#[template(path = "workteam/result.html")]
struct ResultPage {
    page: Page,
    form: Form,
    link: String,
    members: Vec<(EmployeeId, String)>,
    tally: Vec<(&'static str, String)>,
    direction: Vec<(&'static str, String)>,
}

impl ResultPage {
    fn carries(&self, id: &EmployeeId) -> bool {
        self.form.is("carrier", &id.to_string())
    }
}

/// `GET /tim-kerja/{team}/hasil`
pub async fn new(visit: Visit, Path(id): Path<WorkteamId>) -> Result<Response, WebError> {
    answer(&visit, id, None, Form::new()).await
}

/// `POST /tim-kerja/{team}/hasil`
pub async fn add(visit: Visit, Path(id): Path<WorkteamId>, form: Form) -> Result<Response, WebError> {
    save(visit, id, None, form).await
}

/// `GET /tim-kerja/{team}/hasil/{result}`
pub async fn edit(
    visit: Visit,
    Path((id, result)): Path<(WorkteamId, WorkteamResultId)>,
) -> Result<Response, WebError> {
    answer(&visit, id, Some(result), Form::new()).await
}

/// `POST /tim-kerja/{team}/hasil/{result}`
pub async fn change(
    visit: Visit,
    Path((id, result)): Path<(WorkteamId, WorkteamResultId)>,
    form: Form,
) -> Result<Response, WebError> {
    save(visit, id, Some(result), form).await
}

async fn save(
    visit: Visit,
    id: WorkteamId,
    result: Option<WorkteamResultId>,
    mut form: Form,
) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Ok(draft) => write(&visit.ctx, id, result, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(result) => Ok(visit.done(&format!("/tim-kerja/{id}#hasil-{result}"), "workteam-result-saved")),
        None => answer(&visit, id, result, form).await,
    }
}

fn read(form: &mut Form) -> Result<Draft, Failure> {
    let text = form.text("text");
    let target = Target {
        amount: form.amount("target"),
        unit: form.text_up_to("target_unit", 100),
        tally: form.choice("tally", Tally::from_code).unwrap_or_default(),
        direction: form.choice("direction", Direction::from_code).unwrap_or_default(),
        ..Target::default()
    };
    let due = form.required_date("due");
    let carriers = form.all("carrier").into_iter().filter_map(|id| id.parse().ok()).collect();
    match (form.check(), due) {
        (Ok(()), Some(due)) => Ok(Draft { text, target, due, carriers }),
        (read, _) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    }
}

async fn answer(
    visit: &Visit,
    id: WorkteamId,
    result: Option<WorkteamResultId>,
    form: Form,
) -> Result<Response, WebError> {
    let found = writing(&visit.ctx, id, result).await?;
    let status = form.status();
    let title = Text::new(if result.is_some() { "workteam-change-result" } else { "workteam-add-result" });
    Ok(render(&view(visit.page(title), found, form), status))
}

fn view(page: Page, found: Writing, mut form: Form) -> ResultPage {
    let mut link = format!("/tim-kerja/{}/hasil", found.team.id);
    match &found.result {
        Some(result) => {
            link = format!("{link}/{}", result.id);
            let sent = form.has("text");
            form.set_default("text", &result.text);
            form.set_default("target", result.target.amount.map(|amount| amount.to_string()).unwrap_or_default());
            form.set_default("target_unit", &result.target.unit);
            form.set_default("tally", result.target.tally.code());
            form.set_default("direction", result.target.direction.code());
            form.set_default("due", result.due.to_string());
            if !sent {
                let carriers = result.carriers.iter().map(|id| ("carrier".to_owned(), id.to_string()));
                form = Form::of(form.typed_fields().into_iter().chain(carriers));
            }
        }
        None => {
            form.set_default("tally", Tally::default().code());
            form.set_default("direction", Direction::default().code());
            form.set_default("due", found.team.days().until.map(|day| day.to_string()).unwrap_or_default());
        }
    }
    let page = under(page, &found.team).with(&form);
    ResultPage {
        link,
        members: found.members,
        tally: Tally::choices(&page),
        direction: Direction::choices(&page),
        page,
        form,
    }
}

/// `POST /tim-kerja/{team}/hasil/{result}/hapus`
pub async fn take_off(
    visit: Visit,
    Path((id, result)): Path<(WorkteamId, WorkteamResultId)>,
) -> Result<Response, WebError> {
    drop_it(&visit.ctx, id, result).await?;
    Ok(visit.done(&format!("/tim-kerja/{id}#hasil"), "workteam-taken-off"))
}

/// `POST /tim-kerja/{team}/hasil/{result}/skp`
pub async fn adopt(
    visit: Visit,
    Path((id, result)): Path<(WorkteamId, WorkteamResultId)>,
    form: Form,
) -> Result<Response, WebError> {
    let kind = RhkKind::from_code(form.value("kind")).unwrap_or(RhkKind::Tambahan);
    let skp = take(&visit.ctx, id, result, kind).await?;
    Ok(visit.done(&format!("/skp/{skp}"), "workteam-adopted"))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let members =
        || vec![(sample::employee(1), sample::LEADER.to_owned()), (sample::employee(2), sample::MEMBER.to_owned())];
    let found = |gallery: &Gallery, result| Writing { team: sample::team(gallery), result, members: members() };
    let mut wrong = Form::of([("text", ""), ("target", "banyak"), ("due", "2027-12-31")]);
    wrong.fail("text", Text::new("workteam-result-needs-text"));
    wrong.fail("target", Text::new("form-amount-not-a-number").with("typed", "banyak"));
    wrong.fail("due", Text::new("workteam-outside-its-days"));
    let page = |gallery: &Gallery, key| gallery.page_at("/tim-kerja/1/hasil", Text::new(key));
    let change = found(gallery, Some(sample::result(gallery)));
    let views = [
        ("", view(page(gallery, "workteam-change-result"), change, Form::new())),
        ("salah", view(page(gallery, "workteam-add-result"), found(gallery, None), wrong)),
    ];
    for (variant, view) in views {
        gallery.add("workteam/result", variant, &view);
    }
}
