//! *Somebody reads progress*: a plan's indicators with their computed status, one indicator's entries.

use crate::{
    Ctx, Failure,
    failure::not_found,
    feed::{
        realise::counted,
        see_rows::{Measured, of_indicator},
    },
    plan::load::load,
};
use domain::{
    amount::Amount,
    decision::Decision,
    evidence::Evidence,
    ids::{EmployeeId, IndicatorId, SkpId},
    permissions::{Action, may},
    plan::{Indicator, Rhk, Skp},
    progress::{
        Entry, Reply, Step,
        track::{Track, realised, share, track},
    },
};
use std::{cmp::Reverse, collections::BTreeMap};

/// An indicator and where it stands.
#[derive(Clone)]
pub struct Standing {
    /// The result it belongs to.
    pub rhk: Rhk,
    /// The indicator.
    pub indicator: Indicator,
    /// Reached so far.
    pub realised: Option<Amount>,
    /// Share of the target, in basis points.
    pub share: Option<i64>,
    /// On track, at risk, late, with the reason.
    pub track: Decision<Track>,
    /// Entries not yet answered that name an obstacle.
    pub open_obstacles: usize,
    /// The latest entry.
    pub last: Option<Entry>,
}

/// A plan's progress.
pub struct ProgressPage {
    /// The plan.
    pub skp: Skp,
    /// Whose, by name.
    pub owner: String,
    /// Its indicators.
    pub standings: Vec<Standing>,
    /// May this person report?
    pub may_report: bool,
}

/// One indicator's progress.
pub struct IndicatorPage {
    /// The plan.
    pub skp: Skp,
    /// Whose, by name.
    pub owner: String,
    /// Where it stands.
    pub standing: Standing,
    /// Steps, by due date.
    pub steps: Vec<Step>,
    /// Entries, newest first, each with its answers and evidence.
    pub entries: Vec<Thread>,
    /// The source it is measured by, if it names one.
    pub measured: Option<Measured>,
    /// May this person name one?
    pub may_link: bool,
    /// Names of writers.
    pub names: BTreeMap<EmployeeId, String>,
    /// May this person report?
    pub may_report: bool,
    /// May this person answer?
    pub may_reply: bool,
}

/// An entry with what belongs to it.
pub struct Thread {
    /// The entry.
    pub entry: Entry,
    /// Days between doing and reporting; more than 0 is shown as back-dated.
    pub days_late: i64,
    /// A later entry corrects this one.
    pub corrected: bool,
    /// Answers, oldest first.
    pub replies: Vec<Reply>,
    /// Evidence.
    pub evidence: Vec<Evidence>,
}

/// Where each of a plan's indicators stands today.
pub fn standings(
    skp: &Skp,
    entries: &[Entry],
    steps: &[Step],
    replies: &[Reply],
    today: chrono::NaiveDate,
) -> Vec<Standing> {
    let mut standings = Vec::new();
    for rhk in &skp.content.results {
        for indicator in &rhk.indicators {
            let own: Vec<Entry> = entries.iter().filter(|e| e.indicator == indicator.id).cloned().collect();
            let steps: Vec<Step> = steps.iter().filter(|s| s.indicator == indicator.id).cloned().collect();
            let settled = |e: &Entry| replies.iter().any(|r| r.entry == e.id && r.settles);
            let reached = realised(indicator, &own);
            standings.push(Standing {
                rhk: rhk.clone(),
                indicator: indicator.clone(),
                realised: reached,
                share: share(indicator, reached),
                track: track(indicator, &own, &steps, skp.dates, today),
                open_obstacles: own.iter().filter(|e| !e.obstacle.is_empty() && !settled(e)).count(),
                last: own.into_iter().max_by_key(|e| (e.on, e.recorded_at)),
            });
        }
    }
    standings
}

/// A plan's progress.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: SkpId) -> Result<ProgressPage, Failure> {
    let scope = ctx.read();
    let (skp, facts) = load(&scope, ctx, id, Action::ProgressRead).await?;
    let (entries, steps, replies) = (scope.entries(id).await?, scope.steps(id).await?, scope.replies(id).await?);
    let entries = counted(&scope, &[&skp], entries, ctx.today()).await?;
    let owner = scope.employee(skp.employee).await?.map(|e| e.name).unwrap_or_default();
    let standings = standings(&skp, &entries, &steps, &replies, ctx.today());
    let may_report = skp.version > 0 && may(&ctx.actor, Action::ProgressWrite, &facts).is_ok();
    Ok(ProgressPage { skp, owner, standings, may_report })
}

/// One indicator's progress.
#[crate::boxed]
pub async fn see_indicator(ctx: &Ctx, id: SkpId, indicator: IndicatorId) -> Result<IndicatorPage, Failure> {
    let scope = ctx.read();
    let (skp, facts) = load(&scope, ctx, id, Action::ProgressRead).await?;
    let mut entries = scope.entries_of_indicator(indicator).await?;
    entries.retain(|entry| entry.skp == id);
    let (steps, replies, evidence) = (scope.steps(id).await?, scope.replies(id).await?, scope.evidence(id).await?);
    let as_counted = counted(&scope, &[&skp], entries.clone(), ctx.today()).await?;
    let standing = standings(&skp, &as_counted, &steps, &replies, ctx.today())
        .into_iter()
        .find(|standing| standing.indicator.id == indicator)
        .ok_or_else(|| not_found("indicator"))?;
    let mut writers: Vec<EmployeeId> = entries.iter().map(|e| e.by).chain(replies.iter().map(|r| r.by)).collect();
    writers.push(skp.employee);
    let names: BTreeMap<_, _> = scope.employees(&writers).await?.into_iter().map(|e| (e.id, e.name)).collect();
    entries.sort_by_key(|entry| Reverse(entry.recorded_at));
    let corrected: Vec<_> = entries.iter().filter_map(|e| e.corrects).collect();
    let threads = entries
        .into_iter()
        .map(|entry| Thread {
            days_late: entry.days_late(ctx.agency.time_zone),
            corrected: corrected.contains(&entry.id),
            replies: replies.iter().filter(|r| r.entry == entry.id).cloned().collect(),
            evidence: evidence.iter().filter(|e| e.entry == entry.id).cloned().collect(),
            entry,
        })
        .collect();
    let mut steps: Vec<Step> = steps.into_iter().filter(|s| s.indicator == indicator).collect();
    steps.sort_by_key(|step| step.due);
    Ok(IndicatorPage {
        owner: names.get(&skp.employee).cloned().unwrap_or_default(),
        may_report: skp.version > 0 && may(&ctx.actor, Action::ProgressWrite, &facts).is_ok(),
        measured: of_indicator(ctx, &scope, &skp, indicator).await?,
        may_link: may(&ctx.actor, Action::FeedLink, &facts).is_ok(),
        may_reply: may(&ctx.actor, Action::ProgressReply, &facts).is_ok(),
        skp,
        standing,
        steps,
        entries: threads,
        names,
    })
}
