//! *An employee asks how sure a result is*: how many people saw the work, how many ratings there are, what an average rater
//! would have given. Beside the reasons of the result, never in their place.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{fairness::RateeFigures, ids::EvaluationId, permissions::Action};

/// How sure a result is.
pub struct Sure {
    /// What was worked out for the person, if the period was worked through.
    pub figures: Option<RateeFigures>,
    /// May the reader object?
    pub own: bool,
}

/// How sure a result is, for whoever may read it.
#[crate::boxed]
pub async fn sure(ctx: &Ctx, id: EvaluationId) -> Result<Sure, Failure> {
    let scope = ctx.read();
    let evaluation = scope.evaluation(id).await?.ok_or_else(|| not_found("evaluation"))?;
    let skp = scope.skp(evaluation.skp).await?.ok_or_else(|| not_found("skp"))?;
    let named = Some((skp.rater, skp.superior));
    let facts = permit_over(&scope, ctx, Action::EvaluationRead, evaluation.employee, named)
        .await
        .map_err(|_| not_found("evaluation"))?;
    let figures = match scope.fairness(evaluation.period).await? {
        Some(snapshot) => {
            scope.fairness_of_ratees(snapshot.period, snapshot.version, &[evaluation.employee]).await?.pop()
        }
        None => None,
    };
    Ok(Sure { figures, own: facts.is_self })
}
