//! Services and periods with the permission to touch them.

use crate::{Ctx, Failure, ctx::unit_facts, failure::not_found};
use domain::{
    decision::Refusal,
    ids::{RoundId, ServiceId, UnitId},
    permissions::{Action, may},
    survey::{Place, Round, Service},
};
use store::Scope;

/// May this be done with the services of a unit?
pub(super) async fn permit_unit(scope: &Scope, ctx: &Ctx, action: Action, unit: UnitId) -> Result<(), Failure> {
    if ctx.permit(action).is_ok() {
        return Ok(());
    }
    let facts = unit_facts(scope, ctx, unit).await?;
    may(&ctx.actor, action, &facts).map_err(|denied| Refusal::Denied(denied).into())
}

/// A service, if this may be done with it.
pub(super) async fn service(scope: &Scope, ctx: &Ctx, action: Action, id: ServiceId) -> Result<Service, Failure> {
    let service = scope.service(id).await?.ok_or_else(|| not_found("service"))?;
    permit_unit(scope, ctx, action, service.unit).await?;
    Ok(service)
}

/// A period in which the service takes part.
pub(super) async fn place(scope: &Scope, round: RoundId, service: ServiceId) -> Result<(Round, Place), Failure> {
    let place = scope.place(round, service).await?.ok_or_else(|| not_found("survey round"))?;
    let round = scope.round(round).await?.ok_or_else(|| not_found("survey round"))?;
    Ok((round, place))
}
