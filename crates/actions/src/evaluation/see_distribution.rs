//! *A leader sees how predicates are spread* beside what the regulation expects (step 2, Bab IV.B.2). Guidance, never
//! a quota; where it does not fit, the leader may say why.

use crate::{Ctx, Failure, ctx::unit_led_by, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    evaluation::{
        Period, Predikat, UnitAchievement,
        close::{Distribution, distribution},
        distribution::SpreadNote,
    },
    ids::PeriodId,
    permissions::Action,
};

/// The spread among those the reader rates.
pub struct DistributionPage {
    /// The period.
    pub period: Period,
    /// The unit's achievement, if set.
    pub achievement: Option<UnitAchievement>,
    /// Counts and warnings.
    pub distribution: Distribution,
    /// What the reader said of it.
    pub note: Option<SpreadNote>,
    /// Those without a result yet.
    pub missing: usize,
}

/// The spread.
#[crate::boxed]
pub async fn see_distribution(ctx: &Ctx, period: PeriodId) -> Result<DistributionPage, Failure> {
    let scope = ctx.read();
    let period = scope.period(period).await?.ok_or_else(|| not_found("period"))?;
    let day = period.last_day().min(ctx.today());
    let team = crate::team::of(ctx, &scope, day).await?;
    let evaluations = scope.evaluations_for(period.id, &team).await?;
    let achievement = match unit_led_by(&scope, ctx.me(), day).await? {
        Some(unit) => scope.achievement(period.id, unit).await?,
        None => None,
    };
    let predicates: Vec<Predikat> = evaluations.iter().filter_map(|evaluation| evaluation.predikat).collect();
    let policy = ctx.policy(period.last_day())?;
    Ok(DistributionPage {
        distribution: distribution(&predicates, achievement.as_ref().map(|a| a.capaian), &policy),
        note: scope.spread_note(period.id, ctx.me()).await?,
        missing: team.len().saturating_sub(evaluations.len()),
        period,
        achievement,
    })
}

/// Says why the predicates are spread as they are. Nobody is re-graded by it.
#[crate::boxed]
pub async fn explain(ctx: &Ctx, period: PeriodId, says: String) -> Result<(), Failure> {
    if says.trim().is_empty() {
        return Err(Refusal::field("says", Text::new("form-required")).into());
    }
    ctx.act(Action::DistributionExplain, move |work| {
        let says = says.trim().to_owned();
        async move {
            work.period(period).await?.ok_or_else(|| not_found("period"))?;
            let (by, at) = (work.ctx.me(), work.ctx.at);
            let before = work.spread_note(period, by).await?;
            let after = SpreadNote { period, by, says, at };
            work.save_spread_note(&after).await?;
            work.journal("spread_note", period, before.as_ref(), Some(&after)).await
        }
    })
    .await
}
