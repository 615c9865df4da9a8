//! *Anybody reads the agency's results* of closed periods. What is too small to be anonymous is not shown (R26).

use super::{
    answer::agency_named,
    result::SurveyResult,
    see::{Group, groups},
};
use crate::{App, Ctx, Failure, failure::not_found};
use domain::{
    ids::RoundId,
    people::Agency,
    survey::{Profile, Round, Service, Tally, guard::shown},
};
use std::{collections::HashMap, sync::Arc};

/// One service, published.
#[derive(Clone, Debug)]
pub struct Published {
    /// The service.
    pub service: Service,
    /// Name of its unit.
    pub unit: String,
    /// The result; `None` when too few answered.
    pub result: Option<SurveyResult>,
}

/// What an agency publishes.
pub struct Publication {
    /// The agency.
    pub agency: Arc<Agency>,
    /// Periods that are closed, the latest first.
    pub rounds: Vec<Round>,
    /// All services together, in the period shown; `None` when none is closed or too few answered.
    pub whole: Option<SurveyResult>,
    /// The period shown.
    pub round: Option<Round>,
    /// Services that took part.
    pub services: Vec<Published>,
    /// Respondents by band; `None` for a group too small.
    pub groups: Vec<(Group, bool)>,
}

/// Results of a closed period, the latest if none is asked for.
#[crate::boxed]
pub async fn publication(app: &App, agency: &str, asked: Option<RoundId>) -> Result<Publication, Failure> {
    let agency = agency_named(app, agency).await?;
    let scope = Ctx::by_itself(app, &agency).read();
    let mut rounds = scope.rounds().await?;
    rounds.retain(|round| round.closed_at.is_some());
    let round = match asked {
        Some(id) => Some(rounds.iter().find(|round| round.id == id).ok_or_else(|| not_found("survey round"))?),
        None => rounds.first(),
    };
    let Some(round) = round.cloned() else {
        let (whole, services, groups) = (None, Vec::new(), Vec::new());
        return Ok(Publication { agency, rounds, whole, round: None, services, groups });
    };
    let places = scope.places(round.id).await?;
    let names: HashMap<_, _> = scope.units().await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let ids: Vec<_> = places.iter().map(|place| place.service).collect();
    let mut tallies = scope.survey_tallies(&ids, Some(round.id)).await?;
    let sum = Tally::sum(tallies.values());
    let smallest = u64::from(round.smallest);
    let mut services: Vec<Published> = scope
        .services()
        .await?
        .into_iter()
        .filter_map(|service| {
            let place = places.iter().find(|place| place.service == service.id)?;
            let tally = tallies.remove(&(round.id, service.id)).unwrap_or_default();
            let result = SurveyResult::of(round.clone(), tally, u64::from(place.population));
            let unit = names.get(&service.unit).cloned().unwrap_or_default();
            Some(Published { service, unit, result: Some(result) })
        })
        .collect();
    let sizes: Vec<u64> = services.iter().map(|one| one.result.as_ref().map_or(0, SurveyResult::respondents)).collect();
    for (one, shown) in services.iter_mut().zip(shown(&sizes, smallest)) {
        one.result = one.result.take().filter(|result| shown && result.outcome.is_some());
    }
    services.sort_by(|a, b| (&a.unit, &a.service.name).cmp(&(&b.unit, &b.service.name)));
    let population = places.iter().map(|place| u64::from(place.population)).sum();
    let whole = Some(SurveyResult::of(round.clone(), sum.clone(), population));
    let whole = whole.filter(|result| result.respondents() >= smallest);
    let groups = if whole.is_some() { published_groups(&sum, smallest) } else { Vec::new() };
    Ok(Publication { agency, rounds, whole, round: Some(round), services, groups })
}

/// Bands with whether each may be shown; those who said nothing count as a group of their own.
fn published_groups(tally: &Tally, smallest: u64) -> Vec<(Group, bool)> {
    let all = groups(tally);
    Profile::fields()
        .into_iter()
        .flat_map(|(family, ..)| {
            let of: Vec<Group> = all.iter().filter(|group| group.band.0 == family).cloned().collect();
            let said: u64 = of.iter().map(|group| group.count.n).sum();
            let silent = tally.respondents() - said;
            let sizes: Vec<u64> = of.iter().map(|group| group.count.n).chain([silent]).collect();
            of.into_iter().zip(shown(&sizes, smallest))
        })
        .collect()
}
