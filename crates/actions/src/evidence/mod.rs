//! Evidence: files and links handed in under an entry. Files are kept by the hash of their content, so the same file
//! is kept once and a changed one is another.

pub mod attach;
pub mod fetch;

use crate::{Ctx, Failure, Work, account::log_in::hex};
use domain::{
    evidence::{Evidence, Item, accept},
    ids::{AgencyId, EntryId, EvidenceId},
    plan::Skp,
};
use object_store::{ObjectStoreExt, path::Path};
use sha2::{Digest, Sha256};

/// A file as it came in.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Its name on the sender's device.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Checks a file and keeps its bytes.
pub(crate) async fn keep(ctx: &Ctx, file: Upload) -> Result<Item, Failure> {
    let size = file.bytes.len() as u64;
    let media_type = accept(&file.name, size, &file.bytes)?.to_owned();
    let sha256 = hex(&Sha256::digest(&file.bytes));
    ctx.app.files.put(&place(ctx.agency.id, &sha256), file.bytes.into()).await?;
    Ok(Item::File { name: file.name.chars().take(200).collect(), media_type, size, sha256 })
}

/// Where a file is kept.
fn place(agency: AgencyId, sha256: &str) -> Path {
    Path::from(format!("{agency}/{}/{sha256}", &sha256[..2]))
}

/// Writes the row.
pub(crate) async fn add(work: &Work, skp: &Skp, entry: EntryId, item: Item) -> Result<EvidenceId, Failure> {
    let evidence = Evidence { id: work.id(), skp: skp.id, entry, item, by: work.ctx.me(), recorded_at: work.ctx.at };
    work.insert_evidence(&evidence).await?;
    work.journal("evidence", evidence.id, None, Some(&evidence)).await?;
    Ok(evidence.id)
}
