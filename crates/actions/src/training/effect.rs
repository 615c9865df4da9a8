//! *The office sees what a programme brought about* (R19): how the competences it builds, and the indicators measured beside them,
//! moved for those who followed it, beside people who began at the same level and did not. A comparison with an interval; no proof, and nothing about anybody alone.

use crate::{Ctx, Failure};
use domain::{
    evaluation::{Period, Rhythm},
    ids::{EmployeeId, PeriodId},
    scheme::criterion::Reads,
    training::{Program, Record},
};
use measure::effect::{Moved, matched};
use std::collections::{BTreeMap, BTreeSet};
use store::{Scope, Scored};

/// Fewest people on either side of a comparison (certainty: assumption; fewer would speak of single people).
pub const LEAST: usize = 5;
/// Drawn again so often.
const DRAWS: usize = 1_000;
/// Confidence.
const LEVEL: f64 = 0.95;
/// The same on every machine.
const SEED: u64 = 20_261_123;

/// What came of one competence, or of one measured indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The criterion, by code.
    pub criterion: String,
    /// Its name.
    pub name: String,
    /// People who followed the programme and have a level before and after.
    pub took_part: u32,
    /// People they are compared with.
    pub compared: u32,
    /// Mean level before and after of those who took part, in hundredths; `None` with too few.
    pub own: Option<(i64, i64)>,
    /// How much farther they moved than comparable people, in hundredths, with its interval; `None` with too few.
    pub beside: Option<(i64, Option<(i64, i64)>)>,
}

/// Of each competence a programme builds, then of each indicator the scheme measures of a person.
pub(super) async fn effect_of(scope: &Scope, ctx: &Ctx, program: &Program) -> Result<Vec<Effect>, Failure> {
    let records: Vec<Record> =
        scope.training_records_of(program.id).await?.into_iter().filter(Record::counts).collect();
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let scheme = ctx.policy(ctx.today())?.appraisal.clone();
    let years: BTreeSet<i32> = records.iter().map(Record::year).collect();
    let mut results: BTreeMap<PeriodId, BTreeMap<EmployeeId, Scored>> = BTreeMap::new();
    let mut annual: BTreeMap<i32, Period> = BTreeMap::new();
    for year in years.iter().flat_map(|year| [year - 1, *year]) {
        if annual.contains_key(&year) {
            continue;
        }
        let found = scope.periods(year).await?.into_iter().find(|one| one.rhythm == Rhythm::Tahunan);
        if let Some(period) = found.filter(|period| period.closed_at.is_some()) {
            let scored = scope.scored_in(period.id).await?.into_iter().map(|one| (one.employee, one)).collect();
            results.insert(period.id, scored);
            annual.insert(year, period);
        }
    }
    let of_year = |year: i32| annual.get(&year).and_then(|period| results.get(&period.id));
    let level = |scored: &Scored, criterion: &str| scored.scheme.as_ref()?.criterion(criterion)?.level;
    let mut effects = Vec::new();
    let measured = scheme.criteria().iter().filter(|one| matches!(one.reads, Reads::Indicator(_)));
    let codes = program.builds.iter().map(|build| &build.criterion).chain(measured.map(|one| &one.code));
    for code in codes {
        let (mut units, mut own) = (Vec::new(), Vec::new());
        for year in &years {
            let took: BTreeSet<EmployeeId> =
                records.iter().filter(|record| record.year() == *year).map(|record| record.employee).collect();
            let (Some(before), Some(after)) = (of_year(year - 1), of_year(*year)) else { continue };
            for (employee, first) in before {
                let was = level(first, code);
                let is = after.get(employee).and_then(|second| level(second, code));
                let (Some(was), Some(is)) = (was, is) else { continue };
                let took_part = took.contains(employee);
                if took_part {
                    own.push((was, is));
                }
                // Compared are people of the same year who began at the same level, to the whole level.
                let stratum = (*year as u32) * 100 + ((was + 50) / 100) as u32;
                units.push(Moved { stratum, took_part, change: (is - was) as f64 });
            }
        }
        let n = own.len() as i64;
        let mean = |pick: fn(&(i64, i64)) -> i64| own.iter().map(pick).sum::<i64>() / n.max(1);
        let beside = matched(&units, DRAWS, LEVEL, SEED, LEAST).ok();
        let name = scheme.criterion(code).map_or_else(|| code.clone(), |one| one.name.clone());
        effects.push(Effect {
            criterion: code.clone(),
            name,
            took_part: n as u32,
            compared: beside.map_or(0, |found| found.compared as u32),
            own: (n as usize >= LEAST).then(|| (mean(|pair| pair.0), mean(|pair| pair.1))),
            beside: beside.map(|found| {
                let whole = |value: f64| value.round() as i64;
                (whole(found.effect), found.interval.map(|interval| (whole(interval.low), whole(interval.high))))
            }),
        });
    }
    Ok(effects)
}
