//! The stage: the [`cast`](crate::cast) in a database, a clock in the test's hand, and what the people can do.
//!
//! Whatever is not said is as usual: the plans are complete, the sheets are filled in. Whatever fails panics with the
//! failure; a test that wants a failure calls the action itself with [`Stage::as_`].

use crate::{
    cast::{CAST, PASSWORD, Part, UNITS, agency_of},
    policies,
    world::TestWorld,
};
use actions::{App, Ctx, Failure, Policies, World, account::password, feed::import::AT_ONCE};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use domain::{
    account::Actor,
    ids::{AccountId, AgencyId, AssignmentId, EmployeeId, JournalId, PostId, ReportingLineId, UnitId},
    journal,
    people::{Agency, Assignment, Employee, Employment, Nip, Post, ReportingLine, Standing, Unit},
    time::{DateRange, TimeZone},
};
use object_store::memory::InMemory;
use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};
use store::{Account, Store};
use uuid::Uuid;

/// The stage.
#[derive(Clone)]
pub struct Stage {
    /// The process.
    pub app: App,
    /// The clock, ids, secrets.
    pub world: Arc<TestWorld>,
    agencies: [Arc<Agency>; 2],
    people: Arc<HashMap<&'static str, Settled>>,
    units: Arc<HashMap<&'static str, UnitId>>,
}

#[derive(Clone)]
struct Settled {
    part: &'static Part,
    employee: EmployeeId,
    account: AccountId,
    post: PostId,
}

/// The first morning: Monday 5 January 2026, 08.00 WIB.
pub const FIRST_MORNING: &str = "2026-01-05 08:00";

impl Stage {
    /// Sets the stage in an empty database, with the scheme most of the stories are told with.
    pub async fn set(store: Store) -> Self {
        Self::set_with(store, "bengkulu", policies::library()).await
    }

    /// The same with another scheme.
    pub async fn set_with(store: Store, scheme: &str, policies: Arc<Policies>) -> Self {
        let world = Arc::new(TestWorld::at(local(FIRST_MORNING)));
        let agency = |name: &str, seat: &str| {
            let id = AgencyId(world.id());
            let (time_zone, scheme) = (TimeZone::Wib, scheme.to_owned());
            Arc::new(Agency { id, name: name.to_owned(), time_zone, scheme, seat: seat.to_owned() })
        };
        let agencies =
            [agency("Pemerintah Kabupaten Uji Laras", "Larasari"), agency("Pemerintah Kota Sebelah", "Sebelah")];
        let units: HashMap<_, _> = UNITS.iter().map(|(_, code, ..)| (*code, UnitId(world.id()))).collect();
        let people: HashMap<_, _> = CAST
            .iter()
            .map(|part| {
                let (employee, account) = (EmployeeId(world.id()), AccountId(world.id()));
                (part.key, Settled { part, employee, account, post: PostId(world.id()) })
            })
            .collect();
        let app = App {
            store,
            policies,
            files: Arc::new(InMemory::new()),
            world: Arc::clone(&world) as Arc<dyn World>,
            rows_at_once: AT_ONCE,
            opened: Arc::default(),
        };
        let stage = Self { app, world, agencies, people: Arc::new(people), units: Arc::new(units) };
        for place in [0, 1] {
            stage.settle(place).await.unwrap_or_else(|failure| panic!("the cast: {failure}"));
        }
        stage
    }

