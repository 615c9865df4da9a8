//! *Somebody sets up a team*, changes or ends it: the personnel office, or whoever leads the unit that owns it.

use super::{
    load::{link, load, load_to_change, owner_facts},
    member::{Proposal, join},
};
use crate::{Ctx, Failure, Work, ctx::unit_led_by, failure::fields, people::find::colleague};
use chrono::NaiveDate;
use domain::{
    account::Role,
    decision::{Conflict, FieldError, Refusal, Text},
    ids::{UnitId, WorkteamId},
    people::Unit,
    permissions::{Action, Facts, may},
    time::DateRange,
    workteam::{Part, Workteam, check, members},
};
use store::Scope;

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// The unit that owns it; `None` for the whole agency.
    pub unit: Option<UnitId>,
    /// First day.
    pub from: NaiveDate,
    /// Last day, if it is known.
    pub until: Option<NaiveDate>,
    /// Who is to lead it, by name or NIP; may be empty. Only asked for when it is set up.
    pub leader: String,
}

/// What the form shows.
pub struct Writing {
    /// The team that is changed.
    pub team: Option<Workteam>,
    /// Units that can own it, from the top down.
    pub units: Vec<Unit>,
    /// May it belong to the whole agency?
    pub whole: bool,
}

/// How the person stands to some unit of the agency: enough to know whether they can set up a team at all.
async fn somewhere(scope: &Scope, ctx: &Ctx) -> Result<Facts, Failure> {
    let leads_unit = unit_led_by(scope, ctx.me(), ctx.today()).await?.is_some();
    Ok(Facts { leads_unit, ..Facts::none() })
}

/// May the person set up a team for some unit?
pub(super) async fn may_create(scope: &Scope, ctx: &Ctx) -> Result<bool, Failure> {
    Ok(may(&ctx.actor, Action::WorkteamManage, &somewhere(scope, ctx).await?).is_ok())
}

/// What the form to set up a team (`None`) or to change one shows.
#[crate::boxed]
pub async fn writing(ctx: &Ctx, id: Option<WorkteamId>) -> Result<Writing, Failure> {
    let scope = ctx.read();
    let team = match id {
        Some(id) => Some(load(&scope, ctx, id, Action::WorkteamManage).await?.team),
        None => None,
    };
    may(&ctx.actor, Action::WorkteamManage, &somewhere(&scope, ctx).await?)?;
    let units = match unit_led_by(&scope, ctx.me(), ctx.today()).await? {
        _ if ctx.actor.has(Role::PersonnelOffice) => scope.units().await?,
        Some(led) => scope.units_under(led).await?,
        None => Vec::new(),
    };
    let whole = units.iter().any(|unit| unit.parent.is_none());
    Ok(Writing { team, units, whole })
}

/// A unit can own a team if the person may manage teams of that unit.
async fn owned(work: &Work, unit: Option<UnitId>) -> Result<(), Failure> {
    let facts = owner_facts(work, &work.ctx, unit).await?;
    if may(&work.ctx.actor, Action::WorkteamManage, &facts).is_ok() {
        return match unit {
            Some(id) if work.unit(id).await?.is_none() => Err(unknown_unit().into()),
            _ => Ok(()),
        };
    }
    Err(unknown_unit().into())
}

fn unknown_unit() -> FieldError {
    FieldError::new("unit", Text::new("workteam-unit-is-not-yours"))
}

/// Sets it up; whoever is to lead it is proposed at once.
#[crate::boxed]
pub async fn create(ctx: &Ctx, draft: Draft) -> Result<WorkteamId, Failure> {
    may(&ctx.actor, Action::WorkteamManage, &somewhere(&ctx.read(), ctx).await?)?;
    ctx.act(Action::WorkteamManage, move |work| {
        let draft = draft.clone();
        async move {
            fields(check(&draft.name, &draft.purpose, draft.from, draft.until))?;
            owned(&work, draft.unit).await?;
            let team = Workteam {
                id: work.id(),
                name: draft.name.trim().to_owned(),
                purpose: draft.purpose.trim().to_owned(),
                unit: draft.unit,
                dates: DateRange { from: draft.from, until: draft.until },
                by: work.ctx.me(),
                at: work.ctx.at,
                ended_on: None,
                revision: 1,
            };
            work.save_workteam(&team).await?;
            work.journal("workteam", team.id, None, Some(&team)).await?;
            if !draft.leader.trim().is_empty() {
                let leader = colleague(&work, &draft.leader, "leader").await??;
                let proposal = Proposal {
                    member: String::new(),
                    part: Part::Ketua,
                    work: String::new(),
                    share: None,
                    from: draft.from,
                    until: draft.until,
                };
                join(&work, &team, &[], &leader, &proposal).await?;
            }
            Ok(team.id)
        }
    })
    .await
}

/// Changes it; `revision` is that of the page.
#[crate::boxed]
pub async fn change(ctx: &Ctx, id: WorkteamId, revision: i64, draft: Draft) -> Result<(), Failure> {
    ctx.act(Action::WorkteamManage, move |work| {
        let draft = draft.clone();
        async move {
            let before = load_to_change(&work, id).await?.team;
            unchanged(&work, &before, revision).await?;
            if before.ended_on.is_some() {
                return Err(members::ended().into());
            }
            fields(check(&draft.name, &draft.purpose, draft.from, draft.until))?;
            owned(&work, draft.unit).await?;
            let after = Workteam {
                name: draft.name.trim().to_owned(),
                purpose: draft.purpose.trim().to_owned(),
                unit: draft.unit,
                dates: DateRange { from: draft.from, until: draft.until },
                revision: before.revision + 1,
                ..before.clone()
            };
            work.save_workteam(&after).await?;
            work.journal("workteam", id, Some(&before), Some(&after)).await
        }
    })
    .await
}

/// Ends it today; its people are told.
#[crate::boxed]
pub async fn end(ctx: &Ctx, id: WorkteamId) -> Result<(), Failure> {
    ctx.act(Action::WorkteamManage, move |work| async move {
        let found = load_to_change(&work, id).await?;
        let after = members::end(&found.team, work.ctx.today())?;
        work.save_workteam(&after).await?;
        work.journal("workteam", id, Some(&found.team), Some(&after)).await?;
        let says = Text::new("notice-workteam-ended").with("team", after.name.as_str());
        for member in found.members.iter().filter(|member| member.agreed() && member.stands()) {
            work.tell(member.employee, says.clone(), link(id)).await?;
        }
        Ok(())
    })
    .await
}

async fn unchanged(work: &Work, team: &Workteam, revision: i64) -> Result<(), Failure> {
    if team.revision == revision {
        return Ok(());
    }
    let last = work.journal_of("workteam", &team.id.to_string()).await?.into_iter().max_by_key(|entry| entry.at);
    let (by, at) = last.map_or((team.by, team.at), |entry| (entry.by.unwrap_or(team.by), entry.at));
    let by_name = work.employee(by).await?.map(|employee| employee.name).unwrap_or_default();
    let now = vec![
        ("name".to_owned(), team.name.clone()),
        ("purpose".to_owned(), team.purpose.clone()),
        ("from".to_owned(), team.dates.from.to_string()),
        ("until".to_owned(), team.dates.until.map(|day| day.to_string()).unwrap_or_default()),
        ("revision".to_owned(), team.revision.to_string()),
    ];
    Err(Refusal::Conflict(Box::new(Conflict { by, by_name, at, now })).into())
}
