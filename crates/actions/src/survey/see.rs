//! *Leaders and offices see what the public says*: every service in a period, one service or one unit with its trend and
//! its neighbours, words and marked answers.

use super::{
    load::{permit_unit, service},
    result::SurveyResult,
};
use crate::{Ctx, Failure, ctx::unit_led_by, failure::not_found};
use domain::{
    ids::{RoundId, ServiceId, UnitId},
    people::Unit,
    permissions::{Action, Facts, may},
    survey::{Count, Outcome, Profile, Round, Said, Service, Tally, guard::Batch},
};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{Page, PageOf, Scope};

/// Complaints and suggestions on a page.
const PER_PAGE: u32 = 50;

/// A service in a period.
#[derive(Clone, Debug)]
pub struct ServiceRow {
    /// The service.
    pub service: Service,
    /// Its unit.
    pub unit: Unit,
    /// Its result; `None` if it does not take part.
    pub result: Option<SurveyResult>,
}

/// Everything in a period.
#[derive(Clone, Debug)]
pub struct SurveyPage {
    /// Every period, the latest first.
    pub rounds: Vec<Round>,
    /// The one shown.
    pub round: Option<Round>,
    /// Services one may see.
    pub rows: Vec<ServiceRow>,
    /// May the person asking open and close periods?
    pub may_rounds: bool,
    /// May they add services?
    pub may_services: bool,
    /// May they read results, or only type in paper?
    pub may_read: bool,
}

/// Services in a period (the running or the latest one if none is asked for): all for the offices; for others those of
/// the unit they work in and of those they lead.
#[crate::boxed]
pub async fn see_all(ctx: &Ctx, asked: Option<RoundId>) -> Result<SurveyPage, Failure> {
    let scope = ctx.read();
    let (seen, may_read) = units(&scope, ctx).await?;
    let rounds = scope.rounds().await?;
    let round = choose(ctx, &rounds, asked)?;
    let services: Vec<Service> =
        scope.services().await?.into_iter().filter(|one| seen.contains_key(&one.unit)).collect();
    let rows = rows(&scope, services, &seen, round.as_ref()).await?;
    let rows = if may_read { rows } else { rows.into_iter().map(|row| ServiceRow { result: None, ..row }).collect() };
    let office = ctx.permit(Action::SurveyManage).is_ok();
    Ok(SurveyPage {
        rounds,
        round,
        rows,
        may_rounds: office,
        may_services: office || may_manage(ctx, may_read),
        may_read,
    })
}

fn may_manage(ctx: &Ctx, leads: bool) -> bool {
    let facts = Facts { leads_unit: leads, ..Facts::none() };
    ctx.permit(Action::SurveyRead).is_err() && may(&ctx.actor, Action::SurveyManage, &facts).is_ok()
}

/// The units whose services one may see, and whether their results too.
async fn units(scope: &Scope, ctx: &Ctx) -> Result<(HashMap<UnitId, Unit>, bool), Failure> {
    let by_id = |units: Vec<Unit>| units.into_iter().map(|unit| (unit.id, unit)).collect();
    let denied = match ctx.permit(Action::SurveyRead) {
        Ok(()) => return Ok((by_id(scope.units().await?), true)),
        Err(denied) => denied,
    };
    if let Some(led) = unit_led_by(scope, ctx.me(), ctx.today()).await? {
        return Ok((by_id(scope.units_under(led).await?), true));
    }
    let Some(assignment) = scope.assignment_on(ctx.me(), ctx.today()).await? else { return Err(denied) };
    let Some(post) = scope.post(assignment.post).await? else { return Err(denied) };
    Ok((by_id(scope.unit(post.unit).await?.into_iter().collect()), false))
}

/// The units whose services one may keep, by name: for choosing one in a form.
#[crate::boxed]
pub async fn choices(ctx: &Ctx) -> Result<Vec<Unit>, Failure> {
    let (seen, leads) = units(&ctx.read(), ctx).await?;
    if !may_manage(ctx, leads) {
        ctx.permit(Action::SurveyManage)?;
    }
    let mut units: Vec<Unit> = seen.into_values().collect();
    units.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(units)
}

