//! *The rater signs an evaluation*: the ratings become a predicate by rule (in a scheme's review they stand as they are),
//! and the result is frozen with its reasons.

use super::transfer;
use crate::{
    Ctx, Failure, certification::trained::missing, ctx::unit_led_by, failure::not_found, feed::measure::gauges,
    plan::load::load, scheme::load::hold,
};
use domain::{
    assessment::{RaterRole, rate::turn},
    decision::{Refusal, Text},
    evaluation::{
        Evaluation, Rhythm,
        close::{Inputs, evaluate as decide},
        transfer::standing,
    },
    ids::{EvaluationId, PeriodId, SkpId},
    objection::disagreement,
    permissions::Action,
    plan::workflow,
    scheme::{
        Role,
        beside::{Material, before_signing},
    },
};

/// Signs; the employee is given the result at once.
#[crate::boxed]
pub async fn evaluate(ctx: &Ctx, period: PeriodId, skp: SkpId, notes: String) -> Result<EvaluationId, Failure> {
    ctx.act(Action::EvaluationSign, move |work| {
        let notes = notes.trim().to_owned();
        async move {
            let (skp, facts) = load(&work, &work.ctx, skp, Action::EvaluationSign).await?;
            let period = work.period(period).await?.ok_or_else(|| not_found("period"))?;
            if work.evaluation_of(period.id, skp.id).await?.is_some() {
                return Err(Refusal::rule(Text::new("evaluation-frozen")).into());
            }
            let last_day = period.last_day();
            let policy = work.ctx.policy(last_day)?;
            let ends = work.ctx.window(&period)?.ends;
            turn(&facts, ends, work.ctx.today())?;
            hold(&work, period.id, skp.id).await?;
            let sheets = work.sheets(period.id, skp.id).await?;
            // Whoever may not send the sheet for want of training is not asked for it: no employee waits for that.
            let trained = missing(&work, &work.ctx, &policy.appraisal, Role::Penilai).await?.is_none();
            before_signing(&policy.appraisal, period.rhythm, &sheets, trained && work.ctx.today() <= ends)?;
            let standards = work.standards_among(&[skp.post]).await?;
            let required: Vec<_> = standards.into_iter().map(|one| (one.criterion, one.level)).collect();
            let version = work.version(skp.id, skp.version).await?.ok_or_else(|| not_found("skp version"))?;
            let name = work.employee(skp.employee).await?.map(|e| e.name).unwrap_or_default();
            let own = work.assessment(period.id, skp.id, RaterRole::Diri).await?;
            let supervisor = work.assessment(period.id, skp.id, RaterRole::Penilai).await?;
            let led = unit_led_by(&work, skp.rater, last_day.min(work.ctx.today())).await?.unwrap_or(skp.unit);
            let achievement = work.achievement(period.id, led).await?;
            let circumstances = work.circumstances_of(&[skp.employee]).await?;
            let mut earned = transfer::earlier(&work, &period, &policy, [&skp]).await?;
            let earlier = standing(earned.remove(&skp.id).unwrap_or_default(), work.ctx.at);
            let takeovers = work.takeovers(&[skp.id]).await?;
            let measured = gauges(&work, &period, &policy, &[&skp]).await?.remove(&skp.id).unwrap_or_default();
            let outcome = decide(Inputs {
                skp: &skp,
                version: &version,
                period: &period,
                achievement: achievement.as_ref(),
                self_assessment: own.as_ref(),
                supervisor: supervisor.as_ref(),
                takeovers: &takeovers,
                circumstances: &circumstances,
                earlier: &earlier,
                policy: &policy,
                employee_name: &name,
                scheme: Material { sheets: &sheets, required: &required, gauges: &measured },
            })?;
            let open = disagreement::reasons(&work.disagreements(period.id, skp.id).await?, &version.content);
            let evaluation = Evaluation {
                id: work.id(),
                period: period.id,
                skp: skp.id,
                skp_version: skp.version,
                employee: skp.employee,
                evaluator: work.ctx.me(),
                hasil: outcome.hasil,
                perilaku: outcome.perilaku,
                predikat: outcome.predikat,
                capaian: outcome.capaian,
                scheme: outcome.scheme,
                because: outcome.because.resting_on(open),
                policy: policy.id.clone(),
                notes,
                signed_at: work.ctx.at,
                delivered_at: Some(work.ctx.at),
                acknowledged_at: None,
            };
            work.insert_evaluation(&evaluation).await?;
            work.insert_feed_gauges(&[(evaluation.id, measured)]).await?;
            work.journal("evaluation", evaluation.id, None, Some(&evaluation)).await?;
            if period.rhythm == Rhythm::Tahunan {
                let after = workflow::evaluate(skp.clone(), work.ctx.at)?;
                work.save_skp(&after, skp.revision).await?;
                work.journal("skp", skp.id, Some(&skp.milestones), Some(&after.milestones)).await?;
            }
            let says = Text::new("notice-evaluated").with("name", work.ctx.actor.name.as_str());
            work.tell(skp.employee, says, format!("/hasil/{}", evaluation.id)).await?;
            Ok(evaluation.id)
        }
    })
    .await
}
