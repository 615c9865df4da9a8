//! From the rows of one plan to its content. Results and indicators that are there keep their ids, because progress
//! entries and other plans point at them.

use super::{
    super::cells::{Cells, key},
    Draft,
    lines::{self, Part},
};
use crate::Ctx;
use domain::{
    decision::Text,
    ids::{IndicatorId, RhkId},
    plan::{Approach, Content, Indicator, Rhk, RhkKind, content::check_rhk},
};
use std::collections::BTreeMap;

/// Reads the rows of a plan; mistakes are noted in them.
pub(super) fn read(ctx: &Ctx, rows: &mut [Cells<'_>], draft: &mut Draft, approach: Approach) -> Content {
    let mut content = Content::default();
    let mut results: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for at in draft.rows.clone() {
        let cells = &mut rows[at];
        let Some(part) = lines::part(cells) else { continue };
        if part == Part::Rhk {
            cells.must("no");
            if let Some(number) = cells.whole("no") {
                results.entry(number).or_default().push(at);
            }
            continue;
        }
        let text = cells.must("uraian").to_owned();
        match part {
            Part::Perilaku => {
                if let Some(nilai) = lines::nilai(cells) {
                    content.expectations.entry(nilai).or_default().push(text);
                }
            }
            Part::Dukungan => content.resources.push(text),
            Part::Pertanggungjawaban => content.accountability.push(text),
            Part::Konsekuensi => content.consequences.push(text),
            Part::Rhk => {}
        }
    }
    for (number, lines) in results {
        let rhk = result(ctx, rows, draft, &lines, approach);
        draft.numbers.insert(number, rhk.id);
        content.results.push(rhk);
    }
    keep_ids(draft, &mut content);
    content
}

/// One intended result from its rows, with fresh ids.
fn result(ctx: &Ctx, rows: &mut [Cells<'_>], draft: &mut Draft, lines: &[usize], approach: Approach) -> Rhk {
    let first = lines[0];
    let mut rhk = Rhk {
        id: ctx.app.world.id().into(),
        kind: lines::kind(&mut rows[first]).unwrap_or(RhkKind::Utama),
        text: rows[first].must("rencana_hasil_kerja").to_owned(),
        assigned_by: rows[first].may("penugasan_dari").to_owned(),
        supports: None,
        supports_text: String::new(),
        indicators: Vec::new(),
    };
    draft.row_of_result.insert(rhk.id, first);
    draft.supports.push((rhk.id, first, lines::supports(&mut rows[first])));
    let number = rows[first].number() as i64;
    for at in lines {
        let cells = &mut rows[*at];
        let text = cells.get("rencana_hasil_kerja");
        if !text.is_empty() && key(text) != key(&rhk.text) {
            cells.wrong("rencana_hasil_kerja", Text::new("people-rhk-number-twice").with("row", number));
            continue;
        }
        if lines::kind(cells).is_some_and(|kind| kind != rhk.kind) {
            cells.wrong("jenis", Text::new("people-rhk-kind-differs"));
        }
        let told = ["aspek", "target", "satuan", "perspektif"].iter().any(|column| !cells.get(column).is_empty());
        if cells.get("indikator").is_empty() && !told {
            continue;
        }
        let indicator = Indicator {
            id: ctx.app.world.id().into(),
            aspek: lines::aspek(cells),
            perspektif: lines::perspektif(cells),
            text: cells.must("indikator").to_owned(),
            target: lines::target(cells, approach),
        };
        draft.row_of_indicator.insert(indicator.id, *at);
        rhk.indicators.push(indicator);
    }
    rhk
}

/// Gives results and indicators the ids they have in the plan that is there: by their words; and in a plan that was
/// never set, and so has nothing resting on it, by their place.
fn keep_ids(draft: &mut Draft, content: &mut Content) {
    let Some(before) = draft.before.clone() else { return };
    let by_place = before.version == 0;
    let old: Vec<(&str, RhkId)> = before.content.results.iter().map(|rhk| (rhk.text.as_str(), rhk.id)).collect();
    let new: Vec<&str> = content.results.iter().map(|rhk| rhk.text.as_str()).collect();
    let kept = matched(&old, &new, by_place);
    for (rhk, id) in content.results.iter_mut().zip(kept) {
        let Some(id) = id else { continue };
        let fresh = std::mem::replace(&mut rhk.id, id);
        rename(draft, fresh, id);
        let Some(earlier) = before.content.results.iter().find(|earlier| earlier.id == id) else { continue };
        let old: Vec<(&str, IndicatorId)> = earlier.indicators.iter().map(|one| (one.text.as_str(), one.id)).collect();
        let new: Vec<&str> = rhk.indicators.iter().map(|one| one.text.as_str()).collect();
        let kept = matched(&old, &new, by_place);
        for (indicator, id) in rhk.indicators.iter_mut().zip(kept) {
            let Some(id) = id else { continue };
            let fresh = std::mem::replace(&mut indicator.id, id);
            if let Some(row) = draft.row_of_indicator.remove(&fresh) {
                draft.row_of_indicator.insert(id, row);
            }
        }
    }
}

fn rename(draft: &mut Draft, fresh: RhkId, id: RhkId) {
    if let Some(row) = draft.row_of_result.remove(&fresh) {
        draft.row_of_result.insert(id, row);
    }
    draft.numbers.values_mut().filter(|one| **one == fresh).for_each(|one| *one = id);
    draft.supports.iter_mut().filter(|(one, ..)| *one == fresh).for_each(|(one, ..)| *one = id);
}

/// For each new text the old id it goes on with.
fn matched<I: Copy + PartialEq>(old: &[(&str, I)], new: &[&str], by_place: bool) -> Vec<Option<I>> {
    let mut free: Vec<Option<(String, I)>> = old.iter().map(|(text, id)| Some((key(text), *id))).collect();
    let mut found: Vec<Option<I>> = new
        .iter()
        .map(|text| {
            let text = key(text);
            let slot = free.iter_mut().find(|slot| slot.as_ref().is_some_and(|(old, _)| *old == text))?;
            slot.take().map(|(_, id)| id)
        })
        .collect();
    if by_place {
        for (found, slot) in found.iter_mut().zip(&mut free) {
            if found.is_none() {
                *found = slot.take().map(|(_, id)| id);
            }
        }
    }
    found
}

/// Mistakes that show only in the whole, put back into the rows they come from.
pub(super) fn check(rows: &mut [Cells<'_>], draft: &Draft) {
    let Some(after) = &draft.after else { return };
    for rhk in &after.content.results {
        for error in check_rhk(after.form, after.approach, rhk) {
            let part = error.field.rsplit('.').next().unwrap_or_default();
            let column = match part {
                "target_unit" => "satuan",
                "target_amount" | "target_upper" => "target",
                "aspek" => "aspek",
                "text" if error.field.starts_with("indicator") => "indikator",
                _ => "rencana_hasil_kerja",
            };
            let id = error.field.split('.').nth(1).unwrap_or_default();
            let row = id
                .parse()
                .ok()
                .and_then(|id| draft.row_of_indicator.get(&id))
                .or_else(|| draft.row_of_result.get(&rhk.id))
                .copied();
            // An empty text was noted where it was read.
            if let Some(cells) = row.and_then(|row| rows.get_mut(row)).filter(|cells| cells.is_good()) {
                cells.wrong(column, error.text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_ids_by_words_and_then_by_place() {
        let old = [("Arsip tertata", 1), ("Loket ramah", 2), ("Loket ramah", 3)];
        for (new, by_place, want) in [
            (vec!["Loket ramah", "Arsip  tertata."], true, vec![Some(2), Some(1)]),
            (vec!["Arsip rapi", "Loket ramah", "Loket ramah"], true, vec![Some(1), Some(2), Some(3)]),
            (vec!["Arsip rapi", "Loket ramah"], false, vec![None, Some(2)]),
            (vec!["A", "B", "C", "D"], true, vec![Some(1), Some(2), Some(3), None]),
        ] {
            assert_eq!(matched(&old, &new, by_place), want, "{new:?}");
        }
    }
}
