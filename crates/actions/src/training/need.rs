//! *The office sees what the agency needs*: who is short of what, ranked, and how far a budget reaches. What nobody knows is
//! counted apart, and is neither a need nor the absence of one.

use crate::{Ctx, Failure, development::profile::of_period, failure::not_found};
use domain::{
    development::profile::Standing,
    evaluation::{Period, Predikat, Rhythm},
    ids::{EmployeeId, TrainingId, UnitId},
    people::Unit,
    permissions::Action,
    training::{
        Program,
        need::{Analysis, Need, analyse},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Results of which year; the latest closed one.
    pub year: Option<i32>,
    /// Money, in rupiah.
    pub budget: Option<i64>,
    /// In a unit and those below it; everywhere without one.
    pub unit: Option<UnitId>,
}

/// What the agency needs.
pub struct NeedPage {
    /// What was asked for.
    pub asked: Asked,
    /// The period whose results were looked at; `None` while no year is closed.
    pub period: Option<Period>,
    /// The analysis.
    pub analysis: Analysis,
    /// Names of criteria, by code.
    pub criteria: BTreeMap<String, String>,
    /// Programmes it names.
    pub programs: BTreeMap<TrainingId, Program>,
    /// Names of the people it lists.
    pub people: BTreeMap<EmployeeId, (String, String)>,
    /// People with a result.
    pub known: u32,
    /// People without a result in the period: nothing is known of them.
    pub without: u32,
    /// Competences nobody has rated although the post asks for them.
    pub unrated: u32,
    /// Competences that are rated and for which no standard is known.
    pub no_standard: u32,
    /// People at *butuh perbaikan* or lower: a gap of performance, which a course alone does not close.
    pub performance: u32,
    /// Units to choose from.
    pub units: Vec<Unit>,
}

/// Looks over the agency.
#[crate::boxed]
pub async fn see(ctx: &Ctx, asked: Asked) -> Result<NeedPage, Failure> {
    ctx.permit(Action::TrainingAnalyse)?;
    let scope = ctx.read();
    let units = scope.units().await?;
    let within: Option<BTreeSet<UnitId>> = match asked.unit {
        Some(unit) => {
            let below = scope.units_under(unit).await?;
            if below.is_empty() {
                return Err(not_found("unit"));
            }
            Some(below.into_iter().map(|unit| unit.id).collect())
        }
        None => None,
    };
    let this = chrono::Datelike::year(&ctx.today());
    let mut period = None;
    for year in asked.year.map_or_else(|| vec![this, this - 1, this - 2], |year| vec![year]) {
        let annual = |one: &Period| one.rhythm == Rhythm::Tahunan && one.closed_at.is_some();
        period = scope.periods(year).await?.into_iter().find(annual);
        if period.is_some() {
            break;
        }
    }
    let mut page = NeedPage {
        asked: Asked { year: period.as_ref().map(|period| period.year).or(asked.year), ..asked },
        analysis: Analysis::default(),
        criteria: BTreeMap::new(),
        programs: BTreeMap::new(),
        people: BTreeMap::new(),
        known: 0,
        without: 0,
        unrated: 0,
        no_standard: 0,
        performance: 0,
        period: None,
        units,
    };
    let Some(period) = period else { return Ok(page) };
    let agency = of_period(&scope, ctx, &period).await?;
    let inside = |unit: Option<UnitId>| match (&within, unit) {
        (None, _) => true,
        (Some(within), Some(unit)) => within.contains(&unit),
        (Some(_), None) => false,
    };
    let mut needs = Vec::new();
    for (employee, one) in &agency.known {
        let unit = one.person.post.as_ref().map(|post| post.unit);
        if !inside(unit) {
            continue;
        }
        page.known += 1;
        page.performance += u32::from(one.predikat.is_some_and(|predikat| predikat <= Predikat::ButuhPerbaikan));
        for line in &one.profile.lines {
            match (line.standing, line.level, line.target) {
                (Standing::Short(short), Some(level), Some(target)) => needs.push(Need {
                    employee: *employee,
                    unit: unit.unwrap_or(UnitId(uuid::Uuid::nil())),
                    criterion: line.criterion.clone(),
                    level,
                    target,
                    short,
                }),
                (Standing::Unrated, ..) => page.unrated += 1,
                (Standing::NoStandard, ..) => page.no_standard += 1,
                _ => {}
            }
        }
    }
    let rated = agency.silent.iter().filter(|person| person.line.is_some());
    page.without = rated.filter(|person| inside(person.post.as_ref().map(|post| post.unit))).count() as u32;
    let programs = scope.training_programs().await?;
    page.analysis = analyse(needs, &programs, asked.budget);
    let named: BTreeSet<TrainingId> = page.analysis.lines.iter().filter_map(|line| line.program).collect();
    page.programs = programs.into_iter().filter(|one| named.contains(&one.id)).map(|one| (one.id, one)).collect();
    page.criteria = agency.scheme.criteria().iter().map(|one| (one.code.clone(), one.name.clone())).collect();
    for need in page.analysis.lines.iter().flat_map(|line| &line.first) {
        if let Some(one) = agency.known.get(&need.employee) {
            let unit = one.person.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
            page.people.entry(need.employee).or_insert_with(|| (one.person.employee.name.clone(), unit));
        }
    }
    page.period = Some(period);
    Ok(page)
}
