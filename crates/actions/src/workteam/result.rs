//! *What a team is to deliver* is laid down, changed, or taken off the list, by its leader or by those who keep it.

use super::load::{link, load, load_to_change};
use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
};
use chrono::NaiveDate;
use domain::{
    decision::Text,
    ids::{EmployeeId, WorkteamId, WorkteamResultId},
    permissions::Action,
    plan::Target,
    workteam::{State, TeamResult, Workteam, members, results},
};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What.
    pub text: String,
    /// How much of what.
    pub target: Target,
    /// By when.
    pub due: NaiveDate,
    /// Members who carry it; empty for all.
    pub carriers: Vec<EmployeeId>,
}

/// What the form shows.
pub struct Writing {
    /// The team.
    pub team: Workteam,
    /// The result that is changed.
    pub result: Option<TeamResult>,
    /// Members who could carry it, by name.
    pub members: Vec<(EmployeeId, String)>,
}

/// What the form to add a result (`None`) or to change one shows.
#[crate::boxed]
pub async fn writing(ctx: &Ctx, id: WorkteamId, result: Option<WorkteamResultId>) -> Result<Writing, Failure> {
    let scope = ctx.read();
    let found = load(&scope, ctx, id, Action::WorkteamPlan).await?;
    let result = match result {
        Some(wanted) => {
            let all = scope.workteam_results(&[id]).await?;
            Some(all.into_iter().find(|one| one.id == wanted).ok_or_else(|| not_found("workteam_result"))?)
        }
        None => None,
    };
    let mut ids: Vec<EmployeeId> =
        found.members.iter().filter(|member| member.agreed() && member.stands()).map(|one| one.employee).collect();
    ids.sort_unstable();
    ids.dedup();
    let members = scope.employees(&ids).await?.into_iter().map(|employee| (employee.id, employee.name)).collect();
    Ok(Writing { team: found.team, result, members })
}

/// Adds or changes a result; the members are told of a new one.
#[crate::boxed]
pub async fn write(
    ctx: &Ctx,
    id: WorkteamId,
    result: Option<WorkteamResultId>,
    draft: Draft,
) -> Result<WorkteamResultId, Failure> {
    ctx.act(Action::WorkteamPlan, move |work| {
        let draft = draft.clone();
        async move {
            let found = load_to_change(&work, id).await?;
            if found.team.state(work.ctx.today()) == State::Berakhir {
                return Err(members::ended().into());
            }
            let before = match result {
                Some(wanted) => {
                    let all = work.workteam_results(&[id]).await?;
                    let one = all.into_iter().find(|one| one.id == wanted && one.dropped_on.is_none());
                    Some(one.ok_or_else(|| not_found("workteam_result"))?)
                }
                None => None,
            };
            let after = TeamResult {
                id: before.as_ref().map_or_else(|| work.id(), |one| one.id),
                team: id,
                text: draft.text.trim().to_owned(),
                target: draft.target,
                due: draft.due,
                carriers: draft.carriers,
                by: before.as_ref().map_or(work.ctx.me(), |one| one.by),
                at: before.as_ref().map_or(work.ctx.at, |one| one.at),
                dropped_on: None,
            };
            fields(results::check(&found.team, &found.members, &after))?;
            work.save_workteam_result(&after).await?;
            work.journal("workteam_result", after.id, before.as_ref(), Some(&after)).await?;
            if before.is_none() {
                let says = Text::new("notice-workteam-result").with("team", found.team.name.as_str());
                let carries = |who| after.carriers.is_empty() || after.carriers.contains(&who);
                for member in found.members.iter().filter(|one| one.agreed() && one.stands() && carries(one.employee)) {
                    work.tell(member.employee, says.clone(), link(id)).await?;
                }
            }
            Ok(after.id)
        }
    })
    .await
}

/// Takes a result off the list; what was reported stays.
#[crate::boxed]
pub async fn take_off(ctx: &Ctx, id: WorkteamId, result: WorkteamResultId) -> Result<(), Failure> {
    ctx.act(Action::WorkteamPlan, move |work| async move {
        load_to_change(&work, id).await?;
        let all = work.workteam_results(&[id]).await?;
        let before = all.into_iter().find(|one| one.id == result && one.dropped_on.is_none());
        let before = before.ok_or_else(|| not_found("workteam_result"))?;
        let after = TeamResult { dropped_on: Some(work.ctx.today()), ..before.clone() };
        work.save_workteam_result(&after).await?;
        work.journal("workteam_result", result, Some(&before), Some(&after)).await
    })
    .await
}
