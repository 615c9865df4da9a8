//! *Somebody looks what they are asked to say* of anybody's criteria, in the periods that are open: of themselves, of their team,
//! of those they were named for; whom to name, whom to agree to, what to sign for the next level.

use super::{
    link,
    load::{Case, due},
};
use crate::{Ctx, Failure, home::tasks::Task};
use chrono::{Datelike, NaiveDate};
use domain::{
    decision::{Refusal, Text},
    evaluation::Period,
    ids::{EmployeeId, SkpId},
    permissions::Facts,
    plan::{Skp, workflow},
    scheme::{
        Role,
        nomination::{Nomination, State},
        rater::Nominated,
    },
};
use std::collections::HashMap;
use store::{Scope, Touched};

/// How far somebody is with one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing yet.
    ToFill,
    /// Saved, not sent.
    Begun,
    /// May not be filled in now.
    Waits(Refusal),
    /// Sent.
    Sent,
    /// The result is frozen, and it was not sent.
    Over,
}

/// One person's criteria as somebody who fills them in, or looks after them, stands to them.
#[derive(Clone, Debug)]
pub struct Row {
    /// The period.
    pub period: Period,
    /// The plan.
    pub skp: SkpId,
    /// Whose.
    pub owner: String,
    /// As whom the reader speaks; nobody who only looks after who speaks.
    pub role: Option<Role>,
    /// How far their own sheet is.
    pub standing: Option<Standing>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Names that wait for the reader's word.
    pub to_decide: usize,
    /// Roles for which somebody is still to be named by the reader, with how many at least.
    pub to_name: Vec<(Role, u32)>,
    /// The scheme has raters beside the line, and the reader looks after them.
    pub looks_after: bool,
    /// The supervisor's sheet waits for the reader's name under it.
    pub to_countersign: bool,
}

impl Row {
    /// Is something to be done by the reader?
    pub fn waits_for_me(&self) -> bool {
        matches!(self.standing, Some(Standing::ToFill | Standing::Begun))
            || self.to_decide > 0
            || !self.to_name.is_empty()
            || self.to_countersign
    }
}

/// Everything of one reader: their own, their team's, those they were asked for.
#[derive(Clone, Debug, Default)]
pub struct Mine {
    /// Their own criteria.
    pub own: Vec<Row>,
    /// Of those they rate, or whose rater they lead.
    pub team: Vec<Row>,
    /// Of those they were named for.
    pub asked: Vec<Row>,
}

/// Everything that waits for the person asking, in the periods that are open.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<Mine, Failure> {
    let touched = ctx.read().touched(ctx.me(), ctx.today()).await?;
    mine_of(ctx, touched).await
}

async fn mine_of(ctx: &Ctx, touched: Touched) -> Result<Mine, Failure> {
    let (scope, me, today) = (ctx.read(), ctx.me(), ctx.today());
    let mut mine = Mine::default();
    let periods = scope.open_periods().await?;
    // The year's evaluation goes on into January.
    for year in [today.year() - 1, today.year()] {
        let mut open = Vec::new();
        for period in periods.iter().filter(|period| period.year == year) {
            if ctx.policy(period.last_day())?.appraisal.asks_in(period.rhythm) {
                open.push(period.clone());
            }
        }
        if open.is_empty() {
            continue;
        }
        let plans = plans(&scope, ctx, year, &open, touched).await?;
        for period in open {
            of_period(&scope, ctx, me, &period, &plans, &mut mine).await?;
        }
    }
    for rows in [&mut mine.own, &mut mine.team, &mut mine.asked] {
        rows.sort_by(|a, b| (a.period.dates.until, &a.owner, a.skp).cmp(&(b.period.dates.until, &b.owner, b.skp)));
    }
    Ok(mine)
}

