//! *Somebody reads a plan*: what it says, what state it is in, what they may do with it now.

use crate::{Ctx, Failure, failure::not_found, plan::load::load};
use chrono::NaiveDate;
use domain::{
    decision::FieldError,
    ids::{EmployeeId, SkpId},
    people::PostTask,
    permissions::{Action, Facts, may},
    plan::{Note, Rhk, Skp, Version, advice, content, special, takeover::Takeover, workflow},
    policy::Policy,
};
use std::{cmp::Reverse, collections::BTreeMap};
use store::Person;

/// What the person may do with this plan in its present state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doable {
    /// Write.
    pub write: bool,
    /// Sign.
    pub sign: bool,
    /// Write notes.
    pub note: bool,
    /// Take a result over.
    pub take_over: bool,
    /// Return it.
    pub give_back: bool,
    /// Set it.
    pub set: bool,
    /// Open a clarification.
    pub reopen: bool,
    /// Replace it.
    pub replace: bool,
    /// Report progress under it.
    pub report: bool,
    /// Is it one's own?
    pub own: bool,
}

/// A plan with everything its page shows.
pub struct PlanPage {
    /// The plan.
    pub skp: Skp,
    /// Its state.
    pub state: workflow::State,
    /// Whose.
    pub owner: Person,
    /// Pejabat Penilai Kinerja.
    pub rater: Person,
    /// Atasan Pejabat Penilai Kinerja.
    pub superior: Option<Person>,
    /// Notes beside its lines.
    pub notes: Vec<Note>,
    /// What the regulation would rather see.
    pub advice: Vec<advice::Advice>,
    /// What stands between it and a signature.
    pub missing: Vec<FieldError>,
    /// The version in force.
    pub in_force: Option<Version>,
    /// By when it should be set.
    pub due: NaiveDate,
    /// Names of note writers and others on the page.
    pub names: BTreeMap<EmployeeId, String>,
    /// What the person may do.
    pub may: Doable,
}

/// A plan and what may be done with it.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: SkpId) -> Result<PlanPage, Failure> {
    let scope = ctx.read();
    let (skp, facts) = load(&scope, ctx, id, Action::PlanRead).await?;
    let notes = scope.notes(id).await?;
    let mut ids: Vec<EmployeeId> = notes.iter().map(|note| note.by).collect();
    ids.extend([skp.employee, skp.rater]);
    ids.extend(skp.superior);
    ids.sort_unstable();
    ids.dedup();
    let people =
        scope.people_on(&ids, ctx.today().clamp(skp.dates.from, skp.dates.until.unwrap_or(ctx.today()))).await?;
    let person = |id: EmployeeId| people.iter().find(|person| person.employee.id == id).cloned();
    let state = workflow::state(&skp.milestones);
    let policy = ctx.policy(skp.dates.from)?;
    let circumstances = scope.circumstances_of(&[skp.employee]).await?;
    let assignments = scope.assignments_of(skp.employee).await?;
    let mut advice = advice::advise(&skp, &policy);
    advice.extend(special::advise(&skp, &circumstances, &assignments, ctx.today(), &policy));
    advice.extend(scope.takeovers(&[id]).await?.iter().map(Takeover::beside));
    let in_force = if skp.version > 0 { scope.version(id, skp.version).await? } else { None };
    Ok(PlanPage {
        state,
        owner: person(skp.employee).ok_or_else(|| not_found("employee"))?,
        rater: person(skp.rater).ok_or_else(|| not_found("employee"))?,
        superior: skp.superior.and_then(person),
        advice,
        missing: content::complete(&skp),
        in_force,
        due: workflow::due(skp.dates, skp.year, &policy),
        names: people.iter().map(|person| (person.employee.id, person.employee.name.clone())).collect(),
        may: doable(ctx, &skp, &facts, state, &policy),
        notes,
        skp,
    })
}

fn doable(ctx: &Ctx, skp: &Skp, facts: &Facts, state: workflow::State, policy: &Policy) -> Doable {
    use workflow::Step;
    let can = |action, step| may(&ctx.actor, action, facts).is_ok() && workflow::next(state, step).is_some();
    let sets = workflow::setter(skp, facts, ctx.today(), policy).is_ok();
    Doable {
        write: can(Action::PlanWrite, Step::Edit),
        sign: can(Action::PlanSign, Step::Sign),
        note: may(&ctx.actor, Action::PlanNote, facts).is_ok(),
        take_over: skp.version > 0 && may(&ctx.actor, Action::PlanTakeOver, facts).is_ok(),
        give_back: can(Action::PlanReturn, Step::Return),
        set: can(Action::PlanSet, Step::Set) && sets,
        reopen: can(Action::PlanReopen, Step::Reopen),
        replace: can(Action::PlanReplace, Step::Replace),
        report: skp.version > 0 && may(&ctx.actor, Action::ProgressWrite, facts).is_ok(),
        own: facts.is_self,
    }
}

/// A plan in a list.
pub struct Row {
    /// The plan.
    pub skp: Skp,
    /// Its state.
    pub state: workflow::State,
}

/// One's own plans, newest first.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<Vec<Row>, Failure> {
    let mut plans = ctx.read().skps_of(ctx.me()).await?;
    plans.sort_by_key(|skp| Reverse(skp.dates.from));
    Ok(plans.into_iter().map(|skp| Row { state: workflow::state(&skp.milestones), skp }).collect())
}

/// What one can start from: earlier plans and the tasks of one's present post.
pub struct Starts {
    /// Earlier plans, newest first.
    pub plans: Vec<Skp>,
    /// Tasks of the post.
    pub tasks: Vec<PostTask>,
    /// Title of the post.
    pub post: Option<String>,
}

/// What one can start from.
#[crate::boxed]
pub async fn starts(ctx: &Ctx) -> Result<Starts, Failure> {
    let scope = ctx.read();
    let mut plans = scope.skps_of(ctx.me()).await?;
    plans.sort_by_key(|skp| Reverse(skp.dates.from));
    let Some(assignment) = scope.assignment_on(ctx.me(), ctx.today()).await? else {
        return Ok(Starts { plans, tasks: Vec::new(), post: None });
    };
    let post = scope.post(assignment.post).await?.map(|post| post.title);
    Ok(Starts { plans, tasks: scope.post_tasks(assignment.post).await?, post })
}

/// The results of the rater's plan that a result may support: those of the version being written or in force.
#[crate::boxed]
pub async fn supportable(ctx: &Ctx, id: SkpId) -> Result<Vec<Rhk>, Failure> {
    let scope = ctx.read();
    let (skp, _) = load(&scope, ctx, id, Action::PlanRead).await?;
    let day = ctx.today().clamp(skp.dates.from, skp.dates.until.unwrap_or(ctx.today()));
    Ok(scope.skp_in_force(skp.rater, day).await?.map(|leader| leader.content.results).unwrap_or_default())
}
