//! *Somebody reads proposals*: the offices all of them, leaders those of their units, raters those of their people, everybody
//! their own.

use crate::{
    Ctx, Failure,
    ctx::{permit_over, unit_led_by},
    failure::not_found,
};
use domain::{
    followup::{Proposal, State, action},
    ids::{EmployeeId, PeriodId, ProposalId, UnitId},
    people::Unit,
    permissions::{Action, Facts, may},
    scheme::{Scheme, follow::Programme},
};
use std::collections::BTreeMap;
use store::{PageOf, Person, Proposals, Scope};

/// What somebody looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In which year; the latest with any.
    pub year: Option<i32>,
    /// Of which kind.
    pub programme: Option<Programme>,
    /// Where it is; what is open without one.
    pub state: Option<State>,
    /// In a unit and those below it.
    pub unit: Option<UnitId>,
}

/// A proposal in a list.
pub struct Row {
    /// The proposal.
    pub proposal: Proposal,
    /// About whom, by name.
    pub name: String,
    /// The unit, by name.
    pub unit: String,
    /// The criterion it is about, by name.
    pub about: Option<String>,
}

/// The list.
pub struct List {
    /// What was looked for, with the year filled in.
    pub wanted: Wanted,
    /// Page by page.
    pub rows: store::Page<Row>,
    /// Units to choose from; empty for those who see only their own people.
    pub units: Vec<Unit>,
    /// By programme and state, over the whole agency; empty for those who do not oversee it.
    pub counted: Vec<(Programme, State, u64)>,
    /// A closed year over which the rules may be run, for the office.
    pub runs: Option<PeriodId>,
}

/// Proposals the reader may know of.
#[crate::boxed]
pub async fn list(ctx: &Ctx, wanted: Wanted, page: PageOf) -> Result<List, Failure> {
    let scope = ctx.read();
    let year = wanted.year.unwrap_or(chrono::Datelike::year(&ctx.today()) - 1);
    let wanted = Wanted { year: Some(year), ..wanted };
    let oversees = may(&ctx.actor, Action::FollowupRead, &Facts::none()).is_ok();
    let led = unit_led_by(&scope, ctx.me(), ctx.today()).await?;
    let units = match (oversees, led) {
        (true, _) => scope.units().await?,
        (false, Some(led)) => scope.units_under(led).await?,
        (false, None) => Vec::new(),
    };
    let rows = if oversees || led.is_some() {
        let mut within: Vec<UnitId> = Vec::new();
        if let Some(unit) = wanted.unit {
            let below: Vec<UnitId> = scope.units_under(unit).await?.into_iter().map(|unit| unit.id).collect();
            within.extend(below.into_iter().filter(|unit| units.iter().any(|one| one.id == *unit)));
            if within.is_empty() {
                return Err(not_found("unit"));
            }
        } else if !oversees {
            within.extend(units.iter().map(|unit| unit.id));
        }
        let which = Proposals {
            year: wanted.year,
            state: wanted.state,
            programme: wanted.programme,
            units: within,
            evaluation: None,
        };
        let found = scope.proposals(&which, page).await?;
        let (total, number, per_page) = (found.total, found.page, found.per_page);
        store::Page { rows: rows(&scope, ctx, found.rows).await?, total, page: number, per_page }
    } else {
        let team: Vec<EmployeeId> =
            scope.team_on(ctx.me(), ctx.today()).await?.into_iter().map(|line| line.employee).collect();
        let fits = |one: &Proposal| {
            one.year == year
                && wanted.state.is_none_or(|state| one.state() == state)
                && wanted.programme.is_none_or(|programme| one.programme == programme)
        };
        let found: Vec<Proposal> = scope.proposals_of(&team).await?.into_iter().filter(fits).collect();
        let total = found.len() as u64;
        store::Page { rows: rows(&scope, ctx, found).await?, total, page: 1, per_page: total.max(1) as u32 }
    };
    let (mut counted, mut runs) = (Vec::new(), None);
    if oversees {
        counted = scope.proposals_counted(year).await?;
    }
    if ctx.permit(Action::FollowupRun).is_ok() {
        let annual = |period: &domain::evaluation::Period| {
            period.rhythm == domain::evaluation::Rhythm::Tahunan && period.closed_at.is_some()
        };
        runs = scope.periods(year).await?.into_iter().find(annual).map(|period| period.id);
    }
    Ok(List { wanted, rows, units, counted, runs })
}

