//! How every verb on a case begins: load it, see how the person stands to it, permit. A case nobody may know of is not found, rather
//! than forbidden.

use crate::{Ctx, Failure, Work, ctx::facts, failure::not_found};
use domain::{
    decision::{Citation, Conflict, Refusal},
    ids::{EmployeeId, MentoringId},
    mentoring::{Case, Limits},
    permissions::{Action, Facts, may},
    policy::{Policy, permenpanrb},
};
use std::collections::BTreeMap;
use store::Scope;

/// Where a case is.
pub fn link(id: MentoringId) -> String {
    format!("/pendampingan/{id}")
}

/// Loads a case for an action, or refuses.
pub(super) async fn load(scope: &Scope, ctx: &Ctx, id: MentoringId, action: Action) -> Result<(Case, Facts), Failure> {
    let case = scope.mentoring(id).await?.ok_or_else(|| not_found("mentoring"))?;
    let named = case.rater.map(|rater| (rater, case.superior));
    let facts = facts(scope, &ctx.actor, case.employee, named, ctx.today()).await?;
    let facts = Facts { is_party: case.mentor == Some(ctx.me()), ..facts };
    may(&ctx.actor, Action::MentoringRead, &facts).map_err(|_| not_found("mentoring"))?;
    may(&ctx.actor, action, &facts)?;
    Ok((case, facts))
}

/// The same to change it, held against others until the change is saved.
pub(super) async fn load_to_change(work: &Work, id: MentoringId) -> Result<(Case, Facts), Failure> {
    work.lock(&format!("mentoring:{id}")).await?;
    load(work, &work.ctx, id, work.action).await
}

/// Nobody saved meanwhile.
pub(super) async fn unchanged(work: &Work, case: &Case, revision: i64) -> Result<(), Failure> {
    if case.revision == revision {
        return Ok(());
    }
    let last = work.journal_of("mentoring", &case.id.to_string()).await?.into_iter().max_by_key(|entry| entry.at);
    let (by, at) = last.map_or((case.by, case.at), |entry| (entry.by.unwrap_or(case.by), entry.at));
    let by_name = work.employee(by).await?.map(|employee| employee.name).unwrap_or_default();
    let now = vec![("revision".to_owned(), case.revision.to_string())];
    Err(Refusal::Conflict(Box::new(Conflict { by, by_name, at, now })).into())
}

/// The limits in force, with where they stand.
pub(super) fn limits(policy: &Policy) -> (Limits, Citation) {
    let none = Limits { load: u32::MAX, gap: 0, months: 0, meetings: 0 };
    let found = policy.career.mentoring.as_ref();
    found.map_or_else(|| (none, permenpanrb("Ps 21; Bab III.D")), |rule| (rule.value, rule.cite.clone()))
}

/// Names by person.
pub(super) async fn names(
    scope: &Scope,
    people: impl IntoIterator<Item = EmployeeId>,
) -> Result<BTreeMap<EmployeeId, String>, Failure> {
    let mut ids: Vec<EmployeeId> = people.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(scope.employees(&ids).await?.into_iter().map(|employee| (employee.id, employee.name)).collect())
}
