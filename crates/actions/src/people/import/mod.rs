//! *The personnel office brings in a file*: units, posts, tasks, standards of competence, employees, plans or
//! the catalogue of training, from CSV or XLSX (plans also JSON).
//!
//! A file is taken in ([`take`]), checked without writing ([`check`]), and then carried out ([`begin`], [`carry_out`]):
//! all or nothing in one transaction, or row by row leaving out the bad ones. It waits in the file store under the
//! import's id and is thrown away when it is done. Natural keys (codes, NIP, employee and year) make it safe to bring
//! the same file again: what is there already is not written twice.
//!
//! Read first: this file; `columns` for what a file holds; `read` for how it is understood; then the kind you came for
//! (`units`, `posts`, `tasks`, `standards`, `employees`, `plans`, `programs`): each turns rows into `change::Changes`.

mod cells;
mod change;
mod columns;
mod employees;
mod encoding;
mod json;
mod plans;
mod posts;
mod programs;
mod read;
mod report;
mod run;
mod standards;
mod table;
mod target;
mod tasks;
mod title;
mod units;
mod xlsx;

pub use cells::nip_says;
pub use columns::{Column, Kind};
pub(crate) use encoding::decode;
pub(crate) use read::grid;
pub use report::{BadRow, Report};
pub use run::{begin, carry_out, now};
pub(crate) use table::{Numbered, clean};
pub(super) use table::{guard, guard_text};

use crate::{Ctx, Failure, account::log_in::exempt, evidence::Upload, failure::not_found};
use chrono::{DateTime, Duration, Utc};
use domain::{
    decision::{Refusal, Text},
    ids::{EmployeeId, ImportId},
    permissions::Action,
};
use object_store::{ObjectStoreExt, path::Path};
use serde::{Deserialize, Serialize};
use store::Import;
use table::Table;

/// Largest file taken, in bytes.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
/// An import that has not said anything for so long has stopped: its process ended.
const SILENT: Duration = Duration::minutes(5);
/// A file that nobody carries out is thrown away after so long.
const KEPT: Duration = Duration::days(7);

/// Imports looked back upon.
const SHOWN: u64 = 20;

/// What happens to the good rows of a file that also has bad ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Everything in one transaction; nothing while there is a bad row.
    AllOrNothing,
    /// Good rows in parts of some hundreds, bad ones left out.
    SkipBad,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Taken in, being checked.
    Checking,
    /// Checked; waits to be carried out.
    Checked,
    /// Being carried out.
    Running,
    /// Carried out.
    Done,
    /// Stopped by something that is no row's fault.
    Failed,
    /// Has not said anything for minutes: its process ended. May be carried out again.
    Silent,
}

impl State {
    const CODES: [(&'static str, Self); 5] = [
        ("checking", Self::Checking),
        ("checked", Self::Checked),
        ("running", Self::Running),
        ("done", Self::Done),
        ("failed", Self::Failed),
    ];

    fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, state)| *state == self).map_or("running", |(code, _)| code)
    }

    /// Is there still something to wait for?
    pub const fn is_busy(self) -> bool {
        matches!(self, Self::Checking | Self::Running)
    }
}

/// What is kept of an import beside its progress.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Saved {
    name: String,
    year: Option<i32>,
    mode: Option<Mode>,
    report: Report,
    stopped: Option<Text>,
}

/// An import as its page shows it.
#[derive(Clone, Debug)]
pub struct ImportPage {
    /// Its id.
    pub id: ImportId,
    /// What the file is about.
    pub kind: Kind,
    /// The file's name.
    pub name: String,
    /// Who brought it.
    pub by: Option<EmployeeId>,
    /// Year for plans that name none.
    pub year: Option<i32>,
    /// All or nothing, or skipping bad rows; once chosen.
    pub mode: Option<Mode>,
    /// How far it is.
    pub state: State,
    /// Things to write.
    pub total: u32,
    /// Things written.
    pub done: u32,
    /// When it last said something.
    pub at: DateTime<Utc>,
    /// What was found, row by row.
    pub report: Report,
    /// Why it stopped.
    pub stopped: Option<Text>,
}

/// Takes a file in: reads it to see that it is a table of this kind, and keeps it until it is carried out.
#[crate::boxed]
pub async fn take(ctx: &Ctx, kind: Kind, file: Upload, year: Option<i32>) -> Result<ImportId, Failure> {
    ctx.permit(Action::PeopleImport)?;
    if kind == Kind::Skp && year.is_some_and(|year| !(2000..2100).contains(&year)) {
        return Err(Refusal::field("year", Text::new("import-year-missing")).into());
    }
    let bytes = std::sync::Arc::new(file.bytes);
    let table = understand(kind, bytes.clone()).await?;
    forget_abandoned(ctx).await?;
    let id: ImportId = ctx.app.world.id().into();
    ctx.app.files.put(&place(ctx, id), bytes.to_vec().into()).await?;
    let saved = Saved { name: file.name.chars().take(200).collect(), year, ..Saved::default() };
    let import = Import {
        id,
        by: Some(ctx.me()),
        kind: kind.code().to_owned(),
        total: table.rows.len() as u32,
        done: 0,
        state: State::Checking.code().to_owned(),
        report_json: serde_json::to_string(&saved)?,
        at: ctx.app.world.now(),
    };
    save(ctx, import).await?;
    Ok(id)
}

