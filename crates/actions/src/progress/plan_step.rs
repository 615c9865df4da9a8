//! *An employee plans the steps* under an indicator (rencana aksi, form B.1.1), and ticks them off.

use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
    plan::load::load,
};
use chrono::NaiveDate;
use domain::{
    decision::{FieldError, Text},
    ids::{IndicatorId, SkpId, StepId},
    permissions::Action,
    progress::Step,
};

/// Adds a step.
#[crate::boxed]
pub async fn plan_step(
    ctx: &Ctx,
    id: SkpId,
    indicator: IndicatorId,
    text: String,
    due: NaiveDate,
) -> Result<StepId, Failure> {
    ctx.act(Action::ProgressWrite, move |work| {
        let text = text.trim().to_owned();
        async move {
            let (skp, _) = load(&work, &work.ctx, id, Action::ProgressWrite).await?;
            if !skp.content.results.iter().any(|rhk| rhk.indicators.iter().any(|i| i.id == indicator)) {
                return Err(not_found("indicator"));
            }
            let mut errors = Vec::new();
            if text.is_empty() {
                errors.push(FieldError::new("step_text", Text::new("progress-step-empty")));
            }
            if !skp.dates.contains(due) {
                errors
                    .push(FieldError::new("step_due", Text::new("progress-outside-plan").with("from", skp.dates.from)));
            }
            fields(errors)?;
            let step = Step { id: work.id(), skp: id, indicator, text, due, done_on: None };
            work.save_step(&step).await?;
            work.journal("step", step.id, None, Some(&step)).await?;
            Ok(step.id)
        }
    })
    .await
}

/// Ticks a step off, or takes the tick back.
#[crate::boxed]
pub async fn tick(ctx: &Ctx, id: SkpId, step: StepId, done: bool) -> Result<(), Failure> {
    ctx.act(Action::ProgressWrite, move |work| async move {
        load(&work, &work.ctx, id, Action::ProgressWrite).await?;
        let before = work.steps(id).await?.into_iter().find(|s| s.id == step).ok_or_else(|| not_found("step"))?;
        let after = Step { done_on: done.then(|| work.ctx.today()), ..before.clone() };
        work.save_step(&after).await?;
        work.journal("step", step, Some(&before), Some(&after)).await
    })
    .await
}
