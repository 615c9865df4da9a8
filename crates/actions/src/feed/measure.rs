//! Amounts that a result rests on, as they stand when it is signed: criteria which the scheme has measured, and indicators that
//! name a source. Frozen with the result (`save_gauges` of the store), so that later rows change nothing in it.

use super::{
    count::{Span, cells, sum},
    realise::sources,
};
use crate::Failure;
use chrono::{Datelike, NaiveDate};
use domain::{
    amount::Amount,
    decision::Arg,
    evaluation::Period,
    feed::{
        About, Cell, Gauge, Gauged, Kind, Measure, Of, Slice, Source,
        gauge::{Reading, percent_of},
        tally::month_of,
    },
    ids::{EmployeeId, SkpId, UnitId, WorkteamId},
    plan::Skp,
    policy::Policy,
    scheme::criterion::Criterion,
    survey::{Outcome, Tally},
};
use std::collections::{BTreeMap, HashMap, HashSet, hash_map::Entry};
use store::Scope;

/// Everything measured for some plans in a period.
pub(crate) async fn gauges(
    scope: &Scope,
    period: &Period,
    policy: &Policy,
    plans: &[&Skp],
) -> Result<HashMap<SkpId, Vec<Gauge>>, Failure> {
    let mut all: HashMap<SkpId, Vec<Gauge>> = HashMap::new();
    if policy.appraisal.asks_in(period.rhythm) {
        for criterion in policy.appraisal.criteria() {
            let Some(gauged) = criterion.reads.measured().and_then(|measured| measured.gauged) else { continue };
            for (skp, gauge) in of_criterion(scope, period, criterion, gauged, plans).await? {
                all.entry(skp).or_default().push(gauge);
            }
        }
    }
    let ids: Vec<SkpId> = plans.iter().map(|skp| skp.id).collect();
    let links = scope.feed_links(&ids).await?;
    if links.is_empty() {
        return Ok(all);
    }
    let sources = sources(scope).await?;
    let last = period.last_day();
    for link in links {
        let (Some(skp), Some(source)) = (plans.iter().find(|skp| skp.id == link.skp), sources.get(&link.source)) else {
            continue;
        };
        let found = skp.content.results.iter().find_map(|rhk| {
            rhk.indicators.iter().find(|one| one.id == link.indicator).map(|indicator| (rhk.id, indicator))
        });
        let Some((rhk, indicator)) = found else { continue };
        let until = last.min(skp.dates.until.unwrap_or(last));
        let (amount, n) = if source.kind == Kind::Survey {
            ikm(scope, source.unit, (skp.dates.from, until), false).await?.unzip()
        } else {
            let cells = cells(scope, &[source], &link.slice, (skp.dates.from, until)).await?;
            let tally = sum(source.kind, &cells);
            (link.measure.of(&tally, until), Some(tally.n))
        };
        let reading = Reading {
            subject: &indicator.text,
            measure: link.measure,
            source: Arg::Str(source.name.clone()),
            n: n.unwrap_or_default(),
            least: 1,
            from: skp.dates.from,
            until,
        };
        let mut gauge = Gauge::read(About::Indicator(indicator.id, rhk), reading, amount);
        if source.kind.has_rows() {
            gauge.rows = Some((source.id, link.slice.clone(), skp.dates.from, until));
        }
        all.entry(skp.id).or_default().push(gauge);
    }
    Ok(all)
}

async fn of_criterion(
    scope: &Scope,
    period: &Period,
    criterion: &Criterion,
    gauged: Gauged,
    plans: &[&Skp],
) -> Result<Vec<(SkpId, Gauge)>, Failure> {
    let until = period.last_day();
    // Days of absence add up over the year, whatever the period (PP 94/2021).
    let from = match gauged.measure {
        Measure::Absence => NaiveDate::from_ymd_opt(until.year(), 1, 1).unwrap_or(period.dates.from),
        _ => period.dates.from,
    };
    let span = (from, until);
    let (kept, names) = of_kind(scope, gauged.measure.kind()).await?;
    let mut found: Vec<(SkpId, Option<Amount>, i64, Slice)> = Vec::with_capacity(plans.len());
    match (gauged.measure.kind(), gauged.of) {
        (Kind::Survey, _) => {
            let mut by_unit: HashMap<UnitId, Option<(Amount, i64)>> = HashMap::new();
            for skp in plans {
                if let Entry::Vacant(entry) = by_unit.entry(skp.unit) {
                    entry.insert(ikm(scope, skp.unit, span, false).await?);
                }
                let (amount, n) = by_unit[&skp.unit].unzip();
                found.push((skp.id, amount, n.unwrap_or_default(), Slice::default()));
            }
        }
        (Kind::Team, _) => {
            let of_teams = team_predikat(scope, period, plans).await?;
            for skp in plans {
                let (amount, n) = of_teams.get(&skp.employee).copied().unzip();
                found.push((skp.id, amount, n.unwrap_or_default(), Slice::default()));
            }
        }
        (kind, Of::Person) if !kind.states_level() => {
            let slices: Vec<Slice> =
                plans.iter().map(|skp| Slice { employee: Some(skp.employee), ..Slice::default() }).collect();
            let ids: Vec<_> = kept.iter().map(|source| source.id).collect();
            let mut by_employee: HashMap<Option<EmployeeId>, Vec<Cell>> = HashMap::new();
            for cell in scope.feed_cells(&ids, &slices, (month_of(from), month_of(until))).await? {
                by_employee.entry(cell.slice.employee).or_default().push(cell);
            }
            for (skp, slice) in plans.iter().zip(slices) {
                let tally = sum(kind, by_employee.get(&slice.employee).map_or(&[][..], Vec::as_slice));
                found.push((skp.id, gauged.measure.of(&tally, until), tally.n, slice));
            }
        }
        (kind, of) => {
            let sources: Vec<&Source> = kept.iter().collect();
            let mut known: HashMap<Slice, (Option<Amount>, i64)> = HashMap::new();
            for skp in plans {
                let slice = match of {
                    Of::Person => Slice { employee: Some(skp.employee), ..Slice::default() },
                    _ => Slice { unit: Some(skp.unit), ..Slice::default() },
                };
                if !known.contains_key(&slice) {
                    let tally = sum(kind, &cells(scope, &sources, &slice, span).await?);
                    known.insert(slice.clone(), (gauged.measure.of(&tally, until), tally.n));
                }
                let (amount, n) = known[&slice];
                found.push((skp.id, amount, n, slice));
            }
        }
    }
    let reading = |n| Reading {
        subject: &criterion.name,
        measure: gauged.measure,
        source: names.clone(),
        n,
        least: gauged.least,
        from,
        until,
    };
    let gauge = |(skp, amount, n, slice)| {
        let mut gauge = Gauge::read(About::Criterion(criterion.code.clone()), reading(n), amount);
        if let [one] = kept.as_slice() {
            gauge.rows = Some((one.id, slice, from, until)).filter(|_| one.kind.has_rows());
        }
        (skp, gauge)
    };
    // Where the agency keeps no such source at all, there is nothing to say of it.
    Ok(found.into_iter().filter(|(_, _, n, _)| *n > 0 || !kept.is_empty()).map(gauge).collect())
}

