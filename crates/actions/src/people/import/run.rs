//! *The personnel office carries an import out*, once it has seen what the file would change.

use super::{
    Kind, Mode, Report, Saved, State, change,
    change::{Batch, Changes, NewAccount},
    changes, kept, place, save, understand,
};
use crate::{Ctx, Failure, account::password, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    ids::ImportId,
    permissions::Action,
};
use object_store::ObjectStoreExt;
use serde::Serialize;
use std::sync::Arc;
use store::{Import, StoreError};

/// What the journal keeps of an import as a whole.
#[derive(Serialize)]
struct Summary<'s> {
    kind: &'s str,
    file: &'s str,
    rows: u64,
    bad_rows: u64,
    made: u64,
    changed: u64,
}

/// Starts carrying an import out. `false` when it is at it or done already: nothing is left to do.
#[crate::boxed]
pub async fn begin(ctx: &Ctx, id: ImportId, mode: Mode) -> Result<bool, Failure> {
    ctx.permit(Action::PeopleImport)?;
    let page = super::see(ctx, id).await?;
    match page.state {
        State::Running | State::Done => return Ok(false),
        State::Checking => return Err(Refusal::rule(Text::new("import-still-checking")).into()),
        State::Checked | State::Failed | State::Silent => {}
    }
    if mode == Mode::AllOrNothing && page.report.bad_rows() > 0 {
        return Err(has_bad_rows(&page.report));
    }
    let at = ctx.app.world.now();
    ctx.app
        .store
        .act(ctx.agency.id, None, move |tx| async move {
            let import = tx.import(id).await?.ok_or_else(|| not_found("import"))?;
            // Somebody else pressed the same button a moment ago.
            if import.state == State::Done.code() || (import.state == State::Running.code() && import.at > page.at) {
                return Ok(false);
            }
            let mut saved: Saved = serde_json::from_str(&import.report_json)?;
            saved.mode = Some(mode);
            saved.stopped = None;
            let state = State::Running.code().to_owned();
            let report_json = serde_json::to_string(&saved)?;
            tx.save_import(&Import { state, report_json, at, done: 0, ..import }).await?;
            Ok::<_, Failure>(true)
        })
        .await
}

/// Carries out what was begun. Takes as long as it takes: for a page, run it beside the request.
#[crate::boxed]
pub async fn carry_out(ctx: &Ctx, id: ImportId) -> Result<Report, Failure> {
    ctx.permit(Action::PeopleImport)?;
    let import = ctx.read().import(id).await?.ok_or_else(|| not_found("import"))?;
    let saved: Saved = serde_json::from_str(&import.report_json)?;
    match attempt(ctx, &import, &saved).await {
        Ok(report) => {
            // Passwords and personal data do not lie about once they have served.
            ctx.app.files.delete(&place(ctx, id)).await?;
            Ok(report)
        }
        Err(failure) => {
            stopped(ctx, import, saved, &failure).await?;
            Err(failure)
        }
    }
}

async fn attempt(ctx: &Ctx, import: &Import, saved: &Saved) -> Result<Report, Failure> {
    let mode = saved.mode.ok_or_else(|| Failure::Internal("import without a mode".to_owned()))?;
    let (found, report) = kept(ctx, import, saved).await?;
    if mode == Mode::AllOrNothing && report.bad_rows() > 0 {
        return Err(has_bad_rows(&report));
    }
    let total = found.count() as u32;
    let progress = |done: usize| {
        let state = State::Running.code().to_owned();
        Import { total, done: done as u32, state, at: ctx.app.world.now(), ..import.clone() }
    };
    save(ctx, progress(0)).await?;
    let batches = hashed(ctx, found, Some(&progress(0))).await?.batches();
    if mode == Mode::AllOrNothing {
        write_all(ctx, batches).await?;
    } else {
        let mut done = 0;
        for batch in batches {
            done += batch.len();
            write_all(ctx, vec![batch]).await?;
            save(ctx, progress(done)).await?;
        }
    }
    summarise(ctx, import.id, &import.kind, &saved.name, &report).await?;
    let saved = Saved { report: report.clone(), ..saved.clone() };
    let state = State::Done.code().to_owned();
    save(ctx, Import { state, report_json: serde_json::to_string(&saved)?, ..progress(total as usize) }).await?;
    Ok(report)
}

