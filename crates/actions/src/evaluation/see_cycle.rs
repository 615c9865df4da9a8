//! *The personnel office sees the year*: periods, what is complete, what is late, unit by unit.

use crate::{Ctx, Failure};
use domain::{
    assessment::RaterRole,
    evaluation::{Period, UnitAchievement},
    ids::{EmployeeId, PeriodId, SkpId, UnitId},
    people::Unit,
    permissions::Action,
    plan::{
        Skp,
        workflow::{State, state},
    },
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// One unit's completeness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// People who should have a plan.
    pub people: usize,
    /// Plans by state; people without one are not in it.
    pub plans_set: usize,
    /// Signed, waiting for the rater.
    pub plans_waiting: usize,
    /// In draft or returned.
    pub plans_draft: usize,
    /// Self-assessments sent, in the chosen period.
    pub self_assessed: usize,
    /// Supervisor's ratings sent.
    pub rated: usize,
    /// Results signed.
    pub evaluated: usize,
    /// Results signed for.
    pub acknowledged: usize,
}

/// The year.
pub struct CyclePage {
    /// The year.
    pub year: i32,
    /// Its periods, in order.
    pub periods: Vec<Period>,
    /// The chosen period.
    pub chosen: Option<Period>,
    /// Units with their own people's completeness, in tree order with depth.
    pub units: Vec<(Unit, usize, Completeness)>,
    /// All together.
    pub total: Completeness,
    /// Units' achievements in the chosen period.
    pub achievements: Vec<UnitAchievement>,
}

/// The year, and one period of it more closely.
#[crate::boxed]
pub async fn see_cycle(ctx: &Ctx, year: i32, chosen: Option<PeriodId>) -> Result<CyclePage, Failure> {
    ctx.permit(Action::CycleRead)?;
    let scope = ctx.read();
    let mut periods = scope.periods(year).await?;
    periods.sort_by_key(|period| (period.rhythm.per_year(), period.number));
    let chosen = periods
        .iter()
        .find(|period| Some(period.id) == chosen)
        .or_else(|| periods.iter().find(|period| period.opened_at.is_some() && period.closed_at.is_none()))
        .cloned();
    let day = crate::plan::see_matrix::day_in(ctx, year);
    let people: Vec<_> = scope.everyone(day).await?.into_iter().filter(|person| person.line.is_some()).collect();
    let ids: Vec<_> = people.iter().map(|person| person.employee.id).collect();
    let plans = scope.skps_of_year_for(&ids, year).await?;
    let (assessments, evaluations, achievements) = match &chosen {
        Some(period) => (
            scope.assessments_of_period(period.id).await?,
            scope.evaluations_of_period(period.id).await?,
            scope.achievements(period.id).await?,
        ),
        None => Default::default(),
    };
    let mut latest: HashMap<EmployeeId, &Skp> = HashMap::with_capacity(plans.len());
    for skp in &plans {
        let kept = latest.entry(skp.employee).or_insert(skp);
        if skp.dates.from > kept.dates.from {
            *kept = skp;
        }
    }
    let sent: HashSet<(SkpId, RaterRole)> =
        assessments.iter().filter(|a| a.sent_at.is_some()).map(|a| (a.skp, a.role)).collect();
    let results: HashMap<SkpId, bool> = evaluations.iter().map(|e| (e.skp, e.acknowledged_at.is_some())).collect();
    let mut by_unit: BTreeMap<UnitId, Completeness> = BTreeMap::new();
    for person in &people {
        let Some(unit) = person.unit.as_ref() else { continue };
        let counts = by_unit.entry(unit.id).or_default();
        counts.people += 1;
        let Some(skp) = latest.get(&person.employee.id) else { continue };
        match state(&skp.milestones) {
            State::Ditetapkan | State::Klarifikasi | State::Dievaluasi => counts.plans_set += 1,
            State::Ditandatangani => counts.plans_waiting += 1,
            State::Draf | State::Dikembalikan | State::Digantikan => counts.plans_draft += 1,
        }
        counts.self_assessed += usize::from(sent.contains(&(skp.id, RaterRole::Diri)));
        counts.rated += usize::from(sent.contains(&(skp.id, RaterRole::Penilai)));
        counts.evaluated += usize::from(results.contains_key(&skp.id));
        counts.acknowledged += usize::from(results.get(&skp.id) == Some(&true));
    }
    let mut total = Completeness::default();
    for counts in by_unit.values() {
        total.people += counts.people;
        total.plans_set += counts.plans_set;
        total.plans_waiting += counts.plans_waiting;
        total.plans_draft += counts.plans_draft;
        total.self_assessed += counts.self_assessed;
        total.rated += counts.rated;
        total.evaluated += counts.evaluated;
        total.acknowledged += counts.acknowledged;
    }
    let mut units = Vec::new();
    let all = scope.units().await?;
    walk(&all, None, 0, &mut by_unit, &mut units);
    Ok(CyclePage { year, periods, chosen, units, total, achievements })
}

fn walk(
    all: &[Unit],
    parent: Option<UnitId>,
    depth: usize,
    counts: &mut BTreeMap<UnitId, Completeness>,
    out: &mut Vec<(Unit, usize, Completeness)>,
) {
    let mut children: Vec<&Unit> = all.iter().filter(|unit| unit.parent == parent).collect();
    children.sort_by(|a, b| a.code.cmp(&b.code));
    for unit in children {
        out.push((unit.clone(), depth, counts.remove(&unit.id).unwrap_or_default()));
        walk(all, Some(unit.id), depth + 1, counts, out);
    }
}
