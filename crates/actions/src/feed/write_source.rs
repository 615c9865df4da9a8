//! *The office, or whoever leads a unit, keeps a source*: what it is about, which unit keeps it, how often rows are expected.

use super::load::{permit_unit, source};
use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
};
use domain::{
    feed::{Kind, Source},
    ids::{FeedId, UnitId},
    permissions::Action,
};
use store::Fed;

/// A source as typed.
#[derive(Clone, Debug)]
pub struct SourceDraft {
    /// What it is about; cannot be changed once it is kept.
    pub kind: Kind,
    /// Which unit keeps it.
    pub unit: UnitId,
    /// Short name.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Days within which rows are expected; 0: no rhythm.
    pub rhythm: u32,
    /// Working days for an answer.
    pub answer_days: u32,
    /// Not kept any more.
    pub retired: bool,
}

/// Adds a source, or changes the one named.
#[crate::boxed]
pub async fn write(ctx: &Ctx, id: Option<FeedId>, draft: SourceDraft) -> Result<FeedId, Failure> {
    ctx.act(Action::FeedManage, move |work| {
        let draft = draft.clone();
        async move {
            let before = match id {
                Some(id) => Some(source(&work, &work.ctx, Action::FeedManage, id).await?),
                None => None,
            };
            work.unit(draft.unit).await?.ok_or_else(|| not_found("unit"))?;
            permit_unit(&work, &work.ctx, Action::FeedManage, draft.unit).await?;
            let after = Source {
                id: id.unwrap_or_else(|| work.id()),
                kind: before.as_ref().map_or(draft.kind, |before| before.source.kind),
                unit: draft.unit,
                code: draft.code,
                name: draft.name.trim().to_owned(),
                rhythm: draft.rhythm,
                answer_days: draft.answer_days,
                retired: draft.retired,
            };
            let taken = work.feed_by_code(&after.code).await?.is_some_and(|other| other.source.id != after.id);
            fields(after.check(taken))?;
            if before.as_ref().is_some_and(|before| before.source == after) {
                return Ok(after.id);
            }
            let (made_at, last_at) =
                before.as_ref().map_or((work.ctx.at, None), |before| (before.made_at, before.last_at));
            work.save_feed(&Fed { source: after.clone(), made_at, last_at }).await?;
            let before = before.map(|before| before.source);
            work.journal("feed_source", after.id, before.as_ref(), Some(&after)).await?;
            Ok(after.id)
        }
    })
    .await
}
