//! *Somebody looks at the conditions* of promotion and study: of one person, or as a list of all those they oversee. Every
//! condition is shown with what was found; nobody is promoted by a list.

use super::gather::{STUDY_MONTHS, gather};
use crate::{
    Ctx, Failure,
    ctx::{permit_over, unit_led_by},
    failure::not_found,
};
use domain::{
    ids::{EmployeeId, UnitId},
    people::Unit,
    permissions::{Action, Facts, may},
    talent::{
        Met,
        eligibility::{CareerNote, Check, Eligibility, Track},
    },
};
use store::{Page, PageOf, Person, Scope};

/// One person's conditions.
pub struct PersonPage {
    /// Who.
    pub person: Person,
    /// Track by track.
    pub tracks: Vec<Eligibility>,
    /// What the office recorded.
    pub notes: Vec<CareerNote>,
    /// How long studies are thought to take, in months.
    pub study_months: u32,
    /// May the reader record something?
    pub may_note: bool,
}

/// The conditions of one person.
#[crate::boxed]
pub async fn see_person(ctx: &Ctx, id: EmployeeId, study_months: Option<u32>) -> Result<PersonPage, Failure> {
    let scope = ctx.read();
    let person = scope.people_on(&[id], ctx.today()).await?.pop().ok_or_else(|| not_found("employee"))?;
    permit_over(&scope, ctx, Action::EligibilityRead, id, None).await.map_err(|_| not_found("employee"))?;
    let study_months = study_months.unwrap_or(STUDY_MONTHS).clamp(1, 120);
    let found = gather(&scope, ctx, Some(&[id])).await?;
    Ok(PersonPage {
        tracks: Track::ALL.map(|track| found.eligibility(&person, track, study_months)).to_vec(),
        notes: found.notes(id),
        may_note: may(&ctx.actor, Action::EligibilityNote, &Facts::none()).is_ok(),
        study_months,
        person,
    })
}

/// What is asked of the list.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// For what.
    pub track: Track,
    /// Only those.
    pub met: Option<Met>,
    /// Under this unit.
    pub unit: Option<UnitId>,
    /// Which page.
    pub page: PageOf,
}

/// One line of the list.
pub struct Row {
    /// Who.
    pub person: Person,
    /// All conditions together.
    pub met: Met,
    /// Those that are not met, or not known.
    pub open: Vec<Check>,
    /// How many conditions there are.
    pub all: usize,
}

/// The list.
pub struct ListPage {
    /// What was asked.
    pub asked: Asked,
    /// The lines.
    pub rows: Page<Row>,
    /// How many people stand how, whatever is shown.
    pub counts: [(Met, usize); 3],
    /// Units to choose from.
    pub units: Vec<Unit>,
    /// The last year whose results are closed.
    pub newest: i32,
}

/// Units the reader oversees: all of them by office, else those under the unit they lead.
async fn overseen(scope: &Scope, ctx: &Ctx) -> Result<(Vec<Unit>, bool), Failure> {
    if may(&ctx.actor, Action::EligibilityRead, &Facts::none()).is_ok() {
        return Ok((scope.units().await?, true));
    }
    match unit_led_by(scope, ctx.me(), ctx.today()).await? {
        Some(led) => Ok((scope.units_under(led).await?, false)),
        None => {
            ctx.permit(Action::EligibilityRead)?;
            Ok((Vec::new(), false))
        }
    }
}

/// Everybody the reader oversees.
#[crate::boxed]
pub async fn list(ctx: &Ctx, asked: Asked) -> Result<ListPage, Failure> {
    let scope = ctx.read();
    let (units, all) = overseen(&scope, ctx).await?;
    let today = ctx.today();
    let mut people = match asked.unit {
        Some(unit) if units.iter().any(|one| one.id == unit) => {
            let below: Vec<UnitId> = scope.units_under(unit).await?.into_iter().map(|unit| unit.id).collect();
            scope.people_in(&below, today).await?
        }
        Some(_) => return Err(not_found("unit")),
        None if all => scope.everyone(today).await?,
        None => scope.people_in(&units.iter().map(|unit| unit.id).collect::<Vec<_>>(), today).await?,
    };
    people.retain(|person| person.line.is_some() && (all || person.employee.id != ctx.me()));
    let ids: Vec<EmployeeId> = people.iter().map(|person| person.employee.id).collect();
    let whole = all && asked.unit.is_none();
    let found = gather(&scope, ctx, (!whole).then_some(ids.as_slice())).await?;
    let mut counts = Met::ALL.map(|met| (met, 0));
    let mut rows = Vec::new();
    for person in people {
        let eligibility = found.eligibility(&person, asked.track, STUDY_MONTHS);
        let met = eligibility.met();
        for (one, n) in &mut counts {
            *n += usize::from(*one == met);
        }
        if asked.met.is_none_or(|wanted| wanted == met) {
            let all = eligibility.checks.len();
            let open = eligibility.checks.into_iter().filter(|check| check.met != Met::Yes).collect();
            rows.push(Row { person, met, open, all });
        }
    }
    rows.sort_by_key(|row| row.met);
    Ok(ListPage { rows: paged(rows, asked.page), asked, counts, units, newest: found.newest })
}

/// One page of rows that are all there.
pub(super) fn paged<T>(rows: Vec<T>, page: PageOf) -> Page<T> {
    let (total, per_page, number) = (rows.len() as u64, page.per_page.clamp(1, 500), page.page.max(1));
    let rows = rows.into_iter().skip((number as usize - 1) * per_page as usize).take(per_page as usize).collect();
    Page { rows, total, page: number, per_page }
}
