//! What training puts on the first page: names that wait for a rater's word, and for the office's.

use super::session_link;
use crate::{Ctx, Failure, home::tasks::Task};
use domain::{
    decision::Text,
    ids::{EmployeeId, TrainingSessionId},
    permissions::Action,
    training::nominate::Standing,
};

/// A rater's.
pub(crate) async fn of_team(ctx: &Ctx, team: &[EmployeeId]) -> Result<Vec<Task>, Failure> {
    let scope = ctx.read();
    let names = scope.training_nominations_of(team).await?;
    let waiting: Vec<_> = names.into_iter().filter(|one| one.standing() == Standing::Diajukan).collect();
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let sessions: Vec<TrainingSessionId> = waiting.iter().map(|one| one.session).collect();
    let sessions = scope.training_sessions_among(&sessions).await?;
    let people = scope.employees(&waiting.iter().map(|one| one.employee).collect::<Vec<_>>()).await?;
    let task = |one: &domain::training::Nomination| {
        let session = sessions.iter().find(|session| session.id == one.session && session.takes(ctx.today()))?;
        let name = people.iter().find(|person| person.id == one.employee).map(|person| person.name.as_str());
        let says = Text::new("task-training-support").with("name", name.unwrap_or_default());
        Some(Task::new(says, session_link(session.id), session.dates.from))
    };
    Ok(waiting.iter().filter_map(task).collect())
}

/// The office's.
pub(crate) async fn of_office(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    if ctx.permit(Action::TrainingManage).is_err() {
        return Ok(Vec::new());
    }
    let waiting = super::mine::waiting(ctx).await?;
    let mut tasks = Vec::new();
    if !waiting.records.is_empty() {
        let says = Text::new("task-training-verify").with("n", waiting.records.len() as i64);
        tasks.push(Task::new(says, "/pelatihan/menunggu", None));
    }
    for (session, program, n) in waiting.sessions {
        let says = Text::new("task-training-admit").with("n", n).with("program", program);
        tasks.push(Task::new(says, session_link(session.id), session.dates.from));
    }
    Ok(tasks)
}
