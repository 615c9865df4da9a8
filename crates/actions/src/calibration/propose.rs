//! *Somebody in a session proposes another rating* for one line. The official who gave it is told and decides.

use super::load::{link, load};
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    assessment::{RaterRole, Rating, Subject},
    calibration::{not_about_oneself, propose as rule},
    decision::{Refusal, Text},
    ids::{CalibrationId, CalibrationProposalId, SkpId},
    permissions::Action,
};

/// Proposes it.
#[crate::boxed]
pub async fn propose(
    ctx: &Ctx,
    id: CalibrationId,
    skp: SkpId,
    (subject, after): (Subject, Rating),
    reason: String,
) -> Result<CalibrationProposalId, Failure> {
    ctx.act(Action::CalibrationPropose, move |work| {
        let reason = reason.clone();
        async move {
            work.lock(&format!("calibration {id}")).await?;
            let found = load(&work, &work.ctx, id, Action::CalibrationPropose).await?;
            let plan = found.plans.iter().find(|plan| plan.id == skp).ok_or_else(|| not_found("skp"))?;
            not_about_oneself(plan.employee, work.ctx.me())?;
            let sheet = work.assessment(found.period.id, skp, RaterRole::Penilai).await?;
            let sheet = sheet.ok_or_else(|| Refusal::rule(Text::new("calibration-not-sent")))?;
            let signed = work.evaluation_of(found.period.id, skp).await?.is_some();
            let what = (work.id(), subject, after);
            let proposal = rule(&found.session, &sheet, signed, what, &reason, (work.ctx.me(), work.ctx.at))?;
            work.save_calibration_proposal(&proposal).await?;
            work.journal("calibration_proposal", proposal.id, None, Some(&proposal)).await?;
            let says = Text::new("notice-calibration-proposed").with("name", work.ctx.actor.name.as_str());
            work.tell(sheet.rater, says, format!("{}#usul-{}", link(id), proposal.id)).await?;
            Ok(proposal.id)
        }
    })
    .await
}
