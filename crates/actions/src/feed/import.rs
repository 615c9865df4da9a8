//! *Somebody of the unit brings in rows from a file*: tried first if they like, good rows taken in parts, bad ones told with their
//! reasons and taken out as a file of their own. The same file brought in again adds nothing.

use super::{
    load::source,
    sheet::{Sheet, sheet},
    take::{sort, take},
};
use crate::{
    Ctx, Failure,
    people::{
        export::{Format, table},
        import::BadRow,
    },
};
use domain::{decision::Text, feed::Channel, ids::FeedId, permissions::Action};
use std::collections::BTreeMap;

/// Rows of one transaction: short enough that others save in between.
const PART: usize = 2_000;

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

/// Brings a file in; `dry`: only says what would happen.
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
    let mut said: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    for one in bad {
        let why = say(&one.says);
        said.entry(one.row).or_default().push(if one.column.is_empty() {
            why
        } else {
            format!("{}: {why}", one.column)
        });
    }
    let columns: Vec<String> = header.iter().map(str::to_owned).chain(["alasan".to_owned()]).collect();
    let width = header.len();
    let rows = rows
        .iter()
        .filter_map(|(number, row)| {
            let said = said.get(number)?.join("; ");
            let mut cells: Vec<String> = row.iter().map(str::to_owned).collect();
            cells.resize(width, String::new());
            cells.push(said);
            Some(cells)
        })
        .collect();
    table("ditolak", columns, Format::Csv, rows).await
}

/// A file with nothing but the header, to be filled in.
#[crate::boxed]
pub async fn template(ctx: &Ctx, id: FeedId) -> Result<Vec<u8>, Failure> {
    let fed = source(&ctx.read(), ctx, Action::FeedEnter, id).await?;
    let (must, may) = fed.source.kind.columns();
    table("contoh", must.iter().chain(may).copied().collect(), Format::Csv, Vec::new()).await
}