    async fn settle(&self, place: usize) -> Result<(), Failure> {
        let agency = self.agencies[place].as_ref().clone();
        self.app.store.directory().create_agency(agency.clone()).await?;
        let units: Vec<Unit> = UNITS
            .iter()
            .filter(|(at, ..)| *at == place)
            .map(|(_, code, above, name)| Unit {
                id: self.units[code],
                parent: self.units.get(above).copied(),
                code: (*code).to_owned(),
                name: (*name).to_owned(),
            })
            .collect();
        let cast: Vec<Settled> = CAST
            .iter()
            .filter(|part| agency_of(part.unit) == place)
            .map(|part| self.people[part.key].clone())
            .collect();
        let always = DateRange { from: "2024-01-01".parse().expect("a date"), until: None };
        let posts: Vec<Post> = cast.iter().map(|one| self.post_of(one)).collect();
        let employees: Vec<Employee> = cast.iter().map(employee_of).collect();
        let assignments: Vec<Assignment> = cast
            .iter()
            .map(|one| Assignment {
                id: AssignmentId(self.world.id()),
                employee: one.employee,
                post: one.post,
                standing: Standing::Definitif,
                dates: always,
            })
            .collect();
        let lines: Vec<ReportingLine> = cast
            .iter()
            .filter(|one| !one.part.rater.is_empty())
            .map(|one| {
                let rater = &self.people[one.part.rater];
                let superior = self.people.get(rater.part.rater).map(|superior| superior.employee);
                let id = ReportingLineId(self.world.id());
                ReportingLine { id, employee: one.employee, rater: rater.employee, superior, dates: always }
            })
            .collect();
        let hash = hash().await;
        let accounts: Vec<_> = cast.iter().map(|one| (account_of(one), Some(hash.clone()))).collect();
        let (id, at) = (JournalId(self.world.id()), self.world.now());
        self.app
            .store
            .act(agency.id, None, move |tx| {
                let rows = (
                    units.clone(),
                    posts.clone(),
                    employees.clone(),
                    assignments.clone(),
                    lines.clone(),
                    accounts.clone(),
                );
                async move {
                    let (units, posts, employees, assignments, lines, accounts) = rows;
                    tx.insert_units(&units).await?;
                    tx.insert_posts(&posts).await?;
                    tx.insert_employees(&employees).await?;
                    tx.insert_assignments(&assignments).await?;
                    tx.insert_lines(&lines).await?;
                    tx.insert_accounts(&accounts).await?;
                    let (action, subject) = ("people.import".to_owned(), "agency".to_owned());
                    let (subject_id, after) = (tx.agency_id().to_string(), Some("\"cast\"".to_owned()));
                    tx.journal(&journal::Entry { id, at, by: None, action, subject, subject_id, before: None, after })
                        .await?;
                    Ok::<_, Failure>(())
                }
            })
            .await
    }

    fn post_of(&self, one: &Settled) -> Post {
        Post {
            id: one.post,
            unit: self.units[one.part.unit],
            code: one.part.key.to_uppercase(),
            title: one.part.title.to_owned(),
            kind: one.part.kind,
            leads_unit: one.part.leads,
            unit_mandiri: false,
        }
    }

    fn one(&self, key: &str) -> &Settled {
        self.people.get(key).unwrap_or_else(|| panic!("nobody on the stage is called {key}"))
    }

    /// Somebody, acting now.
    pub fn as_(&self, key: &str) -> Ctx {
        let one = self.one(key);
        let agency = &self.agencies[agency_of(one.part.unit)];
        Ctx {
            app: self.app.clone(),
            agency: Arc::clone(agency),
            actor: Arc::new(Actor {
                agency: agency.id,
                account: one.account,
                employee: one.employee,
                name: one.part.name.to_owned(),
                roles: one.part.roles.to_vec(),
            }),
            at: self.world.now(),
            once: None,
        }
    }

    /// Somebody, sending a form with a key.
    pub fn as_once(&self, key: &str, once: Uuid) -> Ctx {
        Ctx { once: Some(once), ..self.as_(key) }
    }

    /// The agency most of the cast works for.
    pub fn agency(&self) -> &Agency {
        &self.agencies[0]
    }

    /// Somebody's id.
    pub fn employee(&self, key: &str) -> EmployeeId {
        self.one(key).employee
    }

