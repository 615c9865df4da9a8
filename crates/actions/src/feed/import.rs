//! *Somebody of the unit brings in rows from a file*: tried first if they like, good rows taken in parts, bad ones told with their
//! reasons and taken out as a file of their own. The same file brought in again adds nothing.

use super::{
    load::source,
    sheet::{Sheet, open, sheet},
    take::{sort, take},
};
use crate::{
    Ctx, Failure,
    account::log_in::hex,
    job::{self, Task},
    people::{
        export::{Format, table},
        import::BadRow,
    },
};
use domain::{
    decision::Text,
    feed::Channel,
    ids::{FeedId, JobId},
    permissions::Action,
};
use object_store::{ObjectStoreExt, path::Path};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Rows of one transaction: short enough that others save in between.
pub(crate) const PART: usize = 2_000;
/// Rows of a file that are taken while somebody waits, unless the process is set otherwise; files of more are taken beside the
/// requests, as a job. A file may have up to 500,000 rows either way.
pub const AT_ONCE: usize = 200_000;

/// What a file came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Was it only tried?
    pub dry: bool,
    /// Rows under the header.
    pub total: usize,
    /// Rows added, or that would be.
    pub added: usize,
    /// Rows that were there already.
    pub known: usize,
    /// What is wrong, in the order of the file.
    pub bad: Vec<BadRow>,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// It was taken, or tried.
    Taken(Taken),
    /// It has so many rows that it is taken beside the requests.
    Job(JobId),
}

/// Brings a file in, at once or beside the requests; `dry`: only says what would happen.
#[crate::boxed]
pub async fn bring(ctx: &Ctx, id: FeedId, bytes: Vec<u8>, dry: bool) -> Result<Brought, Failure> {
    let fed = source(&ctx.read(), ctx, Action::FeedEnter, id).await?;
    // Fewer line ends than that are fewer rows: most files need no counting. Sheets and JSON are counted.
    let ends = bytes.split(|byte| *byte == b'\n').count() - 1;
    let text = !bytes.starts_with(b"PK") && !bytes.trim_ascii_start().starts_with(b"[");
    if text && ends < ctx.app.rows_at_once
        || open(fed.source.kind, bytes.clone()).await?.1.len() <= ctx.app.rows_at_once
    {
        return Ok(Brought::Taken(import(ctx, id, bytes, dry).await?));
    }
    let word = if dry { "coba" } else { "masuk" };
    let file = format!("{}/impor/{id}-{word}-{}", ctx.agency.id, hex(&Sha256::digest(&bytes)));
    ctx.app.files.put(&Path::from(file.as_str()), bytes.into()).await?;
    Ok(Brought::Job(job::add(ctx, Task::Feed { source: id, file, dry }).await?))
}

/// Brings a file in while somebody waits; `dry`: only says what would happen.
#[crate::boxed]
pub async fn import(ctx: &Ctx, id: FeedId, bytes: Vec<u8>, dry: bool) -> Result<Taken, Failure> {
    let scope = ctx.read();
    let fed = source(&scope, ctx, Action::FeedEnter, id).await?;
    let Sheet { rows, good, bad, .. } = sheet(&scope, ctx, &fed.source, bytes).await?;
    let mut taken = Taken { dry, total: rows.len(), bad, ..Taken::default() };
    drop(rows);
    for part in good.chunks(PART) {
        let sorted = if dry {
            sort(&scope, &fed.source, part).await?
        } else {
            // The key is of the whole file: rows are known again by their codes.
            let (ctx, part, kept) = (Ctx { once: None, ..ctx.clone() }, part.to_vec(), fed.source.clone());
            let counts = ctx
                .act(Action::FeedEnter, move |work| {
                    let (part, kept) = (part.clone(), kept.clone());
                    async move {
                        let sorted = take(&work, &kept, &part, Channel::File, "").await?;
                        Ok((sorted.new.len(), sorted.known, sorted.bad))
                    }
                })
                .await?;
            taken.added += counts.0;
            taken.known += counts.1;
            taken.bad.extend(counts.2);
            continue;
        };
        taken.added += sorted.new.len();
        taken.known += sorted.known;
        taken.bad.extend(sorted.bad);
    }
    taken.bad.sort_by_key(|bad| bad.row);
    Ok(taken)
}

/// The rows that would not be taken, as a file with the reasons in a last column. Changes nothing.
pub async fn rejected(
    ctx: &Ctx,
    id: FeedId,
    bytes: Vec<u8>,
    say: &(dyn Fn(&Text) -> String + Sync),
) -> Result<Vec<u8>, Failure> {
    let scope = ctx.read();
    let fed = source(&scope, ctx, Action::FeedEnter, id).await?;
    let Sheet { header, rows, good, mut bad } = sheet(&scope, ctx, &fed.source, bytes).await?;
    for part in good.chunks(PART) {
        bad.extend(sort(&scope, &fed.source, part).await?.bad);
    }
    let mut said: BTreeMap<u64, Vec<BadRow>> = BTreeMap::new();
    for one in bad {
        said.entry(one.row).or_default().push(one);
    }
    let columns: Vec<String> = header.iter().map(str::to_owned).chain(["alasan".to_owned()]).collect();
    let width = header.len();
    let rows = rows
        .iter()
        .filter_map(|(number, row)| {
            let said = reasons(said.get(number)?, say);
            let mut cells: Vec<String> = row.iter().map(str::to_owned).collect();
            cells.resize(width, String::new());
            cells.push(said);
            Some(cells)
        })
        .collect();
    table("ditolak", columns, Format::Csv, rows).await
}

/// Everything that is wrong with a row, in a sentence each.
pub(crate) fn reasons(bad: &[BadRow], say: &(dyn Fn(&Text) -> String + Sync)) -> String {
    let one = |bad: &BadRow| {
        let why = say(&bad.says);
        if bad.column.is_empty() { why } else { format!("{}: {why}", bad.column) }
    };
    bad.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A file with nothing but the header, to be filled in.
#[crate::boxed]
pub async fn template(ctx: &Ctx, id: FeedId) -> Result<Vec<u8>, Failure> {
    let fed = source(&ctx.read(), ctx, Action::FeedEnter, id).await?;
    let (must, may) = fed.source.kind.columns();
    table("contoh", must.iter().chain(may).copied().collect(), Format::Csv, Vec::new()).await
}
