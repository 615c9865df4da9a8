//! *Employee and rater see a line differently*, before there is a result (R25): both views are put down, a day to talk is
//! proposed, and both close it with a note. The rater's superior is told. It holds nothing up.

use crate::{Ctx, Failure, Work, failure::not_found, plan::load::load};
use chrono::NaiveDate;
use domain::{
    assessment::{RaterRole, Subject, rate::subjects},
    decision::Text,
    ids::{DisagreementId, PeriodId, SkpId},
    objection::{
        Side,
        disagreement::{self, Disagreement, may_raise},
    },
    permissions::{Action, Facts},
    plan::Skp,
};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct View {
    /// How they see it.
    pub words: String,
    /// The day proposed for a talk.
    pub talk_on: Option<NaiveDate>,
}

/// The disagreements about a plan in a period, for those who read its assessment.
#[crate::boxed]
pub async fn see(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<Vec<Disagreement>, Failure> {
    let scope = ctx.read();
    load(&scope, ctx, skp, Action::AssessmentRead).await?;
    Ok(scope.disagreements(period, skp).await?)
}

/// Puts a line down as seen differently, or says more of one that is there.
#[crate::boxed]
pub async fn raise(ctx: &Ctx, period: PeriodId, skp: SkpId, subject: Subject, view: View) -> Result<(), Failure> {
    ctx.act(Action::DisagreementWrite, move |work| {
        let view = view.clone();
        async move {
            work.lock(&format!("disagreement:{period}:{skp}")).await?;
            let (skp, facts) = load(&work, &work.ctx, skp, Action::DisagreementWrite).await?;
            work.period(period).await?.ok_or_else(|| not_found("period"))?;
            if !subjects(&skp, RaterRole::Penilai).contains(&subject) {
                return Err(not_found("line"));
            }
            let all = work.disagreements(period, skp.id).await?;
            let before = all.into_iter().find(|found| found.subject == subject);
            let place = || Disagreement::of(work.id(), period, skp.id, subject, work.ctx.at);
            put(&work, &skp, facts, before.clone(), before.unwrap_or_else(place), &view).await
        }
    })
    .await
}

/// Says how one sees a line that is there.
#[crate::boxed]
pub async fn say(ctx: &Ctx, id: DisagreementId, view: View) -> Result<(PeriodId, SkpId), Failure> {
    ctx.act(Action::DisagreementWrite, move |work| {
        let view = view.clone();
        async move {
            let found = work.disagreement(id).await?.ok_or_else(|| not_found("disagreement"))?;
            let (skp, facts) = load(&work, &work.ctx, found.skp, Action::DisagreementWrite).await?;
            let place = (found.period, found.skp);
            put(&work, &skp, facts, Some(found.clone()), found, &view).await?;
            Ok(place)
        }
    })
    .await
}

/// Closes a line with a note; it is closed when both have.
#[crate::boxed]
pub async fn close(ctx: &Ctx, id: DisagreementId, note: String) -> Result<(PeriodId, SkpId), Failure> {
    ctx.act(Action::DisagreementWrite, move |work| {
        let note = note.clone();
        async move {
            let before = work.disagreement(id).await?.ok_or_else(|| not_found("disagreement"))?;
            let (skp, facts) = load(&work, &work.ctx, before.skp, Action::DisagreementWrite).await?;
            let after = disagreement::close(before.clone(), side(facts), &note, work.ctx.me(), work.ctx.at)?;
            let place = (after.period, after.skp);
            let says = Text::new("notice-disagreement-closed").with("name", work.ctx.actor.name.as_str());
            save(&work, &skp, Some(&before), &after, says).await?;
            Ok(place)
        }
    })
    .await
}

async fn put(
    work: &Work,
    skp: &Skp,
    facts: Facts,
    before: Option<Disagreement>,
    now: Disagreement,
    view: &View,
) -> Result<(), Failure> {
    may_raise(work.evaluation_of(now.period, now.skp).await?.is_some())?;
    let (me, today, at) = (work.ctx.me(), work.ctx.today(), work.ctx.at);
    let after = disagreement::say(now, side(facts), &view.words, view.talk_on, me, today, at)?;
    let says = Text::new("notice-disagreement").with("name", work.ctx.actor.name.as_str());
    save(work, skp, before.as_ref(), &after, says).await
}

/// Nobody is their own rater, so whoever is not the employee is the rater.
const fn side(facts: Facts) -> Side {
    if facts.is_self { Side::Employee } else { Side::Rater }
}

async fn save(
    work: &Work,
    skp: &Skp,
    before: Option<&Disagreement>,
    after: &Disagreement,
    says: Text,
) -> Result<(), Failure> {
    work.save_disagreement(after, skp.employee, skp.rater).await?;
    work.journal("disagreement", after.id, before, Some(after)).await?;
    let link = format!("/penilaian/{}/{}#beda-pandangan", after.period, after.skp);
    for to in [Some(skp.employee), Some(skp.rater), skp.superior].into_iter().flatten() {
        work.tell(to, says.clone(), link.clone()).await?;
    }
    Ok(())
}
