//! Sources with the permission to touch them.

use crate::{Ctx, Failure, ctx::unit_facts, failure::not_found};
use domain::{
    decision::Refusal,
    ids::{FeedId, UnitId},
    permissions::{Action, may},
};
use store::{Fed, Scope};

/// May this be done with the sources of a unit?
pub(super) async fn permit_unit(scope: &Scope, ctx: &Ctx, action: Action, unit: UnitId) -> Result<(), Failure> {
    if ctx.permit(action).is_ok() {
        return Ok(());
    }
    let facts = unit_facts(scope, ctx, unit).await?;
    may(&ctx.actor, action, &facts).map_err(|denied| Refusal::Denied(denied).into())
}

/// A source, if this may be done with it.
pub(crate) async fn source(scope: &Scope, ctx: &Ctx, action: Action, id: FeedId) -> Result<Fed, Failure> {
    let fed = scope.feed(id).await?.ok_or_else(|| not_found("feed"))?;
    permit_unit(scope, ctx, action, fed.source.unit).await?;
    Ok(fed)
}
