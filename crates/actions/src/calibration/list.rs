//! *Somebody sees the sessions* they may read.

use crate::{Ctx, Failure, ctx::unit_led_by};
use domain::{
    calibration::Calibration,
    evaluation::Period,
    ids::{CalibrationId, PeriodId, UnitId},
    people::Unit,
    permissions::{Action, Facts, may},
    plan::Skp,
};
use std::collections::{BTreeSet, HashMap};
use store::Scope;

/// A session in a list.
pub struct Listed {
    /// The session.
    pub session: Calibration,
    /// The unit's name.
    pub unit: String,
    /// The period.
    pub period: Option<Period>,
}

/// The sessions the reader may read, the latest first; and whether they may call one.
#[crate::boxed]
pub async fn list(ctx: &Ctx) -> Result<(Vec<Listed>, bool), Failure> {
    let scope = ctx.read();
    let led = unit_led_by(&scope, ctx.me(), ctx.today()).await?;
    let leads = led.is_some() || ctx.permit(Action::CalibrationLead).is_ok();
    let sessions = scope.calibrations().await?;
    let units: HashMap<UnitId, Unit> = scope.units().await?.into_iter().map(|unit| (unit.id, unit)).collect();
    let mut periods: HashMap<PeriodId, Period> = HashMap::new();
    for id in sessions.iter().map(|one| one.period).collect::<BTreeSet<_>>() {
        periods.extend(scope.period(id).await?.map(|period| (id, period)));
    }
    let stands = Stands::of(ctx, &scope, led, periods.values().map(|one| one.year).collect()).await?;
    let mut found = Vec::new();
    for session in sessions {
        let period = periods.get(&session.period);
        if may(&ctx.actor, Action::CalibrationRead, &stands.to(ctx, &units, &session, period)).is_ok() {
            let unit = units.get(&session.unit).map(|unit| unit.name.clone()).unwrap_or_default();
            found.push(Listed { period: period.cloned(), session, unit });
        }
    }
    Ok((found, leads))
}

/// What says how the reader stands to sessions, read once for all of them.
struct Stands {
    led: Option<UnitId>,
    /// Plans the reader is named in as rater.
    rated: Vec<Skp>,
    /// Sessions with a proposal that waits for them.
    asked: BTreeSet<CalibrationId>,
}

impl Stands {
    async fn of(ctx: &Ctx, scope: &Scope, led: Option<UnitId>, years: BTreeSet<i32>) -> Result<Self, Failure> {
        let mut rated = Vec::new();
        for year in years {
            rated.extend(scope.skps_rated_by(ctx.me(), year).await?);
        }
        rated.retain(|skp| skp.version > 0 && skp.employee != ctx.me());
        let waiting = scope.calibration_proposals_waiting(ctx.me()).await?;
        Ok(Self { led, rated, asked: waiting.into_iter().map(|one| one.calibration).collect() })
    }

    fn to(&self, ctx: &Ctx, units: &HashMap<UnitId, Unit>, session: &Calibration, period: Option<&Period>) -> Facts {
        let rates = period.is_some_and(|period| {
            let of_session = |skp: &&Skp| skp.year == period.year && skp.dates.overlaps(period.dates);
            self.rated.iter().filter(of_session).any(|skp| is_under(units, skp.unit, session.unit))
        });
        Facts {
            leads_unit: self.led.is_some_and(|led| is_under(units, session.unit, led)),
            is_party: rates || session.attended.contains(&ctx.me()) || self.asked.contains(&session.id),
            ..Facts::none()
        }
    }
}

/// Is it that unit, or one under it? A circle in the tree ends.
fn is_under(units: &HashMap<UnitId, Unit>, unit: UnitId, top: UnitId) -> bool {
    let above = |unit: &UnitId| units.get(unit).and_then(|unit| unit.parent);
    std::iter::successors(Some(unit), above).take(units.len().max(1)).any(|one| one == top)
}
