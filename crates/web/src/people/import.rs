//! *The personnel office brings in a file*: chooses it, sees what it would change, carries it out and watches.
//!
//! A file is checked, and later carried out, beside the request: the page asks every other second how far it is, and
//! says the same when it is simply opened again.

use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render, show as answer_with},
    session::Visit,
};
use actions::{
    Ctx, Failure,
    evidence::Upload,
    people::import::{self, ImportPage, Kind, Mode, State},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    decision::{Refusal, Text},
    ids::ImportId,
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "people/import.html")]
pub(super) struct ChoosePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) kind: Kind,
    pub(super) earlier: Vec<ImportPage>,
}

impl ChoosePage {
    /// Code, name, and whether it is the one shown.
    fn kinds(&self) -> [(&'static str, String, bool); 7] {
        Kind::ALL.map(|kind| (kind.code(), kind_name(&self.page, kind), kind == self.kind))
    }

    fn name(&self) -> String {
        kind_name(&self.page, self.kind)
    }

    fn name_of(&self, import: &ImportPage) -> String {
        kind_name(&self.page, import.kind)
    }

    /// What a column holds.
    fn column(&self, name: &str) -> String {
        // Names that mean different things in different files.
        match (self.kind, name) {
            (Kind::Skp, "jenis") => self.page.t("import-skp-jenis"),
            (Kind::Pelatihan, "jenis") => self.page.t("import-training-jenis"),
            (Kind::Pelatihan, "uraian") => self.page.t("import-training-uraian"),
            _ => self.page.label("import-column", name),
        }
    }

    fn state(&self, import: &ImportPage) -> String {
        self.page.label("import-state", state_code(import.state))
    }

    fn tone(import: &ImportPage) -> Tone {
        tone(import)
    }
}

fn kind_name(page: &Page, kind: Kind) -> String {
    page.label("import-kind", kind.code())
}

const fn state_code(state: State) -> &'static str {
    match state {
        State::Checking => "checking",
        State::Checked => "checked",
        State::Running => "running",
        State::Done => "done",
        State::Failed => "failed",
        State::Silent => "silent",
    }
}

fn tone(import: &ImportPage) -> Tone {
    match import.state {
        State::Checking | State::Running => Tone::Note,
        State::Checked if import.report.bad_rows() > 0 => Tone::Risk,
        State::Checked => Tone::Good,
        State::Done => Tone::Done,
        State::Failed | State::Silent => Tone::Late,
    }
}

/// What the link says.
#[derive(Deserialize)]
pub(super) struct Asked {
    jenis: Option<String>,
}

/// `GET /impor`
pub(super) async fn choose(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let kind = asked.jenis.as_deref().and_then(Kind::from_code).unwrap_or(Kind::Pegawai);
    answer(&visit, Form::of([("kind", kind.code())]), kind).await
}

/// `POST /impor`
pub(super) async fn take(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let kind = form.required_choice("kind", Kind::from_code);
    let year = form.whole("year").map(|year| year as i32);
    let file = form.take_file("file");
    if file.is_none() {
        form.fail("file", Text::new("import-file-missing"));
    }
    let outcome = match (form.check(), kind, file) {
        (Ok(()), Some(kind), Some(file)) => {
            import::take(&visit.ctx, kind, Upload { name: file.name, bytes: file.bytes }, year).await
        }
        (Err(failure), ..) => Err(failure),
        (Ok(()), ..) => Err(Failure::Internal("a required field read as nothing".into())),
    };
    match form.caught(outcome)? {
        Some(id) => {
            beside(&visit.ctx, move |ctx| async move { import::check(&ctx, id).await.map(drop) });
            Ok(visit.to(&format!("/impor/{id}")))
        }
        None => answer(&visit, form, kind.unwrap_or(Kind::Pegawai)).await,
    }
}

