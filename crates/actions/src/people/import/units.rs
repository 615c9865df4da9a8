//! Checking a file of units. Key: the unit's code.

use super::{cells::Cells, change::Changes, report::Report, table::Table};
use crate::{Ctx, Failure};
use domain::{decision::Text, ids::UnitId, people::Unit};
use std::collections::HashMap;

/// One row, as far as it is understood.
struct Row<'t> {
    cells: Cells<'t>,
    unit: Option<Unit>,
    before: Option<Unit>,
}

/// What the file changes, and what is wrong with it.
pub(super) async fn check(ctx: &Ctx, table: &Table) -> Result<(Changes, Report), Failure> {
    let known: HashMap<String, Unit> =
        ctx.read().units().await?.into_iter().map(|unit| (unit.code.to_lowercase(), unit)).collect();
    let mut ids: HashMap<String, UnitId> = known.iter().map(|(code, unit)| (code.clone(), unit.id)).collect();
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut rows: Vec<Row<'_>> = table
        .rows
        .iter()
        .map(|row| {
            let mut cells = Cells::of(table, row);
            let (code, name) = (cells.must("kode").to_owned(), cells.must("nama").to_owned());
            if code.is_empty() {
                return Row { cells, unit: None, before: None };
            }
            if let Some(earlier) = seen.insert(code.to_lowercase(), cells.number()) {
                cells.wrong("kode", Text::new("people-code-twice").with("row", earlier as i64));
                return Row { cells, unit: None, before: None };
            }
            let before = known.get(&code.to_lowercase()).cloned();
            let id = *ids.entry(code.to_lowercase()).or_insert_with(|| ctx.app.world.id().into());
            let code = before.as_ref().map_or(code, |before| before.code.clone());
            Row { cells, unit: Some(Unit { id, parent: None, code, name }), before }
        })
        .collect();
    for row in &mut rows {
        let Some(unit) = &mut row.unit else { continue };
        let written = row.cells.get("induk");
        // A file without the column says nothing about the tree: those above stay.
        unit.parent = if table.has("induk") {
            ids.get(&written.to_lowercase()).copied()
        } else {
            row.before.as_ref().and_then(|before| before.parent)
        };
        if unit.parent.is_none() && !written.is_empty() {
            row.cells.wrong("induk", Text::new("people-parent-unknown"));
        }
    }
    no_circles(&known, &mut rows);
    withdraw(&mut rows);
    let (mut changes, mut report) = (Changes::default(), Report::default());
    for Row { cells, unit, before } in rows {
        match (cells.finish(&mut report), unit, before) {
            (true, Some(unit), None) => changes.new_units.push(unit),
            (true, Some(unit), Some(before)) if unit != before => changes.units.push((before, unit)),
            _ => {}
        }
    }
    Ok((changes, report))
}

/// A unit above itself is above nothing.
fn no_circles(known: &HashMap<String, Unit>, rows: &mut [Row<'_>]) {
    let mut above: HashMap<UnitId, UnitId> =
        known.values().filter_map(|unit| unit.parent.map(|parent| (unit.id, parent))).collect();
    for unit in rows.iter().filter_map(|row| row.unit.as_ref()) {
        match unit.parent {
            Some(parent) => above.insert(unit.id, parent),
            None => above.remove(&unit.id),
        };
    }
    for row in rows {
        let Some(unit) = &row.unit else { continue };
        let mut at = above.get(&unit.id);
        // No longer way up than there are units.
        for _ in 0..above.len() {
            match at {
                Some(parent) if *parent == unit.id => {
                    row.cells.wrong("induk", Text::new("people-unit-circle"));
                    break;
                }
                Some(parent) => at = above.get(parent),
                None => break,
            }
        }
    }
}

/// Units below a new unit whose own row is bad are bad too.
fn withdraw(rows: &mut [Row<'_>]) {
    loop {
        let out: HashMap<UnitId, u64> = rows
            .iter()
            .filter(|row| !row.cells.is_good() && row.before.is_none())
            .filter_map(|row| row.unit.as_ref().map(|unit| (unit.id, row.cells.number())))
            .collect();
        let mut more = false;
        for row in rows.iter_mut().filter(|row| row.cells.is_good()) {
            let parent = row.unit.as_ref().and_then(|unit| unit.parent);
            if let Some(number) = parent.and_then(|parent| out.get(&parent)) {
                row.cells.wrong("induk", Text::new("people-rests-on-bad-row").with("row", *number as i64));
                more = true;
            }
        }
        if !more {
            return;
        }
    }
}
