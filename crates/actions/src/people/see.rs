//! *The personnel office looks people up*: a searchable list, and one person with all that is dated.

use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    ids::{EmployeeId, PostId, UnitId},
    people::{Assignment, Circumstance, Post, ReportingLine, Unit, circumstance::Kind},
    permissions::{Action, Facts, may},
    policy::Clause,
};
use std::collections::{BTreeMap, HashMap};
use store::{Account, Page, PageOf, Person};

/// People by name or NIP, page by page; everybody when nothing is asked for. Within a unit and those below it, if one
/// is given.
#[crate::boxed]
pub async fn search(ctx: &Ctx, query: &str, unit: Option<UnitId>, page: PageOf) -> Result<Page<Person>, Failure> {
    ctx.permit(Action::PeopleRead)?;
    let scope = ctx.read();
    let Some(unit) = unit else {
        let found = scope.search_employees(query, page).await?;
        let ids: Vec<EmployeeId> = found.rows.iter().map(|employee| employee.id).collect();
        let people = scope.people_on(&ids, ctx.today()).await?;
        let mut by_id: HashMap<EmployeeId, Person> =
            people.into_iter().map(|person| (person.employee.id, person)).collect();
        let rows = ids.iter().filter_map(|id| by_id.remove(id)).collect();
        return Ok(Page { rows, total: found.total, page: found.page, per_page: found.per_page });
    };
    let units: Vec<UnitId> = scope.units_under(unit).await?.into_iter().map(|unit| unit.id).collect();
    let wanted = store::name_key(query);
    let digits: String = query.chars().filter(|c| !c.is_whitespace()).collect();
    let mut people = scope.people_in(&units, ctx.today()).await?;
    people.retain(|person| {
        let name = store::name_key(&person.employee.name);
        let nip =
            person.employee.nip.as_ref().is_some_and(|nip| !digits.is_empty() && nip.as_str().starts_with(&digits));
        nip || wanted.split(' ').all(|word| name.contains(word))
    });
    let (total, per_page, number) = (people.len() as u64, page.per_page.clamp(1, 500), page.page.max(1));
    let rows = people.into_iter().skip((number as usize - 1) * per_page as usize).take(per_page as usize).collect();
    Ok(Page { rows, total, page: number, per_page })
}

/// One assignment with what it refers to.
pub struct Held {
    /// The assignment.
    pub assignment: Assignment,
    /// The post.
    pub post: Post,
    /// Its unit.
    pub unit: Unit,
}

/// A person with all that is dated.
pub struct EmployeePage {
    /// The person, as of today.
    pub person: Person,
    /// Assignments, newest first.
    pub held: Vec<Held>,
    /// Reporting lines, newest first.
    pub lines: Vec<ReportingLine>,
    /// What took them out of the ordinary year, newest first.
    pub circumstances: Vec<Circumstance>,
    /// What the law says of each kind among them.
    pub rules: Vec<(Kind, Vec<Clause>)>,
    /// Names of raters and superiors.
    pub names: BTreeMap<EmployeeId, String>,
    /// The log-in.
    pub account: Option<Account>,
    /// May the person asking change this?
    pub may_change: bool,
    /// May the person asking open the list of people?
    pub may_list: bool,
}

/// One person.
#[crate::boxed]
pub async fn see_employee(ctx: &Ctx, id: EmployeeId) -> Result<EmployeePage, Failure> {
    let scope = ctx.read();
    let mut people = scope.people_on(&[id], ctx.today()).await?;
    let person = people.pop().ok_or_else(|| not_found("employee"))?;
    permit_over(&scope, ctx, Action::PeopleRead, id, None).await?;
    let mut assignments = scope.assignments_of(id).await?;
    assignments.sort_by_key(|assignment| std::cmp::Reverse(assignment.dates.from));
    let posts: Vec<PostId> = assignments.iter().map(|assignment| assignment.post).collect();
    let posts: HashMap<PostId, Post> =
        scope.posts_among(&posts).await?.into_iter().map(|post| (post.id, post)).collect();
    let units: HashMap<UnitId, Unit> = scope.units().await?.into_iter().map(|unit| (unit.id, unit)).collect();
    let mut circumstances = scope.circumstances_of(&[id]).await?;
    circumstances.reverse();
    let policy = ctx.policy(ctx.today())?;
    let mut rules: Vec<(Kind, Vec<Clause>)> = Vec::new();
    for one in &circumstances {
        if rules.iter().all(|(kind, _)| *kind != one.kind) {
            rules.push((one.kind, one.kind.clauses(&policy).cloned().collect()));
        }
    }
    let mut lines = scope.lines_of(id).await?;
    lines.sort_by_key(|line| std::cmp::Reverse(line.dates.from));
    let named: Vec<EmployeeId> = lines.iter().flat_map(|line| [Some(line.rater), line.superior]).flatten().collect();
    let names = scope.employees(&named).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let held = assignments
        .into_iter()
        .filter_map(|assignment| {
            let post = posts.get(&assignment.post)?.clone();
            let unit = units.get(&post.unit)?.clone();
            Some(Held { assignment, post, unit })
        })
        .collect();
    let can = |action| may(&ctx.actor, action, &Facts::none()).is_ok();
    Ok(EmployeePage {
        person,
        held,
        lines,
        circumstances,
        rules,
        names,
        account: scope.account_of(id).await?,
        may_change: can(Action::PeopleWrite),
        may_list: can(Action::PeopleRead),
    })
}