async fn answer(visit: &Visit, form: Form, kind: Kind) -> Result<Response, WebError> {
    let earlier = import::list(&visit.ctx).await?;
    let status = form.status();
    let page = visit.page("import-title").under("/pegawai", "people-list-title").with(&form);
    Ok(render(&ChoosePage { page, form, kind, earlier }, status))
}

#[derive(Template)]
#[template(path = "people/import_run.html")]
pub(super) struct RunPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) found: ImportPage,
}

impl RunPage {
    fn kind(&self) -> String {
        kind_name(&self.page, self.found.kind)
    }

    fn state(&self) -> String {
        self.page.label("import-state", state_code(self.found.state))
    }

    fn tone(&self) -> Tone {
        tone(&self.found)
    }

    fn is_done(&self) -> bool {
        self.found.state == State::Done
    }

    /// Basis points of what is to be written.
    fn share(&self) -> i64 {
        if self.found.total == 0 { 0 } else { i64::from(self.found.done) * 10_000 / i64::from(self.found.total) }
    }

    /// May it be carried out now?
    fn ready(&self) -> bool {
        matches!(self.found.state, State::Checked | State::Failed | State::Silent)
            && self.found.report.total > 0
            && !self.found.report.changes_nothing()
    }

    fn action(&self) -> String {
        format!("/impor/{}/jalankan", self.found.id)
    }

    fn modes(&self) -> Vec<(&'static str, String)> {
        let bad = self.found.report.bad_rows() > 0;
        let all = ("semua", self.page.t("import-mode-all"));
        let skip = ("lewati", self.page.t("import-mode-skip"));
        if bad { vec![skip] } else { vec![all, skip] }
    }
}

/// `GET /impor/{id}`
pub(super) async fn show(visit: Visit, Path(id): Path<ImportId>) -> Result<Response, WebError> {
    let found = import::see(&visit.ctx, id).await?;
    let usual = if found.report.bad_rows() > 0 { "lewati" } else { "semua" };
    Ok(answer_with(&run_page(&visit, found, Form::of([("mode", usual)]))))
}

/// `POST /impor/{id}/jalankan`
pub(super) async fn carry_out(visit: Visit, Path(id): Path<ImportId>, mut form: Form) -> Result<Response, WebError> {
    let mode = form.required_choice("mode", |code| match code {
        "semua" => Some(Mode::AllOrNothing),
        "lewati" => Some(Mode::SkipBad),
        _ => None,
    });
    let outcome = match (form.check(), mode) {
        (Ok(()), Some(mode)) => import::begin(&visit.ctx, id, mode).await,
        (Err(failure), _) => Err(failure),
        (Ok(()), None) => Err(Failure::Internal("a required field read as nothing".into())),
    };
    let Some(begun) = form.caught(outcome)? else {
        let status = form.status();
        let found = import::see(&visit.ctx, id).await?;
        return Ok(render(&run_page(&visit, found, form), status));
    };
    if begun {
        beside(&visit.ctx, move |ctx| async move { import::carry_out(&ctx, id).await.map(drop) });
    }
    Ok(visit.to(&format!("/impor/{id}")))
}

fn run_page(visit: &Visit, found: ImportPage, form: Form) -> RunPage {
    let page = visit.page("import-run-title").under("/impor", "import-title").with(&form);
    RunPage { page, form, found }
}

/// Does something long beside the request; how it goes stands on the import's page.
fn beside<F, Fut>(ctx: &Ctx, job: F)
where
    F: FnOnce(Ctx) -> Fut,
    Fut: Future<Output = Result<(), Failure>> + Send + 'static,
{
    let job = job(Ctx { once: None, ..ctx.clone() });
    tokio::spawn(async move {
        match job.await {
            // What the file's owner can mend stands on the page already.
            Ok(()) | Err(Failure::Refused(Refusal::Fields(_) | Refusal::Rule(_))) => {}
            Err(failure) => tracing::error!(%failure, "import"),
        }
    });
}
