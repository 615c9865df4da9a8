//! *The personnel office adds a unit*, or renames or moves one.

use crate::{
    Ctx, Failure, Work,
    failure::{fields, not_found},
};
use domain::{
    decision::{FieldError, Text},
    ids::UnitId,
    people::Unit,
    permissions::Action,
};

/// A unit as typed.
#[derive(Clone, Debug)]
pub struct UnitDraft {
    /// The agency's own code.
    pub code: String,
    /// Name as printed.
    pub name: String,
    /// The unit above.
    pub parent: Option<UnitId>,
}

/// Adds a unit, or changes the one named.
#[crate::boxed]
pub async fn write(ctx: &Ctx, id: Option<UnitId>, draft: UnitDraft) -> Result<UnitId, Failure> {
    ctx.permit(Action::PeopleWrite)?;
    ctx.act(Action::PeopleWrite, move |work| {
        let draft = draft.clone();
        async move {
            let before = match id {
                Some(id) => Some(work.unit(id).await?.ok_or_else(|| not_found("unit"))?),
                None => None,
            };
            let after = read(&work, id, &draft).await?;
            if before.as_ref() != Some(&after) {
                work.save_unit(&after).await?;
                work.journal("unit", after.id, before.as_ref(), Some(&after)).await?;
            }
            Ok(after.id)
        }
    })
    .await
}

async fn read(work: &Work, id: Option<UnitId>, draft: &UnitDraft) -> Result<Unit, Failure> {
    let mut errors = Vec::new();
    let (code, name) = (draft.code.trim().to_owned(), draft.name.trim().to_owned());
    if code.is_empty() {
        errors.push(FieldError::new("code", Text::new("people-code-missing")));
    } else if work.unit_by_code(&code).await?.is_some_and(|other| Some(other.id) != id) {
        errors.push(FieldError::new("code", Text::new("people-code-taken")));
    }
    if name.is_empty() {
        errors.push(FieldError::new("name", Text::new("people-unit-name-missing")));
    }
    if let Some(parent) = draft.parent {
        if work.unit(parent).await?.is_none() {
            errors.push(FieldError::new("parent", Text::new("people-parent-unknown")));
        } else if let Some(id) = id
            && work.units_under(id).await?.iter().any(|below| below.id == parent)
        {
            errors.push(FieldError::new("parent", Text::new("people-unit-circle")));
        }
    }
    fields(errors)?;
    Ok(Unit { id: id.unwrap_or_else(|| work.id()), parent: draft.parent, code, name })
}