fn choose(ctx: &Ctx, rounds: &[Round], asked: Option<RoundId>) -> Result<Option<Round>, Failure> {
    let found = match asked {
        Some(id) => Some(rounds.iter().find(|round| round.id == id).ok_or_else(|| not_found("survey round"))?),
        None => rounds.iter().find(|round| round.dates.from <= ctx.today()).or(rounds.first()),
    };
    Ok(found.cloned())
}

async fn rows(
    scope: &Scope,
    services: Vec<Service>,
    units: &HashMap<UnitId, Unit>,
    round: Option<&Round>,
) -> Result<Vec<ServiceRow>, Failure> {
    let ids: Vec<ServiceId> = services.iter().map(|service| service.id).collect();
    let (mut tallies, places) = match round {
        Some(round) => (scope.survey_tallies(&ids, Some(round.id)).await?, scope.places(round.id).await?),
        None => (BTreeMap::new(), Vec::new()),
    };
    let populations: HashMap<ServiceId, u32> = places.iter().map(|place| (place.service, place.population)).collect();
    let mut rows: Vec<ServiceRow> = services
        .into_iter()
        .filter_map(|service| {
            let result = round.zip(populations.get(&service.id)).map(|(round, population)| {
                let tally = tallies.remove(&(round.id, service.id)).unwrap_or_default();
                SurveyResult::of(round.clone(), tally, u64::from(*population))
            });
            Some(ServiceRow { unit: units.get(&service.unit)?.clone(), service, result })
        })
        .collect();
    rows.sort_by(|a, b| (&a.unit.name, &a.service.name).cmp(&(&b.unit.name, &b.service.name)));
    Ok(rows)
}

/// Somebody beside whom a result stands.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Name of the unit.
    pub name: String,
    /// The unit.
    pub unit: UnitId,
    /// What it came to.
    pub outcome: Option<Outcome>,
}

/// A group of respondents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which band: family and code.
    pub band: (&'static str, &'static str),
    /// How many, with the points of all nine.
    pub count: Count,
}

/// One service, or one unit with all of its services, in a period.
#[derive(Clone, Debug)]
pub struct ResultPage {
    /// The service; `None` for a whole unit.
    pub service: Option<Service>,
    /// The unit.
    pub unit: Unit,
    /// Every period it takes part in, the latest first.
    pub rounds: Vec<Round>,
    /// The result.
    pub result: Option<SurveyResult>,
    /// Earlier and later results, the oldest first.
    pub trend: Vec<(Round, Option<Outcome>)>,
    /// Every unit with services, in the same period; this one among them.
    pub beside: Vec<Beside>,
    /// Respondents by band.
    pub groups: Vec<Group>,
    /// Answers that look odd.
    pub batches: Vec<Batch>,
    /// May the person asking keep the service?
    pub may_manage: bool,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// One service.
    Service(ServiceId),
    /// All services of a unit and those under it.
    Unit(UnitId),
}

/// A result with everything around it.
#[crate::boxed]
pub async fn see_result(ctx: &Ctx, of: Of, asked: Option<RoundId>) -> Result<ResultPage, Failure> {
    let scope = ctx.read();
    let all = scope.services().await?;
    let (one, unit, ids) = match of {
        Of::Service(id) => {
            let service = service(&scope, ctx, Action::SurveyRead, id).await?;
            let unit = scope.unit(service.unit).await?.ok_or_else(|| not_found("unit"))?;
            (Some(service), unit, vec![id])
        }
        Of::Unit(id) => {
            let unit = scope.unit(id).await?.ok_or_else(|| not_found("unit"))?;
            permit_unit(&scope, ctx, Action::SurveyRead, id).await?;
            let under: HashSet<UnitId> = scope.units_under(id).await?.into_iter().map(|unit| unit.id).collect();
            (None, unit, all.iter().filter(|one| under.contains(&one.unit)).map(|one| one.id).collect())
        }
    };
    let places = scope.places_of(&ids).await?;
    let mut rounds = scope.rounds().await?;
    rounds.retain(|round| places.iter().any(|place| place.round == round.id));
    let round = choose(ctx, &rounds, asked)?;
    let tallies = scope.survey_tallies(&ids, None).await?;
    let tally_in = |round: &Round| Tally::sum(tallies.iter().filter(|((of, _), _)| *of == round.id).map(|(_, t)| t));
    let trend = rounds.iter().rev().map(|round| (round.clone(), Outcome::of(&tally_in(round), round.weight))).collect();
    let result = round.map(|round| {
        let population = places.iter().filter(|place| place.round == round.id).map(|place| u64::from(place.population));
        SurveyResult::of(round.clone(), tally_in(&round), population.sum())
    });
    let beside = match &result {
        Some(result) => beside(&scope, &all, &result.round).await?,
        None => Vec::new(),
    };
    let batches = match (&result, &one) {
        (Some(result), Some(service)) => scope.survey_batches(result.round.id, service.id).await?,
        _ => Vec::new(),
    };
    let groups = result.as_ref().map(|result| groups(&result.tally)).unwrap_or_default();
    let may_manage = permit_unit(&scope, ctx, Action::SurveyManage, unit.id).await.is_ok();
    Ok(ResultPage { service: one, unit, rounds, result, trend, beside, groups, batches, may_manage })
}

