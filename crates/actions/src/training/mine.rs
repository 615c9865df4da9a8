//! *Somebody sees their own training*, or that of one of their people: names put forward, what was followed, hours of the year;
//! *the office sees what waits for it*.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    decision::Decision,
    development::duty::{Standing, standing},
    ids::{EmployeeId, TrainingSessionId},
    permissions::Action,
    training::{Nomination, Program, Record, Session, record::hours_of_year},
};
use std::collections::BTreeMap;
use store::Person;

/// A name put forward, with what it is for.
pub struct NameRow {
    /// The nomination.
    pub nomination: Nomination,
    /// The session.
    pub session: Session,
    /// The programme, by name.
    pub program: String,
}

/// Somebody's training.
pub struct Mine {
    /// Who.
    pub person: Person,
    /// The year of the hours.
    pub year: i32,
    /// Verified hours of the year beside the rule.
    pub hours: Decision<Standing>,
    /// How many.
    pub verified: u32,
    /// Names put forward, the latest first.
    pub names: Vec<NameRow>,
    /// What was followed, the latest first.
    pub records: Vec<Record>,
    /// Is it the reader's own?
    pub own: bool,
}

/// Of a person.
#[crate::boxed]
pub async fn of(ctx: &Ctx, employee: EmployeeId) -> Result<Mine, Failure> {
    let scope = ctx.read();
    let facts =
        permit_over(&scope, ctx, Action::TrainingRecords, employee, None).await.map_err(|_| not_found("employee"))?;
    let person = scope.people_on(&[employee], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    let year = chrono::Datelike::year(&ctx.today());
    let records = scope.training_records(&[employee]).await?;
    let verified = hours_of_year(&records, year);
    let names = scope.training_nominations_of(&[employee]).await?;
    let ids: Vec<TrainingSessionId> = names.iter().map(|one| one.session).collect();
    let sessions = scope.training_sessions_among(&ids).await?;
    let programs: BTreeMap<_, Program> =
        scope.training_programs().await?.into_iter().map(|one| (one.id, one)).collect();
    let names = names.into_iter().filter_map(|nomination| {
        let session = sessions.iter().find(|session| session.id == nomination.session)?.clone();
        let program = programs.get(&session.program)?.name.clone();
        Some(NameRow { nomination, session, program })
    });
    Ok(Mine {
        hours: standing(person.employee.employment, verified, &ctx.app.policies.national(ctx.today())),
        names: names.collect(),
        own: facts.is_self,
        person,
        year,
        verified,
        records,
    })
}

/// A record that waits, with whose it is.
pub struct WaitingRow {
    /// The record.
    pub record: Record,
    /// Whose, by name.
    pub name: String,
}

/// What waits for the office: records to verify, names to admit by session.
pub struct Waiting {
    /// Records, oldest first.
    pub records: Vec<WaitingRow>,
    /// Sessions with names that wait, with how many.
    pub sessions: Vec<(Session, String, u32)>,
}

/// What waits for the office.
#[crate::boxed]
pub async fn waiting(ctx: &Ctx) -> Result<Waiting, Failure> {
    ctx.permit(Action::TrainingManage)?;
    let scope = ctx.read();
    let records = scope.training_records_waiting().await?;
    let people: Vec<EmployeeId> = records.iter().map(|record| record.employee).collect();
    let names: BTreeMap<EmployeeId, String> =
        scope.employees(&people).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let records = records
        .into_iter()
        .map(|record| WaitingRow { name: names.get(&record.employee).cloned().unwrap_or_default(), record });
    let sessions = scope.training_sessions_after(ctx.today()).await?;
    let ids: Vec<TrainingSessionId> = sessions.iter().map(|session| session.id).collect();
    let all = scope.training_nominations(&ids).await?;
    let programs: BTreeMap<_, String> =
        scope.training_programs().await?.into_iter().map(|one| (one.id, one.name)).collect();
    let found = sessions.into_iter().filter_map(|session| {
        let waits = |one: &&Nomination| {
            one.session == session.id && one.standing() == domain::training::nominate::Standing::Didukung
        };
        let n = all.iter().filter(waits).count() as u32;
        let name = programs.get(&session.program).cloned().unwrap_or_default();
        (n > 0).then_some((session, name, n))
    });
    Ok(Waiting { records: records.collect(), sessions: found.collect() })
}
