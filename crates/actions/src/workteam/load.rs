//! How every verb on a team begins: load it, see how the person stands to it, permit. A team nobody may know of is not found,
//! rather than forbidden.

use crate::{Ctx, Failure, Work, ctx::unit_led_by, failure::not_found};
use chrono::NaiveDate;
use domain::{
    ids::{EmployeeId, UnitId, WorkteamId},
    people::ReportingLine,
    permissions::{Action, Facts, may},
    workteam::{Member, Part, State, Workteam, members::leader},
};
use std::collections::BTreeMap;
use store::Scope;

/// A team with its people, and how the person acting stands to it.
pub(super) struct Found {
    pub(super) team: Workteam,
    pub(super) members: Vec<Member>,
    pub(super) facts: Facts,
}

/// Loads a team for an action, or refuses.
pub(super) async fn load(scope: &Scope, ctx: &Ctx, id: WorkteamId, action: Action) -> Result<Found, Failure> {
    let team = scope.workteam(id).await?.ok_or_else(|| not_found("workteam"))?;
    let members = as_asked(scope, ctx, scope.workteam_members(&[id]).await?).await?;
    let facts = facts_of(scope, ctx, &team, &members).await?;
    may(&ctx.actor, Action::WorkteamRead, &facts).map_err(|_| not_found("workteam"))?;
    may(&ctx.actor, action, &facts)?;
    Ok(Found { team, members, facts })
}

/// A proposal that waits goes along with the reporting line: who rates the person today is asked, not who did when it was
/// made. An answer stays with whoever gave it.
async fn as_asked(scope: &Scope, ctx: &Ctx, mut members: Vec<Member>) -> Result<Vec<Member>, Failure> {
    let waiting: Vec<EmployeeId> =
        members.iter().filter(|member| member.waits()).map(|member| member.employee).collect();
    if waiting.is_empty() {
        return Ok(members);
    }
    let lines: BTreeMap<EmployeeId, ReportingLine> = scope
        .people_on(&waiting, ctx.today())
        .await?
        .into_iter()
        .filter_map(|person| Some((person.employee.id, person.line?)))
        .collect();
    for member in members.iter_mut().filter(|member| member.waits()) {
        if let Some(line) = lines.get(&member.employee) {
            (member.rater, member.superior) = (Some(line.rater), line.superior);
        }
    }
    Ok(members)
}

/// The same to change it, held against others until the change is saved.
pub(super) async fn load_to_change(work: &Work, id: WorkteamId) -> Result<Found, Failure> {
    work.lock(&format!("workteam:{id}")).await?;
    load(work, &work.ctx, id, work.action).await
}

/// The team is theirs when they lead it; its other side are its members, those proposed included.
async fn facts_of(scope: &Scope, ctx: &Ctx, team: &Workteam, members: &[Member]) -> Result<Facts, Failure> {
    let (me, today) = (ctx.me(), ctx.today());
    let not_declined = |member: &Member| member.word.as_ref().is_none_or(|word| word.agreed);
    let theirs = |led: &[domain::people::ReportingLine]| {
        led.iter().any(|line| members.iter().any(|member| member.employee == line.employee))
    };
    let facts = owner_facts(scope, ctx, team.unit).await?;
    Ok(Facts {
        is_self: leader(members, today).is_some_and(|leader| leader.employee == me),
        is_party: members.iter().any(|member| member.employee == me && not_declined(member)),
        is_rater: members.iter().any(|member| member.rater == Some(me)) || theirs(&scope.team_on(me, today).await?),
        is_superior: members.iter().any(|member| member.superior == Some(me))
            || theirs(&scope.superior_of_on(me, today).await?),
        ..facts
    })
}

/// Does the person acting lead the unit, or one above it? The whole agency is led by whoever leads its topmost unit.
pub(super) async fn owner_facts(scope: &Scope, ctx: &Ctx, unit: Option<UnitId>) -> Result<Facts, Failure> {
    let led = unit_led_by(scope, ctx.me(), ctx.today()).await?;
    let leads_unit = match (led, unit) {
        (None, _) => false,
        (Some(led), Some(unit)) => scope.units_under(led).await?.iter().any(|below| below.id == unit),
        (Some(led), None) => scope.unit(led).await?.is_some_and(|unit| unit.parent.is_none()),
    };
    Ok(Facts { leads_unit, ..Facts::none() })
}

/// Does somebody lead, on a day, a team in which the employee works?
pub(crate) async fn leads(
    scope: &Scope,
    leader: EmployeeId,
    employee: EmployeeId,
    day: NaiveDate,
) -> Result<bool, Failure> {
    let at_work: Vec<Member> =
        scope.workteam_parts(&[leader, employee]).await?.into_iter().filter(|member| member.works_on(day)).collect();
    let led = at_work.iter().filter(|member| member.employee == leader && member.part == Part::Ketua);
    let teams: Vec<WorkteamId> = led
        .map(|member| member.team)
        .filter(|team| at_work.iter().any(|member| member.team == *team && member.employee == employee))
        .collect();
    Ok(scope.workteams_among(&teams).await?.iter().any(|team| team.state(day) == State::Berjalan))
}

/// Names by person.
pub(super) async fn names(
    scope: &Scope,
    people: impl IntoIterator<Item = EmployeeId>,
) -> Result<BTreeMap<EmployeeId, String>, Failure> {
    let mut ids: Vec<EmployeeId> = people.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(scope.employees(&ids).await?.into_iter().map(|employee| (employee.id, employee.name)).collect())
}

/// Where a team is.
pub fn link(id: WorkteamId) -> String {
    format!("/tim-kerja/{id}")
}
