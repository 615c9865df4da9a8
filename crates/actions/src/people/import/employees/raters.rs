//! Who rates whom: found by NIP or name, nobody in a circle; and rows that rest on rows with mistakes.

use super::{Known, Row, mark};
use crate::people::import::cells::key;
use domain::{decision::Text, ids::EmployeeId, people::Employment};
use std::collections::HashMap;

/// Finds raters among those who are there and those who come with the file.
pub(super) fn find_raters(known: &Known, rows: &mut [Row<'_>]) {
    let mut ids: HashMap<String, EmployeeId> =
        known.by_nip.iter().chain(&known.outside).map(|(mark, employee)| (mark.clone(), employee.id)).collect();
    ids.extend(rows.iter().filter_map(|row| row.who.as_ref()).map(|who| (mark(&who.after), who.after.id)));
    for row in rows {
        let me = row.who.as_ref().map(|who| who.after.id);
        let mut find = |column: &str| {
            let written = row.cells.get(column);
            if written.is_empty() {
                return None;
            }
            let digits: String = written.chars().filter(|c| !c.is_whitespace()).collect();
            let found = ids.get(&digits).or_else(|| ids.get(&key(written))).copied();
            match found {
                None => row.cells.wrong(column, Text::new("people-rater-unknown")),
                Some(id) if Some(id) == me => row.cells.wrong(column, Text::new("people-rates-self")),
                Some(_) => {}
            }
            found
        };
        row.rater = find("nip_penilai");
        row.superior = find("nip_atasan");
        if row.superior.is_some() && row.superior == row.rater {
            row.cells.wrong("nip_atasan", Text::new("people-superior-is-rater"));
        } else if row.superior.is_some() && row.rater.is_none() && row.cells.get("nip_penilai").is_empty() {
            row.cells.wrong("nip_penilai", Text::new("people-superior-without-rater"));
        }
        let outsider = row.who.as_ref().is_some_and(|who| who.after.employment == Employment::NonAsn);
        if outsider && row.rater.is_some() {
            row.cells.wrong("nip_penilai", Text::new("people-outsider-not-rated"));
        }
    }
}

/// Nobody rates the one who rates them.
pub(super) fn no_circles(known: &Known, rows: &mut [Row<'_>]) {
    let mut raters: HashMap<EmployeeId, EmployeeId> =
        known.lines.iter().map(|(employee, line)| (*employee, line.rater)).collect();
    for row in rows.iter() {
        if let (Some(who), Some(rater)) = (&row.who, row.rater) {
            raters.insert(who.after.id, rater);
        }
    }
    for row in rows {
        if let (Some(who), Some(rater)) = (&row.who, row.rater)
            && who.after.id != rater
            && raters.get(&rater) == Some(&who.after.id)
        {
            row.cells.wrong("nip_penilai", Text::new("people-line-circle"));
        }
    }
}

/// Rows that rest on a new person whose own row is bad are bad too.
pub(super) fn withdraw(rows: &mut [Row<'_>]) {
    loop {
        let out: HashMap<EmployeeId, u64> = rows
            .iter()
            .filter(|row| !row.cells.is_good())
            .filter_map(|row| row.who.as_ref().map(|who| (who, row.cells.number())))
            .filter(|(who, _)| who.before.is_none() && who.first)
            .map(|(who, number)| (who.after.id, number))
            .collect();
        let mut more = false;
        for row in rows.iter_mut().filter(|row| row.cells.is_good()) {
            let on = |id: Option<EmployeeId>| id.and_then(|id| out.get(&id)).copied();
            let me = row.who.as_ref().filter(|who| !who.first).map(|who| who.after.id);
            for (column, number) in [("nip", on(me)), ("nip_penilai", on(row.rater)), ("nip_atasan", on(row.superior))]
            {
                if let Some(number) = number {
                    row.cells.wrong(column, Text::new("people-rests-on-bad-row").with("row", number as i64));
                    more = true;
                }
            }
        }
        if !more {
            return;
        }
    }
}
