//! *A supervisor answers an entry* (R5): advice, help, or the obstacle settled.

use crate::{Ctx, Failure, failure::not_found, plan::load::load};
use domain::{
    decision::{Refusal, Text},
    ids::{EntryId, ReplyId},
    permissions::Action,
    progress::Reply,
};

/// Answers; `settles` says the obstacle is out of the way.
#[crate::boxed]
pub async fn reply(ctx: &Ctx, entry: EntryId, text: String, settles: bool) -> Result<ReplyId, Failure> {
    if text.trim().is_empty() {
        return Err(Refusal::field("reply", Text::new("progress-reply-empty")).into());
    }
    ctx.act(Action::ProgressReply, move |work| {
        let text = text.trim().to_owned();
        async move {
            let found = work.entry(entry).await?.ok_or_else(|| not_found("entry"))?;
            let (skp, _) = load(&work, &work.ctx, found.skp, Action::ProgressReply).await?;
            let reply = Reply { id: work.id(), entry, by: work.ctx.me(), text, settles, at: work.ctx.at };
            work.insert_reply(&reply).await?;
            work.journal("reply", reply.id, None, Some(&reply)).await?;
            let says = Text::new("notice-reply").with("name", work.ctx.actor.name.as_str());
            let link = format!("/skp/{}/indikator/{}#catatan-{entry}", skp.id, found.indicator);
            work.tell(skp.employee, says.clone(), link.clone()).await?;
            work.tell(skp.rater, says, link).await?;
            Ok(reply.id)
        }
    })
    .await
}
