//! *Every document of a unit in a period is printed* into one ZIP of PDFs, with a list of who has none.
//!
//! The people are listed once; each part prints a few and keeps the papers in the file store under the job; at the end
//! they are put together on the way into one file, never all of them in memory. The file is for whoever asked, and is
//! thrown away after [`KEPT`].

use super::{
    Press,
    part::{Progress, Run},
    result::Printed,
};
use crate::{
    Failure,
    evaluation::see_cycle::within,
    failure::not_found,
    people::export::{Format, table},
};
use chrono::Duration;
use domain::{
    ids::{EvaluationId, PeriodId, UnitId},
    permissions::Action,
};
use object_store::{ObjectStoreExt, path::Path};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashMap,
    io::Write,
    sync::{Arc, Mutex, PoisonError},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Documents in one part: each takes a tenth of a second or so.
const PART: usize = 10;
/// How long a file waits for who asked for it.
pub const KEPT: Duration = Duration::days(7);
/// Bytes handed on at a time; stores take parts of at least five megabytes.
const HANDED_ON: usize = 8 * 1024 * 1024;

/// One person on the list.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Paper {
    nip: String,
    name: String,
    unit: String,
    /// The result and its name in the file; `None` for who has none.
    document: Option<(EvaluationId, String)>,
}

pub(super) async fn step(run: &Run, period: PeriodId, unit: UnitId, press: &dyn Press) -> Result<(), Failure> {
    let (ctx, files) = (&run.ctx, &run.ctx.app.files);
    // Whoever lost the unit meanwhile gets nothing of it.
    within(ctx, &ctx.read(), Some(unit), Action::UnitRead).await?;
    let folder = format!("{}/cetak/{}", ctx.agency.id, run.job.id);
    let list = Path::from(format!("{folder}/daftar.json"));
    let mut next = run.progress();
    if run.job.place.is_empty() {
        let papers = papers(run, period, unit).await?;
        next.total = papers.iter().filter(|paper| paper.document.is_some()).count() as u32;
        files.put(&list, serde_json::to_vec(&papers)?.into()).await?;
        "0".clone_into(&mut next.place);
        return save(run, next).await;
    }
    let papers: Vec<Paper> = serde_json::from_slice(&files.get(&list).await?.bytes().await?)?;
    let documents: Vec<(usize, &(EvaluationId, String))> =
        papers.iter().filter_map(|paper| paper.document.as_ref()).enumerate().collect();
    let from: usize = run.job.place.parse().map_err(|_| Failure::Internal("job place".to_owned()))?;
    let part = documents.iter().skip(from).take(PART);
    for (at, (evaluation, _)) in part.clone() {
        let bytes = press.print(ctx, *evaluation).await?;
        files.put(&leaf(&folder, *at), bytes.into()).await?;
    }
    if part.clone().count() > 0 {
        next.done = (from + part.count()) as u32;
        next.place = next.done.to_string();
        return save(run, next).await;
    }
    let whole = format!("{folder}.zip");
    let bytes = together(run, &folder, &whole, &papers).await?;
    let (documents, all) = (documents.len(), papers.len());
    let printed = Printed { documents: documents as u32, without: (all - documents) as u32, bytes };
    next.result = serde_json::to_string(&printed)?;
    next.file = Some((whole, ctx.at + KEPT));
    next.ended = true;
    save(run, next).await?;
    // Only now: had the process died before, the papers would be needed again.
    for at in 0..documents {
        files.delete(&leaf(&folder, at)).await?;
    }
    files.delete(&list).await?;
    Ok(())
}

async fn save(run: &Run, next: Progress) -> Result<(), Failure> {
    run.part(move |_| {
        let next = next.clone();
        async move { Ok(next) }
    })
    .await
}

fn leaf(folder: &str, at: usize) -> Path {
    Path::from(format!("{folder}/{at:06}.pdf"))
}

