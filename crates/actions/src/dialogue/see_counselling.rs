//! *The personnel office sees that konseling takes place*: with whom, when, whether a counsellor is to be appointed; of what is
//! said nothing but the report that was written for it (B.1.10).

use super::load::facts_of;
use crate::{Ctx, Failure};
use domain::{
    dialogue::{Dialogue, Kind, parts::shown_to},
    ids::EmployeeId,
    permissions::Action,
};
use std::collections::BTreeMap;

/// One konseling.
pub struct Row {
    /// As the reader may read it.
    pub talk: Dialogue,
    /// The employee.
    pub employee: String,
    /// The counsellor, if appointed.
    pub counsellor: String,
}

/// Every konseling, newest first.
#[crate::boxed]
pub async fn see_counselling(ctx: &Ctx) -> Result<Vec<Row>, Failure> {
    ctx.permit(Action::CounsellingList)?;
    let scope = ctx.read();
    let talks = scope.dialogues_of_kind(Kind::Konseling).await?;
    let mut ids: Vec<EmployeeId> =
        talks.iter().flat_map(|talk| [Some(talk.employee), talk.partner]).flatten().collect();
    ids.sort_unstable();
    ids.dedup();
    let names: BTreeMap<EmployeeId, String> =
        scope.employees(&ids).await?.into_iter().map(|e| (e.id, e.name)).collect();
    let name = |id: EmployeeId| names.get(&id).cloned().unwrap_or_default();
    Ok(talks
        .into_iter()
        .map(|talk| Row {
            employee: name(talk.employee),
            counsellor: talk.partner.map(name).unwrap_or_default(),
            talk: shown_to(talk.clone(), &ctx.actor, &facts_of(ctx, &talk)),
        })
        .collect())
}
