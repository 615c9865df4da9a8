//! What many rows come to: from the cells they were counted in as they came, never from the rows.

use crate::Failure;
use chrono::{Datelike, Months, NaiveDate};
use domain::{
    feed::{
        Cell, Kind, Slice, Source, Tally,
        tally::{month_of, together},
    },
    ids::{FeedId, UnitId},
};
use store::Scope;

/// First and last month.
pub type Span = (NaiveDate, NaiveDate);

/// The cells of a slice of some sources of one kind within some months; a unit stands for everything under it.
pub(super) async fn cells(
    scope: &Scope,
    sources: &[&Source],
    slice: &Slice,
    (from, until): Span,
) -> Result<Vec<Cell>, Failure> {
    let span = (month_of(from), month_of(until));
    let under = |unit: UnitId| async move {
        Ok::<_, Failure>(scope.units_under(unit).await?.into_iter().map(|unit| unit.id).collect::<Vec<_>>())
    };
    let slices: Vec<Slice> = match slice.unit {
        Some(unit) => {
            let of = |unit| Slice { unit: Some(unit), ..slice.clone() };
            under(unit).await?.into_iter().map(of).collect()
        }
        None => vec![slice.clone()],
    };
    let levels = sources.iter().any(|source| source.kind.states_level());
    if !(levels && slice.item.is_empty()) {
        let ids: Vec<FeedId> = sources.iter().map(|source| source.id).collect();
        return Ok(scope.feed_cells(&ids, &slices, span).await?);
    }
    // A level is of one activity: those of a whole are its activities together.
    let mut cells = Vec::new();
    for source in sources {
        for slice in &slices {
            let (part, who) = match slice.part() {
                "p" => ("pi", Some(slice.who())),
                "u" => ("ui", Some(slice.who())),
                _ => ("i", None),
            };
            cells.extend(scope.feed_cells_by(source.id, part, who.as_deref(), span).await?);
        }
    }
    Ok(cells)
}

/// What they come to together.
pub(super) fn sum(kind: Kind, cells: &[Cell]) -> Tally {
    together(kind.states_level(), cells)
}

/// What is known at the end of each month from the first one on: month by month, each with everything since.
pub(super) fn by_month(kind: Kind, cells: &[Cell], (from, until): Span) -> Vec<(NaiveDate, Tally)> {
    months((from, until))
        .map(|month| {
            let known: Vec<Cell> = cells.iter().filter(|cell| cell.month <= month).cloned().collect();
            (month, sum(kind, &known))
        })
        .collect()
}

/// Each month alone; where rows state a level, what stands at its end.
pub(super) fn each_month(kind: Kind, cells: &[Cell], span: Span) -> Vec<(NaiveDate, Tally)> {
    months(span)
        .map(|month| {
            let of = |cell: &&Cell| cell.month == month;
            (month, sum(kind, &cells.iter().filter(of).cloned().collect::<Vec<_>>()))
        })
        .collect()
}

/// First days of months.
pub(super) fn months((from, until): Span) -> impl Iterator<Item = NaiveDate> {
    let last = month_of(until);
    std::iter::successors(Some(month_of(from)), |month| month.checked_add_months(Months::new(1)))
        .take_while(move |month| *month <= last)
}

/// The last day of a month.
pub(super) fn last_day(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(month)
}

/// A year up to a day.
pub fn year_to(day: NaiveDate) -> Span {
    (NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day), day)
}
