//! *One side of a talk writes*: before, during and after it, until it is over. Each side has parts of its own.

use super::load::load_to_write;
use crate::{Ctx, Failure, Work};
use domain::{
    decision::{Conflict, Refusal},
    dialogue::{Dialogue, Part, Side, steps, trace::Trace},
    ids::DialogueId,
    permissions::Action,
};
use std::collections::BTreeMap;

/// Saves one side's words; `revision` is how often this side had saved when the page was made.
#[crate::boxed]
pub async fn write(ctx: &Ctx, id: DialogueId, revision: i64, words: BTreeMap<Part, String>) -> Result<(), Failure> {
    ctx.act(Action::DialogueWrite, move |work| {
        let words = words.clone();
        async move {
            let (before, side) = load_to_write(&work, id).await?;
            unchanged(&work, &before, side, revision)?;
            let after = steps::write(before.clone(), side, &words)?;
            work.save_dialogue(&after).await?;
            work.journal("dialogue", id, Some(&Trace::from(&before)), Some(&Trace::from(&after))).await
        }
    })
    .await
}

/// The other side's saves do not matter; one's own from another window do.
pub(super) fn unchanged(work: &Work, talk: &Dialogue, side: Side, revision: i64) -> Result<(), Failure> {
    let saved = talk.revisions[side as usize];
    if saved == revision {
        return Ok(());
    }
    let mut now: Vec<(String, String)> =
        Part::of_side(talk, side).map(|part| (part.code().to_owned(), talk.said(part).to_owned())).collect();
    now.push(("revision".to_owned(), saved.to_string()));
    let by_name = work.ctx.actor.name.clone();
    Err(Refusal::Conflict(Box::new(Conflict { by: work.ctx.me(), by_name, at: work.ctx.at, now })).into())
}
