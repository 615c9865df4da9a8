//! *Somebody sees the rows behind a number*: a page of them, one with everything that was there before it, and what a source says of
//! one person.

use super::{
    count::{cells, sum, year_to},
    load::{permit_unit, source},
    measure::ikm,
};
use crate::{Ctx, Failure, ctx::permit_over, failure::not_found};
use chrono::{Datelike, NaiveDate};
use domain::{
    amount::Amount,
    decision::{Decision, Reason},
    discipline::{Indication, indication},
    feed::{Filter, Gauge, Kind, Link, Measure, Row, Slice, Tally, cells::cells as typed},
    ids::{EmployeeId, EvaluationId, FeedId, FeedRowId, UnitId},
    people::Employee,
    permissions::Action,
    plan::Skp,
};
use std::collections::HashMap;
use store::{Fed, Page, PageOf, Scope};

/// Rows on a page.
const PER_PAGE: u32 = 50;

/// Names of people and units.
pub struct Names {
    people: HashMap<EmployeeId, String>,
    units: HashMap<UnitId, String>,
}

impl Names {
    /// Of those these rows are about, or were brought in by.
    async fn of(scope: &Scope, rows: &[Row]) -> Result<Self, Failure> {
        let mut ids: Vec<EmployeeId> = rows.iter().flat_map(|row| [row.employee(), row.by]).flatten().collect();
        ids.sort_unstable();
        ids.dedup();
        let people = scope.employees(&ids).await?.into_iter().map(|one| (one.id, one.name)).collect();
        Ok(Self { people, units: scope.units().await?.into_iter().map(|unit| (unit.id, unit.name)).collect() })
    }

    /// For samples.
    pub fn none() -> Self {
        Self { people: HashMap::new(), units: HashMap::new() }
    }

    /// Whom a row is about.
    pub fn person(&self, row: &Row) -> &str {
        self.name(row.employee())
    }

    /// Who brought it in.
    pub fn by(&self, row: &Row) -> &str {
        self.name(row.by)
    }

    /// Which unit it counts for.
    pub fn unit(&self, row: &Row) -> &str {
        row.unit().and_then(|id| self.units.get(&id)).map_or("", String::as_str)
    }

    fn name(&self, id: Option<EmployeeId>) -> &str {
        id.and_then(|id| self.people.get(&id)).map_or("", String::as_str)
    }
}

/// A page of rows.
pub struct RowsPage {
    /// The source.
    pub fed: Fed,
    /// The rows, each with working minutes until its answer.
    pub rows: Page<(Row, Option<i64>)>,
    /// Names in them.
    pub names: Names,
    /// May the reader correct them?
    pub manages: bool,
}

/// Rows of a source that hold, the latest first.
#[crate::boxed]
pub async fn see_rows(ctx: &Ctx, id: FeedId, filter: Filter, page: u32) -> Result<RowsPage, Failure> {
    let scope = ctx.read();
    let fed = source(&scope, ctx, Action::FeedRead, id).await?;
    if !fed.source.kind.has_rows() {
        return Err(not_found("rows"));
    }
    rows_of(ctx, &scope, fed, filter, page).await
}

async fn rows_of(ctx: &Ctx, scope: &Scope, fed: Fed, filter: Filter, page: u32) -> Result<RowsPage, Failure> {
    let span = filter.days.unwrap_or((NaiveDate::MIN, NaiveDate::MAX));
    // How many there are is known from the cells; counting a million rows takes longer than reading a page of them.
    let held = scope.feed_cells(&[fed.source.id], std::slice::from_ref(&filter.slice), whole_months(span)).await?;
    let tally = Tally::sum(held.iter().map(|cell| &cell.tally));
    let total = if filter.waiting { tally.waiting() } else { tally.n };
    let page = PageOf { page, per_page: PER_PAGE };
    let found = scope.feed_rows(fed.source.id, &filter, page, total.unsigned_abs()).await?;
    let names = Names::of(scope, &found.rows).await?;
    let manages = permit_unit(scope, ctx, Action::FeedManage, fed.source.unit).await.is_ok();
    let rows = found.try_map(|row| {
        let took = row.took.or_else(|| row.draft.fact.took(ctx.work_time()));
        Ok::<_, Failure>((row, took))
    })?;
    Ok(RowsPage { fed, rows, names, manages })
}

/// Filters are by whole months; years beyond what a date column holds are left out.
fn whole_months((from, until): (NaiveDate, NaiveDate)) -> (NaiveDate, NaiveDate) {
    let year = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    (domain::feed::tally::month_of(from.max(year(1990))), until.min(year(2200)))
}

