//! *A period is closed*: what the raters have sent is concluded by rule and frozen, what is missing is listed by unit,
//! and the distribution is kept with its warnings.
//!
//! A rating that was sent cannot be taken back, and the predicate follows from it by rule; so a result that nobody has
//! signed one by one is frozen as the rater gave it, in the rater's name, by an act of the office that the journal
//! names. Who rated hears of it, and so does the employee.

use super::{
    part::{Progress, Run},
    result::{Closed, UnitClosed},
};
use crate::{
    Failure, Work,
    evaluation::{
        conclude::{Material, gather},
        manage_period::{close_in, may_close, whole},
    },
    failure::not_found,
    home::tasks::period_name,
    scheme::load::hold,
};
use domain::{
    decision::Text,
    evaluation::{
        Evaluation, Period, Rhythm, UnitAchievement, cycle::Step, distribution::distribution, transfer::standing,
    },
    ids::{EmployeeId, PeriodId, SkpId, UnitId},
    permissions::Action,
    plan::workflow,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Results in one part.
const PART: u64 = 250;

pub(super) async fn step(run: &Run, id: PeriodId) -> Result<(), Failure> {
    run.ctx.permit(Action::PeriodManage)?;
    let (before, closed) = (run.progress(), run.result::<Closed>()?);
    run.part(move |work| {
        let (before, closed) = (before.clone(), closed.clone());
        async move {
            let period = work.period(id).await?.ok_or_else(|| not_found("period"))?;
            let mut total = before.total;
            let after = if before.place.is_empty() {
                may_close(&work.ctx, &work, &period, &[Step::Own, Step::Rate]).await?;
                total = work.ready_count(id).await? as u32 + 1;
                None
            } else {
                Some(before.place.parse().map_err(|_| Failure::Internal("job place".to_owned()))?)
            };
            let ready = work.ready_for_result(id, after, PART).await?;
            let Some(last) = ready.last().copied() else { return end(&work, id, closed, total).await };
            let concluded = conclude(&work, &period, &ready).await?;
            let closed = Closed { concluded: closed.concluded + concluded, ..closed };
            Ok(Progress {
                total,
                done: before.done + ready.len() as u32,
                place: last.to_string(),
                result: serde_json::to_string(&closed)?,
                ..before
            })
        }
    })
    .await
}

/// Freezes what the raters of these plans have sent.
async fn conclude(work: &Work, period: &Period, ready: &[SkpId]) -> Result<u32, Failure> {
    let last = period.last_day();
    let (policy, day) = (work.ctx.policy(last)?, last.min(work.ctx.today()));
    let achievements: HashMap<UnitId, UnitAchievement> =
        work.achievements(period.id).await?.into_iter().map(|a| (a.unit, a)).collect();
    let wanted: Vec<_> = ready.iter().map(|id| (*id, day)).collect();
    // Whoever was promised not to be named is heard once: nobody may add a voice while the result is frozen.
    if policy.appraisal.hides_in(period.rhythm) {
        let mut each: Vec<SkpId> = ready.to_vec();
        each.sort_unstable();
        for id in each {
            hold(work, period.id, id).await?;
        }
    }
    let (mut results, mut measured) = (Vec::with_capacity(ready.len()), Vec::new());
    let (mut entries, mut notices, mut plans) = (Vec::new(), Vec::new(), Vec::new());
    let mut raters = BTreeSet::new();
    let name = period_name(period.rhythm, period.number, period.year);
    for material in gather(work, period, &policy, &wanted).await?.into_values() {
        let material = Material { earlier: standing(material.earlier, work.ctx.at), ..material };
        let Some(rater) = material.supervisor.as_ref().map(|sheet| sheet.rater) else { continue };
        let achievement = achievements.get(&material.led);
        // What cannot be concluded stays visible as missing.
        let Ok(outcome) = material.outcome(material.skp.version, period, achievement, &policy) else { continue };
        let skp = material.skp;
        let result = Evaluation {
            id: work.id(),
            period: period.id,
            skp: skp.id,
            skp_version: skp.version,
            employee: skp.employee,
            evaluator: rater,
            hasil: outcome.hasil,
            perilaku: outcome.perilaku,
            predikat: outcome.predikat,
            capaian: outcome.capaian,
            scheme: outcome.scheme,
            because: outcome.because,
            policy: policy.id.clone(),
            notes: String::new(),
            signed_at: work.ctx.at,
            delivered_at: Some(work.ctx.at),
            acknowledged_at: None,
        };
        entries.push(work.journal_row("evaluation", result.id, None, Some(&result))?);
        let says = Text::new("notice-concluded").with("period", name.clone());
        notices.push(work.notice(skp.employee, says, format!("/hasil/{}", result.id)));
        if period.rhythm == Rhythm::Tahunan
            && let Ok(after) = workflow::evaluate(skp.clone(), work.ctx.at)
        {
            entries.push(work.journal_row("skp", skp.id, Some(&skp.milestones), Some(&after.milestones))?);
            plans.push((skp.id, skp.revision));
        }
        raters.insert(rater);
        measured.push((result.id, material.gauges));
        results.push(result);
    }
    work.insert_evaluations(&results).await?;
    work.insert_feed_gauges(&measured).await?;
    work.mark_evaluated(&plans, work.ctx.at).await?;
    notices.extend(tell_raters(work, period, raters.into_iter().collect(), &name).await?);
    work.notify_all(&notices).await?;
    work.journal_all(&entries).await?;
    Ok(results.len() as u32)
}

/// Raters hear of it once, however many they rated.
async fn tell_raters(
    work: &Work,
    period: &Period,
    raters: Vec<EmployeeId>,
    name: &Text,
) -> Result<Vec<domain::journal::Notice>, Failure> {
    let word = format!("tutup/{}", period.id);
    let known = work.reminded(&raters, std::slice::from_ref(&word)).await?;
    let new: Vec<EmployeeId> = raters.into_iter().filter(|id| !known.contains(&(*id, word.clone()))).collect();
    work.note_reminders(new.iter().map(|id| (*id, word.clone())).collect(), work.ctx.at).await?;
    let says = |id: EmployeeId| {
        let says = Text::new("notice-concluded-for-you").with("period", name.clone());
        work.notice(id, says, "/tim")
    };
    Ok(new.into_iter().map(says).collect())
}

/// Closes, and keeps what the units look like.
async fn end(work: &Work, id: PeriodId, closed: Closed, total: u32) -> Result<Progress, Failure> {
    let period = close_in(work, id).await?;
    let policy = work.ctx.policy(period.last_day())?;
    let achieved: HashMap<UnitId, UnitAchievement> =
        work.achievements(id).await?.into_iter().map(|a| (a.unit, a)).collect();
    let mut units: BTreeMap<UnitId, (UnitClosed, Vec<_>)> = BTreeMap::new();
    for share in work.spread(whole(&work.ctx, &period)).await? {
        let capaian = achieved.get(&share.unit).map(|a| a.capaian);
        let (unit, name) = (share.unit, share.name);
        let fresh = || UnitClosed { unit, name, missing: 0, counts: [0; 5], capaian, warnings: Vec::new() };
        let (found, predicates) = units.entry(unit).or_insert_with(|| (fresh(), Vec::new()));
        if share.evaluated {
            predicates.extend(share.predikat.into_iter().flat_map(|one| vec![one; share.people as usize]));
        } else {
            found.missing += share.people;
        }
    }
    let units = units.into_values().map(|(unit, predicates)| {
        let spread = distribution(&predicates, unit.capaian, &policy);
        UnitClosed { counts: spread.counts, warnings: spread.warnings, ..unit }
    });
    let closed = Closed { units: units.collect(), ..closed };
    work.journal("job", id, None, Some(&closed)).await?;
    Ok(Progress {
        total,
        done: total,
        place: "-".to_owned(),
        result: serde_json::to_string(&closed)?,
        ended: true,
        file: None,
    })
}
