//! A session with the people it is about, and how whoever asks stands to it.

use crate::{Ctx, Failure, ctx::unit_facts, failure::not_found};
use domain::{
    calibration::Calibration,
    evaluation::Period,
    ids::{CalibrationId, SkpId, UnitId},
    permissions::{Action, Facts, may},
    plan::Skp,
};
use store::Scope;

/// A session and its group.
pub(super) struct Found {
    pub(super) session: Calibration,
    pub(super) period: Period,
    /// Plans of the group in the period's year.
    pub(super) plans: Vec<Skp>,
    pub(super) facts: Facts,
}

/// Plans of a unit and of everything under it.
pub(super) async fn group(scope: &Scope, unit: UnitId, period: &Period) -> Result<Vec<Skp>, Failure> {
    let units: Vec<UnitId> = scope.units_under(unit).await?.into_iter().map(|unit| unit.id).collect();
    let mut plans = scope.skps_of_units(&units, period.year).await?;
    plans.retain(|skp| skp.version > 0 && skp.dates.overlaps(period.dates));
    Ok(plans)
}

/// Loads a session for somebody who may do this.
pub(super) async fn load(scope: &Scope, ctx: &Ctx, id: CalibrationId, action: Action) -> Result<Found, Failure> {
    let session = scope.calibration(id).await?.ok_or_else(|| not_found("calibration"))?;
    let period = scope.period(session.period).await?.ok_or_else(|| not_found("period"))?;
    let plans = group(scope, session.unit, &period).await?;
    let me = ctx.me();
    let mut rates = plans.iter().any(|skp| skp.rater == me && skp.employee != me);
    if !rates {
        // Whoever gave the ratings decides about them, also where another is named in the plan by now.
        let ids: Vec<SkpId> = plans.iter().filter(|skp| skp.employee != me).map(|skp| skp.id).collect();
        rates = scope.rated_and_sent_by(me, &ids).await?.iter().any(|(of, _)| *of == period.id);
    }
    let leads_unit = unit_facts(scope, ctx, session.unit).await?.leads_unit;
    let facts = Facts { leads_unit, is_party: rates || session.attended.contains(&me), ..Facts::none() };
    may(&ctx.actor, Action::CalibrationRead, &facts).map_err(|_| not_found("calibration"))?;
    may(&ctx.actor, action, &facts)?;
    Ok(Found { session, period, plans, facts })
}

/// The page of a session.
pub(super) fn link(id: CalibrationId) -> String {
    format!("/kalibrasi/{id}")
}
