//! *Somebody draws the talent map*, and *those entitled read it*. A map is drawn on a day by the rules of that day and kept with
//! the reason of every place; drawing another takes nothing from the first.

use super::gather::gather;
use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use domain::{
    decision::{Citation, Refusal, Text},
    ids::{EmployeeId, TalentMapId, UnitId},
    permissions::{Action, Facts, may},
    talent::boxes::{BoxRule, PotentialRating},
};
use serde::Serialize;
use std::collections::BTreeMap;
use store::{Page, PageOf, Person, TalentMap, TalentPlace};

/// What the journal keeps of a map: how many stand where.
#[derive(Serialize)]
struct Drawn {
    people: usize,
    boxes: BTreeMap<u8, usize>,
    policy: String,
}

/// Places everybody who is rated.
#[crate::boxed]
pub async fn draw(ctx: &Ctx) -> Result<TalentMapId, Failure> {
    ctx.act(Action::TalentManage, move |work| async move {
        work.ctx.permit(work.action)?;
        work.lock("talent-map").await?;
        let found = gather(&work, &work.ctx, None).await?;
        if found.policy.career.axes.is_none() || found.policy.career.boxes.is_none() {
            return Err(Refusal::rule(Text::new("talent-no-rules")).into());
        }
        let id: TalentMapId = work.id();
        let map = TalentMap {
            id,
            on: found.today,
            policy: format!("{}+{}", found.policy.id, found.policy.national.id),
            by: work.ctx.me(),
            at: work.ctx.at,
        };
        let mut drawn = Drawn { people: 0, boxes: BTreeMap::new(), policy: map.policy.clone() };
        let mut places = Vec::new();
        for person in work.everyone(found.today).await?.into_iter().filter(|person| person.line.is_some()) {
            let Some(placed) = found.place(&person) else { continue };
            drawn.people += 1;
            *drawn.boxes.entry(placed.value.number.unwrap_or_default()).or_default() += 1;
            let place = TalentPlace {
                map: id,
                employee: person.employee.id,
                unit: person.unit.map(|unit| unit.id),
                placement: placed.value,
                because: placed.because,
            };
            places.push((place, person.employee.name));
        }
        work.insert_talent_map(&map, &places).await?;
        work.journal("talent_map", id, None, Some(&drawn)).await?;
        Ok(id)
    })
    .await
}

/// A map as its page shows it.
pub struct MapPage {
    /// The map; none was drawn yet without one.
    pub map: Option<TalentMap>,
    /// Who drew it.
    pub by: String,
    /// Earlier maps.
    pub others: Vec<TalentMap>,
    /// The boxes with their number of people.
    pub boxes: Vec<(BoxRule, u64)>,
    /// People without a box: not enough is known of them.
    pub unknown: u64,
    /// Where the boxes stand written.
    pub cite: Option<Citation>,
    /// The box that is looked into.
    pub number: Option<u8>,
    /// Its people with their units.
    pub people: Option<Page<(TalentPlace, Option<Person>)>>,
    /// May the reader draw one, and more?
    pub manages: bool,
}

