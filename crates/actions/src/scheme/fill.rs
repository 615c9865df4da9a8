//! *Somebody says what they see of a person's criteria*: a level each, by the anchors, and why.

use super::{
    link,
    load::{Case, case_to_write, own_evidence},
};
use crate::{
    Ctx, Failure, Work,
    certification::trained::missing,
    failure::{fields, not_found},
};
use domain::{
    decision::{Conflict, Refusal, Text},
    ids::{EvidenceId, PeriodId, SkpId},
    permissions::Action,
    scheme::{
        Role, Sheet,
        disagreement::differences,
        nomination::Saved,
        sheet::{Mark, Shown, check, complete, rests_on},
    },
};
use serde::Serialize;

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The period.
    pub period: PeriodId,
    /// The plan whose owner is rated.
    pub skp: SkpId,
    /// The revision that was on the page; `None` when there was nothing yet.
    pub revision: Option<i64>,
    /// By criterion.
    pub marks: Vec<Mark>,
}

/// What the journal keeps of a sheet. Of somebody who was promised not to be named only that there is one, not what it says.
#[derive(Serialize)]
struct Kept<'a> {
    role: &'static str,
    sent: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<&'a [Mark]>,
}

/// Saves a sheet; `send` hands it in for good.
#[crate::boxed]
pub async fn fill(ctx: &Ctx, filled: Filled, send: bool) -> Result<(), Failure> {
    ctx.act(Action::SchemeFill, move |work| {
        let filled = filled.clone();
        async move {
            let mut case = case_to_write(&work, filled.period, filled.skp, Action::SchemeFill).await?;
            let (me, today) = (work.ctx.me(), work.ctx.today());
            let role = case.fills(me, today).ok_or_else(|| not_found("scheme"))?;
            let before = case.of(me).cloned();
            if before.as_ref().is_some_and(|saved| saved.sent_at.is_some()) {
                return Err(Refusal::rule(Text::new("assessment-already-sent")).into());
            }
            if let Some(refusal) = case.waits(role, today) {
                return Err(refusal.into());
            }
            unchanged(&work, before.as_ref(), filled.revision)?;
            let sheet = Sheet { rater: me, role, marks: filled.marks };
            check(&case.scheme, std::slice::from_ref(&sheet))?;
            let own = own_evidence(&work, &work.ctx, &case).await?;
            let of_period: Vec<EvidenceId> = own.of_period.iter().map(|piece| piece.id).collect();
            let mut errors = rests_on(&sheet, Shown { of_period: &of_period, of_plan: &own.of_plan });
            if send {
                if let Some(refusal) = missing(&work, &work.ctx, &case.scheme, role).await? {
                    return Err(refusal.into());
                }
                errors.extend(complete(&case.scheme, &sheet));
            }
            fields(errors)?;
            let after = Saved {
                id: before.as_ref().map_or_else(|| work.id(), |saved| saved.id),
                period: case.period.id,
                skp: case.skp.id,
                sheet,
                sent_at: send.then_some(work.ctx.at),
                countersigned: None,
                revision: before.as_ref().map_or(0, |saved| saved.revision),
            };
            work.save_sheet(&after, before.as_ref().map(|saved| saved.revision)).await?;
            let named = case.scheme.rater(role).is_some_and(|rule| !rule.anonymous);
            let kept = |saved: &Saved, marks| Kept { role: role.code(), sent: saved.sent_at.is_some(), marks };
            let old = before.as_ref().map(|saved| kept(saved, named.then_some(saved.sheet.marks.as_slice())));
            let new = kept(&after, named.then_some(after.sheet.marks.as_slice()));
            work.journal("sheet", after.id, old.as_ref(), Some(&new)).await?;
            if send {
                case.sheets.retain(|saved| saved.id != after.id);
                case.sheets.push(after);
                tell(&work, &case, role).await?;
            }
            Ok(())
        }
    })
    .await
}

/// Two windows of the same person: nothing is overwritten unseen. What stands saved is fitted to the form by whoever shows it.
fn unchanged(work: &Work, before: Option<&Saved>, revision: Option<i64>) -> Result<(), Failure> {
    match before.filter(|saved| Some(saved.revision) != revision) {
        None => Ok(()),
        Some(_) => {
            let (by, by_name, at) = (work.ctx.me(), work.ctx.actor.name.clone(), work.ctx.at);
            Err(Refusal::Conflict(Box::new(Conflict { by, by_name, at, now: Vec::new() })).into())
        }
    }
}

/// Who hears of it: the rater, when the employee has spoken; both and their superior, when they see things too differently to
/// leave it at that (R25). Of those beside the line nobody hears anything.
async fn tell(work: &Work, case: &Case, role: Role) -> Result<(), Failure> {
    let link = link(case.period.id, case.skp.id);
    if role == Role::Diri {
        let says = Text::new("notice-scheme-self").with("name", work.ctx.actor.name.as_str());
        work.tell(case.skp.rater, says, link.clone()).await?;
    }
    if !matches!(role, Role::Diri | Role::Penilai) {
        return Ok(());
    }
    let differing = differences(&case.scheme, &case.sent());
    if let (Some(rule), false) = (&case.scheme.disagreement, differing.is_empty()) {
        let owner = work.employee(case.skp.employee).await?.map(|e| e.name).unwrap_or_default();
        let says = Text::new("notice-scheme-differs")
            .with("name", owner)
            .with("n", differing.len() as i64)
            .with("days", rule.value.days);
        let superior = case.skp.superior.filter(|_| rule.value.seen_by == Role::Atasan);
        for to in [Some(case.skp.employee), Some(case.skp.rater), superior].into_iter().flatten() {
            work.notify(&work.notice(to, says.clone(), link.clone())).await?;
        }
    }
    Ok(())
}
