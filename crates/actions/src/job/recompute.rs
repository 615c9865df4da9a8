//! *The results of a closed period are worked out anew* from their rows, as these were when each was signed, and compared
//! with what was frozen: to the byte. Changes nothing; says where they differ.

use super::{
    part::{Progress, Run},
    result::{Difference, Recomputed},
};
use crate::{
    Failure,
    evaluation::conclude::{Material, gather},
    failure::not_found,
};
use domain::{
    evaluation::{
        Evaluation, Period, UnitAchievement,
        close::Outcome,
        transfer::{Carryover, carried, standing},
    },
    feed::Gauge,
    ids::{EvaluationId, PeriodId, UnitId},
    objection::{Objection, steps::changed},
    permissions::Action,
    scheme::score::CriterionScore,
};
use std::collections::HashMap;
use store::Scope;

/// Results in one part.
const PART: u64 = 250;
/// Differences told one by one; beyond that they are only counted.
const TOLD: usize = 50;

pub(super) async fn step(run: &Run, id: PeriodId) -> Result<(), Failure> {
    run.ctx.permit(Action::PeriodRecompute)?;
    let scope = run.ctx.read();
    let period = scope.period(id).await?.ok_or_else(|| not_found("period"))?;
    let after = if run.job.place.is_empty() { None } else { Some(place(&run.job.place)?) };
    let frozen = scope.evaluations_after(id, after, PART).await?;
    let mut found: Recomputed = run.result()?;
    compare(run, &scope, &period, &frozen, &mut found).await?;
    let mut next = run.progress();
    if after.is_none() {
        next.total = scope.evaluations_count(id).await? as u32;
    }
    next.done += frozen.len() as u32;
    next.ended = (frozen.len() as u64) < PART;
    next.place = frozen.last().map_or_else(|| run.job.place.clone(), |last| last.id.to_string());
    next.result = serde_json::to_string(&found)?;
    run.part(move |_| {
        let next: Progress = next.clone();
        async move { Ok(next) }
    })
    .await
}

fn place(text: &str) -> Result<EvaluationId, Failure> {
    text.parse().map_err(|_| Failure::Internal("job place".to_owned()))
}

async fn compare(
    run: &Run,
    scope: &Scope,
    period: &Period,
    frozen: &[Evaluation],
    found: &mut Recomputed,
) -> Result<(), Failure> {
    let (last, zone) = (period.last_day(), run.ctx.agency.time_zone);
    let policy = run.ctx.policy(last)?;
    let ids: Vec<EvaluationId> = frozen.iter().map(|one| one.id).collect();
    let ruled: HashMap<Option<EvaluationId>, Objection> =
        scope.objections_behind(&ids).await?.into_iter().map(|objection| (objection.changed, objection)).collect();
    let agreed: HashMap<Option<EvaluationId>, Carryover> =
        scope.carryovers_behind(&ids).await?.into_iter().map(|carryover| (carryover.result, carryover)).collect();
    let rated = frozen.iter().filter(|one| !ruled.contains_key(&Some(one.id)) && !agreed.contains_key(&Some(one.id)));
    let wanted: Vec<_> = rated.map(|one| (one.skp, last.min(zone.date(one.signed_at)))).collect();
    let mut material = gather(scope, period, &policy, &wanted).await?;
    let mut measured = scope.feed_gauges(&ids).await?;
    let achieved: HashMap<UnitId, UnitAchievement> =
        scope.achievements(period.id).await?.into_iter().map(|a| (a.unit, a)).collect();
    for one in frozen {
        let now = if let Some(objection) = ruled.get(&Some(one.id)) {
            // It follows from what the superior decided, not from what the rater wrote.
            let first = scope.evaluation(objection.evaluation).await?.ok_or_else(|| not_found("evaluation"))?;
            let now = changed(objection, one.id, &first, &policy);
            now.map_or_else(|| Ok(String::new()), |now| told(&of(&now), &policy.id))?
        } else if let Some(carryover) = agreed.get(&Some(one.id)) {
            // It is what both agreed upon, from the old unit.
            let first = scope.evaluation(carryover.first).await?.ok_or_else(|| not_found("evaluation"))?;
            let from = scope.period(first.period).await?.ok_or_else(|| not_found("period"))?;
            let now = carried(carryover, one.skp_version, &first, (period, &from), &policy);
            now.map_or_else(|| Ok(String::new()), |now| told(&of(&now), &policy.id))?
        } else if let Some(rows) = material.remove(&one.skp) {
            let rows = as_signed(rows, one, measured.remove(&one.id).unwrap_or_default());
            let then = known_then(scope, achieved.get(&rows.led), one).await?;
            rows.outcome(one.skp_version, period, then.as_ref(), &policy)
                .map_or_else(|refusal| Ok(refusal.to_string()), |now| told(&now, &policy.id))?
        } else {
            String::new()
        };
        let was = told(&of(one), &one.policy)?;
        if was == now {
            found.same += 1;
            continue;
        }
        found.differ += 1;
        if found.different.len() < TOLD {
            let name = scope.employee(one.employee).await?.map(|e| e.name).unwrap_or_default();
            found.different.push(Difference { evaluation: one.id, name, frozen: was, now });
        }
    }
    Ok(())
}

/// What is compared: everything the rule concludes, and by which rules.
fn told(outcome: &Outcome, policy: &str) -> Result<String, Failure> {
    Ok(serde_json::to_string(&(policy, outcome))?)
}

fn of(one: &Evaluation) -> Outcome {
    Outcome {
        hasil: one.hasil,
        perilaku: one.perilaku,
        predikat: one.predikat,
        capaian: one.capaian,
        scheme: one.scheme.clone(),
        because: one.because.clone(),
    }
}

/// Without what came later than the signature; measured by what was frozen with it.
fn as_signed(rows: Material, one: &Evaluation, gauges: Vec<Gauge>) -> Material {
    let own = rows.own.filter(|sheet| sheet.sent_at.is_none_or(|at| at <= one.signed_at));
    let sheets = rows.sheets.into_iter().map(|saved| saved.as_of(one.signed_at)).collect();
    let takeovers = rows.takeovers.into_iter().filter(|taken| taken.at <= one.signed_at).collect();
    let circumstances = rows.circumstances.into_iter().filter(|noted| noted.at <= one.signed_at).collect();
    let earlier = standing(rows.earlier, one.signed_at);
    // The levels the post asked for stand in the result; the post may ask for others today.
    let asked = |scored: &CriterionScore| Some((scored.code.clone(), scored.required?));
    let required = match &one.scheme {
        Some(result) => result.criteria.iter().filter_map(asked).collect(),
        None => rows.required,
    };
    Material { own, sheets, required, gauges, takeovers, circumstances, earlier, ..rows }
}

/// The unit's achievement as it was known at the signature. It may be set anew until the period closes; what it was
/// before stands in the journal.
async fn known_then(
    scope: &Scope,
    now: Option<&UnitAchievement>,
    one: &Evaluation,
) -> Result<Option<UnitAchievement>, Failure> {
    let Some(now) = now else { return Ok(None) };
    if now.at <= one.signed_at {
        return Ok(Some(now.clone()));
    }
    let history = scope.journal_of("achievement", &now.unit.to_string()).await?;
    let then = history.into_iter().filter_map(|entry| serde_json::from_str::<UnitAchievement>(&entry.after?).ok());
    Ok(then.filter(|a| a.period == one.period && a.at <= one.signed_at).max_by_key(|a| a.at))
}