/// Throws away files that were checked and never carried out: they may hold first passwords and personal data.
async fn forget_abandoned(ctx: &Ctx) -> Result<(), Failure> {
    let (now, forgotten) = (ctx.app.world.now(), Text::new("import-stopped-file-gone"));
    for import in ctx.read().imports(SHOWN).await? {
        if import.state != State::Done.code() && now - import.at > KEPT {
            match ctx.app.files.delete(&place(ctx, import.id)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
            let saved = Saved { stopped: Some(forgotten.clone()), ..serde_json::from_str(&import.report_json)? };
            let (state, report_json) = (State::Failed.code().to_owned(), serde_json::to_string(&saved)?);
            save(ctx, Import { state, report_json, at: now, ..import }).await?;
        }
    }
    Ok(())
}

/// Checks a file that was taken in; what is found stands on its page.
#[crate::boxed]
pub async fn check(ctx: &Ctx, id: ImportId) -> Result<Report, Failure> {
    ctx.permit(Action::PeopleImport)?;
    let import = ctx.read().import(id).await?.ok_or_else(|| not_found("import"))?;
    let mut saved: Saved = serde_json::from_str(&import.report_json)?;
    let found = match kept(ctx, &import, &saved).await {
        Ok(found) => found,
        Err(failure) => {
            run::stopped(ctx, import, saved, &failure).await?;
            return Err(failure);
        }
    };
    saved.report = found.1;
    let report = saved.report.clone();
    let state = State::Checked.code().to_owned();
    let (report_json, at) = (serde_json::to_string(&saved)?, ctx.app.world.now());
    save(ctx, Import { state, report_json, at, total: found.0.count() as u32, ..import }).await?;
    Ok(report)
}

/// An import and what was found.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: ImportId) -> Result<ImportPage, Failure> {
    ctx.permit(Action::PeopleImport)?;
    page(ctx, ctx.read().import(id).await?.ok_or_else(|| not_found("import"))?)
}

/// The latest imports, newest first.
#[crate::boxed]
pub async fn list(ctx: &Ctx) -> Result<Vec<ImportPage>, Failure> {
    ctx.permit(Action::PeopleImport)?;
    ctx.read().imports(SHOWN).await?.into_iter().map(|import| page(ctx, import)).collect()
}

fn page(ctx: &Ctx, import: Import) -> Result<ImportPage, Failure> {
    let saved: Saved = serde_json::from_str(&import.report_json)?;
    let kind =
        Kind::from_code(&import.kind).ok_or_else(|| Failure::Internal(format!("import kind {}", import.kind)))?;
    let state = State::CODES.iter().find(|(code, _)| *code == import.state).map_or(State::Failed, |(_, state)| *state);
    let silent = state.is_busy() && ctx.at - import.at > SILENT;
    Ok(ImportPage {
        id: import.id,
        kind,
        name: saved.name,
        by: import.by,
        year: saved.year,
        mode: saved.mode,
        state: if silent { State::Silent } else { state },
        total: import.total,
        done: import.done,
        at: import.at,
        report: saved.report,
        stopped: saved.stopped,
    })
}

/// Reads a file off the async threads: a large one takes seconds.
async fn understand(kind: Kind, bytes: std::sync::Arc<Vec<u8>>) -> Result<Table, Failure> {
    if bytes.len() > MAX_BYTES {
        let says = Text::new("import-file-too-large").with("max", (MAX_BYTES / 1024 / 1024) as i64);
        return Err(Refusal::field("file", says).into());
    }
    let read = tokio::task::spawn_blocking(move || read::read(kind, &bytes));
    let table = read.await.map_err(|error| Failure::Internal(error.to_string()))?;
    table.map_err(|says| Refusal::field("file", says).into())
}

/// What a table would change. Writes nothing.
async fn changes(
    ctx: &Ctx,
    kind: Kind,
    table: &Table,
    year: Option<i32>,
) -> Result<(change::Changes, Report), Failure> {
    let (changes, mut report) = match kind {
        Kind::Unit => units::check(ctx, table).await?,
        Kind::Jabatan => posts::check(ctx, table).await?,
        Kind::Tugas => tasks::check(ctx, table).await?,
        Kind::Kompetensi => standards::check(ctx, table).await?,
        Kind::Pegawai => employees::check(ctx, table).await?,
        Kind::Skp => plans::check(ctx, table, year).await?,
        Kind::Pelatihan => programs::check(ctx, table).await?,
    };
    report.made = changes.made() as u64;
    report.changed = changes.changed() as u64;
    report.remarks.extend(table.remarks.iter().cloned());
    report.sort();
    Ok((changes, report))
}

/// The same for a file that was taken in.
async fn kept(ctx: &Ctx, import: &Import, saved: &Saved) -> Result<(change::Changes, Report), Failure> {
    let kind = Kind::from_code(&import.kind).ok_or_else(|| not_found("import"))?;
    let bytes = ctx.app.files.get(&place(ctx, import.id)).await?.bytes().await?.to_vec();
    let table = understand(kind, std::sync::Arc::new(bytes)).await?;
    changes(ctx, kind, &table, saved.year).await
}

/// Where the file waits.
fn place(ctx: &Ctx, id: ImportId) -> Path {
    Path::from(format!("{}/impor/{id}", ctx.agency.id))
}

/// Notes how far an import is.
async fn save(ctx: &Ctx, import: Import) -> Result<(), Failure> {
    exempt(&ctx.app, ctx.agency.id, move |tx| {
        let import = import.clone();
        async move { Ok(tx.save_import(&import).await?) }
    })
    .await
}
