//! *Somebody reads a case*: why it was opened, what the employee said, who stands by and why, steps, meetings, chances.

use super::load::{limits, load, names};
use crate::{Ctx, Failure};
use chrono::NaiveDate;
use domain::{
    decision::Citation,
    ids::{EmployeeId, MentoringId},
    mentoring::{
        Case, Kind, Meeting, State, Step,
        course::{Chance, chances, fair_until},
    },
    permissions::{Action, may},
    policy::{Clause, Rule},
};
use std::collections::BTreeMap;
use store::Person;

/// A case with everything its page and its print show.
pub struct CasePage {
    /// The case.
    pub case: Case,
    /// Where it is.
    pub state: State,
    /// Whose.
    pub person: Option<Person>,
    /// Everybody named in it.
    pub people: BTreeMap<EmployeeId, Person>,
    /// Names of those who wrote.
    pub names: BTreeMap<EmployeeId, String>,
    /// Steps by day.
    pub steps: Vec<Step>,
    /// Meetings, the oldest first.
    pub meetings: Vec<Meeting>,
    /// Chances given and not.
    pub chances: Vec<Chance>,
    /// Before which day nobody may say that nothing got better.
    pub fair_until: NaiveDate,
    /// Where the limits stand.
    pub cite: Citation,
    /// What the law may provide when nothing gets better (improvement plans only).
    pub warnings: Vec<Clause>,
    /// May the reader speak as the employee?
    pub speaks: bool,
    /// May the reader lay down steps and write of meetings?
    pub writes: bool,
    /// May the reader find a mentor and end it?
    pub manages: bool,
}

/// One case.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: MentoringId) -> Result<CasePage, Failure> {
    let scope = ctx.read();
    let (case, facts) = load(&scope, ctx, id, Action::MentoringRead).await?;
    let today = ctx.today();
    let policy = ctx.policy(today)?;
    let (steps, meetings) = (scope.mentoring_steps(id).await?, scope.mentoring_meetings(id).await?);
    let (limits, cite) = limits(&policy);
    let ids: Vec<EmployeeId> =
        [Some(case.employee), case.mentor, case.rater, case.superior, Some(case.by)].into_iter().flatten().collect();
    let people: BTreeMap<EmployeeId, Person> =
        scope.people_on(&ids, today).await?.into_iter().map(|one| (one.employee.id, one)).collect();
    let wrote = steps.iter().map(|step| step.by).chain(meetings.iter().map(|meeting| meeting.by));
    let wrote = wrote.chain(case.exit.as_ref().map(|exit| exit.by)).chain(ids.iter().copied());
    let names = names(&scope, wrote.collect::<Vec<_>>()).await?;
    let may = |action| case.runs() && may(&ctx.actor, action, &facts).is_ok();
    let warnings = match case.kind {
        Kind::Perbaikan => [Rule::Sanctions, Rule::ScoreSanctions]
            .into_iter()
            .flat_map(|rule| policy.clauses.of(rule).to_vec())
            .collect(),
        Kind::Mentoring => Vec::new(),
    };
    Ok(CasePage {
        state: case.state(today),
        person: people.get(&case.employee).cloned(),
        chances: chances(&case, &steps, &meetings, &limits, today),
        fair_until: fair_until(&case, &limits),
        speaks: may(Action::MentoringSpeak),
        writes: may(Action::MentoringWrite) && case.heard.is_some(),
        manages: may(Action::MentoringManage),
        warnings,
        people,
        names,
        steps,
        meetings,
        cite,
        case,
    })
}
