//! *Somebody looks at the structure*: the tree of units, one unit with its posts, one post with its tasks.

use crate::{
    Ctx, Failure,
    ctx::{unit_facts, unit_led_by},
    failure::not_found,
};
use domain::{
    decision::Refusal,
    ids::{PostId, UnitId},
    people::{Post, PostTask, Standing, Unit},
    permissions::{Action, Facts, may},
};
use std::collections::{HashMap, HashSet};
use store::{Person, Scope};

/// A unit in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub unit: Unit,
    /// How many units stand above it.
    pub depth: usize,
    /// Posts in it.
    pub posts: usize,
    /// People whose definitive post is in it, today.
    pub people: usize,
    /// People in it and in all units below.
    pub people_below: usize,
}

/// The tree, from the top down: all of it for the offices, one's own part for those who lead a unit.
#[crate::boxed]
pub async fn see_tree(ctx: &Ctx) -> Result<Vec<UnitRow>, Failure> {
    let scope = ctx.read();
    let units = match ctx.permit(Action::PeopleRead) {
        Ok(()) => scope.units().await?,
        Err(denied) => match unit_led_by(&scope, ctx.me(), ctx.today()).await? {
            Some(led) => scope.units_under(led).await?,
            None => return Err(denied),
        },
    };
    let post_unit: HashMap<PostId, UnitId> =
        scope.posts().await?.into_iter().map(|post| (post.id, post.unit)).collect();
    let mut posts: HashMap<UnitId, usize> = HashMap::new();
    for unit in post_unit.values() {
        *posts.entry(*unit).or_default() += 1;
    }
    let mut people: HashMap<UnitId, usize> = HashMap::new();
    for held in scope.assignments_on(ctx.today()).await? {
        if let Some(unit) = post_unit.get(&held.post).filter(|_| held.standing == Standing::Definitif) {
            *people.entry(*unit).or_default() += 1;
        }
    }
    let count = |counts: &HashMap<UnitId, usize>, unit: UnitId| counts.get(&unit).copied().unwrap_or_default();
    let mut rows: Vec<UnitRow> = in_order(units)
        .into_iter()
        .map(|(unit, depth)| {
            let (posts, people) = (count(&posts, unit.id), count(&people, unit.id));
            UnitRow { unit, depth, posts, people, people_below: people }
        })
        .collect();
    // From the bottom up: what is below a row stands right after it, deeper.
    for at in (0..rows.len()).rev() {
        let depth = rows[at].depth;
        let below: usize = rows[at + 1..]
            .iter()
            .take_while(|row| row.depth > depth)
            .filter(|row| row.depth == depth + 1)
            .map(|row| row.people_below)
            .sum();
        rows[at].people_below += below;
    }
    Ok(rows)
}

/// Units with their depth, those below right after the one above; a circle, should there be one, is shown once.
fn in_order(units: Vec<Unit>) -> Vec<(Unit, usize)> {
    let known: HashSet<UnitId> = units.iter().map(|unit| unit.id).collect();
    let mut below: HashMap<Option<UnitId>, Vec<Unit>> = HashMap::new();
    for unit in units {
        below.entry(unit.parent.filter(|parent| known.contains(parent))).or_default().push(unit);
    }
    let mut order = Vec::with_capacity(known.len());
    let mut next: Vec<(Unit, usize)> = Vec::new();
    let mut open = |parent: Option<UnitId>, depth: usize, next: &mut Vec<(Unit, usize)>| {
        next.extend(below.remove(&parent).unwrap_or_default().into_iter().rev().map(|unit| (unit, depth)));
    };
    open(None, 0, &mut next);
    while let Some((unit, depth)) = next.pop() {
        open(Some(unit.id), depth + 1, &mut next);
        order.push((unit, depth));
    }
    order
}

/// A post and who holds it today.
pub struct PostRow {
    /// The post.
    pub post: Post,
    /// Who holds it, definitively or acting.
    pub holders: Vec<(Person, Standing)>,
}

