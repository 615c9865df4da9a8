//! *The unit's achievement is set* (step 1, Bab IV.B.1): by hand for now, with what it rests on.

use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    evaluation::{Capaian, UnitAchievement},
    ids::{PeriodId, UnitId},
    permissions::Action,
};

/// Sets it, or sets it anew until the period is closed.
pub async fn set_capaian(
    ctx: &Ctx,
    period: PeriodId,
    unit: UnitId,
    capaian: Capaian,
    basis: String,
) -> Result<(), Failure> {
    ctx.permit(Action::CapaianSet)?;
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
            let before = work.achievement(period, unit).await?;
            let after = UnitAchievement { period, unit, capaian, basis, by: work.ctx.me(), at: work.ctx.at };
            work.save_achievement(&after).await?;
            work.journal("achievement", unit, before.as_ref(), Some(&after)).await
        }
    })
    .await
}
