//! What sessions put on the first page: proposals about ratings somebody gave.

use super::load::link;
use crate::{Ctx, Failure, home::tasks::Task};
use chrono::Datelike;
use domain::{decision::Text, ids::SkpId};

/// Proposals that wait for the word of the person asking.
#[crate::boxed]
pub async fn waiting(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    let scope = ctx.read();
    let mut plans: Vec<SkpId> = Vec::new();
    for year in [ctx.today().year() - 1, ctx.today().year()] {
        plans.extend(scope.skps_rated_by(ctx.me(), year).await?.into_iter().map(|skp| skp.id));
    }
    let waiting = scope.calibration_proposals_waiting(&plans).await?;
    Ok(waiting
        .into_iter()
        .map(|one| {
            Task::new(Text::new("task-calibration-decide"), format!("{}#usul-{}", link(one.calibration), one.id), None)
        })
        .collect())
}
