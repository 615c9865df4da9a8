//! *Somebody hands in evidence* under an entry that exists.

use crate::{
    Ctx, Failure,
    evidence::{Upload, add, keep},
    failure::not_found,
    plan::load::load,
};
use domain::{
    decision::{Refusal, Text},
    evidence::{Item, accept_link},
    ids::{EntryId, EvidenceId},
    permissions::Action,
};

/// A file or a link.
#[derive(Clone, Debug)]
pub enum Handed {
    /// A file.
    File(Upload),
    /// A link.
    Link(String),
}

/// Hands it in.
#[crate::boxed]
pub async fn attach(ctx: &Ctx, entry: EntryId, handed: Handed) -> Result<EvidenceId, Failure> {
    let found = ctx.read().entry(entry).await?.ok_or_else(|| not_found("entry"))?;
    load(&ctx.read(), ctx, found.skp, Action::EvidenceAttach).await?;
    let item = match handed {
        Handed::File(file) if file.bytes.is_empty() && file.name.is_empty() => {
            return Err(Refusal::field("evidence_file", Text::new("evidence-empty")).into());
        }
        Handed::File(file) => keep(ctx, file).await?,
        Handed::Link(url) => Item::Link { url: accept_link(&url)? },
    };
    ctx.act(Action::EvidenceAttach, move |work| {
        let item = item.clone();
        async move {
            let (skp, _) = load(&work, &work.ctx, found.skp, Action::EvidenceAttach).await?;
            add(&work, &skp, entry, item).await
        }
    })
    .await
}
