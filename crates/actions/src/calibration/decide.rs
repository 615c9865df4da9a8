//! *The official who gave a rating decides* about a proposal. Where it changes, the assessment is saved anew with the reason,
//! and the journal keeps what it was and what it became.

use super::load::link;
use crate::{Ctx, Failure, failure::not_found, scheme::load::hold};
use domain::{
    assessment::RaterRole,
    calibration::{Answer, decide as rule},
    decision::{Refusal, Text},
    ids::CalibrationProposalId,
    permissions::{Action, Facts, may},
};

/// Decides it.
#[crate::boxed]
pub async fn decide(ctx: &Ctx, id: CalibrationProposalId, changes: bool, reason: String) -> Result<(), Failure> {
    ctx.act(Action::CalibrationDecide, move |work| {
        let reason = reason.trim().to_owned();
        async move {
            let before = work.calibration_proposal(id).await?.ok_or_else(|| not_found("proposal"))?;
            work.lock(&format!("calibration {}", before.calibration)).await?;
            let before = work.calibration_proposal(id).await?.unwrap_or(before);
            let session = work.calibration(before.calibration).await?.ok_or_else(|| not_found("calibration"))?;
            let period = work.period(session.period).await?.ok_or_else(|| not_found("period"))?;
            // Nobody signs the result meanwhile.
            hold(&work, period.id, before.skp).await?;
            let sheet = work.assessment(period.id, before.skp, RaterRole::Penilai).await?;
            let sheet = sheet.ok_or_else(|| not_found("assessment"))?;
            let skp = work.skp(before.skp).await?.ok_or_else(|| not_found("skp"))?;
            let me = work.ctx.me();
            let facts = Facts { is_rater: sheet.rater == me, is_self: skp.employee == me, ..Facts::none() };
            may(&work.ctx.actor, Action::CalibrationDecide, &facts)?;
            if changes && period.closed_at.is_some() {
                return Err(Refusal::rule(Text::new("assessment-period-closed")).into());
            }
            let signed = work.evaluation_of(period.id, before.skp).await?.is_some();
            let answer = Answer { changes, reason: reason.clone(), by: me, at: work.ctx.at };
            let (after, changed) = rule(&before, &sheet, signed, answer)?;
            work.save_calibration_proposal(&after).await?;
            work.journal("calibration_proposal", id, Some(&before), Some(&after)).await?;
            if let Some(changed) = changed {
                work.save_assessment(&changed, Some(sheet.revision)).await?;
                work.journal("assessment", changed.id, Some(&sheet), Some(&changed)).await?;
            }
            let says = Text::new("notice-calibration-decided").with("name", work.ctx.actor.name.as_str());
            work.tell(before.by, says, format!("{}#usul-{id}", link(session.id))).await
        }
    })
    .await
}
