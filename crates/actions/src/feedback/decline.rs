//! *Somebody declines to give feedback* they were asked for, with a word or without: nobody owes it (Ps 19).

use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    feedback::during::Ask,
    ids::AskId,
    permissions::Action,
};

/// Declines.
#[crate::boxed]
pub async fn decline(ctx: &Ctx, id: AskId, words: String) -> Result<(), Failure> {
    ctx.permit(Action::FeedbackOffer)?;
    ctx.act(Action::FeedbackOffer, move |work| {
        let declined = words.trim().to_owned();
        async move {
            let before = work.ask(id).await?.filter(|ask| ask.of == work.ctx.me());
            let before = before.ok_or_else(|| not_found("ask"))?;
            if !before.open() {
                return Err(Refusal::rule(Text::new("feedback-ask-is-answered")).into());
            }
            let after = Ask { declined_at: Some(work.ctx.at), declined, ..before.clone() };
            work.save_ask(&after).await?;
            work.journal("feedback_ask", id, Some(&before), Some(&after)).await?;
            let says = Text::new("notice-feedback-declined").with("name", work.ctx.actor.name.as_str());
            work.tell(after.employee, says, "/umpan-balik#diminta".to_owned()).await
        }
    })
    .await
}
