//! *Somebody looks after who rates a person beside the reporting line*: who was named, who waits for the rater's word, whom one
//! could name. Whether somebody has answered is told to nobody.

use super::load::{Case, case};
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::Refusal,
    evaluation::Period,
    ids::{EmployeeId, PeriodId, SkpId},
    permissions::{Action, Facts, may},
    plan::Skp,
    scheme::{Scheme, nomination::Nomination},
};
use store::{Person, Scope};

/// Who rates a person beside the reporting line.
pub struct RatersPage {
    /// The plan.
    pub skp: Skp,
    /// The period.
    pub period: Period,
    /// The scheme.
    pub scheme: Scheme,
    /// Whose.
    pub owner: Person,
    /// How the reader stands to them.
    pub facts: Facts,
    /// Those named, with their name.
    pub named: Vec<(Nomination, String)>,
    /// May the reader agree to those named?
    pub decides: bool,
    /// People near the employee who could be named.
    pub near: Vec<Person>,
    /// Why nothing can be changed, if so.
    pub still: Option<Refusal>,
}

/// Opens the list of those who rate beside the reporting line.
#[crate::boxed]
pub async fn see_raters(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<RatersPage, Failure> {
    let scope = ctx.read();
    let case = case(&scope, ctx, period, skp, Action::SchemeRaters).await?;
    if !super::see::beside_the_line(&case.scheme) {
        return Err(not_found("scheme"));
    }
    let ids: Vec<EmployeeId> = case.nominations.iter().map(|n| n.rater).collect();
    let people = scope.employees(&ids).await?;
    let name = |id| people.iter().find(|e| e.id == id).map(|e| e.name.clone()).unwrap_or_default();
    let named = case.nominations.iter().map(|n| (n.clone(), name(n.rater))).collect();
    let owner = scope.people_on(&[case.skp.employee], ctx.today()).await?;
    let owner = owner.into_iter().next().ok_or_else(|| not_found("employee"))?;
    Ok(RatersPage {
        decides: may(&ctx.actor, Action::SchemeDecide, &case.facts).is_ok(),
        near: near(&scope, ctx, &case).await?,
        still: case.still(),
        named,
        owner,
        facts: case.facts,
        skp: case.skp,
        period: case.period,
        scheme: case.scheme,
    })
}

/// People of the employee's unit and those with the same rater, who are not named yet, by name.
async fn near(scope: &Scope, ctx: &Ctx, case: &Case) -> Result<Vec<Person>, Failure> {
    let today = ctx.today();
    let mut people = scope.people_in(&[case.skp.unit], today).await?;
    let same: Vec<EmployeeId> = scope.team_on(case.skp.rater, today).await?.iter().map(|line| line.employee).collect();
    people.extend(scope.people_on(&same, today).await?);
    let out = |id: EmployeeId| {
        [Some(case.skp.employee), Some(case.skp.rater), case.skp.superior].contains(&Some(id))
            || case.nominations.iter().any(|n| n.rater == id && n.stands())
    };
    people.retain(|person| !out(person.employee.id));
    people.sort_by(|a, b| (&a.employee.name, a.employee.id).cmp(&(&b.employee.name, b.employee.id)));
    people.dedup_by_key(|person| person.employee.id);
    Ok(people)
}