/// Every unit with services, by its own services together.
async fn beside(scope: &Scope, all: &[Service], round: &Round) -> Result<Vec<Beside>, Failure> {
    let ids: Vec<ServiceId> = all.iter().map(|service| service.id).collect();
    let tallies = scope.survey_tallies(&ids, Some(round.id)).await?;
    let mut by_unit: BTreeMap<UnitId, Tally> = BTreeMap::new();
    for ((_, id), tally) in &tallies {
        if let Some(service) = all.iter().find(|service| service.id == *id) {
            by_unit.entry(service.unit).or_default().add(tally);
        }
    }
    let names: HashMap<UnitId, String> = scope.units().await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let mut beside: Vec<Beside> = by_unit
        .into_iter()
        .map(|(unit, tally)| Beside {
            name: names.get(&unit).cloned().unwrap_or_default(),
            unit,
            outcome: Outcome::of(&tally, round.weight),
        })
        .collect();
    beside.sort_by_key(|one| (std::cmp::Reverse(one.outcome.as_ref().map(|outcome| outcome.ikm)), one.name.clone()));
    Ok(beside)
}

/// Respondents by band, in the order of the form.
pub(super) fn groups(tally: &Tally) -> Vec<Group> {
    Profile::fields()
        .into_iter()
        .flat_map(|(family, _, choices)| {
            choices.into_iter().filter_map(move |(code, _)| {
                let count = *tally.0.get(&format!("{family}.{code}"))?;
                Some(Group { band: (family, code), count })
            })
        })
        .collect()
}

/// A service for somebody who types in paper: with the periods that still take it.
#[crate::boxed]
pub async fn see_entry(ctx: &Ctx, id: ServiceId) -> Result<(Service, Vec<Round>), Failure> {
    let scope = ctx.read();
    let service = service(&scope, ctx, Action::SurveyEnter, id).await?;
    let places = scope.places_of(&[id]).await?;
    let takes =
        |round: &Round| round.takes(ctx.today(), true).is_ok() && places.iter().any(|place| place.round == round.id);
    Ok((service, scope.rounds().await?.into_iter().filter(takes).collect()))
}

/// A service for whoever keeps it.
#[crate::boxed]
pub async fn see_service(ctx: &Ctx, id: ServiceId) -> Result<Service, Failure> {
    service(&ctx.read(), ctx, Action::SurveyManage, id).await
}

/// What people wrote about a service in a period, the latest first.
pub struct WordsPage {
    /// The service.
    pub service: Service,
    /// The period.
    pub round: Round,
    /// Answers with words.
    pub said: Page<Said>,
    /// Answers that look odd.
    pub batches: Vec<Batch>,
}

/// Complaints and suggestions, and answers that look odd.
#[crate::boxed]
pub async fn see_words(ctx: &Ctx, id: ServiceId, round: RoundId, page: u32) -> Result<WordsPage, Failure> {
    let scope = ctx.read();
    let service = service(&scope, ctx, Action::SurveyRead, id).await?;
    let (round, _) = super::load::place(&scope, round, id).await?;
    let said = scope.survey_words(round.id, id, PageOf { page, per_page: PER_PAGE }).await?;
    let batches = scope.survey_batches(round.id, id).await?;
    Ok(WordsPage { service, round, said, batches })
}
