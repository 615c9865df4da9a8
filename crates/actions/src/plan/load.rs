//! How every verb on a plan begins: load it, see how the person stands to it, permit, compare revisions.

use crate::{Ctx, Failure, access::note_of_plan, ctx::facts, failure::not_found};
use domain::{
    decision::{Conflict, Refusal},
    ids::SkpId,
    permissions::{Action, Facts, may},
    plan::Skp,
};
use store::Scope;

/// Loads a plan for an action, or refuses. A plan nobody may know of is not found, rather than forbidden.
pub async fn load(scope: &Scope, ctx: &Ctx, id: SkpId, action: Action) -> Result<(Skp, Facts), Failure> {
    let skp = scope.skp(id).await?.ok_or_else(|| not_found("skp"))?;
    let facts = facts_of(scope, ctx, &skp).await?;
    may(&ctx.actor, Action::PlanRead, &facts).map_err(|_| not_found("skp"))?;
    may(&ctx.actor, action, &facts).map_err(Refusal::Denied)?;
    note_of_plan(scope, ctx, action, &skp, &facts).await?;
    Ok((skp, facts))
}

/// How the person acting stands to a plan: its own rater and superior count, not those of another day.
pub async fn facts_of(scope: &Scope, ctx: &Ctx, skp: &Skp) -> Result<Facts, Failure> {
    facts(scope, &ctx.actor, skp.employee, Some((skp.rater, skp.superior)), ctx.today()).await
}

/// Refuses when somebody saved since the person opened the page; `now` is what stands saved, by form field.
pub async fn unchanged(
    scope: &Scope,
    skp: &Skp,
    revision: i64,
    now: impl FnOnce(&Skp) -> Vec<(String, String)>,
) -> Result<(), Failure> {
    if skp.revision == revision {
        return Ok(());
    }
    let last = scope.journal_of("skp", &skp.id.to_string()).await?.into_iter().max_by_key(|entry| entry.at);
    let (by, at) = last.map_or((skp.employee, None), |entry| (entry.by.unwrap_or(skp.employee), Some(entry.at)));
    let by_name = scope.employee(by).await?.map(|employee| employee.name).unwrap_or_default();
    let at = at.or(skp.milestones.set_at).unwrap_or_default();
    Err(Refusal::Conflict(Box::new(Conflict { by, by_name, at, now: now(skp) })).into())
}
