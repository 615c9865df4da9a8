//! The agency and its people, before anybody has acted.

use super::{
    calendar::{Calendar, Moment, day},
    cast::{Cast, PASSWORD, Post},
    play::{Play, Player},
};
use crate::failure::Stop;
use actions::{App, Failure, World, account::password};
use chrono::{DateTime, Utc};
use domain::{
    account::Role,
    ids::{AccountId, AgencyId, EmployeeId, JournalId, PostId, UnitId},
    journal,
    people::{Agency, Assignment, Employee, Employment, Nip, PostKind, PostTask, ReportingLine, Standing, Unit},
    time::{DateRange, TimeZone},
};
use std::{
    collections::HashMap,
    sync::{Arc, atomic::AtomicU64},
};
use store::Account;

/// Everything `settle` writes.
#[derive(Clone, Default)]
struct Rows {
    units: Vec<Unit>,
    posts: Vec<domain::people::Post>,
    tasks: Vec<PostTask>,
    employees: Vec<Employee>,
    assignments: Vec<Assignment>,
    lines: Vec<ReportingLine>,
    accounts: Vec<(Account, Option<String>)>,
}

/// Makes the agency with its units, posts, people, reporting lines and log-ins.
pub async fn settle(app: App, cast: Cast, now: DateTime<Utc>) -> Result<Play, Stop> {
    let zone = TimeZone::from_code(&cast.time_zone).ok_or_else(|| Stop::new("demo: no such time zone"))?;
    let calendar = Calendar { now, zone, holidays: app.policies.holidays().clone() };
    let ids = Arc::new(AtomicU64::new(1));
    let first_day = day(calendar.year() - 1, 1, 1);
    let at = calendar.at(first_day, 7, 30).unwrap_or(now);
    let world = Moment { at, ids: Arc::clone(&ids) };
    let agency = Agency {
        id: AgencyId(world.id()),
        name: cast.name.clone(),
        time_zone: zone,
        scheme: cast.scheme.clone(),
        seat: cast.seat.clone(),
    };
    let mut rows = Rows::default();
    let units = units(&cast, &world, &mut rows);
    let posts = posts(&cast, &world, &units, &mut rows)?;
    let players = players(&cast, &world, &posts, &mut rows)?;
    let always = DateRange { from: first_day, until: None };
    for player in &players {
        let post = posts[&cast.posts[player.post].code];
        let id = world.id().into();
        rows.assignments.push(Assignment {
            id,
            employee: player.employee,
            post,
            standing: Standing::Definitif,
            dates: always,
        });
        if let Some(rater) = player.rater.map(|rater| &players[rater]) {
            rows.lines.push(ReportingLine {
                id: world.id().into(),
                employee: player.employee,
                rater: rater.employee,
                superior: rater.rater.map(|superior| players[superior].employee),
                dates: always,
            });
        }
        let shown = cast.posts[player.post].holders[player.holder].account.is_some();
        let hash = if shown { Some(password::hash(&world, PASSWORD).await?) } else { None };
        rows.accounts.push((account(player, &rows), hash));
    }
    app.store.directory().create_agency(agency.clone()).await?;
    save(&app, agency.id, rows, journal_id(&world), at).await?;
    Ok(Play::new(app, agency, calendar, cast, players, units, ids))
}

fn journal_id(world: &Moment) -> JournalId {
    JournalId(world.id())
}

async fn save(app: &App, agency: AgencyId, rows: Rows, id: JournalId, at: DateTime<Utc>) -> Result<(), Failure> {
    app.store
        .act(agency, None, move |tx| {
            let rows = rows.clone();
            async move {
                tx.insert_units(&rows.units).await?;
                tx.insert_posts(&rows.posts).await?;
                tx.insert_tasks(&rows.tasks).await?;
                tx.insert_employees(&rows.employees).await?;
                tx.insert_assignments(&rows.assignments).await?;
                tx.insert_lines(&rows.lines).await?;
                tx.insert_accounts(&rows.accounts).await?;
                let after = Some(format!("{{\"employees\":{}}}", rows.employees.len()));
                let (action, subject) = ("people.import".to_owned(), "agency".to_owned());
                let entry = journal::Entry {
                    id,
                    at,
                    by: None,
                    action,
                    subject,
                    subject_id: agency.to_string(),
                    before: None,
                    after,
                };
                tx.journal(&entry).await?;
                Ok::<_, Failure>(())
            }
        })
        .await
}