/// One row.
pub struct RowPage {
    /// The source.
    pub fed: Fed,
    /// Every row with its code, the first one first; the last one holds.
    pub history: Vec<Row>,
    /// Names in them.
    pub names: Names,
    /// The one that holds as it would be typed.
    pub cells: Vec<(&'static str, String)>,
    /// May the reader correct it?
    pub manages: bool,
}

/// A row with its history.
#[crate::boxed]
pub async fn see_row(ctx: &Ctx, id: FeedRowId) -> Result<RowPage, Failure> {
    let scope = ctx.read();
    let row = scope.feed_row(id).await?.ok_or_else(|| not_found("feed row"))?;
    let fed = source(&scope, ctx, Action::FeedRead, row.source).await?;
    let history = scope.feed_history(row.source, &row.draft.code).await?;
    let names = Names::of(&scope, &history).await?;
    let last = history.last().ok_or_else(|| not_found("feed row"))?;
    let nip = match last.employee() {
        Some(id) => scope.employee(id).await?.and_then(|one| one.nip).map(|nip| nip.as_str().to_owned()),
        None => None,
    };
    let unit = match last.unit() {
        Some(id) => scope.unit(id).await?.map(|unit| unit.code),
        None => None,
    };
    let cells = typed(&last.draft, ctx.agency.time_zone, &nip.unwrap_or_default(), &unit.unwrap_or_default());
    let manages = permit_unit(&scope, ctx, Action::FeedManage, fed.source.unit).await.is_ok();
    Ok(RowPage { fed, history, names, cells, manages })
}

/// What a source says of one person in a year.
pub struct PersonPage {
    /// The source.
    pub fed: Fed,
    /// Who.
    pub employee: Employee,
    /// The year.
    pub year: i32,
    /// Every measure with its amount.
    pub figures: Vec<(Measure, Option<Amount>)>,
    /// Days of absence beside the ladder of the law: information, never a penalty.
    pub ladder: Option<Decision<Indication>>,
    /// Their rows, the latest first.
    pub rows: RowsPage,
}

/// What a source says of one person: for themselves, those above them, the offices.
#[crate::boxed]
pub async fn see_person(ctx: &Ctx, id: FeedId, employee: EmployeeId, page: u32) -> Result<PersonPage, Failure> {
    let scope = ctx.read();
    permit_over(&scope, ctx, Action::FeedPerson, employee, None).await.map_err(|_| not_found("feed"))?;
    let fed = scope.feed(id).await?.filter(|fed| fed.source.kind.has_rows()).ok_or_else(|| not_found("feed"))?;
    let employee = scope.employee(employee).await?.ok_or_else(|| not_found("employee"))?;
    let span = year_to(ctx.today());
    let slice = Slice { employee: Some(employee.id), ..Slice::default() };
    let cells = cells(&scope, &[&fed.source], &slice, span).await?;
    let tally = sum(fed.source.kind, &cells);
    let ladder = match fed.source.kind {
        Kind::Attendance if tally.n > 0 => {
            indication(tally.absence(ctx.app.policies.holidays()), &ctx.app.policies.national(span.1)).ok()
        }
        _ => None,
    };
    let figures = fed.source.kind.measures().map(|measure| (measure, measure.of(&tally, span.1))).collect();
    let filter = Filter { slice, days: Some((span.0, span.1)), waiting: false };
    let rows = rows_of(ctx, &scope, fed.clone(), filter, page).await?;
    Ok(PersonPage { fed, employee, year: span.1.year(), figures, ladder, rows })
}

/// What an indicator is measured by, for its page.
#[derive(Clone)]
pub struct Measured {
    /// The link.
    pub link: Link,
    /// The source's name.
    pub source: String,
    /// Rows or answers so far.
    pub n: i64,
    /// Where they can be seen, if the reader may.
    pub rows: Option<String>,
}

/// What an indicator is measured by.
pub(crate) async fn of_indicator(
    ctx: &Ctx,
    scope: &Scope,
    skp: &Skp,
    indicator: domain::ids::IndicatorId,
) -> Result<Option<Measured>, Failure> {
    let Some(link) = scope.feed_link(skp.id, indicator).await? else { return Ok(None) };
    let Some(fed) = scope.feed(link.source).await? else { return Ok(None) };
    let span = (skp.dates.from, ctx.today().max(skp.dates.from));
    let n = if fed.source.kind == Kind::Survey {
        ikm(scope, fed.source.unit, span, true).await?.map_or(0, |(_, n)| n)
    } else {
        sum(fed.source.kind, &cells(scope, &[&fed.source], &link.slice, span).await?).n
    };
    let reads = permit_unit(scope, ctx, Action::FeedRead, fed.source.unit).await.is_ok();
    let rows = match (&link.slice, reads) {
        _ if !fed.source.kind.has_rows() => None,
        (slice, true) => Some(rows_path(fed.source.id, slice, None)),
        (Slice { employee: Some(id), .. }, false) => Some(format!("/sumber-data/{}/pegawai/{id}", fed.source.id)),
        _ => None,
    };
    Ok(Some(Measured { link, source: fed.source.name, n, rows }))
}

/// The address of some rows.
pub fn rows_path(id: FeedId, slice: &Slice, days: Option<(NaiveDate, NaiveDate)>) -> String {
    let mut query: Vec<String> = Vec::new();
    query.extend(slice.employee.map(|id| format!("pegawai={id}")));
    query.extend(slice.unit.map(|id| format!("unit={id}")));
    if !slice.item.is_empty() {
        query.push(format!("perihal={}", encoded(&slice.item)));
    }
    query.extend(days.map(|(from, until)| format!("dari={from}&sampai={until}")));
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/sumber-data/{id}/baris{mark}{}", query.join("&"))
}

/// As an address holds it.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// What a result was measured by, each with the address of its rows as the reader may see them.
#[crate::boxed]
pub async fn lineage(
    ctx: &Ctx,
    result: EvaluationId,
    employee: EmployeeId,
) -> Result<Vec<(Reason, Option<String>)>, Failure> {
    let scope = ctx.read();
    let gauges = scope.feed_gauges(&[result]).await?.remove(&result).unwrap_or_default();
    let mut lines = Vec::with_capacity(gauges.len());
    for Gauge { because, rows, .. } in gauges {
        let path = match rows {
            Some((id, slice, from, until)) => match source(&scope, ctx, Action::FeedRead, id).await {
                Ok(_) => Some(rows_path(id, &slice, Some((from, until)))),
                Err(_) if slice.employee == Some(employee) => Some(format!("/sumber-data/{id}/pegawai/{employee}")),
                Err(_) => None,
            },
            None => None,
        };
        lines.push((Reason { from: Vec::new(), ..because }, path));
    }
    Ok(lines)
}
