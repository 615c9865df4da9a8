//! *A member reports* what was done for a result of the team, or corrects an earlier report with a new one.

use super::load::{Found, load, load_to_change, names};
use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
};
use chrono::NaiveDate;
use domain::{
    amount::Amount,
    decision::{Refusal, Text},
    ids::{EmployeeId, WorkteamEntryId, WorkteamId, WorkteamResultId},
    permissions::{Action, may},
    workteam::{
        TeamEntry, TeamResult, Workteam,
        members::leader,
        results::{Reached, check_entry},
    },
};
use store::Scope;

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Report {
    /// The day it was done.
    pub on: NaiveDate,
    /// Realised amount.
    pub amount: Option<Amount>,
    /// What was done.
    pub did: String,
    /// Where it can be seen.
    pub proof: String,
    /// The report it corrects.
    pub corrects: Option<WorkteamEntryId>,
}

/// A result with everything reported under it.
pub struct Reports {
    /// The team.
    pub team: Workteam,
    /// The result.
    pub result: TeamResult,
    /// How far it is today.
    pub reached: Reached,
    /// Reports with who wrote them, newest first; corrected ones stay, and are marked.
    pub entries: Vec<(TeamEntry, String, bool)>,
    /// May the reader report?
    pub reports: bool,
}

async fn one(scope: &Scope, id: WorkteamId, result: WorkteamResultId) -> Result<TeamResult, Failure> {
    let all = scope.workteam_results(&[id]).await?;
    all.into_iter().find(|one| one.id == result).ok_or_else(|| not_found("workteam_result"))
}

/// What was reported under a result.
#[crate::boxed]
pub async fn reports(ctx: &Ctx, id: WorkteamId, result: WorkteamResultId) -> Result<Reports, Failure> {
    let scope = ctx.read();
    let found = load(&scope, ctx, id, Action::WorkteamRead).await?;
    let result = one(&scope, id, result).await?;
    let entries = scope.workteam_entries(&[result.id]).await?;
    let names = names(&scope, entries.iter().map(|entry| entry.by)).await?;
    let reached = result.reached(&entries, &found.team, ctx.today());
    let corrected: Vec<WorkteamEntryId> = entries.iter().filter_map(|entry| entry.corrects).collect();
    let mut shown: Vec<(TeamEntry, String, bool)> = entries
        .into_iter()
        .map(|entry| {
            let by = names.get(&entry.by).cloned().unwrap_or_default();
            let gone = corrected.contains(&entry.id);
            (entry, by, gone)
        })
        .collect();
    shown.reverse();
    let reports = may_report(ctx, &found) && result.dropped_on.is_none();
    Ok(Reports { team: found.team, result, reached, entries: shown, reports })
}

/// Whoever works in the team today.
pub(super) fn may_report(ctx: &Ctx, found: &Found) -> bool {
    let works = |me: EmployeeId| found.members.iter().any(|one| one.employee == me && one.works_on(ctx.today()));
    may(&ctx.actor, Action::WorkteamReport, &found.facts).is_ok()
        && works(ctx.me())
        && found.team.days().contains(ctx.today())
}

/// Takes a report in; the team's leader is told.
#[crate::boxed]
pub async fn report(
    ctx: &Ctx,
    id: WorkteamId,
    result: WorkteamResultId,
    report: Report,
) -> Result<WorkteamEntryId, Failure> {
    ctx.act(Action::WorkteamReport, move |work| {
        let report = report.clone();
        async move {
            let found = load_to_change(&work, id).await?;
            if !may_report(&work.ctx, &found) {
                return Err(Refusal::rule(Text::new("workteam-report-members")).into());
            }
            let result = one(&work, id, result).await?;
            if result.dropped_on.is_some() {
                return Err(not_found("workteam_result"));
            }
            let entry = TeamEntry {
                id: work.id(),
                result: result.id,
                on: report.on,
                amount: report.amount,
                did: report.did.trim().to_owned(),
                proof: report.proof.trim().to_owned(),
                corrects: report.corrects,
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            let others = work.workteam_entries(&[result.id]).await?;
            fields(check_entry(&found.team, &others, &entry, work.ctx.today()))?;
            work.insert_workteam_entry(&entry).await?;
            work.journal("workteam_entry", entry.id, None, Some(&entry)).await?;
            if let Some(leader) = leader(&found.members, work.ctx.today()) {
                let says = Text::new("notice-workteam-report")
                    .with("name", work.ctx.actor.name.as_str())
                    .with("team", found.team.name.as_str());
                let to = format!("{}/hasil/{}/laporan", super::load::link(id), result.id);
                work.tell(leader.employee, says, to).await?;
            }
            Ok(entry.id)
        }
    })
    .await
}
