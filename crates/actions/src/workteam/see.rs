//! *Somebody reads a team*: who works in it as what, what it delivers and how far it is, what it was found to have achieved.

use super::{
    adopt::draft_of,
    load::{load, names},
    rate::periods,
    report::may_report,
};
use crate::{Ctx, Failure};
use chrono::NaiveDate;
use domain::{
    decision::Reason,
    evaluation::Period,
    ids::{EmployeeId, PeriodId, WorkteamId, WorkteamResultId},
    permissions::{Action, may},
    workteam::{
        Member, Standing, State, TeamRating, TeamResult, Workteam,
        members::{advice, leader},
        results::Reached,
    },
};
use std::collections::BTreeMap;
use store::Person;

/// Somebody's part in the team.
pub struct MemberRow {
    /// The part.
    pub member: Member,
    /// Who; `None` for somebody no longer there.
    pub person: Option<Person>,
    /// Where it is.
    pub standing: Standing,
    /// Why the rater said no, for those it concerns.
    pub reason: Option<String>,
    /// May the reader end it, or take it back?
    pub ends: bool,
    /// May the reader answer the proposal?
    pub answers: bool,
    /// May the reader speak to them as the team's leader?
    pub speaks: bool,
}

/// Something the team is to deliver.
pub struct ResultRow {
    /// The result.
    pub result: TeamResult,
    /// How far it is today.
    pub reached: Reached,
    /// Who carries it, by name; empty for all.
    pub carriers: Vec<String>,
    /// Reports so far.
    pub reports: usize,
    /// The day of the latest work reported.
    pub last: Option<NaiveDate>,
}

/// A team with everything its page shows.
pub struct TeamPage {
    /// The team.
    pub team: Workteam,
    /// Where it is.
    pub state: State,
    /// The unit that owns it; `None` for the whole agency.
    pub unit: Option<String>,
    /// Who leads it.
    pub leader: Option<String>,
    /// Everybody who was proposed; those who work first.
    pub members: Vec<MemberRow>,
    /// What it delivers.
    pub results: Vec<ResultRow>,
    /// What it was found to have achieved, the newest period first, with who said so.
    pub ratings: Vec<(TeamRating, Period, String)>,
    /// What might be looked at again.
    pub advice: Vec<Reason>,
    /// May the reader change or end it?
    pub manages: bool,
    /// May the reader propose members and lay down results?
    pub plans: bool,
    /// May the reader report?
    pub reports: bool,
    /// May the reader say what it achieved?
    pub rates: bool,
    /// Has the reader a plan of their own into which a result can be taken?
    pub adopts: bool,
}

/// One team.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: WorkteamId) -> Result<TeamPage, Failure> {
    let scope = ctx.read();
    let found = load(&scope, ctx, id, Action::WorkteamRead).await?;
    let (me, today, facts) = (ctx.me(), ctx.today(), found.facts);
    let may = |action| may(&ctx.actor, action, &facts).is_ok();
    let reports = may_report(ctx, &found);
    let (team, members) = (found.team, found.members);
    let state = team.state(today);
    let goes_on = state != State::Berakhir;
    let plans = may(Action::WorkteamPlan) && goes_on;
    let ids: Vec<EmployeeId> = members.iter().map(|member| member.employee).collect();
    let people: BTreeMap<EmployeeId, Person> =
        scope.people_on(&ids, today).await?.into_iter().map(|person| (person.employee.id, person)).collect();
    let name = |id: EmployeeId| people.get(&id).map(|person| person.employee.name.clone());

    let results = scope.workteam_results(&[id]).await?;
    let result_ids: Vec<WorkteamResultId> = results.iter().map(|result| result.id).collect();
    let entries = scope.workteam_entries(&result_ids).await?;
    let results = results.into_iter().filter(|result| result.dropped_on.is_none()).map(|result| {
        let own = || entries.iter().filter(|entry| entry.result == result.id);
        ResultRow {
            reached: result.reached(&entries, &team, today),
            carriers: result.carriers.iter().filter_map(|id| name(*id)).collect(),
            reports: own().count(),
            last: own().map(|entry| entry.on).max(),
            result,
        }
    });
    let results = results.collect();

    let (periods, mut ratings) = (periods(&scope, ctx, &team).await?, BTreeMap::<PeriodId, TeamRating>::new());
    for rating in scope.workteam_ratings(&[id]).await? {
        ratings.insert(rating.period, rating);
    }
    let said_by = names(&scope, ratings.values().map(|rating| rating.by)).await?;
    let mut ratings: Vec<(TeamRating, Period, String)> = periods
        .into_iter()
        .filter_map(|period| {
            let rating = ratings.remove(&period.id)?;
            let by = said_by.get(&rating.by).cloned().unwrap_or_default();
            Some((rating, period, by))
        })
        .collect();
    ratings.sort_by_key(|(rating, period, _)| std::cmp::Reverse((period.last_day(), rating.at)));

    let works = members.iter().any(|one| one.employee == me && one.agreed() && one.stands());
    let adopts = works && goes_on && draft_of(&scope, ctx, me).await?.is_some();
    let leader = leader(&members, today).cloned();
    let speaks = facts.is_self && state == State::Berjalan;
    let advice = if plans && state == State::Berjalan { advice(&members, today) } else { Vec::new() };
    let mut members: Vec<MemberRow> = members
        .into_iter()
        .map(|member| {
            let asked = [member.rater, member.superior].contains(&Some(me));
            let told = plans || asked || member.employee == me;
            MemberRow {
                person: people.get(&member.employee).cloned(),
                standing: member.standing(today),
                reason: member.word.as_ref().filter(|word| told && !word.agreed).map(|word| word.reason.clone()),
                ends: plans && member.stands(),
                answers: asked && member.waits(),
                speaks: speaks && member.employee != me && member.works_on(today),
                member,
            }
        })
        .collect();
    members.sort_by_key(|row| (!row.member.stands(), row.member.part));
    Ok(TeamPage {
        unit: match team.unit {
            Some(unit) => scope.unit(unit).await?.map(|unit| unit.name),
            None => None,
        },
        leader: leader.and_then(|leader| name(leader.employee)),
        manages: may(Action::WorkteamManage) && goes_on,
        rates: may(Action::WorkteamRate),
        members,
        results,
        ratings,
        advice,
        plans,
        reports,
        adopts,
        state,
        team,
    })
}