/// Who is in the unit, and what there is to print of them.
async fn papers(run: &Run, period: PeriodId, unit: UnitId) -> Result<Vec<Paper>, Failure> {
    let scope = run.ctx.read();
    let period = scope.period(period).await?.ok_or_else(|| not_found("period"))?;
    let units: Vec<UnitId> = scope.units_under(unit).await?.iter().map(|unit| unit.id).collect();
    let people = scope.people_in(&units, period.last_day().min(run.ctx.today())).await?;
    let ids: Vec<_> = people.iter().map(|person| person.employee.id).collect();
    let results: HashMap<_, _> =
        scope.evaluations_for(period.id, &ids).await?.into_iter().map(|e| (e.employee, e.id)).collect();
    let mut papers: Vec<Paper> = people
        .into_iter()
        .filter(|person| person.line.is_some())
        .map(|person| {
            let nip = person.employee.nip.as_ref().map_or_else(String::new, |nip| nip.as_str().to_owned());
            let place = person.unit.as_ref().map_or("-", |unit| unit.code.as_str());
            let file = format!("{}/{} {}.pdf", plain(place), plain(&person.employee.name), plain(&nip));
            Paper {
                document: results.get(&person.employee.id).map(|id| (*id, file)),
                name: person.employee.name,
                unit: person.unit.map(|unit| unit.name).unwrap_or_default(),
                nip,
            }
        })
        .collect();
    papers.sort_by(|a, b| (&a.unit, &a.name, &a.nip).cmp(&(&b.unit, &b.name, &b.nip)));
    Ok(papers)
}

/// A name any file system takes.
fn plain(name: &str) -> String {
    let taken = |c: char| c.is_alphanumeric() || " .-_".contains(c);
    let name: String = name.chars().map(|c| if taken(c) { c } else { '-' }).collect();
    name.trim_matches(['.', ' ']).to_owned()
}

/// Where the ZIP writer writes, until it is handed on.
#[derive(Clone, Default)]
struct Basket(Arc<Mutex<Vec<u8>>>);

impl Basket {
    /// Takes what is there, once it is enough.
    fn take(&self, least: usize) -> Option<Vec<u8>> {
        let mut bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (bytes.len() >= least.max(1)).then(|| std::mem::take(&mut *bytes))
    }
}

impl Write for Basket {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Puts the papers into one file; returns its size in bytes.
async fn together(run: &Run, folder: &str, whole: &str, papers: &[Paper]) -> Result<u64, Failure> {
    let files = &run.ctx.app.files;
    let broken = |error: zip::result::ZipError| Failure::Internal(format!("zip: {error}"));
    // PDFs are compressed already.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let basket = Basket::default();
    let mut zip = ZipWriter::new_stream(basket.clone());
    let mut upload = files.put_multipart(&Path::from(whole)).await?;
    let mut size = 0;
    for (at, (_, name)) in papers.iter().filter_map(|paper| paper.document.as_ref()).enumerate() {
        let bytes = files.get(&leaf(folder, at)).await?.bytes().await?;
        zip.start_file(name, stored).map_err(broken)?;
        zip.write_all(&bytes).map_err(|error| Failure::Internal(format!("zip: {error}")))?;
        if let Some(bytes) = basket.take(HANDED_ON) {
            size += bytes.len() as u64;
            upload.put_part(bytes.into()).await?;
        }
    }
    let rows = papers.iter().map(|paper| {
        let state = if paper.document.is_some() { "ada" } else { "belum ada hasil" };
        vec![paper.nip.clone(), paper.name.clone(), paper.unit.clone(), state.to_owned()]
    });
    let list = table("daftar", vec!["nip", "nama", "unit", "dokumen"], Format::Csv, rows.collect()).await?;
    zip.start_file("daftar.csv", stored).map_err(broken)?;
    zip.write_all(&list).map_err(|error| Failure::Internal(format!("zip: {error}")))?;
    drop(zip.finish().map_err(broken)?);
    if let Some(bytes) = basket.take(1) {
        size += bytes.len() as u64;
        upload.put_part(bytes.into()).await?;
    }
    upload.complete().await?;
    Ok(size)
}