/// The newest map, or this one.
#[crate::boxed]
pub async fn see_map(
    ctx: &Ctx,
    map: Option<TalentMapId>,
    number: Option<u8>,
    page: PageOf,
) -> Result<MapPage, Failure> {
    ctx.permit(Action::TalentRead)?;
    let scope = ctx.read();
    let mut maps = scope.talent_maps().await?;
    let at = match map {
        Some(id) => Some(maps.iter().position(|one| one.id == id).ok_or_else(|| not_found("talent-map"))?),
        None if maps.is_empty() => None,
        None => Some(0),
    };
    let map = at.map(|at| maps.remove(at));
    let policy = ctx.policy(map.as_ref().map_or_else(|| ctx.today(), |map| map.on))?;
    let counts: BTreeMap<u8, u64> = match &map {
        Some(map) => scope.talent_counts(map.id).await?.into_iter().collect(),
        None => BTreeMap::new(),
    };
    let of = |number: u8| counts.get(&number).copied().unwrap_or_default();
    let rules = policy.career.boxes.as_ref();
    let people = match (&map, number) {
        (Some(map), Some(number)) => {
            let found = scope.talent_box(map.id, number, page).await?;
            let ids: Vec<EmployeeId> = found.rows.iter().map(|place| place.employee).collect();
            let mut people: BTreeMap<EmployeeId, Person> =
                scope.people_on(&ids, ctx.today()).await?.into_iter().map(|one| (one.employee.id, one)).collect();
            let rows = found.rows.into_iter().map(|place| {
                let person = people.remove(&place.employee);
                (place, person)
            });
            Some(Page { rows: rows.collect(), total: found.total, page: found.page, per_page: found.per_page })
        }
        _ => None,
    };
    let by = match &map {
        Some(map) => scope.employee(map.by).await?.map(|one| one.name).unwrap_or_default(),
        None => String::new(),
    };
    Ok(MapPage {
        boxes: rules
            .map(|rule| rule.value.iter().map(|one| (one.clone(), of(one.number))).collect())
            .unwrap_or_default(),
        unknown: of(0),
        cite: rules.map(|rule| rule.cite.clone()),
        others: maps,
        manages: may(&ctx.actor, Action::TalentManage, &Facts::none()).is_ok(),
        number,
        people,
        map,
        by,
    })
}

/// Somebody's place with its reason, and what it rests on.
pub struct PlacePage {
    /// Who.
    pub person: Person,
    /// Their place on the newest map.
    pub place: Option<(TalentMap, TalentPlace)>,
    /// What is recommended for their box.
    pub rule: Option<BoxRule>,
    /// Ratings of potential, the newest first.
    pub ratings: Vec<PotentialRating>,
    /// May the reader rate?
    pub manages: bool,
    /// Is it the reader's own?
    pub own: bool,
}

/// One person's place, for those entitled and for themselves.
#[crate::boxed]
pub async fn see_place(ctx: &Ctx, id: EmployeeId) -> Result<PlacePage, Failure> {
    let scope = ctx.read();
    let person = scope.people_on(&[id], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    permit_over(&scope, ctx, Action::TalentRead, id, None).await.map_err(|_| not_found("employee"))?;
    let newest = scope.talent_maps().await?.into_iter().next();
    let place = match newest {
        Some(map) => scope.talent_place(map.id, id).await?.map(|place| (map, place)),
        None => None,
    };
    let rule = match &place {
        Some((map, place)) => ctx
            .policy(map.on)?
            .career
            .boxes
            .as_ref()
            .and_then(|rule| rule.value.iter().find(|one| Some(one.number) == place.placement.number).cloned()),
        None => None,
    };
    let mut ratings = scope.potentials(Some(&[id])).await?;
    ratings.reverse();
    let own = id == ctx.me();
    let manages = !own && may(&ctx.actor, Action::TalentManage, &Facts::none()).is_ok();
    Ok(PlacePage { person, place, rule, ratings, manages, own })
}

/// People of the boxes that lead into the succession plan, by unit and those below it.
#[crate::boxed]
pub(super) async fn pool(ctx: &Ctx, unit: Option<UnitId>) -> Result<Vec<TalentPlace>, Failure> {
    let scope = ctx.read();
    let Some(map) = scope.talent_maps().await?.into_iter().next() else { return Ok(Vec::new()) };
    let policy = ctx.policy(map.on)?;
    let numbers: Vec<u8> = policy
        .career
        .boxes
        .as_ref()
        .map(|rule| rule.value.iter().filter(|one| one.pool).map(|one| one.number).collect())
        .unwrap_or_default();
    let mut places = scope.talent_places(map.id, &numbers).await?;
    if let Some(unit) = unit {
        let below: Vec<UnitId> = scope.units_under(unit).await?.into_iter().map(|unit| unit.id).collect();
        places.retain(|place| place.unit.is_some_and(|unit| below.contains(&unit)));
    }
    Ok(places)
}
