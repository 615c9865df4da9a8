//! *A file of many rows is brought in* beside the requests. It is cut into parts once; each part is read, taken and told like a
//! small file, so that a process that is killed goes on with the next. What could not be taken comes out as a file of its own for
//! whoever brought it, with the reasons in a last column.
//!
//! The parts lie in the file store under the job and go when it ends. What was sent lies beside them, under its source and what it
//! says: the same may be sent again at any moment, so no job deletes it. It goes with [`sweep`], and so do the parts of a job that
//! was called off or stopped.

use super::{
    Press,
    part::{Progress, Run},
    print::KEPT,
    result::{Brought, LISTED},
};
use crate::{
    App, Ctx, Failure,
    feed::{
        import::PART,
        load::source,
        sheet::{open, read},
        take::{sort, take},
    },
    people::{
        export::{Format, table},
        import::BadRow,
    },
};
use csv::StringRecord;
use domain::{
    feed::Channel,
    ids::{AgencyId, FeedId},
    permissions::Action,
};
use futures::TryStreamExt;
use object_store::{ObjectMeta, ObjectStoreExt, path::Path};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::HashMap;

/// What is brought in.
pub(super) struct File<'t> {
    pub(super) source: FeedId,
    pub(super) place: &'t str,
    pub(super) dry: bool,
}

