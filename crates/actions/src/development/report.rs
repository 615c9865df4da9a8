//! *An employee reports on a step* of an agreed plan: a row that is added.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use chrono::NaiveDate;
use domain::{
    development::{Entry, check_entry},
    ids::{DevelopmentEntryId, DevelopmentId, DevelopmentStepId},
    permissions::{Action, may},
};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Report {
    /// The step.
    pub step: DevelopmentStepId,
    /// The day of it.
    pub on: NaiveDate,
    /// What was done and what changed by it.
    pub said: String,
    /// Is the step done?
    pub done: bool,
}

/// Adds it.
#[crate::boxed]
pub async fn report(ctx: &Ctx, id: DevelopmentId, report: Report) -> Result<DevelopmentEntryId, Failure> {
    ctx.act(Action::DevelopmentWrite, move |work| {
        let report = report.clone();
        async move {
            let plan = work.development_plan(id).await?.ok_or_else(|| not_found("development_plan"))?;
            let facts = permit_over(&work, &work.ctx, Action::DevelopmentRead, plan.employee, None)
                .await
                .map_err(|_| not_found("development_plan"))?;
            may(&work.ctx.actor, Action::DevelopmentWrite, &facts)?;
            let entry = Entry {
                id: work.id(),
                plan: id,
                step: report.step,
                on: report.on,
                said: report.said.trim().to_owned(),
                done: report.done,
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            check_entry(&plan, &entry, work.ctx.today())?;
            work.insert_development_entry(&entry).await?;
            work.journal("development_entry", entry.id, None, Some(&entry)).await?;
            Ok(entry.id)
        }
    })
    .await
}
