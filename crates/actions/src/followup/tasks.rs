//! What proposals put on the first page: one's own questions, and what a rater has to decide.

use super::link;
use crate::{Ctx, Failure, home::tasks::Task};
use domain::{
    decision::Text,
    followup::{Proposal, State, action},
    ids::EmployeeId,
    permissions::Action,
};

/// What somebody is asked about themselves.
pub(crate) async fn own(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    let found = ctx.read().proposals_of(&[ctx.me()]).await?;
    let asked = |one: &Proposal| one.state() == State::Ditanyakan && one.answer.is_none();
    let task = |one: Proposal| {
        Task::new(Text::new("task-followup-answer").with("programme", one.programme.label()), link(one.id), None)
    };
    Ok(found.into_iter().filter(asked).map(task).collect())
}

/// What a rater may decide for their people.
pub(crate) async fn of_team(ctx: &Ctx, team: &[EmployeeId]) -> Result<Vec<Task>, Failure> {
    let waits = |one: &Proposal| {
        let ready = one.state() == State::Diusulkan || one.answer.as_ref().is_some_and(|answer| answer.wants);
        one.state().open() && ready && action(one.programme) == Action::FollowupDecide
    };
    let n = ctx.read().proposals_of(team).await?.iter().filter(|one| waits(one)).count();
    if n == 0 {
        return Ok(Vec::new());
    }
    Ok(vec![Task::new(Text::new("task-followup-decide").with("n", n as i64), "/tindak-lanjut", None)])
}