/// One's own proposals, the newest first.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<Vec<Row>, Failure> {
    let scope = ctx.read();
    let found = scope.proposals_of(&[ctx.me()]).await?;
    rows(&scope, ctx, found).await
}

async fn rows(scope: &Scope, ctx: &Ctx, found: Vec<Proposal>) -> Result<Vec<Row>, Failure> {
    let mut people: Vec<EmployeeId> = found.iter().map(|one| one.employee).collect();
    people.sort_unstable();
    people.dedup();
    let names: BTreeMap<EmployeeId, String> =
        scope.employees(&people).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let units: BTreeMap<UnitId, String> = match found.is_empty() {
        true => BTreeMap::new(),
        false => scope.units().await?.into_iter().map(|unit| (unit.id, unit.name)).collect(),
    };
    let scheme = ctx.policy(ctx.today())?.appraisal.clone();
    Ok(found
        .into_iter()
        .map(|proposal| Row {
            name: names.get(&proposal.employee).cloned().unwrap_or_default(),
            unit: units.get(&proposal.unit).cloned().unwrap_or_default(),
            about: about(&scheme, &proposal),
            proposal,
        })
        .collect())
}

/// The criterion a proposal is about, by name.
pub(crate) fn about(scheme: &Scheme, proposal: &Proposal) -> Option<String> {
    let code = proposal.criterion.as_deref()?;
    Some(scheme.criterion(code).map_or_else(|| code.to_owned(), |criterion| criterion.name.clone()))
}

/// A proposal with everything its page shows.
pub struct ProposalPage {
    /// The proposal.
    pub proposal: Proposal,
    /// About whom.
    pub person: Person,
    /// The unit of the plan, by name.
    pub unit: String,
    /// The criterion it is about, by name.
    pub about: Option<String>,
    /// Who decided, by name.
    pub decided_by: Option<String>,
    /// Is it about the reader?
    pub own: bool,
    /// May the reader decide now?
    pub decides: bool,
    /// Is the reader asked now?
    pub asked: bool,
}

/// One proposal.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: ProposalId) -> Result<ProposalPage, Failure> {
    let scope = ctx.read();
    let (proposal, facts) = load(&scope, ctx, id).await?;
    let scheme = ctx.policy(ctx.today())?.appraisal.clone();
    let person =
        scope.people_on(&[proposal.employee], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    let decided_by = match &proposal.decision {
        Some(decision) => scope.employee(decision.by).await?.map(|one| one.name),
        None => None,
    };
    let open = proposal.state().open();
    Ok(ProposalPage {
        unit: scope.unit(proposal.unit).await?.map(|unit| unit.name).unwrap_or_default(),
        about: about(&scheme, &proposal),
        decides: open && !facts.is_self && may(&ctx.actor, action(proposal.programme), &facts).is_ok(),
        asked: open && facts.is_self && proposal.asks_first(),
        own: facts.is_self,
        person,
        decided_by,
        proposal,
    })
}

/// Loads a proposal; whoever has nothing to do with it does not learn of it.
pub(super) async fn load(scope: &Scope, ctx: &Ctx, id: ProposalId) -> Result<(Proposal, Facts), Failure> {
    let proposal = scope.proposal(id).await?.ok_or_else(|| not_found("proposal"))?;
    let facts = permit_over(scope, ctx, Action::FollowupRead, proposal.employee, None)
        .await
        .map_err(|_| not_found("proposal"))?;
    Ok((proposal, facts))
}
