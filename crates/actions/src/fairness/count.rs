//! *A period's ratings are worked through* beside the requests, and what comes out is kept as a version: the same ratings give
//! the same version, and nothing is written twice.

use super::{
    agreement::agreement,
    gather::{Inputs, Voices, gather},
    group::{codes, groups},
    reckon::reckon,
};
use crate::{
    Failure,
    failure::not_found,
    job::part::{Progress, Run},
};
use domain::{
    assessment::Rating,
    evaluation::{Evaluation, Period, Predikat, distribution::distribution},
    evidence::Evidence,
    fairness::{
        Figures, Flag,
        ground::{Ground, grounds},
        report::{Objections, Report, UnitSpread},
        rounded,
    },
    ids::{EmployeeId, EvaluationId, PeriodId, SkpId, UnitId},
    objection::Objection,
    permissions::Action,
    plan::Skp,
    progress::Entry,
};
use measure::numeric::order::variance;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use store::{Person, Scope, Snapshot};

/// Counts up whenever the same ratings give other figures, so that they are worked out anew.
const EDITION: u32 = 1;

/// What the job says it did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Ratings worked through.
    pub ratings: u32,
    /// The version that holds now.
    pub version: u32,
    /// Had anything changed since the one before?
    pub new: bool,
}

/// Everything the report is made of.
struct Material {
    inputs: Inputs,
    results: Vec<Evaluation>,
    objections: Vec<Objection>,
    people: Vec<Person>,
    grounds: Vec<(Ground, u32)>,
    units: Vec<UnitSpread>,
}

pub(crate) async fn step(run: &Run, id: PeriodId) -> Result<(), Failure> {
    // What happens overnight nobody asked for.
    if run.job.account.is_some() {
        run.ctx.permit(Action::FairnessCount)?;
    }
    let scope = run.ctx.read();
    let period = scope.period(id).await?.ok_or_else(|| not_found("period"))?;
    let material = material(run, &scope, &period).await?;
    let digest = digest(&material, period.last_day());
    let before = scope.fairness(id).await?;
    let ratings = material.inputs.ratings();
    let next = |version, new| -> Result<Progress, Failure> {
        let mut next = run.progress();
        (next.total, next.done, next.ended) = (1, 1, true);
        next.result = serde_json::to_string(&Counted { ratings, version, new })?;
        Ok(next)
    };
    if let Some(same) = before.as_ref().filter(|before| before.digest == digest) {
        let next = next(same.version, false)?;
        return run
            .part(move |_| {
                let next = next.clone();
                async move { Ok(next) }
            })
            .await;
    }
    let version = before.map_or(1, |before| before.version + 1);
    let seed = id.0.as_u64_pair().1;
    let last = period.last_day();
    let (report, figures) = tokio::task::spawn_blocking(move || made(&material, seed, last))
        .await
        .map_err(|error| Failure::Internal(format!("working ratings through: {error}")))?;
    let (at, by) = (run.ctx.at, run.job.by);
    let snapshot = Snapshot { period: id, version, digest, report, at, by, published_at: None };
    let next = next(version, true)?;
    run.part(move |work| {
        let (snapshot, figures, next) = (snapshot.clone(), figures.clone(), next.clone());
        async move {
            work.insert_fairness(&snapshot, &figures).await?;
            work.journal("fairness", snapshot.period, None, Some(&snapshot.digest)).await?;
            Ok(next)
        }
    })
    .await
}

async fn material(run: &Run, scope: &Scope, period: &Period) -> Result<Material, Failure> {
    let inputs = gather(scope, period, &Voices::Sent).await?;
    let results = scope.evaluations_of_period(period.id).await?;
    let ids: Vec<EvaluationId> = results.iter().map(|one| one.id).collect();
    let mut objections = scope.objections_against(&ids).await?;
    objections.extend(scope.objections_behind(&ids).await?);
    let people: Vec<EmployeeId> = inputs.plans.iter().map(|skp| skp.employee).collect();
    let people = scope.people_on(&people, period.last_day()).await?;
    let grounds = highest(scope, period, &inputs).await?;
    let units = spreads(run, scope, period, &results, &inputs.plans).await?;
    Ok(Material { inputs, results, objections, people, grounds, units })
}

/// What the highest ratings rest on.
async fn highest(scope: &Scope, period: &Period, inputs: &Inputs) -> Result<Vec<(Ground, u32)>, Failure> {
    let rated: Vec<SkpId> = inputs.assessments.iter().map(|one| one.skp).collect();
    let mut entries: HashMap<SkpId, Vec<Entry>> = HashMap::new();
    for entry in scope.entries_of(&rated).await?.into_iter().filter(|entry| period.dates.contains(entry.on)) {
        entries.entry(entry.skp).or_default().push(entry);
    }
    let mut evidence: HashMap<SkpId, Vec<Evidence>> = HashMap::new();
    for piece in scope.evidence_of(&rated).await? {
        evidence.entry(piece.skp).or_default().push(piece);
    }
    let plans: HashMap<SkpId, &Skp> = inputs.plans.iter().map(|skp| (skp.id, skp)).collect();
    let mut counts: BTreeMap<Ground, u32> = BTreeMap::new();
    for assessment in &inputs.assessments {
        let Some(skp) = plans.get(&assessment.skp) else { continue };
        let reports: &[Entry] = entries.get(&skp.id).map_or(&[], Vec::as_slice);
        let pieces: &[Evidence] = evidence.get(&skp.id).map_or(&[], Vec::as_slice);
        let found = grounds(skp, &assessment.answers, reports, pieces);
        for one in found.iter().filter(|one| one.rating == Rating::Diatas) {
            *counts.entry(one.ground).or_default() += 1;
        }
    }
    Ok(counts.into_iter().collect())
}

