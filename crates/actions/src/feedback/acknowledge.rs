//! *An employee acknowledges feedback* and says what they mean to do (R14).

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{decision::Text, feedback::Feedback, ids::EvaluationId, permissions::Action};

/// Acknowledges it, with an answer that may be empty.
#[crate::boxed]
pub async fn acknowledge(ctx: &Ctx, evaluation: EvaluationId, answer: String) -> Result<(), Failure> {
    ctx.act(Action::FeedbackAcknowledge, move |work| {
        let answer = answer.trim().to_owned();
        async move {
            let found = work.evaluation(evaluation).await?.ok_or_else(|| not_found("evaluation"))?;
            permit_over(&work, &work.ctx, Action::FeedbackAcknowledge, found.employee, None).await?;
            let before = work.feedback_of(evaluation).await?.ok_or_else(|| not_found("feedback"))?;
            let after = Feedback {
                acknowledged_at: Some(before.acknowledged_at.unwrap_or(work.ctx.at)),
                answer,
                ..before.clone()
            };
            work.save_feedback(&after).await?;
            work.journal("feedback", after.id, Some(&before), Some(&after)).await?;
            let says = Text::new("notice-feedback-acknowledged").with("name", work.ctx.actor.name.as_str());
            work.tell(after.by, says, format!("/hasil/{evaluation}#umpan-balik")).await
        }
    })
    .await
}
