//! What plans of the same year before this one earned: asked for only where an agency weighs by time.

use crate::Failure;
use domain::{
    evaluation::{
        Period,
        transfer::{Earlier, weighs},
    },
    ids::SkpId,
    plan::Skp,
    policy::Policy,
};
use std::collections::HashMap;
use store::Scope;

/// By plan: everything its owner's earlier plans of the year earned, to be narrowed to what stood at a moment.
pub(crate) async fn earlier(
    scope: &Scope,
    period: &Period,
    policy: &Policy,
    plans: impl IntoIterator<Item = &Skp>,
) -> Result<HashMap<SkpId, Vec<Earlier>>, Failure> {
    if !weighs(policy, period.rhythm) {
        return Ok(HashMap::new());
    }
    let plans: Vec<&Skp> = plans.into_iter().collect();
    let mut people: Vec<_> = plans.iter().map(|skp| skp.employee).collect();
    people.sort_unstable();
    people.dedup();
    let of_year = scope.skps_of_year_for(&people, period.year).await?;
    let dated: Vec<_> = of_year.iter().map(|skp| (skp.id, skp.dates)).collect();
    let earned = scope.earned(&dated).await?;
    let before = |skp: &Skp| {
        let older: Vec<_> = of_year
            .iter()
            .filter(|other| other.employee == skp.employee && other.dates.from < skp.dates.from)
            .map(|other| other.id)
            .collect();
        earned.iter().filter(|(id, _)| older.contains(id)).map(|(_, one)| one.clone()).collect()
    };
    Ok(plans.into_iter().map(|skp| (skp.id, before(skp))).collect())
}
