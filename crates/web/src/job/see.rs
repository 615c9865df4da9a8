//! *Somebody sees how background work goes.* The page asks every other second how far it is, and says the same when it is
//! simply opened again.

use crate::{
    error::WebError,
    form::Form,
    layout::{Pages, Tone},
    page::{Page, render, show as answer_with},
    session::Visit,
};
use actions::{
    Page as Listed, PageOf,
    fairness::count::Counted,
    followup::run::Followed,
    home::tasks::period_name,
    job::{
        self, JobPage, JobState, Task,
        result::{Brought, Closed, Printed, Recomputed, Told, UnitClosed},
    },
};
use askama::Template;
use axum::{
    body::Body,
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use domain::{evaluation::Predikat, ids::JobId};
use futures::TryStreamExt;
use http::{StatusCode, header};
use serde::{Deserialize, de::DeserializeOwned};

#[derive(Template)]
#[template(path = "job/list.html")]
pub(super) struct ListPage {
    pub(super) page: Page,
    pub(super) rows: Vec<JobPage>,
    pub(super) pages: Pages,
}

impl ListPage {
    fn name(&self, found: &JobPage) -> String {
        name(&self.page, found)
    }

    fn about(&self, found: &JobPage) -> String {
        about(&self.page, found)
    }

    fn state(&self, found: &JobPage) -> String {
        self.page.label("job-state", found.job.state.code())
    }

    fn tone(found: &JobPage) -> Tone {
        tone(found.job.state)
    }
}

#[derive(Template)]
#[template(path = "job/see.html")]
pub(super) struct SeePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) found: JobPage,
}

impl SeePage {
    fn about(&self) -> String {
        about(&self.page, &self.found)
    }

    fn state(&self) -> String {
        self.page.label("job-state", self.found.job.state.code())
    }

    fn tone(&self) -> Tone {
        tone(self.found.job.state)
    }

    /// Basis points of what is to be done.
    fn share(&self) -> i64 {
        let job = &self.found.job;
        if job.total == 0 { 0 } else { i64::from(job.done.min(job.total)) * 10_000 / i64::from(job.total) }
    }

    fn came_out<T: DeserializeOwned>(&self, of: &[&str]) -> Option<T> {
        let job = &self.found.job;
        let fits = of.contains(&self.found.task.code()) && !job.result_json.is_empty();
        fits.then(|| serde_json::from_str(&job.result_json).ok()).flatten()
    }

    fn told(&self) -> Option<Told> {
        self.came_out(&["open", "remind", "daily"])
    }

    fn closed(&self) -> Option<Closed> {
        self.came_out(&["close"])
    }

    fn recomputed(&self) -> Option<Recomputed> {
        self.came_out(&["recompute"])
    }

    fn counted(&self) -> Option<Counted> {
        self.came_out(&["fairness"])
    }

    fn printed(&self) -> Option<Printed> {
        self.came_out(&["print"])
    }

    fn followed(&self) -> Option<Followed> {
        self.came_out(&["follow"])
    }

    fn brought(&self) -> Option<Brought> {
        self.came_out(&["feed"])
    }

    fn cancel(&self) -> String {
        format!("/pekerjaan/{}/batal", self.found.job.id)
    }

    /// A unit's results by predicate, best first.
    fn spread(&self, unit: &UnitClosed) -> Vec<(String, u32)> {
        self.predicates().into_iter().zip(unit.counts.iter().rev().copied()).collect()
    }

    /// The predicates, as heads of columns.
    fn predicates(&self) -> Vec<String> {
        Predikat::ALL.iter().rev().map(|predikat| self.page.text(predikat.label())).collect()
    }
}

fn name(page: &Page, found: &JobPage) -> String {
    page.label("job-kind", found.task.code())
}

/// Period, unit and source, as far as it is about one.
fn about(page: &Page, found: &JobPage) -> String {
    let period = found.period.as_ref().map(|p| page.text(period_name(p.rhythm, p.number, p.year)));
    period.into_iter().chain(found.unit.clone()).chain(found.source.clone()).collect::<Vec<_>>().join(" · ")
}

const fn tone(state: JobState) -> Tone {
    match state {
        JobState::Waiting | JobState::Cancelled => Tone::Idle,
        JobState::Running => Tone::Note,
        JobState::Done => Tone::Done,
        JobState::Failed => Tone::Late,
    }
}

/// What the link says.
#[derive(Deserialize)]
pub(super) struct Asked {
    halaman: Option<u32>,
}

/// `GET /pekerjaan`
pub(super) async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let page_of = PageOf { page: asked.halaman.unwrap_or(1), ..PageOf::default() };
    let Listed { rows, total, page: number, per_page } = job::list(&visit.ctx, page_of).await?;
    let pages = Pages::new("/pekerjaan?halaman=", number, total, per_page);
    Ok(answer_with(&ListPage { page: visit.page("job-title"), rows, pages }))
}

/// `GET /pekerjaan/{id}`
pub(super) async fn show(visit: Visit, Path(id): Path<JobId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new()).await
}

/// `POST /pekerjaan/{id}/batal`
pub(super) async fn cancel(visit: Visit, Path(id): Path<JobId>, mut form: Form) -> Result<Response, WebError> {
    let outcome = job::cancel(&visit.ctx, id).await;
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pekerjaan/{id}"), "job-cancelled")),
        None => answer(&visit, id, form).await,
    }
}

/// `GET /pekerjaan/{id}/berkas`
pub(super) async fn fetch(visit: Visit, Path(id): Path<JobId>) -> Result<Response, WebError> {
    let mut form = Form::new();
    let Some((size, bytes)) = form.caught(job::fetch(&visit.ctx, id).await)? else {
        return answer(&visit, id, form).await;
    };
    let (kind, name) = match job::see(&visit.ctx, id).await?.task {
        Task::Feed { .. } => ("text/csv; charset=utf-8", format!("baris-ditolak-{id}.csv")),
        _ => ("application/zip", format!("dokumen-{id}.zip")),
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_LENGTH, size.to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    let body = Body::from_stream(bytes.map_err(std::io::Error::other));
    Ok((StatusCode::OK, headers, body).into_response())
}

async fn answer(visit: &Visit, id: JobId, form: Form) -> Result<Response, WebError> {
    let found = job::see(&visit.ctx, id).await?;
    let status = form.status();
    let mut page = visit.page("job-title").under("/pekerjaan", "job-title").with(&form);
    page.title = name(&page, &found);
    Ok(render(&SeePage { page, form, found }, status))
}