fn units(cast: &Cast, world: &Moment, rows: &mut Rows) -> HashMap<String, UnitId> {
    let mut ids = HashMap::new();
    for unit in &cast.units {
        let id = UnitId(world.id());
        ids.insert(unit.code.clone(), id);
        let parent = unit.parent.as_ref().and_then(|code| ids.get(code)).copied();
        rows.units.push(Unit { id, parent, code: unit.code.clone(), name: unit.name.clone() });
    }
    ids
}

fn posts(
    cast: &Cast,
    world: &Moment,
    units: &HashMap<String, UnitId>,
    rows: &mut Rows,
) -> Result<HashMap<String, PostId>, Stop> {
    let mut ids = HashMap::new();
    for post in &cast.posts {
        let id = PostId(world.id());
        ids.insert(post.code.clone(), id);
        rows.posts.push(domain::people::Post {
            id,
            unit: *units
                .get(&post.unit)
                .ok_or_else(|| Stop::new(format!("demo: {}: no unit {}", post.code, post.unit)))?,
            code: post.code.clone(),
            title: post.title.clone(),
            kind: PostKind::from_code(&post.kind).ok_or_else(|| Stop::new(format!("demo: no kind {}", post.kind)))?,
            leads_unit: post.leads,
            unit_mandiri: post.mandiri,
        });
        for (at, task) in post.tasks.iter().enumerate() {
            let (task, output) = (task.task.clone(), task.output.clone());
            rows.tasks.push(PostTask { id: world.id().into(), post: id, seq: at as u32 + 1, task, output });
        }
    }
    Ok(ids)
}

fn players(cast: &Cast, world: &Moment, posts: &HashMap<String, PostId>, rows: &mut Rows) -> Result<Vec<Player>, Stop> {
    let mut players: Vec<Player> = Vec::new();
    for (at, post) in cast.posts.iter().enumerate().filter(|(_, post)| posts.contains_key(&post.code)) {
        let rater = rater(cast, post, &players)?;
        let level = rater.map_or(0, |rater| players[rater].level + usize::from(players[rater].rater.is_some()));
        for (n, holder) in post.holders.iter().enumerate() {
            let employment = holder.employment.as_deref().unwrap_or("pns");
            let employment =
                Employment::from_code(employment).ok_or_else(|| Stop::new(format!("demo: {employment}")))?;
            let nip = (employment != Employment::NonAsn).then(|| Nip::parse(&holder.nip, employment)).transpose();
            let employee = Employee {
                id: EmployeeId(world.id()),
                nip: nip.map_err(|error| Stop::new(format!("demo: {}: {error:?}", holder.name)))?,
                name: holder.name.clone(),
                employment,
                rank: holder.rank.clone(),
            };
            players.push(Player {
                employee: employee.id,
                account: AccountId(world.id()),
                name: holder.name.clone(),
                roles: holder.roles.iter().filter_map(|code| Role::from_code(code)).collect(),
                post: at,
                holder: n,
                rater,
                level,
            });
            rows.employees.push(employee);
        }
    }
    Ok(players)
}

fn rater(cast: &Cast, post: &Post, players: &[Player]) -> Result<Option<usize>, Stop> {
    let Some(code) = &post.rated_by else { return Ok(None) };
    let found = players.iter().position(|player| cast.posts[player.post].code == *code);
    found.map(Some).ok_or_else(|| Stop::new(format!("demo: {}: nobody holds {code}", post.code)))
}

fn account(player: &Player, rows: &Rows) -> Account {
    let employee = rows.employees.iter().find(|employee| employee.id == player.employee);
    let nip = employee.and_then(|employee| employee.nip.as_ref()).map(|nip| nip.as_str().to_owned());
    Account {
        id: player.account,
        employee: player.employee,
        login: nip.unwrap_or_else(|| "bupati.larasjaya".to_owned()),
        roles: player.roles.clone(),
        disabled: false,
        must_change: false,
        failed: 0,
        failed_at: None,
    }
}