/// Predicates of each unit beside what it achieved.
async fn spreads(
    run: &Run,
    scope: &Scope,
    period: &Period,
    results: &[Evaluation],
    plans: &[Skp],
) -> Result<Vec<UnitSpread>, Failure> {
    let policy = run.ctx.policy(period.last_day())?;
    let unit_of: HashMap<SkpId, UnitId> = plans.iter().map(|skp| (skp.id, skp.unit)).collect();
    let mut by_unit: BTreeMap<UnitId, Vec<Predikat>> = BTreeMap::new();
    for one in results {
        if let (Some(unit), Some(predikat)) = (unit_of.get(&one.skp), one.predikat) {
            by_unit.entry(*unit).or_default().push(predikat);
        }
    }
    let capaian: HashMap<UnitId, _> =
        scope.achievements(period.id).await?.into_iter().map(|one| (one.unit, one.capaian)).collect();
    let names: HashMap<UnitId, String> = scope.units().await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let mut found: Vec<UnitSpread> = by_unit
        .into_iter()
        .map(|(unit, predicates)| {
            let capaian = capaian.get(&unit).copied();
            let spread = distribution(&predicates, capaian, &policy);
            let name = names.get(&unit).cloned().unwrap_or_default();
            UnitSpread { unit, name, counts: spread.counts, capaian, warnings: spread.warnings }
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn digest(material: &Material, last: chrono::NaiveDate) -> String {
    use sha2::{Digest, Sha256};
    use std::fmt::Write as _;
    let mut hash = Sha256::new();
    hash.update(EDITION.to_be_bytes());
    hash.update(material.inputs.digest());
    let mut of_groups: Vec<String> =
        material.people.iter().map(|one| format!("{}{:?};", one.employee.id, codes(one, last))).collect();
    of_groups.sort_unstable();
    hash.update(of_groups.concat());
    for one in &material.results {
        hash.update(format!("{}{:?};", one.id, one.predikat));
    }
    for one in &material.objections {
        hash.update(format!("{}{};", one.id, one.ruling.is_some()));
    }
    hash.update(format!("{:?}{:?}", material.grounds, material.units));
    let mut text = String::new();
    for byte in hash.finalize() {
        // Writing into a String does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn made(material: &Material, seed: u64, last: chrono::NaiveDate) -> (Report, Figures) {
    let figures = reckon(&material.inputs.rows);
    let (groups, small) = groups(&figures.ratees, &material.results, &material.people, last);
    let estimated = figures.raters.iter().filter(|one| one.milder.is_some());
    // Steps of the law's scale and of the scheme's are not one measure.
    let known = estimated.clone().filter(|one| one.by_law());
    let known: Vec<f64> = known.filter_map(|one| Some(one.milder?.value.0 as f64 / 10_000.0)).collect();
    let mut bands = [0; 5];
    for milder in &known {
        bands[[-0.5, -0.25, 0.25, 0.5].iter().filter(|edge| milder >= edge).count()] += 1;
    }
    let mut spread = [0; 5];
    let mut classes = [0; 3];
    for (sum, n) in material.units.iter().flat_map(|unit| unit.counts.into_iter().enumerate()) {
        spread[sum] += n;
    }
    for (sum, n) in figures.raters.iter().flat_map(|one| one.classes.into_iter().enumerate()) {
        classes[sum] += n;
    }
    let flagged = |flag: &Flag| figures.raters.iter().filter(|one| one.flags().contains(flag)).count() as u32;
    let decided = material.objections.iter().filter(|one| one.ruling.is_some());
    let changed = decided.clone().filter(|one| one.changed.is_some()).count() as u32;
    let report = Report {
        people: figures.ratees.len() as u32,
        raters: figures.raters.len() as u32,
        ratings: material.inputs.ratings(),
        by_law: figures.raters.iter().filter(|one| one.by_law()).count() as u32,
        estimated: estimated.count() as u32,
        subsets: figures.subsets,
        classes,
        severity: variance(&known).map(|variance| rounded(variance.sqrt())),
        bands,
        agreement: agreement(&material.inputs, seed),
        flags: Flag::ALL.into_iter().map(|flag| (flag, flagged(&flag))).collect(),
        grounds: material.grounds.clone(),
        groups,
        small,
        spread,
        units: material.units.clone(),
        objections: Objections {
            filed: material.objections.len() as u32,
            upheld: decided.count() as u32 - changed,
            changed,
        },
    };
    (report, figures)
}
