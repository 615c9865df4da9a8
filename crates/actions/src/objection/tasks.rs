//! What waits for somebody here: objections to examine, statements to write, lines to talk about.

use super::{case, link};
use crate::{Ctx, Failure, home::tasks::Task};
use domain::{
    decision::Text,
    objection::{Side, clock},
    permissions::Action,
};

/// Tasks of the person asking.
#[crate::boxed]
pub async fn waiting(ctx: &Ctx) -> Result<Vec<Task>, Failure> {
    let (scope, me, today) = (ctx.read(), ctx.me(), ctx.today());
    let mut tasks = Vec::new();
    for objection in scope.objections_waiting(me).await? {
        let case = case(&scope, ctx, objection.evaluation, Action::ObjectionRead).await?;
        let name = scope.employee(objection.by).await?.map(|employee| employee.name).unwrap_or_default();
        let asked = objection.asked_at.is_some();
        let word = if case.facts.is_self { &objection.employee } else { &objection.rater };
        let says = if case.superior() == me && !asked {
            Text::new("task-objection-examine").with("name", name)
        } else if case.superior() == me {
            Text::new("task-objection-decide").with("name", name)
        } else if asked && word.is_none() {
            Text::new("task-objection-say").with("name", name)
        } else {
            continue;
        };
        tasks.push(Task::new(says, link(objection.id), clock::decision_due(&objection, case.frame())));
    }
    for line in scope.disagreements_waiting(me).await? {
        let Some(skp) = scope.skp(line.skp).await? else { continue };
        let side = if skp.employee == me { Side::Employee } else { Side::Rater };
        let name = scope.employee(skp.employee).await?.map(|employee| employee.name).unwrap_or_default();
        let link = format!("/penilaian/{}/{}#beda-pandangan", line.period, line.skp);
        if line.view(side).is_none() {
            tasks.push(Task::new(Text::new("task-disagreement-say").with("name", name), link, line.talk_on));
        } else if line.closed(side).is_none() && line.talk_on.is_some_and(|day| day <= today) {
            tasks.push(Task::new(Text::new("task-disagreement-close").with("name", name), link, line.talk_on));
        }
    }
    Ok(tasks)
}
