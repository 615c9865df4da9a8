//! *A period is opened*, and everybody hears of it: who may assess themselves, who has no plan yet, who is going to rate.
//!
//! Nothing else is made beforehand: a sheet nobody has begun is not there, and what is missing is computed.

use super::{part::Run, result::Told};
use crate::{
    Failure,
    evaluation::manage_period::{open_in, whole},
    failure::not_found,
    reminder::{
        Ask, Round, Saying,
        send::{At, say},
    },
};
use domain::{evaluation::cycle::Step, ids::PeriodId, reminder::Level};
use std::sync::Arc;

pub(super) async fn step(run: &Run, id: PeriodId) -> Result<(), Failure> {
    run.ctx.permit(super::Action::PeriodManage)?;
    let (job, before) = (run.job.id, run.progress());
    let told: Told = run.result()?;
    run.part(move |work| {
        let (before, told) = (before.clone(), told);
        async move {
            let found = work.period(id).await?.ok_or_else(|| not_found("period"))?;
            let period = if before.place.is_empty() { open_in(&work, id).await? } else { found };
            let (policy, holidays) = (work.ctx.policy(period.last_day())?, work.ctx.app.policies.holidays());
            let due = Step::Own.due(&period, &policy, holidays);
            let round = |step, level, saying| Round {
                asks: vec![Ask { look: whole(&work.ctx, &period), step, due, word: None }],
                level,
                word: format!("buka/{id}/{}", Step::code(step)),
                saying,
            };
            let name = crate::home::tasks::period_name(period.rhythm, period.number, period.year);
            let rounds = [
                round(Step::Own, Level::Own, Saying::Opened(name.clone())),
                round(Step::Plan, Level::Own, Saying::OpenedWithoutPlan(name.clone())),
                round(Step::Own, Level::Next, Saying::OpenedForRater(name)),
            ];
            say(&Arc::clone(&work), job, &rounds, At::read(&before.place)?, before, told).await
        }
    })
    .await
}
