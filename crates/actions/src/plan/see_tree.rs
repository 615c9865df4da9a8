//! *Somebody follows results* from the leader's down to each person and back (pohon kinerja).

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found, plan::see_matrix::day_in};
use domain::{
    ids::{EmployeeId, RhkId},
    permissions::Action,
    plan::{Skp, cascade},
};
use std::collections::{BTreeMap, btree_map::Entry};

/// The tree below a leader's plan.
pub struct TreePage {
    /// The leader's plan.
    pub top: Skp,
    /// Its results, each with what supports it.
    pub branches: Vec<cascade::Branch>,
    /// Names of everybody in it.
    pub names: BTreeMap<EmployeeId, String>,
}

/// Levels followed below the leader; deeper ones start from their own leader's page.
const DEEPEST: usize = 4;

/// Reads the tree: one query a level, never one a person.
#[crate::boxed]
pub async fn see_tree(ctx: &Ctx, leader: EmployeeId, year: i32) -> Result<TreePage, Failure> {
    let scope = ctx.read();
    permit_over(&scope, ctx, Action::PlanRead, leader, None).await?;
    let top = scope.skp_in_force(leader, day_in(ctx, year)).await?.ok_or_else(|| not_found("skp"))?;
    let mut plans: BTreeMap<_, Skp> = BTreeMap::new();
    let mut level: Vec<RhkId> = top.content.results.iter().map(|result| result.id).collect();
    for _ in 0..DEEPEST {
        let found = scope.supporters(&level).await?;
        level = Vec::new();
        for (_, skp) in found {
            if let Entry::Vacant(place) = plans.entry(skp.id) {
                level.extend(skp.content.results.iter().map(|result| result.id));
                place.insert(skp);
            }
        }
        if level.is_empty() {
            break;
        }
    }
    let mut people: Vec<EmployeeId> = plans.values().map(|skp| skp.employee).collect();
    people.push(top.employee);
    let names = scope.employees(&people).await?.into_iter().map(|e| (e.id, e.name)).collect();
    let branches = cascade::tree(&top, &plans.values().collect::<Vec<_>>());
    Ok(TreePage { top, branches, names })
}
