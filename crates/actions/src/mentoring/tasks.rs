//! What cases put on the first page: to be heard, to find a mentor, steps that are due, a review that has come.

use super::load::{link, names};
use crate::{Ctx, Failure, home::tasks::Task};
use domain::{decision::Text, ids::EmployeeId, mentoring::State};

/// Everything of one's running cases that waits for oneself.
pub(crate) async fn waiting(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    let (scope, me, today) = (ctx.read(), ctx.me(), ctx.today());
    let mut cases = scope.mentoring_with(me).await?;
    cases.retain(domain::mentoring::Case::runs);
    let of: Vec<EmployeeId> = cases.iter().map(|case| case.employee).collect();
    let names = names(&scope, of).await?;
    let mut tasks = Vec::new();
    for case in cases {
        let name = names.get(&case.employee).map(String::as_str).unwrap_or_default();
        let (own, link) = (case.employee == me, link(case.id));
        let leads = case.rater == Some(me);
        match case.state(today) {
            State::Didengar if own => tasks.push(Task::new(Text::new("task-mentoring-speak"), link, today)),
            State::Mencari if leads => {
                tasks.push(Task::new(
                    Text::new("task-mentoring-pair").with("name", name),
                    format!("{link}/pendamping"),
                    None,
                ));
            }
            State::Ditinjau if leads => {
                let says = Text::new("task-mentoring-review").with("name", name);
                tasks.push(Task::new(says, format!("{link}#akhir"), case.review_on));
            }
            State::Berjalan | State::Ditinjau if own || case.mentor == Some(me) => {
                let open = scope.mentoring_steps(case.id).await?.into_iter().find(|step| step.done_on.is_none());
                if let Some(step) = open {
                    let says = Text::new("task-mentoring-step").with("what", step.what.as_str());
                    tasks.push(Task::new(says, format!("{link}#langkah"), step.due));
                }
            }
            _ => {}
        }
    }
    Ok(tasks)
}