/// Plans the reader may have to do with, in force: their own, those they rate, those whose rater they lead, those they were named
/// for.
async fn plans(scope: &Scope, ctx: &Ctx, year: i32, open: &[Period], touched: Touched) -> Result<Vec<Skp>, Failure> {
    let (me, today) = (ctx.me(), ctx.today());
    let mut all = scope.skps_of(me).await?;
    // A plan names its rater; whoever rates nobody today may still have rated somebody this year.
    all.extend(scope.skps_rated_by(me, year).await?);
    if touched.superior {
        let below: Vec<EmployeeId> =
            scope.superior_of_on(me, today).await?.into_iter().map(|line| line.employee).collect();
        all.extend(scope.skps_of_year_for(&below, year).await?.into_iter().filter(|skp| skp.superior == Some(me)));
    }
    if touched.named {
        let named: Vec<SkpId> = scope
            .nominated(me)
            .await?
            .into_iter()
            .filter(|n| n.state == State::Agreed && open.iter().any(|period| period.id == n.period))
            .map(|n| n.skp)
            .collect();
        all.extend(scope.skps(&named).await?);
    }
    all.retain(|skp| {
        skp.year == year && skp.version > 0 && workflow::state(&skp.milestones) != workflow::State::Digantikan
    });
    all.sort_by_key(|skp| skp.id);
    all.dedup_by_key(|skp| skp.id);
    Ok(all)
}

async fn of_period(
    scope: &Scope,
    ctx: &Ctx,
    me: EmployeeId,
    period: &Period,
    plans: &[Skp],
    mine: &mut Mine,
) -> Result<(), Failure> {
    let within = |skp: &&Skp| skp.dates.until.is_none_or(|until| until >= period.last_day());
    let plans: Vec<&Skp> = plans.iter().filter(within).collect();
    let ids: Vec<SkpId> = plans.iter().map(|skp| skp.id).collect();
    let people: Vec<EmployeeId> = plans.iter().map(|skp| skp.employee).collect();
    let mut nominations: HashMap<SkpId, Vec<Nomination>> = HashMap::new();
    for nomination in scope.nominations_among(period.id, &ids).await? {
        nominations.entry(nomination.skp).or_default().push(nomination);
    }
    let mut sheets: HashMap<SkpId, Vec<_>> = HashMap::new();
    for saved in scope.sheets_among(period.id, &ids).await? {
        sheets.entry(saved.skp).or_default().push(saved);
    }
    let frozen: Vec<SkpId> =
        scope.evaluations_for(period.id, &people).await?.into_iter().map(|result| result.skp).collect();
    let names: HashMap<EmployeeId, String> =
        scope.employees(&people).await?.into_iter().map(|employee| (employee.id, employee.name)).collect();
    for skp in plans {
        let named = nominations.remove(&skp.id).unwrap_or_default();
        let facts = Facts {
            is_self: skp.employee == me,
            is_rater: skp.rater == me,
            is_superior: skp.superior == Some(me),
            is_nominated: named.iter().any(|n| n.rater == me && n.state == State::Agreed),
            ..Facts::none()
        };
        let said = sheets.remove(&skp.id).unwrap_or_default();
        let case = Case::new(ctx, skp.clone(), period.clone(), facts, named, said, frozen.contains(&skp.id))?;
        let owner = names.get(&skp.employee).cloned().unwrap_or_default();
        let row = row(ctx, me, &case, owner);
        if facts.is_self {
            if row.role.is_some() || row.looks_after || row.waits_for_me() {
                mine.own.push(row);
            }
        } else if facts.is_rater {
            mine.team.push(row);
        } else if facts.is_nominated {
            mine.asked.push(row);
        } else if row.role.is_some() || row.waits_for_me() {
            mine.team.push(row);
        }
    }
    Ok(())
}

