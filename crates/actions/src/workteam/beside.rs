//! *The rater sees, while assessing, and the employee beside their result*: the teams of the year, the share in each, what the
//! team was found to have achieved, what its leader said. It is material for the rater (Bab III.C.3, IV.A.4) and enters no
//! rating and no result of the law. Where a scheme has a criterion measured by the team (R4), its own result counts it, beside
//! the predikat (`crate::feed`).

use super::load::names;
use crate::{Ctx, Failure, plan::load::load};
use domain::{
    decision::Citation,
    evaluation::Period,
    feedback::during::Remark,
    ids::{EmployeeId, PeriodId, SkpId, WorkteamId},
    permissions::Action,
    time::DateRange,
    workteam::{Member, Part, TeamRating, Workteam},
};
use std::collections::BTreeMap;

/// One team of the year.
pub struct Team {
    /// The team.
    pub team: Workteam,
    /// The employee's part.
    pub member: Member,
    /// Who leads it, where it is somebody else.
    pub leader: Option<String>,
    /// What it was found to have achieved last, up to the end of the period.
    pub rating: Option<(TeamRating, Period)>,
    /// What its leader said to the employee and passed on to the rater, oldest first.
    pub said: Vec<Remark>,
}

/// The teams of a plan's year.
#[derive(Default)]
pub struct Teams {
    /// The teams.
    pub teams: Vec<Team>,
    /// Where the agency's scheme asks that results of teams be kept beside those of people.
    pub asks: Option<Citation>,
}

/// The teams in which the employee of a plan worked within its days, up to the end of a period.
#[crate::boxed]
pub async fn beside(ctx: &Ctx, skp: SkpId, period: &Period) -> Result<Teams, Failure> {
    let scope = ctx.read();
    let (skp, _) = load(&scope, ctx, skp, Action::PlanRead).await?;
    let days = DateRange { from: skp.dates.from, until: Some(period.last_day().max(skp.dates.from)) };
    let mut parts = scope.workteam_parts(&[skp.employee]).await?;
    parts.retain(|member| member.worked_in(days));
    if parts.is_empty() {
        return Ok(Teams::default());
    }
    let ids: Vec<WorkteamId> = parts.iter().map(|member| member.team).collect();
    let teams = scope.workteams_among(&ids).await?;
    let members = scope.workteam_members(&ids).await?;
    let periods: BTreeMap<PeriodId, Period> =
        scope.periods(skp.year).await?.into_iter().map(|period| (period.id, period)).collect();
    let mut ratings: BTreeMap<WorkteamId, (TeamRating, Period)> = BTreeMap::new();
    for rating in scope.workteam_ratings(&ids).await? {
        let Some(of) = periods.get(&rating.period).filter(|of| days.contains(of.last_day())) else { continue };
        let later = ratings.get(&rating.team).is_none_or(|(_, known)| known.last_day() <= of.last_day());
        if later {
            ratings.insert(rating.team, (rating, of.clone()));
        }
    }
    let zone = ctx.agency.time_zone;
    let mut said = scope.remarks_about(skp.employee).await?;
    said.retain(|remark| remark.passed_on() && days.contains(zone.date(remark.at)));
    said.reverse();
    let led: BTreeMap<WorkteamId, Vec<EmployeeId>> =
        ids.iter().map(|team| (*team, leaders(&members, *team, days, skp.employee))).collect();
    let names = names(&scope, led.values().flatten().copied()).await?;
    let mut found = Vec::with_capacity(parts.len());
    for member in parts {
        let Some(team) = teams.iter().find(|team| team.id == member.team) else { continue };
        let led = led.get(&team.id).map(Vec::as_slice).unwrap_or_default();
        found.push(Team {
            leader: led.last().and_then(|leader| names.get(leader).cloned()),
            rating: ratings.get(&team.id).cloned(),
            said: said.iter().filter(|remark| led.contains(&remark.by)).cloned().collect(),
            team: team.clone(),
            member,
        });
    }
    let asks = ctx.policy(period.last_day())?.appraisal.team_results.clone();
    Ok(Teams { teams: found, asks: asks.filter(|rule| rule.value).map(|rule| rule.cite) })
}

/// Who led a team within some days, but for the employee themselves; the latest last.
fn leaders(members: &[Member], team: WorkteamId, days: DateRange, besides: EmployeeId) -> Vec<EmployeeId> {
    let led = |one: &&Member| one.team == team && one.part == Part::Ketua && one.worked_in(days);
    members.iter().filter(led).map(|one| one.employee).filter(|leader| *leader != besides).collect()
}
