//! *Somebody follows results* from the leader's down to each person and back (pohon kinerja).

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found, plan::see_matrix::day_in};
use domain::{
    ids::{EmployeeId, RhkId},
    permissions::Action,
    plan::{Rhk, Skp},
};
use std::collections::BTreeMap;

/// A result and those that support it.
pub struct Node {
    /// The plan it stands in.
    pub skp: Skp,
    /// Whose, by name.
    pub name: String,
    /// The result.
    pub result: Rhk,
    /// What supports it.
    pub below: Vec<Self>,
}

/// Levels followed below the leader; deeper ones start from their own leader's page.
const DEEPEST: usize = 4;

/// The tree below a leader's plan.
pub async fn see_tree(ctx: &Ctx, leader: EmployeeId, year: i32) -> Result<Vec<Node>, Failure> {
    let scope = ctx.read();
    permit_over(&scope, ctx, Action::PlanRead, leader, None).await?;
    let top = scope.skp_in_force(leader, day_in(ctx, year)).await?.ok_or_else(|| not_found("skp"))?;
    // One query a level, never one a person.
    let mut by_supported: BTreeMap<RhkId, Vec<Skp>> = BTreeMap::new();
    let mut level: Vec<RhkId> = top.content.results.iter().map(|result| result.id).collect();
    let mut people = vec![top.employee];
    for _ in 0..DEEPEST {
        if level.is_empty() {
            break;
        }
        let found = scope.supporters(&level).await?;
        level = Vec::new();
        for (supported, skp) in found {
            people.push(skp.employee);
            level.extend(skp.content.results.iter().filter(|r| r.supports == Some(supported)).map(|r| r.id));
            by_supported.entry(supported).or_default().push(skp);
        }
    }
    let names = scope.employees(&people).await?.into_iter().map(|e| (e.id, e.name)).collect();
    Ok(top.content.results.iter().map(|result| node(&top, result, &by_supported, &names, DEEPEST)).collect())
}

fn node(
    skp: &Skp,
    result: &Rhk,
    by_supported: &BTreeMap<RhkId, Vec<Skp>>,
    names: &BTreeMap<EmployeeId, String>,
    left: usize,
) -> Node {
    let below = by_supported
        .get(&result.id)
        .filter(|_| left > 0)
        .into_iter()
        .flatten()
        .flat_map(|skp| {
            let supporting = skp.content.results.iter().filter(|r| r.supports == Some(result.id));
            supporting.map(|r| node(skp, r, by_supported, names, left - 1))
        })
        .collect();
    Node { skp: skp.clone(), name: names.get(&skp.employee).cloned().unwrap_or_default(), result: result.clone(), below }
}
