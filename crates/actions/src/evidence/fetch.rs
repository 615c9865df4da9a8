//! *Somebody opens a piece of evidence.*

use crate::{Ctx, Failure, evidence::place, failure::not_found, plan::load::load};
use domain::{
    evidence::{Evidence, Item},
    ids::EvidenceId,
    permissions::Action,
};
use object_store::ObjectStoreExt;

/// The row, and the bytes when it is a file.
#[crate::boxed]
pub async fn fetch(ctx: &Ctx, id: EvidenceId) -> Result<(Evidence, Option<Vec<u8>>), Failure> {
    let scope = ctx.read();
    let evidence = scope.evidence_item(id).await?.ok_or_else(|| not_found("evidence"))?;
    load(&scope, ctx, evidence.skp, Action::EvidenceRead).await?;
    let bytes = bytes(ctx, &evidence.item).await?;
    Ok((evidence, bytes))
}

/// The bytes of an item, when it is a file.
pub(crate) async fn bytes(ctx: &Ctx, item: &Item) -> Result<Option<Vec<u8>>, Failure> {
    Ok(match item {
        Item::File { sha256, .. } => {
            Some(ctx.app.files.get(&place(ctx.agency.id, sha256)).await?.bytes().await?.to_vec())
        }
        Item::Link { .. } => None,
    })
}
