//! *A supervisor gives feedback* in three parts (R13).

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    feedback::{Feedback, Words, check},
    ids::{EvaluationId, FeedbackId},
    permissions::Action,
};

/// Gives it; it can be reworded until the employee has acknowledged it.
#[crate::boxed]
pub async fn give(ctx: &Ctx, evaluation: EvaluationId, words: Words) -> Result<FeedbackId, Failure> {
    check(&words)?;
    ctx.act(Action::FeedbackGive, move |work| {
        let words = words.clone();
        async move {
            let found = work.evaluation(evaluation).await?.ok_or_else(|| not_found("evaluation"))?;
            let skp = work.skp(found.skp).await?.ok_or_else(|| not_found("skp"))?;
            let named = Some((skp.rater, skp.superior));
            permit_over(&work, &work.ctx, Action::FeedbackGive, found.employee, named).await?;
            let before = work.feedback_of(evaluation).await?;
            if before.as_ref().is_some_and(|feedback| feedback.acknowledged_at.is_some()) {
                return Err(Refusal::rule(Text::new("feedback-already-acknowledged")).into());
            }
            let after = Feedback {
                id: before.as_ref().map_or_else(|| work.id(), |feedback| feedback.id),
                evaluation,
                by: work.ctx.me(),
                words,
                at: work.ctx.at,
                acknowledged_at: None,
                answer: String::new(),
            };
            work.save_feedback(&after).await?;
            work.journal("feedback", after.id, before.as_ref(), Some(&after)).await?;
            let says = Text::new("notice-feedback").with("name", work.ctx.actor.name.as_str());
            work.tell(found.employee, says, format!("/hasil/{evaluation}#umpan-balik")).await?;
            Ok(after.id)
        }
    })
    .await
}