/// Some rows of the file, with their numbers in it.
#[derive(Serialize, Deserialize)]
struct Cut {
    header: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

/// A row that could not be taken, with everything that is wrong with it.
#[derive(Serialize, Deserialize)]
struct Refused {
    cells: Vec<String>,
    why: Vec<BadRow>,
}

pub(super) async fn step(run: &Run, file: File<'_>, press: &dyn Press) -> Result<(), Failure> {
    let ctx = &run.ctx;
    // Whoever lost the unit meanwhile brings in nothing of it.
    let fed = source(&ctx.read(), ctx, Action::FeedEnter, file.source).await?;
    let folder = format!("{}/{}", folder(ctx.agency.id), run.job.id);
    let mut next = run.progress();
    if run.job.place.is_empty() {
        let bytes = ctx.app.files.get(&Path::from(file.place)).await?.bytes().await?.to_vec();
        let (header, rows) = open(fed.source.kind, bytes).await?;
        let header = words(&header);
        next.total = rows.len() as u32;
        for (at, part) in rows.chunks(PART).enumerate() {
            let rows = part.iter().map(|(number, row)| (*number, words(row))).collect();
            put(ctx, &leaf(&folder, at, "baris"), &Cut { header: header.clone(), rows }).await?;
        }
        "0".clone_into(&mut next.place);
        next.result = serde_json::to_string(&Brought { dry: file.dry, ..Brought::default() })?;
        return save(run, next).await;
    }
    let at: usize = run.job.place.parse().map_err(|_| Failure::Internal("job place".to_owned()))?;
    if at * PART >= run.job.total as usize {
        return end(run, &folder, next, press).await;
    }
    let Cut { header, rows } = get(ctx, &leaf(&folder, at, "baris")).await?;
    let (header, rows) = (StringRecord::from(header), rows.into_iter().map(|(n, row)| (n, StringRecord::from(row))));
    let rows: Vec<_> = rows.collect();
    let (good, bad) = read(&ctx.read(), ctx, &fed.source, &header, &rows).await?;
    let (before, dry, refused) = (run.result::<Brought>()?, file.dry, leaf(&folder, at, "ditolak"));
    run.part(move |work| {
        let (good, bad, rows, before) = (good.clone(), bad.clone(), rows.clone(), before.clone());
        let (source, refused, next) = (fed.source.clone(), refused.clone(), next.clone());
        async move {
            let sorted = if dry {
                sort(&work, &source, &good, &mut HashMap::new()).await?
            } else {
                take(&work, &source, &good, Channel::File, "").await?
            };
            let why: Vec<BadRow> = bad.into_iter().chain(sorted.bad).collect();
            let told: Vec<Refused> = rows
                .iter()
                .map(|(number, row)| (words(row), why.iter().filter(|bad| bad.row == *number).cloned().collect()))
                .map(|(cells, why): (Vec<String>, Vec<BadRow>)| Refused { cells, why })
                .filter(|row| !row.why.is_empty())
                .collect();
            // Before the row that counts it: had the process died between, it would be written again, the same. Others wait for
            // this transaction, so nothing is written where there is nothing to say.
            if !told.is_empty() {
                put(&work.ctx, &refused, &told).await?;
            }
            let mut brought = Brought {
                added: before.added + sorted.new.len() as u32,
                known: before.known + sorted.known as u32,
                bad: before.bad + told.len() as u32,
                ..before
            };
            brought.listed.extend(told.into_iter().flat_map(|row| row.why));
            brought.listed.truncate(LISTED);
            Ok(Progress {
                done: next.done + rows.len() as u32,
                place: (at + 1).to_string(),
                result: serde_json::to_string(&brought)?,
                ..next
            })
        }
    })
    .await
}

/// Puts what could not be taken together, and clears up.
async fn end(run: &Run, folder: &str, mut next: Progress, press: &dyn Press) -> Result<(), Failure> {
    let ctx = &run.ctx;
    let parts = (run.job.total as usize).div_ceil(PART);
    let brought: Brought = run.result()?;
    if brought.bad > 0 {
        let Cut { header, .. } = get(ctx, &leaf(folder, 0, "baris")).await?;
        let width = header.len();
        let mut rows = Vec::with_capacity(brought.bad as usize);
        for at in 0..parts {
            let refused: Vec<Refused> = match get(ctx, &leaf(folder, at, "ditolak")).await {
                Err(Failure::Files(object_store::Error::NotFound { .. })) => Vec::new(),
                refused => refused?,
            };
            rows.extend(refused.into_iter().map(|Refused { mut cells, why }| {
                cells.resize(width, String::new());
                cells.push(crate::feed::import::reasons(&why, &|text| press.says(text)));
                cells
            }));
        }
        let columns: Vec<String> = header.into_iter().chain(["alasan".to_owned()]).collect();
        let bytes = table("ditolak", columns, Format::Csv, rows).await?;
        let place = format!("{folder}.csv");
        next.result = serde_json::to_string(&Brought { bytes: bytes.len() as u64, ..brought })?;
        ctx.app.files.put(&Path::from(place.as_str()), bytes.into()).await?;
        next.file = Some((place, ctx.at + KEPT));
    }
    next.ended = true;
    save(run, next).await?;
    // Only now: had the process died before, they would be needed again.
    for at in 0..parts {
        for kind in ["baris", "ditolak"] {
            clear(&ctx.app, &leaf(folder, at, kind)).await?;
        }
    }
    Ok(())
}

/// Where they lie of an agency; imports of people, which are kept by another rule, lie elsewhere.
pub(crate) fn folder(agency: AgencyId) -> String {
    format!("{agency}/sumber-data")
}

/// Deletes what has lain there for longer than anybody can need it.
pub(super) async fn sweep(app: &App, agency: AgencyId) -> Result<(), Failure> {
    let before = app.world.now() - KEPT;
    let files: Vec<ObjectMeta> = app.files.list(Some(&Path::from(folder(agency)))).try_collect().await?;
    for file in files.into_iter().filter(|file| file.last_modified < before) {
        clear(app, &file.location).await?;
    }
    Ok(())
}

/// Deletes a file that may be gone already: a process that was killed here begins again.
pub(super) async fn clear(app: &App, place: &Path) -> Result<(), Failure> {
    match app.files.delete(place).await {
        Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

async fn save(run: &Run, next: Progress) -> Result<(), Failure> {
    run.part(move |_| {
        let next = next.clone();
        async move { Ok(next) }
    })
    .await
}

fn leaf(folder: &str, at: usize, kind: &str) -> Path {
    Path::from(format!("{folder}/{at:06}-{kind}.json"))
}

fn words(row: &StringRecord) -> Vec<String> {
    row.iter().map(str::to_owned).collect()
}

async fn put<T: Serialize + Sync>(ctx: &Ctx, place: &Path, what: &T) -> Result<(), Failure> {
    ctx.app.files.put(place, serde_json::to_vec(what)?.into()).await?;
    Ok(())
}

async fn get<T: DeserializeOwned>(ctx: &Ctx, place: &Path) -> Result<T, Failure> {
    Ok(serde_json::from_slice(&ctx.app.files.get(place).await?.bytes().await?)?)
}