/// A whole file at once, from the command line: checked only (no mode), or checked and carried out.
#[crate::boxed]
pub async fn now(
    ctx: &Ctx,
    kind: Kind,
    name: &str,
    bytes: Vec<u8>,
    year: Option<i32>,
    mode: Option<Mode>,
) -> Result<Report, Failure> {
    ctx.permit(Action::PeopleImport)?;
    let table = understand(kind, Arc::new(bytes)).await?;
    let (found, report) = changes(ctx, kind, &table, year).await?;
    let Some(mode) = mode else { return Ok(report) };
    if mode == Mode::AllOrNothing && report.bad_rows() > 0 {
        return Ok(Report { made: 0, changed: 0, ..report });
    }
    let batches = hashed(ctx, found, None).await?.batches();
    match mode {
        Mode::AllOrNothing => write_all(ctx, batches).await?,
        Mode::SkipBad => {
            for batch in batches {
                write_all(ctx, vec![batch]).await?;
            }
        }
    }
    summarise(ctx, ctx.app.world.id().into(), kind.code(), name, &report).await?;
    Ok(report)
}

/// Writes in one transaction.
async fn write_all(ctx: &Ctx, batches: Vec<Batch>) -> Result<(), Failure> {
    if batches.is_empty() {
        return Ok(());
    }
    let batches = Arc::new(batches);
    // The form's key stands for the request that began this, not for each of its transactions.
    let ctx = Ctx { once: None, ..ctx.clone() };
    ctx.act(Action::PeopleImport, move |work| {
        let batches = batches.clone();
        async move {
            for batch in batches.iter() {
                batch.write(&work).await?;
            }
            Ok(())
        }
    })
    .await
}

async fn summarise(ctx: &Ctx, id: ImportId, kind: &str, name: &str, report: &Report) -> Result<(), Failure> {
    if report.changes_nothing() {
        return Ok(());
    }
    let (kind, name) = (kind.to_owned(), name.to_owned());
    let (rows, bad_rows, made, changed) = (report.total, report.bad_rows(), report.made, report.changed);
    let ctx = Ctx { once: None, ..ctx.clone() };
    ctx.act(Action::PeopleImport, move |work| {
        let (kind, name) = (kind.clone(), name.clone());
        async move {
            let summary = Summary { kind: &kind, file: &name, rows, bad_rows, made, changed };
            work.journal("import", id, None, Some(&summary)).await
        }
    })
    .await
}

/// Hashes first passwords where the file gives them. Slow on purpose, each takes some tens of milliseconds; the import
/// shows meanwhile that it is alive.
async fn hashed(ctx: &Ctx, mut found: Changes, import: Option<&Import>) -> Result<change::Changes, Failure> {
    const SIGN_OF_LIFE: usize = 100;
    let mut hashes = 0;
    for NewAccount { password, hash, .. } in &mut found.accounts {
        let Some(password) = password.take() else { continue };
        *hash = Some(password::hash(ctx.app.world.as_ref(), &password).await?);
        hashes += 1;
        if let Some(import) = import.filter(|_| hashes % SIGN_OF_LIFE == 0) {
            save(ctx, Import { at: ctx.app.world.now(), ..import.clone() }).await?;
        }
    }
    Ok(found)
}

fn has_bad_rows(report: &Report) -> Failure {
    Refusal::rule(Text::new("import-has-bad-rows").with("n", report.bad_rows() as i64))
        .next(Text::new("import-mend-or-skip"))
        .into()
}

/// Notes why an import stopped. The database may be what stopped it: then its page says so after a while of silence.
pub(super) async fn stopped(ctx: &Ctx, import: Import, saved: Saved, failure: &Failure) -> Result<(), Failure> {
    let says = match failure {
        Failure::Refused(Refusal::Rule(broken)) => broken.says.clone(),
        Failure::Refused(Refusal::Fields(errors)) if !errors.is_empty() => errors[0].text.clone(),
        Failure::Store(StoreError::Duplicate { .. } | StoreError::Stale) => Text::new("import-stopped-by-others"),
        Failure::Store(StoreError::Full) => Text::new("import-stopped-disk-full"),
        Failure::Store(StoreError::Unavailable(_)) => Text::new("import-stopped-database-gone"),
        Failure::Files(_) => Text::new("import-stopped-file-gone"),
        _ => Text::new("import-stopped"),
    };
    tracing::warn!(import = %import.id, %failure, "import stopped");
    let saved = Saved { stopped: Some(says), ..saved };
    let state = State::Failed.code().to_owned();
    save(ctx, Import { state, report_json: serde_json::to_string(&saved)?, at: ctx.app.world.now(), ..import }).await
}
