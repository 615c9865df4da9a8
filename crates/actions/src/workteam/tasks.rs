//! What teams put on the first page: proposals for people one rates.

use super::mine;
use crate::{Ctx, Failure, home::tasks::Task};
use domain::decision::Text;

/// A rater's: the word comes before the first day of the assignment (Tahap 5.f: prior approval).
pub(crate) async fn waiting(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    let waiting = mine::waiting(&ctx.read(), ctx).await?;
    Ok(waiting
        .into_iter()
        .map(|one| {
            let says = Text::new("task-workteam-word").with("name", one.name.as_str()).with("team", one.team.as_str());
            Task::new(says, one.link, one.from.max(ctx.today()))
        })
        .collect())
}
