//! *The unit's achievement is set* (step 1, Bab IV.B.1): by hand for now, with what it rests on.

use crate::{Ctx, Failure, ctx::unit_led_by, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    evaluation::{Capaian, UnitAchievement},
    ids::{PeriodId, UnitId},
    permissions::{Action, Facts, may},
};

/// Sets it, or sets it anew until the period is closed.
#[crate::boxed]
pub async fn set_capaian(
    ctx: &Ctx,
    period: PeriodId,
    unit: UnitId,
    capaian: Capaian,
    basis: String,
) -> Result<(), Failure> {
    if basis.trim().is_empty() {
        return Err(Refusal::field("basis", Text::new("evaluation-capaian-needs-basis")).into());
    }
    ctx.act(Action::CapaianSet, move |work| {
        let basis = basis.trim().to_owned();
        async move {
            let found = work.period(period).await?.ok_or_else(|| not_found("period"))?;
            if found.closed_at.is_some() {
                return Err(Refusal::rule(Text::new("assessment-period-closed")).into());
            }
            work.unit(unit).await?.ok_or_else(|| not_found("unit"))?;
            // Set by the leader one level above (SE MenPANRB 3/2023), never by the unit's own.
            let led = unit_led_by(&work, work.ctx.me(), work.ctx.today()).await?.filter(|led| *led != unit);
            let above = match led {
                Some(led) => work.units_under(led).await?.iter().any(|below| below.id == unit),
                None => false,
            };
            may(&work.ctx.actor, Action::CapaianSet, &Facts { leads_unit: above, ..Facts::none() })?;
            let before = work.achievement(period, unit).await?;
            let after = UnitAchievement { period, unit, capaian, basis, by: work.ctx.me(), at: work.ctx.at };
            work.save_achievement(&after).await?;
            work.journal("achievement", unit, before.as_ref(), Some(&after)).await
        }
    })
    .await
}
