//! Who acts, in which agency, when, with what: handed to every action (house rule 2).

use crate::{
    access::{Opened, note},
    failure::{Failure, not_found},
    policy::Policies,
    world::World,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    account::Actor,
    decision::{Refusal, Text},
    evaluation::{
        Period,
        period::{Window, window},
    },
    feed::hours::WorkTime,
    ids::{AccountId, EmployeeId, JournalId, NoticeId, UnitId},
    journal,
    people::Agency,
    permissions::{Action, Facts, may},
    policy::Policy,
};
use object_store::ObjectStore;
use serde::{Serialize, de::DeserializeOwned};
use std::{future::Future, ops::Deref, sync::Arc};
use store::{Once, Scope, Store, Tx};
use uuid::Uuid;

/// What the process holds: made once by the binary, cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// Law and schemes.
    pub policies: Arc<Policies>,
    /// Where evidence is kept.
    pub files: Arc<dyn ObjectStore>,
    /// Time, ids, randomness.
    pub world: Arc<dyn World>,
    /// Rows of a source's file that are taken while somebody waits ([`crate::feed::import::AT_ONCE`]).
    pub rows_at_once: usize,
    /// Who opened whose file, not yet in the database.
    pub opened: Arc<Opened>,
}

/// One person acting once.
#[derive(Clone)]
pub struct Ctx {
    /// The process.
    pub app: App,
    /// The tenant.
    pub agency: Arc<Agency>,
    /// The person.
    pub actor: Arc<Actor>,
    /// When: one instant for the whole action.
    pub at: DateTime<Utc>,
    /// The form's key: sent twice, done once.
    pub once: Option<Uuid>,
}

impl Ctx {
    /// The date on the agency's wall.
    pub fn today(&self) -> NaiveDate {
        self.agency.time_zone.date(self.at)
    }

    /// The person acting.
    pub fn me(&self) -> EmployeeId {
        self.actor.employee
    }

    /// Reads of the agency's data, outside any change.
    pub fn read(&self) -> Scope {
        self.app.store.scope(self.agency.id)
    }

    /// The rules in force on a day.
    pub fn policy(&self, on: NaiveDate) -> Result<Arc<Policy>, Failure> {
        Ok(self.app.policies.in_force(&self.agency.scheme, on)?)
    }

    /// By what the agency's working time is counted.
    pub fn work_time(&self) -> WorkTime<'_> {
        let policies = &self.app.policies;
        let hours = policies.hours(&self.agency.scheme);
        WorkTime { zone: self.agency.time_zone, holidays: policies.holidays(), hours }
    }

    /// When a period's assessments are made.
    pub fn window(&self, period: &Period) -> Result<Window, Failure> {
        let policy = self.policy(period.last_day())?;
        Ok(window(period.rhythm, period.dates, &policy, self.app.policies.holidays()))
    }

    /// What happens by itself, with nobody acting: it may do nothing that needs a permission.
    pub(crate) fn by_itself(app: &App, agency: &Arc<Agency>) -> Self {
        let actor = Actor {
            agency: agency.id,
            account: AccountId(Uuid::nil()),
            employee: EmployeeId(Uuid::nil()),
            name: String::new(),
            roles: Vec::new(),
        };
        let at = app.world.now();
        Self { app: app.clone(), agency: Arc::clone(agency), actor: Arc::new(actor), at, once: None }
    }

    /// Who is named in the journal; nobody for what happens by itself.
    fn by(&self) -> Option<EmployeeId> {
        Some(self.me()).filter(|me| !me.0.is_nil())
    }

    /// A permission that needs no facts about anybody.
    pub fn permit(&self, action: Action) -> Result<(), Failure> {
        Ok(may(&self.actor, action, &Facts::none())?)
    }

    /// Does a change in one transaction, once per form key. `job` may run again, so it owns what it needs.
    pub async fn act<T, F, Fut>(&self, action: Action, job: F) -> Result<T, Failure>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: Fn(Work) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, Failure>> + Send + 'static,
    {
        let once = self.once.map(|key| Once {
            account: self.actor.account,
            key,
            action: action.code().to_owned(),
            at: self.at,
        });
        let ctx = self.clone();
        self.app.store.act(self.agency.id, once, move |tx| job(Work { tx, ctx: ctx.clone(), action })).await
    }
}

/// A change in the making: the transaction, and who makes it.
pub struct Work {
    /// The transaction.
    pub tx: Tx,
    /// Who, when.
    pub ctx: Ctx,
    /// As what it is journalled.
    pub action: Action,
}

impl Deref for Work {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.tx
    }
}

impl Work {
    /// A fresh id.
    pub fn id<T: From<Uuid>>(&self) -> T {
        self.ctx.app.world.id().into()
    }

