//! *Leaders and offices see sources*: all of them, and one with what it comes to in a year, month by month and told apart.

use super::{
    alarm::silence,
    count::{Span, by_month, cells, each_month, sum},
    load::{permit_unit, source},
    measure::ikm,
};
use crate::{Ctx, Failure, failure::not_found};
use chrono::{Datelike, NaiveDate};
use domain::{
    amount::Amount,
    feed::{Cell, Kind, Measure, Slice},
    ids::{EmployeeId, FeedId, UnitId},
    people::Unit,
    permissions::Action,
};
use std::collections::{BTreeMap, HashMap};
use store::{Fed, Scope};

/// Lines of a table of people, units or items.
const MOST: usize = 50;

/// A source in the list.
pub struct FedRow {
    /// The source.
    pub fed: Fed,
    /// The unit that keeps it.
    pub unit: String,
    /// Since when it has been silent, and days beyond its rhythm.
    pub silent: Option<(NaiveDate, u32)>,
    /// May the reader see what it comes to?
    pub reads: bool,
    /// May the reader bring in rows?
    pub enters: bool,
}

/// Every source the reader has to do with.
pub struct FeedsPage {
    /// Them.
    pub rows: Vec<FedRow>,
    /// May the reader add one?
    pub may_add: bool,
}

/// Every source the reader may see or bring rows into.
#[crate::boxed]
pub async fn see_all(ctx: &Ctx) -> Result<FeedsPage, Failure> {
    let scope = ctx.read();
    let names: HashMap<UnitId, String> = scope.units().await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let mut rows = Vec::new();
    for fed in scope.feeds().await? {
        let reads = permit_unit(&scope, ctx, Action::FeedRead, fed.source.unit).await.is_ok();
        let enters = permit_unit(&scope, ctx, Action::FeedEnter, fed.source.unit).await.is_ok();
        if reads || enters {
            rows.push(FedRow {
                unit: names.get(&fed.source.unit).cloned().unwrap_or_default(),
                silent: silence(&fed, ctx.agency.time_zone, ctx.at),
                fed,
                reads,
                enters,
            });
        }
    }
    let may_add = ctx.permit(Action::FeedManage).is_ok()
        || crate::ctx::unit_led_by(&scope, ctx.me(), ctx.today()).await?.is_some();
    Ok(FeedsPage { rows, may_add })
}

/// Units a source may belong to, for whoever keeps sources.
#[crate::boxed]
pub async fn units(ctx: &Ctx) -> Result<Vec<Unit>, Failure> {
    let scope = ctx.read();
    if ctx.permit(Action::FeedManage).is_ok() {
        return Ok(scope.units().await?);
    }
    let denied = || ctx.permit(Action::FeedManage).map(|()| Vec::new());
    match crate::ctx::unit_led_by(&scope, ctx.me(), ctx.today()).await? {
        Some(led) => Ok(scope.units_under(led).await?),
        None => denied(),
    }
}

/// A source for whoever keeps it.
#[crate::boxed]
pub async fn see_source(ctx: &Ctx, id: FeedId) -> Result<Fed, Failure> {
    source(&ctx.read(), ctx, Action::FeedManage, id).await
}

/// A source for whoever brings rows in.
#[crate::boxed]
pub async fn see_entry(ctx: &Ctx, id: FeedId) -> Result<Fed, Failure> {
    source(&ctx.read(), ctx, Action::FeedEnter, id).await
}

/// A line of a table: of whom or what, how many rows, and the main amount.
pub struct Line {
    /// Its name.
    pub name: String,
    /// Where its rows are.
    pub slice: Slice,
    /// Rows.
    pub n: i64,
    /// The amount that is looked at.
    pub amount: Option<Amount>,
}

/// What a source comes to in a year.
pub struct FeedPage {
    /// The source.
    pub fed: Fed,
    /// The unit that keeps it.
    pub unit: String,
    /// The year.
    pub year: i32,
    /// Rows that count.
    pub n: i64,
    /// Requests that wait.
    pub waiting: i64,
    /// Every measure with its amount.
    pub figures: Vec<(Measure, Option<Amount>)>,
    /// The measure in the chart and the tables.
    pub shown: Measure,
    /// It, month by month.
    pub trend: Vec<(NaiveDate, Option<Amount>)>,
    /// By employee, unit, item.
    pub lines: [Vec<Line>; 3],
    /// Since when it has been silent.
    pub silent: Option<(NaiveDate, u32)>,
    /// May the reader bring in rows?
    pub enters: bool,
    /// May the reader keep it?
    pub manages: bool,
}

