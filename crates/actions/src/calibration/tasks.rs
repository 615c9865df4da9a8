//! What sessions put on the first page: proposals about ratings somebody gave.

use super::load::link;
use crate::{Ctx, Failure, home::tasks::Task};
use domain::decision::Text;

/// Proposals that wait for the word of the person asking.
#[crate::boxed]
pub async fn waiting(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    let waiting = ctx.read().calibration_proposals_waiting(ctx.me()).await?;
    Ok(waiting
        .into_iter()
        .map(|one| {
            Task::new(Text::new("task-calibration-decide"), format!("{}#usul-{}", link(one.calibration), one.id), None)
        })
        .collect())
}
