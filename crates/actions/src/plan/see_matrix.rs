//! *A leader reads the matriks peran hasil* (form A.1.5): who carries which of the leader's results.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    ids::{EmployeeId, RhkId},
    permissions::Action,
    plan::{Skp, cascade},
};
use store::Person;

/// The matrix and the people in it.
pub struct MatrixPage {
    /// The leader.
    pub leader: Person,
    /// The leader's plan.
    pub plan: Skp,
    /// Columns and rows.
    pub matrix: cascade::Matrix,
    /// The people of the rows, and those who carry no role yet.
    pub people: Vec<Person>,
}

/// The matrix of a leader in a year: everybody rated by the leader is a row, with a role or without.
#[crate::boxed]
pub async fn see_matrix(ctx: &Ctx, leader: EmployeeId, year: i32) -> Result<MatrixPage, Failure> {
    let scope = ctx.read();
    permit_over(&scope, ctx, Action::PlanRead, leader, None).await?;
    let day = day_in(ctx, year);
    let plan = scope.skp_in_force(leader, day).await?.ok_or_else(|| not_found("skp"))?;
    let results: Vec<RhkId> = plan.content.results.iter().map(|result| result.id).collect();
    let supporters: Vec<Skp> = scope.supporters(&results).await?.into_iter().map(|(_, skp)| skp).collect();
    let mut ids: Vec<EmployeeId> = scope.team_on(leader, day).await?.into_iter().map(|line| line.employee).collect();
    ids.extend(supporters.iter().map(|skp| skp.employee));
    ids.push(leader);
    ids.sort_unstable();
    ids.dedup();
    let mut people = scope.people_on(&ids, day).await?;
    let at = people.iter().position(|person| person.employee.id == leader).ok_or_else(|| not_found("employee"))?;
    let leader = people.remove(at);
    people.sort_by(|a, b| a.employee.name.cmp(&b.employee.name));
    let rows: Vec<(EmployeeId, &Skp)> = supporters.iter().map(|skp| (skp.employee, skp)).collect();
    let matrix = cascade::matrix(&plan, &rows);
    Ok(MatrixPage { leader, plan, matrix, people })
}

/// Today, if it lies in the year; else the year's last day.
pub(crate) fn day_in(ctx: &Ctx, year: i32) -> chrono::NaiveDate {
    let whole = domain::time::DateRange::year(year);
    ctx.today().clamp(whole.from, whole.until.unwrap_or(whole.from))
}