    /// Writes the journal row of this change.
    pub async fn journal<V: Serialize>(
        &self,
        subject: &str,
        id: impl ToString,
        before: Option<&V>,
        after: Option<&V>,
    ) -> Result<(), Failure> {
        Ok(self.tx.journal(&self.journal_row(subject, id, before, after)?).await?)
    }

    /// The journal row of one of many changes, to be written with the others.
    pub(crate) fn journal_row<V: Serialize>(
        &self,
        subject: &str,
        id: impl ToString,
        before: Option<&V>,
        after: Option<&V>,
    ) -> Result<journal::Entry, Failure> {
        let json = |value: Option<&V>| value.map(serde_json::to_string).transpose();
        Ok(journal::Entry {
            id: JournalId(self.ctx.app.world.id()),
            at: self.ctx.at,
            by: self.ctx.by(),
            action: self.action.code().to_owned(),
            subject: subject.to_owned(),
            subject_id: id.to_string(),
            before: json(before)?,
            after: json(after)?,
        })
    }

    /// A notice to somebody, to be sent with others.
    pub(crate) fn notice(&self, to: EmployeeId, says: Text, link: impl Into<String>) -> journal::Notice {
        let id = NoticeId(self.ctx.app.world.id());
        journal::Notice { id, to, at: self.ctx.at, says, link: link.into(), read_at: None }
    }

    /// Tells somebody; nobody is told of what they did themselves.
    pub async fn tell(&self, to: EmployeeId, says: Text, link: String) -> Result<(), Failure> {
        if to != self.ctx.me() {
            self.tx.notify(&self.notice(to, says, link)).await?;
        }
        Ok(())
    }
}

/// How the person acting stands to an employee on a day. `rater` and `superior` are those named by a plan, where
/// there is one; else those of the reporting line of that day.
#[crate::boxed]
pub async fn facts(
    scope: &Scope,
    actor: &Actor,
    employee: EmployeeId,
    named: Option<(EmployeeId, Option<EmployeeId>)>,
    day: NaiveDate,
) -> Result<Facts, Failure> {
    let me = actor.employee;
    let (rater, superior) = match named {
        Some((rater, superior)) => (Some(rater), superior),
        None => scope.line_on(employee, day).await?.map_or((None, None), |line| (Some(line.rater), line.superior)),
    };
    Ok(Facts {
        is_self: me == employee,
        is_rater: rater == Some(me),
        is_superior: superior == Some(me),
        leads_unit: me != employee && leads_unit_of(scope, me, employee, day).await?,
        is_party: false,
        is_nominated: false,
    })
}

/// Does `leader` lead the employee's unit or one above it on that day?
async fn leads_unit_of(
    scope: &Scope,
    leader: EmployeeId,
    employee: EmployeeId,
    day: NaiveDate,
) -> Result<bool, Failure> {
    let Some(led) = unit_led_by(scope, leader, day).await? else { return Ok(false) };
    let Some(assignment) = scope.assignment_on(employee, day).await? else { return Ok(false) };
    let post = scope.post(assignment.post).await?.ok_or_else(|| not_found("post"))?;
    Ok(scope.units_under(led).await?.iter().any(|unit| unit.id == post.unit))
}

/// The unit somebody leads on a day, if any.
#[crate::boxed]
pub async fn unit_led_by(scope: &Scope, leader: EmployeeId, day: NaiveDate) -> Result<Option<UnitId>, Failure> {
    let Some(assignment) = scope.assignment_on(leader, day).await? else { return Ok(None) };
    let post = scope.post(assignment.post).await?;
    Ok(post.filter(|post| post.leads_unit).map(|post| post.unit))
}

/// How the person acting stands to a unit today: works in it (`is_self`), leads it or one above it.
#[crate::boxed]
pub async fn unit_facts(scope: &Scope, ctx: &Ctx, unit: UnitId) -> Result<Facts, Failure> {
    let day = ctx.today();
    let own = match scope.assignment_on(ctx.me(), day).await? {
        Some(assignment) => scope.post(assignment.post).await?.map(|post| post.unit),
        None => None,
    };
    let leads = match unit_led_by(scope, ctx.me(), day).await? {
        Some(led) => scope.units_under(led).await?.iter().any(|below| below.id == unit),
        None => false,
    };
    Ok(Facts { is_self: own == Some(unit), leads_unit: leads, ..Facts::none() })
}

/// Permission over an employee, with the facts found.
#[crate::boxed]
pub async fn permit_over(
    scope: &Scope,
    ctx: &Ctx,
    action: Action,
    employee: EmployeeId,
    named: Option<(EmployeeId, Option<EmployeeId>)>,
) -> Result<Facts, Failure> {
    let facts = facts(scope, &ctx.actor, employee, named, ctx.today()).await?;
    may(&ctx.actor, action, &facts).map_err(Refusal::Denied)?;
    note(ctx, action, employee, &facts);
    Ok(facts)
}
