//! *A supervisor sees the whole team* on one page: plan, latest report, open obstacles, assessment.

use crate::{Ctx, Failure, feed::realise::counted, progress::see::standings};
use chrono::NaiveDate;
use domain::{
    assessment::RaterRole,
    evaluation::{Evaluation, Period},
    ids::EmployeeId,
    permissions::{Action, Facts, may},
    plan::{Skp, workflow},
    progress::track::Track,
};
use store::{Person, Scope};

/// One person of the team.
pub struct Row {
    /// The person.
    pub person: Person,
    /// Their running plan and its state.
    pub plan: Option<(Skp, workflow::State)>,
    /// Day of the latest report.
    pub last_report: Option<NaiveDate>,
    /// Indicators late and at risk.
    pub late: usize,
    /// Indicators at risk.
    pub at_risk: usize,
    /// Obstacles nobody has settled.
    pub obstacles: usize,
    /// Self-assessment sent, in the chosen period.
    pub self_assessed: bool,
    /// Supervisor's rating sent.
    pub rated: bool,
    /// The result.
    pub evaluation: Option<Evaluation>,
}

/// The team.
pub struct TeamPage {
    /// The year looked at.
    pub year: i32,
    /// The period being assessed, if one is open; else the latest closed.
    pub period: Option<Period>,
    /// The people, by name.
    pub rows: Vec<Row>,
}

/// The team of the person asking.
#[crate::boxed]
pub async fn see_team(ctx: &Ctx, year: i32) -> Result<TeamPage, Failure> {
    let scope = ctx.read();
    let day = crate::plan::see_matrix::day_in(ctx, year);
    let ids = of(ctx, &scope, day).await?;
    let mut people = scope.people_on(&ids, day).await?;
    people.sort_by(|a, b| a.employee.name.cmp(&b.employee.name));
    let plans = scope.skps_of_year_for(&ids, year).await?;
    let plan_ids: Vec<_> = plans.iter().map(|skp| skp.id).collect();
    let entries = scope.entries_of(&plan_ids).await?;
    let entries = counted(&scope, &plans.iter().collect::<Vec<_>>(), entries, ctx.today()).await?;
    let steps = scope.steps_of(&plan_ids).await?;
    let replies = scope.replies_of(&plan_ids).await?;
    let period = current_period(&scope.periods(year).await?).cloned();
    let (assessments, evaluations) = match &period {
        Some(period) => {
            (scope.assessments_for(period.id, &plan_ids).await?, scope.evaluations_for(period.id, &ids).await?)
        }
        None => Default::default(),
    };
    let rows = people
        .into_iter()
        .map(|person| {
            let running = plans.iter().filter(|skp| skp.employee == person.employee.id);
            let skp = running.max_by_key(|skp| skp.dates.from);
            let own: Vec<_> = entries.iter().filter(|e| Some(e.skp) == skp.map(|s| s.id)).cloned().collect();
            let standings = skp.map(|skp| standings(skp, &own, &steps, &replies, ctx.today())).unwrap_or_default();
            let count = |track| standings.iter().filter(|s| s.track.value == track).count();
            let sent = |role| {
                assessments.iter().any(|a| Some(a.skp) == skp.map(|s| s.id) && a.role == role && a.sent_at.is_some())
            };
            Row {
                last_report: own.iter().map(|e| e.on).max(),
                late: count(Track::Late),
                at_risk: count(Track::AtRisk),
                obstacles: standings.iter().map(|s| s.open_obstacles).sum(),
                self_assessed: sent(RaterRole::Diri),
                rated: sent(RaterRole::Penilai),
                evaluation: evaluations.iter().find(|e| e.employee == person.employee.id).cloned(),
                plan: skp.map(|skp| (skp.clone(), workflow::state(&skp.milestones))),
                person,
            }
        })
        .collect();
    Ok(TeamPage { year, period, rows })
}

/// Those the person asking rates on a day; nobody to rate, nothing to see.
pub(crate) async fn of(ctx: &Ctx, scope: &Scope, day: NaiveDate) -> Result<Vec<EmployeeId>, Failure> {
    let team: Vec<EmployeeId> = scope.team_on(ctx.me(), day).await?.into_iter().map(|line| line.employee).collect();
    // Who rates somebody today may look back at years in which they rated nobody.
    let today = ctx.today();
    let is_rater = !team.is_empty() || (day != today && !scope.team_on(ctx.me(), today).await?.is_empty());
    may(&ctx.actor, Action::TeamRead, &Facts { is_rater, ..Facts::none() })?;
    Ok(team)
}

/// The period people are busy with: the open one that ends first, else the latest that was closed.
pub fn current_period(periods: &[Period]) -> Option<&Period> {
    let open = periods.iter().filter(|p| p.opened_at.is_some() && p.closed_at.is_none());
    open.min_by_key(|p| p.dates.until)
        .or_else(|| periods.iter().filter(|p| p.closed_at.is_some()).max_by_key(|p| p.closed_at))
}
