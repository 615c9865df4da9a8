//! *The personnel office tries a draft of the rules* on what was said and measured in a period: who would move, and why,
//! before anyone adopts it. Nothing is saved; no result changes.

use crate::{Ctx, Failure, failure::not_found};
use domain::{
    evaluation::{Period, Rhythm},
    ids::{EmployeeId, EvaluationId, PeriodId, PostId, SkpId},
    permissions::Action,
    policy::Library,
    scheme::{
        Scheme,
        nomination::Saved as SavedSheet,
        simulate::{Saved, Simulation, simulate as run},
    },
};
use std::collections::{BTreeMap, HashMap};

/// A draft beside the rules in force.
pub struct Trial {
    /// The period it was tried on.
    pub period: Period,
    /// The rules in force.
    pub scheme: Scheme,
    /// The draft.
    pub draft: Scheme,
    /// What it would do.
    pub simulation: Simulation,
    /// Names of those it names.
    pub names: BTreeMap<EmployeeId, String>,
}

/// Periods a draft can be tried on: those of the last years in which the scheme asks for its criteria, the latest first.
#[crate::boxed]
pub async fn periods(ctx: &Ctx) -> Result<Vec<Period>, Failure> {
    ctx.permit(Action::PolicySimulate)?;
    let (scope, year) = (ctx.read(), chrono::Datelike::year(&ctx.today()));
    let mut found = Vec::new();
    for year in (year - YEARS..=year).rev() {
        let mut of_year = scope.periods(year).await?;
        of_year.retain(|period| {
            period.opened_at.is_some() && matches!(period.rhythm, Rhythm::Semesteran | Rhythm::Tahunan)
        });
        of_year.sort_by_key(|period| std::cmp::Reverse((period.dates.until, period.rhythm == Rhythm::Tahunan)));
        found.append(&mut of_year);
    }
    Ok(found)
}

/// How far back a draft is tried.
const YEARS: i32 = 2;

/// Tries the agency's scheme as it stands in `draft` on a period.
#[crate::boxed]
pub async fn simulate(ctx: &Ctx, period: PeriodId, draft: &Library) -> Result<Trial, Failure> {
    ctx.permit(Action::PolicySimulate)?;
    let scope = ctx.read();
    let period = scope.period(period).await?.ok_or_else(|| not_found("period"))?;
    let scheme = ctx.policy(period.last_day())?.appraisal.clone();
    let draft = draft.in_force(&ctx.agency.scheme, period.last_day())?.appraisal;
    let evaluations = scope.evaluations_of_period(period.id).await?;
    let ids: Vec<SkpId> = evaluations.iter().map(|evaluation| evaluation.skp).collect();
    let posts: HashMap<SkpId, PostId> = scope.skps(&ids).await?.into_iter().map(|skp| (skp.id, skp.post)).collect();
    let mut sheets = HashMap::<SkpId, Vec<SavedSheet>>::new();
    for saved in scope.sheets_among(period.id, &ids).await? {
        sheets.entry(saved.skp).or_default().push(saved);
    }
    let mut held: Vec<PostId> = posts.values().copied().collect();
    held.sort_unstable();
    held.dedup();
    let mut required = HashMap::<PostId, BTreeMap<String, u8>>::new();
    for one in scope.standards_among(&held).await? {
        required.entry(one.post).or_default().insert(one.criterion, one.level);
    }
    let signed: Vec<EvaluationId> = evaluations.iter().map(|evaluation| evaluation.id).collect();
    let mut gauged = scope.feed_gauges(&signed).await?;
    let people: Vec<Saved> = evaluations
        .into_iter()
        .map(|evaluation| {
            let of_post = posts.get(&evaluation.skp).and_then(|post| required.get(post));
            let sent = sheets.remove(&evaluation.skp).unwrap_or_default();
            let measured = gauged.remove(&evaluation.id).unwrap_or_default().into_iter();
            Saved {
                employee: evaluation.employee,
                sheets: sent.into_iter().filter(|saved| saved.sent_at.is_some()).map(|saved| saved.sheet).collect(),
                measures: measured.filter_map(|gauge| Some((gauge.criterion()?.to_owned(), gauge.amount?))).collect(),
                required: of_post.cloned().unwrap_or_default(),
                predikat: evaluation.predikat,
                result: evaluation.scheme,
            }
        })
        .collect();
    let simulation = run(&scheme, &draft, &people);
    let named: Vec<EmployeeId> = simulation
        .moves
        .iter()
        .map(|one| one.employee)
        .chain(simulation.refused.iter().map(|(employee, _)| *employee))
        .collect();
    let names = scope.employees(&named).await?.into_iter().map(|employee| (employee.id, employee.name)).collect();
    Ok(Trial { period, scheme, draft, simulation, names })
}
