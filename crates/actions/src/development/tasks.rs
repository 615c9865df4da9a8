//! What development plans put on the first page: plans that wait for a rater's word.

use super::link;
use crate::{Ctx, Failure, home::tasks::Task};
use domain::{decision::Text, development::State, ids::EmployeeId};

/// A rater's.
pub(crate) async fn of_team(ctx: &Ctx, team: &[EmployeeId]) -> Result<Vec<Task>, Failure> {
    let scope = ctx.read();
    let plans = scope.development_plans(team).await?;
    let waiting: Vec<_> = plans.into_iter().filter(|plan| plan.state() == State::Diajukan).collect();
    let names = scope.employees(&waiting.iter().map(|plan| plan.employee).collect::<Vec<_>>()).await?;
    Ok(waiting
        .iter()
        .map(|plan| {
            let name =
                names.iter().find(|one| one.id == plan.employee).map(|one| one.name.as_str()).unwrap_or_default();
            Task::new(Text::new("task-development-agree").with("name", name), link(plan.id), None)
        })
        .collect())
}