/// One source in a year; `shown`: which measure is looked at.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: FeedId, year: Option<i32>, shown: Option<Measure>) -> Result<FeedPage, Failure> {
    let scope = ctx.read();
    let fed = source(&scope, ctx, Action::FeedRead, id).await?;
    let today = ctx.today();
    let year = year.filter(|year| (1990..2200).contains(year)).unwrap_or(today.year());
    let (from, last) = (first(year), NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today));
    let span = (from, last.min(today).max(from));
    let kind = fed.source.kind;
    let first_of = || kind.measures().next().ok_or_else(|| not_found("measure"));
    let shown = match shown.filter(|shown| shown.kind() == kind) {
        Some(shown) => shown,
        None => first_of()?,
    };
    let unit = scope.unit(fed.source.unit).await?.map(|unit| unit.name).unwrap_or_default();
    let mut page = FeedPage {
        unit,
        year,
        n: 0,
        waiting: 0,
        figures: Vec::new(),
        shown,
        trend: Vec::new(),
        lines: [Vec::new(), Vec::new(), Vec::new()],
        silent: silence(&fed, ctx.agency.time_zone, ctx.at),
        enters: kind.has_rows() && permit_unit(&scope, ctx, Action::FeedEnter, fed.source.unit).await.is_ok(),
        manages: permit_unit(&scope, ctx, Action::FeedManage, fed.source.unit).await.is_ok(),
        fed,
    };
    if kind == Kind::Survey {
        let found = ikm(&scope, page.fed.source.unit, span, true).await?;
        page.n = found.map_or(0, |(_, n)| n);
        page.figures = vec![(shown, found.map(|(amount, _)| amount))];
        return Ok(page);
    }
    let all = cells(&scope, &[&page.fed.source], &Slice::default(), span).await?;
    let tally = sum(kind, &all);
    page.n = tally.n;
    page.waiting = tally.waiting();
    page.figures = kind.measures().map(|measure| (measure, measure.of(&tally, span.1))).collect();
    let months = if shown.adds_up() || !matches!(kind, Kind::Attendance) {
        each_month(kind, &all, span)
    } else {
        by_month(kind, &all, span)
    };
    page.trend = months.into_iter().map(|(month, tally)| (month, shown.of(&tally, span.1))).collect();
    page.lines = lines(&scope, id, kind, shown, span).await?;
    Ok(page)
}

fn first(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

/// The year told apart by employee, unit and item, those with the most rows first.
async fn lines(scope: &Scope, id: FeedId, kind: Kind, shown: Measure, span: Span) -> Result<[Vec<Line>; 3], Failure> {
    let months = (span.0, domain::feed::tally::month_of(span.1));
    let mut all = [Vec::new(), Vec::new(), Vec::new()];
    // Where rows state a level, what is told apart is told apart by item as well, and put together again.
    let parts = if kind.states_level() { ["pi", "ui", "i"] } else { ["p", "u", "i"] };
    for ((part, lines), by_item) in parts.into_iter().zip(&mut all).zip([false, false, true]) {
        let mut groups: BTreeMap<Slice, Vec<Cell>> = BTreeMap::new();
        for cell in scope.feed_cells_by(id, part, None, months).await? {
            let item = if by_item { cell.slice.item.clone() } else { String::new() };
            groups.entry(Slice { item, ..cell.slice.clone() }).or_default().push(cell);
        }
        for (slice, cells) in groups {
            let tally = sum(kind, &cells);
            let amount = shown.of(&tally, span.1);
            if tally.n > 0 {
                lines.push(Line { name: slice.item.clone(), slice, n: tally.n, amount });
            }
        }
        lines.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.slice.cmp(&b.slice)));
        lines.truncate(MOST);
    }
    let people: Vec<EmployeeId> = all[0].iter().filter_map(|line| line.slice.employee).collect();
    let people: HashMap<EmployeeId, String> =
        scope.employees(&people).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let units: HashMap<UnitId, String> = scope.units().await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    for line in all.iter_mut().flatten() {
        let named =
            line.slice.employee.and_then(|id| people.get(&id)).or(line.slice.unit.and_then(|id| units.get(&id)));
        line.name = named.cloned().unwrap_or_else(|| line.slice.item.clone());
    }
    Ok(all)
}
