//! *The office takes verified records along* in the shape of SIASN, for whoever holds its credentials.

use crate::{Ctx, Failure};
use domain::{
    ids::EmployeeId,
    permissions::Action,
    time::DateRange,
    training::siasn::{Sent, sent},
};
use std::collections::BTreeMap;

/// Records of a year. People without a NIP are not in SIASN.
#[crate::boxed]
pub async fn export(ctx: &Ctx, year: i32) -> Result<Sent, Failure> {
    ctx.permit(Action::PeopleExport)?;
    let (scope, dates) = (ctx.read(), DateRange::year(year));
    let records = scope.training_records_between(Some(dates.from), dates.until).await?;
    let mut people: Vec<EmployeeId> = records.iter().map(|record| record.employee).collect();
    people.sort_unstable();
    people.dedup();
    let nips: BTreeMap<EmployeeId, String> = scope
        .employees(&people)
        .await?
        .into_iter()
        .filter_map(|one| Some((one.id, one.nip?.as_str().to_owned())))
        .collect();
    Ok(sent(records.iter().filter_map(|record| Some((record, nips.get(&record.employee)?.as_str())))))
}