fn row(ctx: &Ctx, me: EmployeeId, case: &Case, owner: String) -> Row {
    let today = ctx.today();
    let role = case.fills(me, today);
    let standing = role.map(|role| match case.of(me) {
        Some(saved) if saved.sent_at.is_some() => Standing::Sent,
        _ if case.frozen => Standing::Over,
        saved => match (case.waits(role, today), saved) {
            (Some(refusal), _) => Standing::Waits(refusal),
            (None, Some(_)) => Standing::Begun,
            (None, None) => Standing::ToFill,
        },
    });
    let decides = case.facts.is_rater && case.still().is_none();
    let names = |how: Nominated| match how {
        Nominated::Line => false,
        Nominated::Employee => case.facts.is_self,
        Nominated::Rater | Nominated::Drawn => case.facts.is_rater,
    };
    let to_name = case.scheme.raters().iter().filter(|rule| case.still().is_none() && names(rule.nominated));
    let to_name = to_name.map(|rule| (rule.role, rule.min.saturating_sub(case.standing(rule.role))));
    Row {
        period: case.period.clone(),
        skp: case.skp.id,
        due: role.and_then(|role| due(&case.scheme, &case.period, role, ctx)),
        to_decide: if decides { case.nominations.iter().filter(|n| n.state == State::Proposed).count() } else { 0 },
        to_name: to_name.filter(|(_, more)| *more > 0).collect(),
        looks_after: super::see::beside_the_line(&case.scheme) && (case.facts.is_self || case.facts.is_rater),
        to_countersign: case.facts.is_superior
            && case.still().is_none()
            && case.to_countersign().is_some_and(|saved| saved.countersigned.is_none() && saved.sheet.rater != me),
        owner,
        role,
        standing,
    }
}

/// What of it belongs on the first screen: each thing once, the team's together.
#[crate::boxed]
pub(crate) async fn tasks(ctx: &Ctx, touched: Touched) -> Result<Vec<Task>, Failure> {
    let mine = mine_of(ctx, touched).await?;
    let mut tasks = Vec::new();
    let to_fill = |row: &&Row| matches!(row.standing, Some(Standing::ToFill | Standing::Begun));
    let period = |row: &Row| crate::home::tasks::period_name(row.period.rhythm, row.period.number, row.period.year);
    for row in &mine.own {
        let page = link(row.period.id, row.skp);
        if to_fill(&row) {
            let says = Text::new("task-scheme-own").with("period", period(row));
            tasks.push(Task::new(says, page.clone(), row.due));
        }
        for (role, more) in &row.to_name {
            let says = Text::new("task-scheme-name").with("role", role.label()).with("n", *more);
            tasks.push(Task::new(says, format!("{page}/penilai"), row.period.dates.until));
        }
    }
    for row in mine.asked.iter().filter(to_fill) {
        let says = Text::new("task-scheme-asked").with("name", row.owner.as_str());
        tasks.push(Task::new(says, link(row.period.id, row.skp), row.due));
    }
    let waiting: Vec<&Row> = mine.team.iter().filter(to_fill).collect();
    if let Some(first) = waiting.iter().filter_map(|row| row.due).min().or(waiting.first().and_then(|row| row.due)) {
        let says = Text::new("task-scheme-team").with("n", waiting.len() as i64);
        tasks.push(Task::new(says, "/kriteria#tim", first));
    }
    for row in mine.team.iter().filter(|row| row.to_decide > 0 || !row.to_name.is_empty()) {
        let page = format!("{}/penilai", link(row.period.id, row.skp));
        let says = if row.to_decide > 0 {
            Text::new("task-scheme-decide").with("name", row.owner.as_str()).with("n", row.to_decide as i64)
        } else {
            Text::new("task-scheme-name-for").with("name", row.owner.as_str())
        };
        tasks.push(Task::new(says, page, row.period.dates.until));
    }
    let signs = mine.team.iter().filter(|row| row.to_countersign).count();
    if signs > 0 {
        let says = Text::new("task-scheme-countersign").with("n", signs as i64);
        tasks.push(Task::new(says, "/kriteria#tim", None));
    }
    Ok(tasks)
}
