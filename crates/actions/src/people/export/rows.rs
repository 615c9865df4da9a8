//! Units, posts, tasks, standards and employees as rows of cells, in the order of their columns.

use crate::{Ctx, Failure};
use chrono::NaiveDate;
use domain::{
    ids::{EmployeeId, PostId, UnitId},
    people::{Assignment, Employee, Standing},
};
use std::collections::{HashMap, HashSet};

pub(super) async fn units(ctx: &Ctx) -> Result<Vec<Vec<String>>, Failure> {
    let units = ctx.read().units().await?;
    let codes: HashMap<UnitId, &str> = units.iter().map(|unit| (unit.id, unit.code.as_str())).collect();
    let parent = |unit: Option<UnitId>| unit.and_then(|unit| codes.get(&unit)).map_or("", |code| *code).to_owned();
    Ok(units.iter().map(|unit| vec![unit.code.clone(), unit.name.clone(), parent(unit.parent)]).collect())
}

pub(super) async fn posts(ctx: &Ctx) -> Result<Vec<Vec<String>>, Failure> {
    let scope = ctx.read();
    let units: HashMap<UnitId, _> = scope.units().await?.into_iter().map(|unit| (unit.id, unit)).collect();
    let rows = scope.posts().await?.into_iter().map(|post| {
        let (code, name) = units.get(&post.unit).map(|unit| (unit.code.clone(), unit.name.clone())).unwrap_or_default();
        let kind = post.kind.code().to_owned();
        vec![post.code, post.title, code, name, kind, yes(post.leads_unit), yes(post.unit_mandiri)]
    });
    Ok(rows.collect())
}

pub(super) async fn tasks(ctx: &Ctx) -> Result<Vec<Vec<String>>, Failure> {
    let scope = ctx.read();
    let codes: HashMap<PostId, String> = scope.posts().await?.into_iter().map(|post| (post.id, post.code)).collect();
    let mut tasks = scope.tasks().await?;
    tasks.sort_by(|a, b| (codes.get(&a.post), a.seq).cmp(&(codes.get(&b.post), b.seq)));
    let code = |post: PostId| codes.get(&post).cloned().unwrap_or_default();
    Ok(tasks.into_iter().map(|task| vec![code(task.post), task.seq.to_string(), task.task, task.output]).collect())
}

pub(super) async fn standards(ctx: &Ctx) -> Result<Vec<Vec<String>>, Failure> {
    let scope = ctx.read();
    let codes: HashMap<PostId, String> = scope.posts().await?.into_iter().map(|post| (post.id, post.code)).collect();
    let code = |post: PostId| codes.get(&post).cloned().unwrap_or_default();
    let standards = scope.standards().await?;
    let mut rows: Vec<_> =
        standards.into_iter().map(|one| vec![code(one.post), one.criterion, one.level.to_string()]).collect();
    rows.sort();
    Ok(rows)
}

/// The catalogue of training.
pub(super) async fn programs(ctx: &Ctx) -> Result<Vec<Vec<String>>, Failure> {
    let rows = ctx.read().training_programs().await?.into_iter().filter(|program| !program.retired).map(|program| {
        let build = |one: &domain::training::Build| format!("{}:{}", one.criterion, one.level);
        let builds: Vec<String> = program.builds.iter().map(build).collect();
        vec![
            program.code,
            program.name,
            program.kind.code().to_owned(),
            program.provider,
            program.hours.to_string(),
            program.cost.to_string(),
            program.capacity.to_string(),
            builds.join("; "),
            program.about,
        ]
    });
    Ok(rows.collect())
}

/// A row for each person, and another for each acting post. First passwords are never taken out.
pub(super) async fn employees(ctx: &Ctx) -> Result<Vec<Vec<String>>, Failure> {
    let scope = ctx.read();
    let people = scope.everyone(ctx.today()).await?;
    let codes: HashMap<PostId, String> = scope.posts().await?.into_iter().map(|post| (post.id, post.code)).collect();
    let mut held: HashMap<EmployeeId, Vec<Assignment>> = HashMap::new();
    for assignment in scope.assignments_on(ctx.today()).await? {
        held.entry(assignment.employee).or_default().push(assignment);
    }
    let marks: HashMap<EmployeeId, String> =
        people.iter().map(|person| (person.employee.id, mark(&person.employee))).collect();
    let mark_of = |id: Option<EmployeeId>| id.and_then(|id| marks.get(&id)).cloned().unwrap_or_default();
    let logins = named_logins(ctx).await?;
    let mut rows = Vec::with_capacity(people.len());
    for person in &people {
        let employee = &person.employee;
        let mut posts = held.remove(&employee.id).unwrap_or_default();
        posts.sort_by_key(|one| (one.standing != Standing::Definitif, one.dates.from, one.id));
        // A person has one row that may say "definitif"; who only acts somewhere has one without a post before it.
        let mut definitive: Vec<Option<&Assignment>> =
            posts.iter().filter(|one| one.standing == Standing::Definitif).map(Some).take(1).collect();
        if definitive.is_empty() {
            definitive.push(None);
        }
        let acting = posts.iter().filter(|one| one.standing != Standing::Definitif).map(Some);
        let mut seen = HashSet::new();
        for assignment in definitive.into_iter().chain(acting) {
            let first = seen.is_empty();
            if !seen.insert(assignment.map(|one| (one.post, one.standing == Standing::Plt))) {
                continue;
            }
            let line = person.line.as_ref().filter(|_| first);
            rows.push(vec![
                employee.nip.as_ref().map(|nip| nip.as_str().to_owned()).unwrap_or_default(),
                employee.name.clone(),
                employee.employment.code().to_owned(),
                employee.rank.clone(),
                assignment.and_then(|one| codes.get(&one.post)).cloned().unwrap_or_default(),
                assignment.map(|one| standing(one.standing)).unwrap_or_default(),
                assignment.map(|one| day(one.dates.from)).unwrap_or_default(),
                mark_of(line.map(|line| line.rater)),
                mark_of(line.and_then(|line| line.superior)),
                line.map(|line| day(line.dates.from)).unwrap_or_default(),
                logins.get(&employee.id).cloned().unwrap_or_default(),
                String::new(),
            ]);
        }
    }
    Ok(rows)
}

/// Log-in names that are not the NIP: raters from outside.
async fn named_logins(ctx: &Ctx) -> Result<HashMap<EmployeeId, String>, Failure> {
    let scope = ctx.read();
    let mut found = HashMap::new();
    for person in scope.everyone(ctx.today()).await?.into_iter().filter(|person| person.employee.nip.is_none()) {
        if let Some(account) = scope.account_of(person.employee.id).await? {
            found.insert(person.employee.id, account.login);
        }
    }
    Ok(found)
}

fn mark(employee: &Employee) -> String {
    employee.nip.as_ref().map_or_else(|| employee.name.clone(), |nip| nip.as_str().to_owned())
}

fn standing(standing: Standing) -> String {
    match standing {
        Standing::Definitif => "definitif",
        Standing::Plt => "plt",
        Standing::Plh => "plh",
    }
    .to_owned()
}

fn yes(yes: bool) -> String {
    if yes { "ya" } else { "tidak" }.to_owned()
}

fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}
