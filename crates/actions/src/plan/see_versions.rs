//! *Somebody compares versions* of a plan.

use crate::{Ctx, Failure, plan::load::load};
use domain::{
    ids::{EmployeeId, SkpId},
    permissions::Action,
    plan::{Skp, Version, difference},
};
use std::collections::BTreeMap;

/// Versions, newest first, each with what it changed.
pub struct Versions {
    /// The plan.
    pub skp: Skp,
    /// Version and its differences from the one before.
    pub versions: Vec<(Version, Vec<difference::Change>)>,
    /// What the working text changes against the version in force.
    pub working: Vec<difference::Change>,
    /// Names of those who set them.
    pub names: BTreeMap<EmployeeId, String>,
}

/// The history of a plan.
#[crate::boxed]
pub async fn see_versions(ctx: &Ctx, id: SkpId) -> Result<Versions, Failure> {
    let scope = ctx.read();
    let (skp, _) = load(&scope, ctx, id, Action::PlanRead).await?;
    let mut all = scope.versions(id).await?;
    all.sort_by_key(|version| version.number);
    let setters: Vec<EmployeeId> = all.iter().map(|version| version.set_by).collect();
    let names = scope.employees(&setters).await?.into_iter().map(|employee| (employee.id, employee.name)).collect();
    let working = all.last().map(|last| difference::between(&last.content, &skp.content)).unwrap_or_default();
    let mut versions = Vec::with_capacity(all.len());
    for n in (0..all.len()).rev() {
        let changes =
            n.checked_sub(1).map(|m| difference::between(&all[m].content, &all[n].content)).unwrap_or_default();
        versions.push((all[n].clone(), changes));
    }
    Ok(Versions { skp, versions, working, names })
}
