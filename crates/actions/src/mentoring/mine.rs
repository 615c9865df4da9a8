//! *Somebody sees their cases*: as employee, mentor, rater or superior. The offices see all of them.

use super::load::names;
use crate::{Ctx, Failure};
use domain::{
    account::Role,
    ids::EmployeeId,
    mentoring::{Case, State},
    permissions::{Action, Facts, may},
};

/// A case in the list.
pub struct Row {
    /// The case.
    pub case: Case,
    /// Where it is.
    pub state: State,
    /// Whose, by name.
    pub name: String,
    /// Who stands by.
    pub mentor: Option<String>,
}

/// One's cases.
pub struct Mine {
    /// Those that run first, then the newest.
    pub rows: Vec<Row>,
    /// Is it the list of all?
    pub all: bool,
    /// People one could open a case for: those one rates.
    pub team: Vec<(EmployeeId, String)>,
    /// May one open a case for anybody?
    pub opens: bool,
}

/// The cases of the person asking.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<Mine, Failure> {
    let scope = ctx.read();
    let all = may(&ctx.actor, Action::MentoringRead, &Facts::none()).is_ok();
    let cases = if all { scope.mentoring_all().await? } else { scope.mentoring_with(ctx.me()).await? };
    let mut named: Vec<EmployeeId> = cases.iter().map(|case| case.employee).collect();
    named.extend(cases.iter().filter_map(|case| case.mentor));
    let names = names(&scope, named).await?;
    let name = |id: EmployeeId| names.get(&id).cloned().unwrap_or_default();
    let today = ctx.today();
    let mut rows: Vec<Row> = cases
        .into_iter()
        .map(|case| Row { state: case.state(today), name: name(case.employee), mentor: case.mentor.map(name), case })
        .collect();
    rows.sort_by_key(|row| row.state == State::Selesai);
    let team: Vec<EmployeeId> = scope.team_on(ctx.me(), today).await?.into_iter().map(|line| line.employee).collect();
    let team = scope.employees(&team).await?.into_iter().map(|one| (one.id, one.name)).collect();
    Ok(Mine { rows, all, team, opens: ctx.actor.has(Role::PersonnelOffice) })
}

/// Whom somebody means by a name or a NIP, to open a case for.
#[crate::boxed]
pub async fn whom(ctx: &Ctx, typed: &str) -> Result<EmployeeId, Failure> {
    let scope = ctx.read();
    Ok(crate::people::find::colleague(&scope, typed, "pegawai").await??.id)
}