/// A unit with its posts.
pub struct UnitPage {
    /// The unit.
    pub unit: Unit,
    /// Units above it, from the top.
    pub above: Vec<Unit>,
    /// Units right below it.
    pub below: Vec<Unit>,
    /// Its posts, the leading one first.
    pub posts: Vec<PostRow>,
    /// May the person asking change it?
    pub may_change: bool,
}

/// One unit.
#[crate::boxed]
pub async fn see_unit(ctx: &Ctx, id: UnitId) -> Result<UnitPage, Failure> {
    let scope = ctx.read();
    let units = scope.units().await?;
    let by_id: HashMap<UnitId, &Unit> = units.iter().map(|unit| (unit.id, unit)).collect();
    let unit = (*by_id.get(&id).ok_or_else(|| not_found("unit"))?).clone();
    permit_unit(&scope, ctx, id).await?;
    let mut above: Vec<Unit> = Vec::new();
    let mut at = unit.parent;
    while let Some(parent) = at.and_then(|parent| by_id.get(&parent)).filter(|_| above.len() < units.len()) {
        above.push((*parent).clone());
        at = parent.parent;
    }
    above.reverse();
    let below = units.iter().filter(|other| other.parent == Some(id)).cloned().collect();
    let mut posts = Vec::new();
    for post in scope.posts_of_unit(id).await? {
        posts.push(PostRow { holders: holders(&scope, ctx, post.id).await?, post });
    }
    Ok(UnitPage { unit, above, below, posts, may_change: may_change(ctx) })
}

/// A post with its task library.
pub struct PostPage {
    /// The post.
    pub post: Post,
    /// Its unit.
    pub unit: Unit,
    /// Who holds it.
    pub holders: Vec<(Person, Standing)>,
    /// Its tasks, in order.
    pub tasks: Vec<PostTask>,
    /// May the person asking change it?
    pub may_change: bool,
}

/// One post.
#[crate::boxed]
pub async fn see_post(ctx: &Ctx, id: PostId) -> Result<PostPage, Failure> {
    let scope = ctx.read();
    let post = scope.post(id).await?.ok_or_else(|| not_found("post"))?;
    permit_unit(&scope, ctx, post.unit).await?;
    let unit = scope.unit(post.unit).await?.ok_or_else(|| not_found("unit"))?;
    let holders = holders(&scope, ctx, id).await?;
    Ok(PostPage { unit, holders, tasks: scope.post_tasks(id).await?, may_change: may_change(ctx), post })
}

/// Every unit, by name: for choosing one in a form.
#[crate::boxed]
pub async fn choices(ctx: &Ctx) -> Result<Vec<Unit>, Failure> {
    ctx.permit(Action::PeopleRead)?;
    let mut units = ctx.read().units().await?;
    units.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(units)
}

async fn holders(scope: &Scope, ctx: &Ctx, post: PostId) -> Result<Vec<(Person, Standing)>, Failure> {
    let held = scope.holders_on(post, ctx.today()).await?;
    let ids: Vec<_> = held.iter().map(|assignment| assignment.employee).collect();
    let people = scope.people_on(&ids, ctx.today()).await?;
    Ok(held
        .iter()
        .filter_map(|one| {
            let person = people.iter().find(|person| person.employee.id == one.employee)?;
            Some((person.clone(), one.standing))
        })
        .collect())
}

fn may_change(ctx: &Ctx) -> bool {
    may(&ctx.actor, Action::PeopleWrite, &Facts::none()).is_ok()
}

/// The structure is for the offices, for those who lead the unit, and for those who work in it.
async fn permit_unit(scope: &Scope, ctx: &Ctx, unit: UnitId) -> Result<(), Failure> {
    if ctx.permit(Action::PeopleRead).is_ok() {
        return Ok(());
    }
    let facts = unit_facts(scope, ctx, unit).await?;
    may(&ctx.actor, Action::PeopleRead, &facts).map_err(|denied| Refusal::Denied(denied).into())
}
