//! *Somebody records that a document was reported to the PyB* or the personnel office (Ps 28(1)): rater, rater's superior
//! or personnel office, with the day. Reported is reported: it is recorded once.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    evaluation::document,
    ids::EvaluationId,
    permissions::Action,
};

/// Records it.
#[crate::boxed]
pub async fn report(ctx: &Ctx, id: EvaluationId, on: NaiveDate) -> Result<(), Failure> {
    ctx.act(Action::EvaluationReport, move |work| async move {
        work.lock(&format!("report:{id}")).await?;
        let evaluation = work.evaluation(id).await?.ok_or_else(|| not_found("evaluation"))?;
        let skp = work.skp(evaluation.skp).await?.ok_or_else(|| not_found("skp"))?;
        let named = Some((skp.rater, skp.superior));
        permit_over(&work, &work.ctx, Action::EvaluationRead, evaluation.employee, named)
            .await
            .map_err(|_| not_found("evaluation"))?;
        permit_over(&work, &work.ctx, Action::EvaluationReport, evaluation.employee, named).await?;
        if let Some(was) = work.reports(&[id]).await?.get(&id) {
            return Err(Refusal::rule(Text::new("evaluation-report-is-recorded").with("on", was.on)).into());
        }
        let report = document::report(&evaluation, on, work.ctx.me(), work.ctx.agency.time_zone, work.ctx.at)?;
        work.insert_report(&report).await?;
        work.journal("document_report", id, None, Some(&report)).await
    })
    .await
}
