//! *The personnel office sees the year*: periods, what is complete and what is late, unit by unit; and who is missing,
//! by name. A leader sees the same of the unit they lead. Counted in the database, a branch at a time.

use crate::{
    Ctx, Failure,
    ctx::unit_led_by,
    failure::not_found,
    people::export::{Format, table},
    plan::see_matrix::day_in,
};
use chrono::NaiveDate;
use domain::{
    evaluation::{Period, UnitAchievement, cycle::Step},
    ids::{PeriodId, UnitId},
    people::Unit,
    permissions::{Action, Facts, may},
};
use std::collections::HashMap;
use store::{Branch, Counts, Look, Missing, Page, PageOf, Scope};

/// What somebody asks to see.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// The year.
    pub year: i32,
    /// The period; the one that is open where none is named.
    pub period: Option<PeriodId>,
    /// The unit; the top of what they may see where none is named.
    pub unit: Option<UnitId>,
}

/// The year, and one branch of the agency in it.
pub struct CyclePage {
    /// The year.
    pub year: i32,
    /// Its periods, in order.
    pub periods: Vec<Period>,
    /// From when those may be opened for which it is too early.
    pub waits: HashMap<PeriodId, NaiveDate>,
    /// The chosen period.
    pub chosen: Option<Period>,
    /// The way down to the unit looked at, that unit last; empty at the top of several.
    pub path: Vec<Unit>,
    /// The units directly below it, each with everybody under it.
    pub branches: Vec<Branch>,
    /// The people directly in it.
    pub own: Option<Branch>,
    /// All together.
    pub total: Counts,
    /// Units' achievements in the chosen period.
    pub achievements: Vec<UnitAchievement>,
}

/// The year, one period of it and one branch more closely.
#[crate::boxed]
pub async fn see_cycle(ctx: &Ctx, asked: Asked) -> Result<CyclePage, Failure> {
    let scope = ctx.read();
    let reach = within(ctx, &scope, asked.unit, Action::CycleRead).await?;
    let (periods, chosen) = periods(&scope, asked).await?;
    let mut look = look(ctx, asked.year, chosen.as_ref(), reach.unit);
    let mut branches = scope.board(look).await?;
    if let (None, [only]) = (look.unit, branches.as_slice()) {
        // One unit at the top says nothing: look inside.
        look.unit = Some(only.unit.id);
        branches = scope.board(look).await?;
    }
    let own = branches.iter().position(|branch| Some(branch.unit.id) == look.unit).map(|at| branches.remove(at));
    let mut waits = HashMap::new();
    for period in periods.iter().filter(|period| period.opened_at.is_none()) {
        let opens = ctx.window(period)?.opens;
        if ctx.today() < opens {
            waits.insert(period.id, opens);
        }
    }
    Ok(CyclePage {
        year: asked.year,
        total: branches.iter().chain(&own).map(|branch| branch.counts).sum(),
        path: path(&scope, look.unit, reach.top).await?,
        achievements: match &chosen {
            Some(period) => scope.achievements(period.id).await?,
            None => Vec::new(),
        },
        periods,
        waits,
        chosen,
        branches,
        own,
    })
}

/// Who is missing under a unit, page by page.
pub struct MissingPage {
    /// The period; without one, plans only.
    pub period: Option<Period>,
    /// The way down to the unit.
    pub path: Vec<Unit>,
    /// How many are at which step.
    pub steps: Vec<(Step, usize)>,
    /// The people.
    pub people: Page<Missing>,
}

/// Who is missing, by name.
#[crate::boxed]
pub async fn see_missing(ctx: &Ctx, asked: Asked, step: Option<Step>, page: PageOf) -> Result<MissingPage, Failure> {
    let scope = ctx.read();
    let reach = within(ctx, &scope, asked.unit, Action::CycleRead).await?;
    let (_, period) = periods(&scope, asked).await?;
    let look = look(ctx, asked.year, period.as_ref(), reach.unit);
    let (size, number) = (page.per_page.clamp(1, 500), page.page.max(1));
    let (rows, total) = scope.missing(look, step, size, (number - 1).saturating_mul(size)).await?;
    Ok(MissingPage {
        path: path(&scope, look.unit, reach.top).await?,
        steps: scope.steps_count(look).await?,
        people: Page { rows, total, page: number, per_page: size },
        period,
    })
}

