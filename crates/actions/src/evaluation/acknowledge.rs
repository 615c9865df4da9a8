//! *An employee signs for a result* (Bab V.A; within 14 working days). Signing for it is not agreeing with it.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    ids::EvaluationId,
    permissions::Action,
};

/// Signs for it.
#[crate::boxed]
pub async fn acknowledge(ctx: &Ctx, id: EvaluationId) -> Result<(), Failure> {
    ctx.act(Action::EvaluationAcknowledge, move |work| async move {
        let evaluation = work.evaluation(id).await?.ok_or_else(|| not_found("evaluation"))?;
        let named = Some((evaluation.evaluator, None));
        permit_over(&work, &work.ctx, Action::EvaluationAcknowledge, evaluation.employee, named).await?;
        if evaluation.acknowledged_at.is_some() {
            return Err(Refusal::rule(Text::new("evaluation-already-acknowledged")).into());
        }
        work.acknowledge_evaluation(id, work.ctx.at).await?;
        work.journal("evaluation", id, None, Some(&work.ctx.at)).await?;
        let says = Text::new("notice-acknowledged").with("name", work.ctx.actor.name.as_str());
        work.tell(evaluation.evaluator, says, format!("/hasil/{id}")).await
    })
    .await
}
