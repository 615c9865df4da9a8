//! *Somebody says what they see of a person's criteria*: a level each, by the anchors, and why.

use super::see::case;
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::{Conflict, Refusal, Text},
    ids::{PeriodId, SkpId},
    permissions::Action,
    scheme::{
        Role, Sheet,
        nomination::Saved,
        sheet::{Mark, check, complete},
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

/// What the journal keeps of a sheet whose writer was promised not to be named: that there is one, not what it says.
#[derive(Serialize)]
struct Kept<'a> {
    role: &'static str,
    sent: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<&'a [Mark]>,
}

/// Saves a sheet; `send` hands it in for good.
pub async fn fill(ctx: &Ctx, filled: Filled, send: bool) -> Result<(), Failure> {
    ctx.act(Action::SchemeFill, move |work| {
        let filled = filled.clone();
        async move {
            let case = case(&work, &work.ctx, filled.period, filled.skp, Action::SchemeFill).await?;
            let me = work.ctx.me();
            let role = case.role(me).ok_or_else(|| not_found("scheme"))?;
            if let Some(refusal) = case.waits(&work.ctx, role)? {
                return Err(refusal.into());
            }
            let before = case.sheets.iter().find(|saved| saved.sheet.rater == me);
            if before.is_some_and(|saved| saved.sent_at.is_some()) {
                return Err(Refusal::rule(Text::new("assessment-already-sent")).into());
            }
            if let Some(before) = before.filter(|saved| Some(saved.revision) != filled.revision) {
                let now = |mark: &Mark| (format!("{}.reason", mark.criterion), mark.reason.clone());
                let now = before.sheet.marks.iter().map(now).collect();
                let by_name = work.ctx.actor.name.clone();
                let conflict = Conflict { by: me, by_name, at: before.sent_at.unwrap_or(work.ctx.at), now };
                return Err(Refusal::Conflict(Box::new(conflict)).into());
            }
            let sheet = Sheet { rater: me, role, marks: filled.marks };
            check(&case.scheme, std::slice::from_ref(&sheet))?;
            if send {
                let errors = complete(&case.scheme, &sheet);
                if !errors.is_empty() {
                    return Err(Refusal::Fields(errors).into());
                }
            }
            let after = Saved {
                id: before.map_or_else(|| work.id(), |saved| saved.id),
                period: case.period.id,
                skp: case.skp.id,
                sheet,
                sent_at: send.then_some(work.ctx.at),
                revision: before.map_or(0, |saved| saved.revision),
            };
            work.save_sheet(&after, before.map(|saved| saved.revision)).await?;
            let named = case.scheme.rater(role).is_some_and(|rule| !rule.anonymous);
            let kept = |saved: &Saved, marks| Kept { role: role.code(), sent: saved.sent_at.is_some(), marks };
            let old = before.map(|saved| kept(saved, named.then_some(saved.sheet.marks.as_slice())));
            let new = kept(&after, named.then_some(after.sheet.marks.as_slice()));
            work.journal("sheet", after.id, old.as_ref(), Some(&new)).await?;
            if send && role == Role::Diri {
                let says = Text::new("notice-scheme-self").with("name", work.ctx.actor.name.as_str());
                work.tell(case.skp.rater, says, format!("/kriteria/{}/{}", case.period.id, case.skp.id)).await?;
            }
            Ok(())
        }
    })
    .await
}
