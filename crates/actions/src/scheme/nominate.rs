//! *Somebody is named to rate* beside the reporting line. The employee's proposal waits for the rater's word; the rater's own
//! stands at once.

use super::{
    link,
    load::{Case, case_to_write},
};
use crate::{Ctx, Failure, Work, certification::trained::holders};
use chrono::NaiveDate;
use domain::{
    decision::Text,
    ids::{EmployeeId, NominationId, PeriodId, SkpId},
    people::ReportingLine,
    permissions::Action,
    scheme::{
        Role,
        nomination::{Nomination, State, may_name},
        rater::Ties,
    },
};
use std::collections::BTreeSet;
use store::Scope;

/// Somebody to be named.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// Who.
    pub rater: EmployeeId,
    /// As whom.
    pub role: Role,
    /// Whoever names them says that they are family of the employee. The system does not know families.
    pub family: bool,
}

/// Names somebody.
#[crate::boxed]
pub async fn nominate(ctx: &Ctx, period: PeriodId, skp: SkpId, name: Name) -> Result<NominationId, Failure> {
    ctx.act(Action::SchemeNominate, move |work| async move {
        let case = case_to_write(&work, period, skp, Action::SchemeNominate).await?;
        if let Some(still) = case.still() {
            return Err(still.into());
        }
        let holders = holders(&work, &work.ctx, &case.scheme).await?;
        let ties = Ties { family: name.family, ..ties(&work, &work.ctx, &case, name.rater, holders.as_ref()).await? };
        let state = may_name(&case.scheme, &case.nominations, (name.rater, name.role), ties, &case.facts)?;
        save(&work, &case, name.rater, name.role, state).await
    })
    .await
}

/// Saves a name that may stand, and tells whom it concerns.
pub(super) async fn save(
    work: &Work,
    case: &Case,
    rater: EmployeeId,
    role: Role,
    state: State,
) -> Result<NominationId, Failure> {
    let before = case.nominations.iter().find(|n| n.rater == rater);
    let nomination = Nomination {
        id: before.map_or_else(|| work.id(), |n| n.id),
        period: case.period.id,
        skp: case.skp.id,
        rater,
        role,
        state,
        by: work.ctx.me(),
        at: work.ctx.at,
        note: String::new(),
    };
    work.save_nomination(&nomination).await?;
    work.journal("nomination", nomination.id, before, Some(&nomination)).await?;
    let owner = work.employee(case.skp.employee).await?.map(|e| e.name).unwrap_or_default();
    match state {
        State::Agreed => tell_named(work, case, rater, &owner).await?,
        _ => {
            let says = Text::new("notice-scheme-proposed").with("name", owner);
            work.tell(case.skp.rater, says, format!("{}/penilai", link(case.period.id, case.skp.id))).await?;
        }
    }
    Ok(nomination.id)
}

/// Tells somebody that they were asked to rate.
pub(super) async fn tell_named(work: &Work, case: &Case, rater: EmployeeId, owner: &str) -> Result<(), Failure> {
    let says = Text::new("notice-scheme-asked").with("name", owner);
    work.tell(rater, says, link(case.period.id, case.skp.id)).await
}

/// How a possible rater stands to the owner of the plan. Family is not known to the system: whoever names, agrees or is asked
/// says so. `holders`: of a certificate, where the scheme asks for one.
pub(super) async fn ties(
    scope: &Scope,
    ctx: &Ctx,
    case: &Case,
    rater: EmployeeId,
    holders: Option<&BTreeSet<EmployeeId>>,
) -> Result<Ties, Failure> {
    let (today, owner) = (ctx.today(), case.skp.employee);
    let (to_rater, to_owner) = (scope.line_on(rater, today).await?, scope.line_on(owner, today).await?);
    let leads = |line: &Option<ReportingLine>, leader| {
        line.as_ref().is_some_and(|line| line.rater == leader || line.superior == Some(leader))
    };
    Ok(Ties {
        oneself: rater == owner,
        family: false,
        superior: leads(&to_owner, rater) || rater == case.skp.rater || Some(rater) == case.skp.superior,
        subordinate: leads(&to_rater, owner),
        months: together(scope, case, rater, today).await?,
        trained: holders.is_none_or(|holders| holders.contains(&rater)),
    })
}

/// Whole months of the period for which both have held the post they hold now.
async fn together(scope: &Scope, case: &Case, rater: EmployeeId, today: NaiveDate) -> Result<u32, Failure> {
    let mut from = case.period.dates.from;
    for id in [case.skp.employee, rater] {
        match scope.assignment_on(id, today).await? {
            Some(assignment) => from = from.max(assignment.dates.from),
            None => return Ok(0),
        }
    }
    let until = today.min(case.period.last_day());
    Ok(u32::try_from((until - from).num_days().max(0) / 30).unwrap_or(0))
}
