//! *Somebody opens a session*: who was put forward and where each name stands, as far as it is the reader's business.

use super::catalogue::named;
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    ids::{EmployeeId, TrainingSessionId},
    people::ReportingLine,
    permissions::{Action, Facts, may},
    training::{
        Nomination, Program, Session,
        nominate::{Standing, placed},
    },
};
use std::collections::BTreeMap;

/// A name put forward.
pub struct NameRow {
    /// The nomination.
    pub nomination: Nomination,
    /// Who.
    pub name: String,
    /// Who put it forward.
    pub by: String,
    /// Where it stands.
    pub standing: Standing,
    /// May the reader say whether they support it?
    pub supports: bool,
    /// May the reader admit?
    pub admits: bool,
    /// May the reader take it back?
    pub withdraws: bool,
    /// May the reader say who was there?
    pub attends: bool,
}

/// A session with everything its page shows.
pub struct SessionPage {
    /// The programme.
    pub program: Program,
    /// What it builds, by name.
    pub builds: Vec<(String, u8)>,
    /// The session.
    pub session: Session,
    /// Places taken.
    pub placed: u32,
    /// Names the reader may know of.
    pub names: Vec<NameRow>,
    /// People the reader may put forward: themselves, those they rate.
    pub people: Vec<(EmployeeId, String)>,
    /// May the reader put anybody forward, by name or NIP?
    pub anybody: bool,
    /// Can a name still be put forward?
    pub takes: bool,
    /// Does the reader keep the catalogue?
    pub manages: bool,
}

/// One session.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: TrainingSessionId) -> Result<SessionPage, Failure> {
    ctx.permit(Action::TrainingRead)?;
    let scope = ctx.read();
    let session = scope.training_session(id).await?.ok_or_else(|| not_found("training_session"))?;
    let program = scope.training_program(session.program).await?.ok_or_else(|| not_found("training_program"))?;
    let (me, today) = (ctx.me(), ctx.today());
    let all = scope.training_nominations(&[id]).await?;
    let team: Vec<ReportingLine> = scope.team_on(me, today).await?;
    let below: Vec<ReportingLine> = scope.superior_of_on(me, today).await?;
    let facts = |employee: EmployeeId| Facts {
        is_self: employee == me,
        is_rater: team.iter().any(|line| line.employee == employee),
        is_superior: below.iter().any(|line| line.employee == employee),
        ..Facts::none()
    };
    let reads = |employee| may(&ctx.actor, Action::TrainingRecords, &facts(employee)).is_ok();
    let seen: Vec<&Nomination> = all.iter().filter(|one| reads(one.employee) || one.by == me).collect();
    let mut ids: Vec<EmployeeId> = seen.iter().flat_map(|one| [one.employee, one.by]).collect();
    ids.extend(team.iter().map(|line| line.employee));
    ids.push(me);
    ids.sort_unstable();
    ids.dedup();
    let names: BTreeMap<EmployeeId, String> =
        scope.employees(&ids).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let name = |id: EmployeeId| names.get(&id).cloned().unwrap_or_default();
    let begun = today >= session.dates.from && session.cancelled_on.is_none();
    let row = |one: &Nomination| {
        let (standing, facts) = (one.standing(), facts(one.employee));
        let may = |action| may(&ctx.actor, action, &facts).is_ok();
        NameRow {
            name: name(one.employee),
            by: name(one.by),
            supports: standing == Standing::Diajukan && may(Action::TrainingSupport),
            admits: standing == Standing::Didukung && may(Action::TrainingAdmit) && session.cancelled_on.is_none(),
            withdraws: standing.stands() && !begun && (may(Action::TrainingNominate) || one.by == me),
            attends: begun
                && may(Action::TrainingManage)
                && matches!(standing, Standing::Diterima | Standing::Hadir | Standing::TidakHadir),
            nomination: one.clone(),
            standing,
        }
    };
    let own_line = scope.line_on(me, today).await?.is_some();
    let mut people: Vec<(EmployeeId, String)> = team.iter().map(|line| (line.employee, name(line.employee))).collect();
    people.sort_by(|a, b| a.1.cmp(&b.1));
    if own_line {
        people.insert(0, (me, name(me)));
    }
    let scheme = ctx.policy(today)?.appraisal.clone();
    let mut rows: Vec<NameRow> = seen.into_iter().map(row).collect();
    rows.sort_by_key(|row| (row.standing, row.nomination.queued_at, row.name.clone()));
    Ok(SessionPage {
        builds: named(&scheme, &program),
        placed: placed(id, &all),
        names: rows,
        people,
        anybody: ctx.permit(Action::TrainingAdmit).is_ok(),
        takes: session.takes(today) && !program.retired,
        manages: ctx.permit(Action::TrainingManage).is_ok(),
        program,
        session,
    })
}