/// Sources of a kind and their names together.
async fn of_kind(scope: &Scope, kind: Kind) -> Result<(Vec<Source>, Arg), Failure> {
    let kept: Vec<Source> =
        sources(scope).await?.into_values().filter(|source| source.kind == kind && !source.retired).collect();
    let names: Vec<&str> = kept.iter().map(|source| source.name.as_str()).collect();
    let names = if names.is_empty() { Arg::Text(kind.label()) } else { Arg::Str(names.join(", ")) };
    Ok((kept, names))
}

/// The index of the services of a unit and everything under it, and of how many answers: of the periods of the survey that ended
/// within a span, or with `running` that began in it.
pub(super) async fn ikm(
    scope: &Scope,
    unit: UnitId,
    (from, until): Span,
    running: bool,
) -> Result<Option<(Amount, i64)>, Failure> {
    let under: HashSet<UnitId> = scope.units_under(unit).await?.into_iter().map(|unit| unit.id).collect();
    let services: Vec<_> =
        scope.services().await?.into_iter().filter(|one| under.contains(&one.unit)).map(|one| one.id).collect();
    let within = |day: NaiveDate| (from..=until).contains(&day);
    let mut rounds = scope.rounds().await?;
    rounds.retain(|round| {
        let last = round.dates.until.unwrap_or(round.dates.from);
        within(last) || (running && within(round.dates.from))
    });
    let Some(latest) = rounds.iter().max_by_key(|round| round.dates.from) else { return Ok(None) };
    let tallies = scope.survey_tallies(&services, None).await?;
    let of_rounds = tallies.iter().filter(|((round, _), _)| rounds.iter().any(|one| one.id == *round));
    let outcome = Outcome::of(&Tally::sum(of_rounds.map(|(_, tally)| tally)), latest.weight);
    Ok(outcome.map(|outcome| (outcome.ikm, outcome.n as i64)))
}

/// What the teams of each employee were last found to have achieved up to the end of a period, as percent, and in how many teams;
/// of several the mean, rounded down.
async fn team_predikat(
    scope: &Scope,
    period: &Period,
    plans: &[&Skp],
) -> Result<HashMap<EmployeeId, (Amount, i64)>, Failure> {
    let people: Vec<EmployeeId> = plans.iter().map(|skp| skp.employee).collect();
    let mut parts = scope.workteam_parts(&people).await?;
    parts.retain(|member| member.worked_in(period.dates));
    let ids: Vec<WorkteamId> = parts.iter().map(|member| member.team).collect();
    let ends: BTreeMap<_, NaiveDate> =
        scope.periods(period.year).await?.into_iter().map(|one| (one.id, one.last_day())).collect();
    let mut ratings = scope.workteam_ratings(&ids).await?;
    ratings.retain(|rating| ends.get(&rating.period).is_some_and(|end| *end <= period.last_day()));
    ratings.sort_by_key(|rating| (ends.get(&rating.period).copied(), rating.id));
    let latest: HashMap<WorkteamId, Amount> =
        ratings.into_iter().map(|rating| (rating.team, percent_of(rating.predikat))).collect();
    let mut of: HashMap<EmployeeId, Vec<Amount>> = HashMap::new();
    let mut seen: HashSet<(EmployeeId, WorkteamId)> = HashSet::new();
    for member in parts.iter().filter(|member| seen.insert((member.employee, member.team))) {
        of.entry(member.employee).or_default().extend(latest.get(&member.team));
    }
    let mean = |all: &[Amount]| Amount(all.iter().map(|one| one.0).sum::<i64>() / all.len().max(1) as i64);
    Ok(of
        .into_iter()
        .filter(|(_, all)| !all.is_empty())
        .map(|(who, all)| (who, (mean(&all), all.len() as i64)))
        .collect())
}