/// The board as a file: one row for each unit shown.
#[crate::boxed]
pub async fn export_board(ctx: &Ctx, asked: Asked, format: Format) -> Result<Vec<u8>, Failure> {
    let found = see_cycle(ctx, asked).await?;
    let rows = found.own.iter().chain(&found.branches).map(|branch| {
        let n = &branch.counts;
        let counts = [n.people, n.plans_set, n.self_assessed, n.rated, n.evaluated, n.acknowledged];
        let names = [branch.unit.code.clone(), branch.unit.name.clone()];
        names.into_iter().chain(counts.map(|n| n.to_string())).collect()
    });
    let columns = vec![
        "unit_kode",
        "unit",
        "pegawai",
        "skp_ditetapkan",
        "penilaian_diri",
        "dinilai",
        "hasil_ditetapkan",
        "hasil_diterima",
    ];
    table("papan", columns, format, rows.collect()).await
}

/// Those who are missing as a file, all of them.
#[crate::boxed]
pub async fn export_missing(ctx: &Ctx, asked: Asked, step: Option<Step>, format: Format) -> Result<Vec<u8>, Failure> {
    let scope = ctx.read();
    let reach = within(ctx, &scope, asked.unit, Action::CycleRead).await?;
    let (_, period) = periods(&scope, asked).await?;
    let look = look(ctx, asked.year, period.as_ref(), reach.unit);
    let (people, _) = scope.missing(look, step, i32::MAX as u32, 0).await?;
    let rows = people
        .into_iter()
        .map(|one| vec![one.nip, one.name, one.unit, step_word(one.step).to_owned(), one.rater_name])
        .collect();
    table("belum", vec!["nip", "nama", "unit", "langkah", "penilai"], format, rows).await
}

/// The step as written in files, which are Indonesian like the forms.
const fn step_word(step: Step) -> &'static str {
    match step {
        Step::Plan => "SKP belum selesai",
        Step::Set => "SKP menunggu penetapan",
        Step::Own => "penilaian diri belum dikirim",
        Step::Rate => "menunggu penilaian",
        Step::Sign => "hasil belum ditetapkan",
        Step::Acknowledge => "hasil belum diterima",
        Step::Done => "lengkap",
    }
}

/// What somebody may look at.
pub(crate) struct Reach {
    /// What is looked at: the unit named, else the highest; `None` for the whole agency.
    pub(crate) unit: Option<UnitId>,
    /// The highest unit they may look at; `None` for who oversees the agency.
    pub(crate) top: Option<UnitId>,
}

/// May they do this to a unit? Who oversees the agency to any, a leader to what lies under their own.
pub(crate) async fn within(ctx: &Ctx, scope: &Scope, unit: Option<UnitId>, action: Action) -> Result<Reach, Failure> {
    if let Some(unit) = unit {
        scope.unit(unit).await?.ok_or_else(|| not_found("unit"))?;
    }
    if ctx.permit(action).is_ok() {
        return Ok(Reach { unit, top: None });
    }
    let top = unit_led_by(scope, ctx.me(), ctx.today()).await?;
    let leads_unit = match (top, unit) {
        (Some(_), None) => true,
        (Some(top), Some(unit)) => scope.units_under(top).await?.iter().any(|below| below.id == unit),
        (None, _) => false,
    };
    may(&ctx.actor, action, &Facts { leads_unit, ..Facts::none() })?;
    Ok(Reach { unit: unit.or(top), top })
}

/// As the agency stood on the period's last day, or stands today.
pub(crate) fn look(ctx: &Ctx, year: i32, period: Option<&Period>, unit: Option<UnitId>) -> Look {
    let day = period.map_or_else(|| day_in(ctx, year), |period| period.last_day().min(ctx.today()));
    Look { day, year, period: period.map(|period| period.id), unit }
}

async fn periods(scope: &Scope, asked: Asked) -> Result<(Vec<Period>, Option<Period>), Failure> {
    let mut periods = scope.periods(asked.year).await?;
    periods.sort_by_key(|period| (period.rhythm.per_year(), period.number));
    let chosen = periods
        .iter()
        .find(|period| Some(period.id) == asked.period)
        .or_else(|| periods.iter().find(|period| period.opened_at.is_some() && period.closed_at.is_none()))
        .cloned();
    Ok((periods, chosen))
}

/// The units above one, from the top of what may be seen down to it.
async fn path(scope: &Scope, unit: Option<UnitId>, top: Option<UnitId>) -> Result<Vec<Unit>, Failure> {
    let mut path: Vec<Unit> = Vec::new();
    let mut next = unit;
    while let Some(id) = next.filter(|id| path.iter().all(|unit| unit.id != *id)) {
        let Some(unit) = scope.unit(id).await? else { break };
        next = unit.parent.filter(|_| Some(id) != top);
        path.push(unit);
    }
    path.reverse();
    Ok(path)
}
