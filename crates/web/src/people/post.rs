//! *Somebody looks at a post* and its task library; the personnel office writes it.

use super::employee::standing_words;
use crate::{
    error::WebError,
    form::Form,
    page::{self, Page, render},
    session::Visit,
};
use actions::people::{
    see_unit::{PostPage, see_post},
    write_post::{TaskDraft, write_tasks},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    ids::{PostId, PostTaskId},
    people::{PostTask, Standing},
    permissions::Action,
};

#[derive(Template)]
#[template(path = "people/post.html")]
pub(super) struct PostView {
    pub(super) page: Page,
    pub(super) found: PostPage,
}

impl PostView {
    /// What kind of acting it is; nothing for a definitive holder. (Templates hand over references.)
    fn standing(&self, standing: &Standing) -> Option<String> {
        (*standing != Standing::Definitif).then(|| standing_words(&self.page, *standing))
    }
}

/// `GET /jabatan/{id}`
pub(super) async fn show(visit: Visit, Path(id): Path<PostId>) -> Result<Response, WebError> {
    let found = see_post(&visit.ctx, id).await?;
    let page = under(&visit, &found, "people-post");
    Ok(page::show(&PostView { page, found }))
}

fn under(visit: &Visit, found: &PostPage, key: &'static str) -> Page {
    let mut page = visit.page(key).under("/unit", "people-tree-title");
    page.crumbs.push(page::Crumb { href: format!("/unit/{}", found.unit.id), name: found.unit.name.clone() });
    page.title.clone_from(&found.post.title);
    page
}

#[derive(Template)]
#[template(path = "people/tasks.html")]
pub(super) struct TasksPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) post: PostId,
    /// One for each line: the id of a task, or `baru-1`.
    pub(super) lines: Vec<String>,
}

impl TasksPage {
    fn action(&self) -> String {
        format!("/jabatan/{}/tugas", self.post)
    }

    fn value(&self, line: &str, part: &str) -> &str {
        self.form.value(&format!("task.{line}.{part}"))
    }
}

/// Empty lines offered for new tasks.
const NEW: usize = 5;

/// `GET /jabatan/{id}/tugas`
pub(super) async fn edit_tasks(visit: Visit, Path(id): Path<PostId>) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    let found = see_post(&visit.ctx, id).await?;
    let form = Form::of(found.tasks.iter().flat_map(fields));
    Ok(tasks_page(&visit, &found, form))
}

fn fields(task: &PostTask) -> [(String, String); 2] {
    [(format!("task.{}.task", task.id), task.task.clone()), (format!("task.{}.output", task.id), task.output.clone())]
}

/// `POST /jabatan/{id}/tugas`
pub(super) async fn save_tasks(visit: Visit, Path(id): Path<PostId>, mut form: Form) -> Result<Response, WebError> {
    let lines: Vec<String> = form.lines("task").into_iter().map(str::to_owned).collect();
    let drafts = lines
        .iter()
        .map(|line| TaskDraft {
            id: line.parse::<PostTaskId>().ok(),
            task: form.text_up_to(&format!("task.{line}.task"), 2_000),
            output: form.text_up_to(&format!("task.{line}.output"), 2_000),
        })
        .collect();
    let outcome = match form.check() {
        Ok(()) => write_tasks(&visit.ctx, id, drafts).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/jabatan/{id}"), "people-tasks-saved")),
        None => Ok(tasks_page(&visit, &see_post(&visit.ctx, id).await?, form)),
    }
}

fn tasks_page(visit: &Visit, found: &PostPage, form: Form) -> Response {
    let page = under(visit, found, "people-tasks").with(&form);
    let status = form.status();
    render(&TasksPage { page, post: found.post.id, lines: task_lines(&form), form }, status)
}

/// The lines of the form and some empty ones behind them.
pub(super) fn task_lines(form: &Form) -> Vec<String> {
    let mut lines: Vec<String> = form.lines("task").into_iter().map(str::to_owned).collect();
    let fresh = (1..).map(|n| format!("baru-{n}")).filter(|line| !lines.contains(line)).take(NEW).collect::<Vec<_>>();
    lines.extend(fresh);
    lines
}