    /// Somebody's log-in.
    pub fn account(&self, key: &str) -> AccountId {
        self.one(key).account
    }

    /// What somebody types to log in.
    pub fn login(&self, key: &str) -> String {
        account_of(self.one(key)).login
    }

    /// Somebody's name.
    pub fn name(&self, key: &str) -> &'static str {
        self.one(key).part.name
    }

    /// Somebody's post.
    pub fn post(&self, key: &str) -> PostId {
        self.one(key).post
    }

    /// Who rates somebody, by key.
    pub fn rater(&self, key: &str) -> &'static str {
        self.one(key).part.rater
    }

    /// A unit by its code.
    pub fn unit(&self, code: &str) -> UnitId {
        *self.units.get(code).unwrap_or_else(|| panic!("no unit {code}"))
    }

    /// Moves the clock to a local time: `2026-01-31 14:00`.
    pub fn at(&self, time: &str) {
        self.world.set(local(time));
    }

    /// Moves the clock to a local time unless it is later already.
    pub fn not_before(&self, time: &str) {
        if self.world.now() < local(time) {
            self.at(time);
        }
    }

    /// Lets minutes pass.
    pub fn minutes(&self, minutes: i64) {
        self.world.pass(TimeDelta::minutes(minutes));
    }

    /// Grants a post somebody new to rate: replaces a reporting line from a day on.
    pub async fn moved_to(&self, key: &str, rater: &str, superior: Option<&str>, from: &str) {
        let (employee, from): (EmployeeId, chrono::NaiveDate) = (self.employee(key), from.parse().expect("a date"));
        let old = self.as_(key).read().line_on(employee, from).await.expect("lines").expect("a line");
        let ended = ReportingLine { dates: DateRange { until: from.pred_opt(), ..old.dates }, ..old };
        let new = ReportingLine {
            id: ReportingLineId(self.world.id()),
            employee,
            rater: self.employee(rater),
            superior: superior.map(|superior| self.employee(superior)),
            dates: DateRange { from, until: None },
        };
        let office = self.as_("wiryo");
        let act = office.act(domain::permissions::Action::PeopleWrite, move |work| {
            let (ended, new) = (ended.clone(), new.clone());
            async move {
                work.save_line(&ended).await?;
                work.save_line(&new).await?;
                work.journal("reporting_line", new.id, Some(&ended), Some(&new)).await
            }
        });
        act.await.unwrap_or_else(|failure| panic!("moving {key}: {failure}"));
    }
}

/// A local time of the stage's agency as an instant.
pub fn local(time: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap_or_else(|error| panic!("{time}: {error}"));
    local.and_utc() - TimeDelta::hours(i64::from(TimeZone::Wib.hours()))
}

fn employee_of(one: &Settled) -> Employee {
    let part = one.part;
    let nip = (part.employment != Employment::NonAsn)
        .then(|| Nip::parse(part.nip, part.employment).unwrap_or_else(|error| panic!("{}: {error:?}", part.key)));
    Employee {
        id: one.employee,
        nip,
        name: part.name.to_owned(),
        employment: part.employment,
        rank: part.rank.to_owned(),
    }
}

fn account_of(one: &Settled) -> Account {
    let login = if one.part.nip.is_empty() { one.part.key } else { one.part.nip };
    Account {
        id: one.account,
        employee: one.employee,
        login: login.to_owned(),
        roles: one.part.roles.to_vec(),
        disabled: false,
        must_change: false,
        failed: 0,
        failed_at: None,
    }
}

/// The hash of the password, made once for a whole test program: hashing is slow on purpose.
async fn hash() -> String {
    static HASH: OnceLock<String> = OnceLock::new();
    if let Some(hash) = HASH.get() {
        return hash.clone();
    }
    let made = password::hash(&TestWorld::at(DateTime::<Utc>::UNIX_EPOCH), PASSWORD).await.expect("argon2");
    HASH.get_or_init(|| made).clone()
}
