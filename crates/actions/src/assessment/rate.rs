//! *A supervisor rates an employee*: hasil kerja and perilaku kerja, a reason each, and the evidence it rests on.

use crate::{Ctx, Failure, Work, failure::not_found, plan::load::load};
use domain::{
    assessment::{Answer, Assessment, RaterRole, rate as rules},
    decision::{Conflict, Refusal, Text},
    evaluation::Period,
    ids::{PeriodId, SkpId},
    permissions::{Action, Facts},
    plan::Skp,
};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The period.
    pub period: PeriodId,
    /// The plan.
    pub skp: SkpId,
    /// The revision that was on the page; `None` when there was nothing yet.
    pub revision: Option<i64>,
    /// The answers.
    pub answers: Vec<Answer>,
}

/// Saves the supervisor's sheet; `send` ends it.
#[crate::boxed]
pub async fn rate(ctx: &Ctx, sheet: Sheet, send: bool) -> Result<(), Failure> {
    ctx.act(Action::AssessmentRate, move |work| {
        let sheet = sheet.clone();
        async move {
            let skp = save(&work, &sheet, RaterRole::Penilai, send).await?;
            if send {
                let says = Text::new("notice-rated").with("name", work.ctx.actor.name.as_str());
                work.tell(skp.employee, says, format!("/penilaian/{}/{}", sheet.period, skp.id)).await?;
            }
            Ok(())
        }
    })
    .await
}

/// What both kinds of assessment share: permit, the order of R10, nobody else saved meanwhile, save, journal.
pub(super) async fn save(work: &Work, sheet: &Sheet, role: RaterRole, send: bool) -> Result<Skp, Failure> {
    let action = match role {
        RaterRole::Diri => Action::AssessmentSelf,
        RaterRole::Penilai => Action::AssessmentRate,
    };
    let (skp, facts) = load(work, &work.ctx, sheet.skp, action).await?;
    let period = work.period(sheet.period).await?.ok_or_else(|| not_found("period"))?;
    open_for(work, &skp, &period, role, &facts)?;
    if role == RaterRole::Penilai {
        let own = work.assessment(period.id, skp.id, RaterRole::Diri).await?;
        let name = work.employee(skp.employee).await?.map(|e| e.name).unwrap_or_default();
        self_first(&work.ctx, &period, own.as_ref(), &name)?;
    }
    let before = work.assessment(period.id, skp.id, role).await?;
    unchanged(work, before.as_ref(), sheet.revision).await?;
    if before.as_ref().is_some_and(|assessment| assessment.sent_at.is_some()) {
        return Err(Refusal::rule(Text::new("assessment-already-sent")).into());
    }
    let mut after = Assessment {
        id: before.as_ref().map_or_else(|| work.id(), |assessment| assessment.id),
        period: period.id,
        skp: skp.id,
        role,
        rater: work.ctx.me(),
        answers: sheet.answers.clone(),
        sent_at: None,
        revision: before.as_ref().map_or(0, |assessment| assessment.revision),
    };
    if send {
        after = rules::send(after, &skp, work.ctx.at)?;
    }
    work.save_assessment(&after, before.as_ref().map(|assessment| assessment.revision)).await?;
    work.journal("assessment", after.id, before.as_ref(), Some(&after)).await?;
    Ok(skp)
}

/// R10, on this day, by the scheme in force for the period.
pub(super) fn self_first(ctx: &Ctx, period: &Period, own: Option<&Assessment>, name: &str) -> Result<(), Failure> {
    let last = period.last_day();
    let policy = ctx.policy(last)?;
    rules::may_rate_on(own, &policy, name, last, ctx.today(), ctx.app.policies.holidays())?;
    Ok(())
}

/// Is the period open for this role, and is it this person's turn?
fn open_for(work: &Work, skp: &Skp, period: &Period, role: RaterRole, facts: &Facts) -> Result<(), Failure> {
    if skp.version == 0 {
        let says = Text::new("assessment-plan-not-set");
        return Err(Refusal::rule(says).next(Text::new("progress-plan-not-set-next")).into());
    }
    if period.opened_at.is_none() {
        return Err(Refusal::rule(Text::new("assessment-period-not-open")).into());
    }
    if role == RaterRole::Penilai {
        rules::turn(facts, work.ctx.window(period)?.ends, work.ctx.today())?;
    }
    if period.closed_at.is_some() && (role == RaterRole::Diri || facts.is_rater) {
        let says = Text::new("assessment-period-closed");
        return Err(Refusal::rule(says).next(Text::new("assessment-ask-superior")).into());
    }
    Ok(())
}

async fn unchanged(work: &Work, before: Option<&Assessment>, revision: Option<i64>) -> Result<(), Failure> {
    let Some(before) = before else { return Ok(()) };
    if Some(before.revision) == revision {
        return Ok(());
    }
    let by_name = work.employee(before.rater).await?.map(|e| e.name).unwrap_or_default();
    let last = work.journal_of("assessment", &before.id.to_string()).await?.into_iter().map(|e| e.at).max();
    let now =
        before.answers.iter().enumerate().map(|(n, a)| (format!("answer.{n}.reason"), a.reason.clone())).collect();
    let at = last.unwrap_or(work.ctx.at);
    Err(Refusal::Conflict(Box::new(Conflict { by: before.rater, by_name, at, now })).into())
}
