//! *Somebody is named to rate* beside the reporting line, or the name is taken back; where the scheme says so, by lot.

use super::see::{Case, case};
use crate::{Ctx, Failure, Work, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    ids::{EmployeeId, NominationId, PeriodId, SkpId},
    permissions::Action,
    scheme::{
        Role,
        nomination::{Nomination, State},
        rater::{Nominated, Ties, may_rate},
    },
};

/// Names somebody. The employee's proposal waits for the rater's word; the rater's own stands at once.
pub async fn nominate(
    ctx: &Ctx,
    period: PeriodId,
    skp: SkpId,
    rater: EmployeeId,
    role: Role,
) -> Result<NominationId, Failure> {
    ctx.act(Action::SchemeNominate, move |work| async move {
        let case = case(&work, &work.ctx, period, skp, Action::SchemeNominate).await?;
        let refuse = |says: Text| {
            let refusal = Refusal::rule(says);
            Failure::from(match &case.scheme.raters {
                Some(rule) => refusal.cited(rule.cite.clone()),
                None => refusal,
            })
        };
        let rule = case.scheme.rater(role).ok_or_else(|| not_found("scheme"))?;
        let named_by_me = match rule.nominated {
            Nominated::Line => false,
            Nominated::Employee => case.facts.is_self || case.facts.is_rater,
            Nominated::Rater | Nominated::Drawn => case.facts.is_rater,
        };
        if !named_by_me {
            return Err(refuse(Text::new("scheme-nominate-not-yours").with("role", role.label())));
        }
        if case.period.closed_at.is_some() {
            return Err(Refusal::rule(Text::new("assessment-period-closed")).into());
        }
        let ties = ties(&work, &case, rater).await?;
        may_rate(&case.scheme, role, ties)?;
        let standing = |n: &&Nomination| matches!(n.state, State::Proposed | State::Agreed);
        if case.nominations.iter().filter(standing).any(|n| n.rater == rater) {
            return Err(refuse(Text::new("scheme-nominate-twice")));
        }
        let of_role = case.nominations.iter().filter(standing).filter(|n| n.role == role).count() as u32;
        if let Some(max) = rule.max.filter(|max| of_role >= *max) {
            return Err(refuse(Text::new("scheme-sheet-too-many").with("role", role.label()).with("max", max)));
        }
        let before = case.nominations.iter().find(|n| n.rater == rater);
        let nomination = Nomination {
            id: before.map_or_else(|| work.id(), |n| n.id),
            period: case.period.id,
            skp: case.skp.id,
            rater,
            role,
            state: if case.facts.is_rater { State::Agreed } else { State::Proposed },
            by: work.ctx.me(),
            at: work.ctx.at,
            note: String::new(),
        };
        work.save_nomination(&nomination).await?;
        work.journal("nomination", nomination.id, before, Some(&nomination)).await?;
        let owner = work.employee(case.skp.employee).await?.map(|e| e.name).unwrap_or_default();
        match nomination.state {
            State::Agreed => tell_named(&work, &case, rater, &owner).await?,
            _ => {
                let says = Text::new("notice-scheme-proposed").with("name", owner);
                let link = format!("/kriteria/{}/{}/penilai", case.period.id, case.skp.id);
                work.tell(case.skp.rater, says, link).await?;
            }
        }
        Ok(nomination.id)
    })
    .await
}

/// Tells somebody that they were asked to rate.
pub(super) async fn tell_named(work: &Work, case: &Case, rater: EmployeeId, owner: &str) -> Result<(), Failure> {
    let says = Text::new("notice-scheme-asked").with("name", owner);
    work.tell(rater, says, format!("/kriteria/{}/{}", case.period.id, case.skp.id)).await
}

/// How a possible rater stands to the owner of the plan. Family is not known to the system: those who agree are asked to
/// see to it. A certificate of training is not kept yet, so it is not asked for.
async fn ties(work: &Work, case: &Case, rater: EmployeeId) -> Result<Ties, Failure> {
    let today = work.ctx.today();
    let owner = case.skp.employee;
    let (to_rater, to_owner) = (work.line_on(rater, today).await?, work.line_on(owner, today).await?);
    let leads = |line: &Option<domain::people::ReportingLine>, leader| {
        line.as_ref().is_some_and(|line| line.rater == leader || line.superior == Some(leader))
    };
    Ok(Ties {
        oneself: rater == owner,
        family: false,
        superior: leads(&to_owner, rater),
        subordinate: leads(&to_rater, owner),
        months: together(work, case, rater, today).await?,
        trained: true,
    })
}

/// Whole months of the period for which both have held the post they hold now.
async fn together(work: &Work, case: &Case, rater: EmployeeId, today: NaiveDate) -> Result<u32, Failure> {
    let mut from = case.period.dates.from;
    for id in [case.skp.employee, rater] {
        match work.assignment_on(id, today).await? {
            Some(assignment) => from = from.max(assignment.dates.from),
            None => return Ok(0),
        }
    }
    let until = today.min(case.period.last_day());
    Ok(u32::try_from((until - from).num_days().max(0) / 30).unwrap_or(0))
}

/// Takes a name back, as long as nothing was handed in under it.
pub async fn withdraw(ctx: &Ctx, period: PeriodId, skp: SkpId, id: NominationId) -> Result<(), Failure> {
    ctx.act(Action::SchemeNominate, move |work| async move {
        let case = case(&work, &work.ctx, period, skp, Action::SchemeNominate).await?;
        let before = case.nominations.iter().find(|n| n.id == id).ok_or_else(|| not_found("nomination"))?;
        if case.sheets.iter().any(|saved| saved.sheet.rater == before.rater && saved.sent_at.is_some()) {
            return Err(Refusal::rule(Text::new("scheme-nomination-answered")).into());
        }
        let after = Nomination { state: State::Withdrawn, at: work.ctx.at, ..before.clone() };
        work.save_nomination(&after).await?;
        work.journal("nomination", id, Some(before), Some(&after)).await
    })
    .await
}
