//! Which of the leader's results a result supports, and in which order plans are written: leaders first.

use super::{
    super::cells::{Cells, key},
    Draft, Key, Year,
    lines::Supports,
};
use domain::{
    decision::Text,
    ids::{EmployeeId, RhkId},
    plan::{Form, Rhk, Skp},
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Links results to those they support; returns how many name one in words only that was not found.
pub(super) fn link(
    rows: &mut [Cells<'_>],
    drafts: &mut BTreeMap<Key, Draft>,
    years: &HashMap<i32, Year>,
    by_text: bool,
) -> usize {
    let mut unlinked = 0;
    let mut links: Vec<(Key, RhkId, Option<RhkId>, String)> = Vec::new();
    for (key, draft) in &*drafts {
        let (Some(after), Some(year)) = (&draft.after, years.get(&key.0)) else { continue };
        for (result, row, supports) in &draft.supports {
            let leader =
                if supports.nip.is_empty() { Some(after.rater) } else { year.by_nip.get(&supports.nip).copied() };
            let Some(leader) = leader.filter(|leader| *leader != key.1) else {
                rows[*row].wrong("mendukung_nip", Text::new("people-nip-unknown"));
                continue;
            };
            let plan = plan_of(drafts, year, (key.0, leader));
            let found = match supports.number {
                Some(number) => by_number(drafts.get(&(key.0, leader)), plan, number),
                None if by_text => plan.and_then(|plan| by_words(plan, &supports.text)),
                None => None,
            };
            if supports.number.is_some() && found.is_none() {
                rows[*row].wrong("mendukung_no", Text::new("people-supported-unknown"));
            }
            unlinked += usize::from(by_text && found.is_none() && !supports.text.is_empty());
            let text = words(supports, plan.zip(found));
            let kept = draft.before.as_ref().filter(|_| !by_text && supports.number.is_none());
            let kept = kept.and_then(|skp| kept_link(skp, *result, &text));
            links.push((*key, *result, found.map(|found| found.id).or(kept), text));
        }
    }
    for (key, result, supports, text) in links {
        let after = drafts.get_mut(&key).and_then(|draft| draft.after.as_mut());
        if let Some(rhk) = after.and_then(|skp| skp.content.results.iter_mut().find(|rhk| rhk.id == result)) {
            rhk.supports = supports;
            rhk.supports_text = text;
        }
    }
    unlinked
}

/// The link a result has already, to a plan that is no longer the leader's running one; its words must be the same.
fn kept_link(before: &Skp, result: RhkId, text: &str) -> Option<RhkId> {
    let rhk = before.content.results.iter().find(|rhk| rhk.id == result)?;
    rhk.supports.filter(|_| rhk.supports_text == text)
}

/// The leader's plan: as the file says it, else as it is there.
fn plan_of<'p>(drafts: &'p BTreeMap<Key, Draft>, year: &'p Year, leader: Key) -> Option<&'p Skp> {
    drafts.get(&leader).and_then(|draft| draft.after.as_ref()).or_else(|| year.plans.get(&leader.1))
}

fn by_number<'p>(draft: Option<&Draft>, plan: Option<&'p Skp>, number: u32) -> Option<&'p Rhk> {
    let results = &plan?.content.results;
    match draft {
        Some(draft) => {
            let id = draft.numbers.get(&number)?;
            results.iter().find(|rhk| rhk.id == *id)
        }
        None => results.get((number as usize).checked_sub(1)?),
    }
}

/// By its words, as forms quote it: without its indicators and without who assigned it.
fn by_words<'p>(plan: &'p Skp, text: &str) -> Option<&'p Rhk> {
    let quoted = text.split("Indikator Kinerja Individu").next().unwrap_or_default();
    let wanted = key(super::super::json::assignment(quoted.trim()).0);
    plan.content.results.iter().find(|rhk| !wanted.is_empty() && key(&rhk.text) == wanted)
}

/// Column 2 of form A.1.7: as the file says, else as the leader's plan says.
fn words(supports: &Supports, found: Option<(&Skp, &Rhk)>) -> String {
    match found {
        Some((plan, rhk)) if supports.text.is_empty() => {
            let indicators: Vec<&str> = rhk.indicators.iter().map(|indicator| indicator.text.as_str()).collect();
            if plan.form == Form::Jpt && !indicators.is_empty() {
                format!("{}\nIndikator Kinerja Individu: {}", rhk.text, indicators.join("; "))
            } else {
                rhk.text.clone()
            }
        }
        _ => supports.text.clone(),
    }
}

/// Leaders before those who support them. Plans that rest on a plan with a mistake, or on each other, are noted.
pub(super) fn order(rows: &mut [Cells<'_>], drafts: &BTreeMap<Key, Draft>) -> Vec<Key> {
    let owner: HashMap<RhkId, EmployeeId> = drafts
        .iter()
        .filter_map(|((_, employee), draft)| Some((employee, draft.after.as_ref()?)))
        .flat_map(|(employee, skp)| skp.content.results.iter().map(|rhk| (rhk.id, *employee)))
        .collect();
    let there: HashSet<RhkId> = drafts
        .values()
        .filter_map(|draft| draft.before.as_ref())
        .flat_map(|skp| skp.content.results.iter().map(|rhk| rhk.id))
        .collect();
    // Whose new results each plan needs.
    let needs = |draft: &Draft| -> Vec<(RhkId, EmployeeId)> {
        let results = draft.after.iter().flat_map(|skp| &skp.content.results);
        results
            .filter_map(|rhk| rhk.supports)
            .filter(|id| !there.contains(id))
            .filter_map(|id| owner.get(&id).map(|owner| (id, *owner)))
            .collect()
    };
    let mut done: HashSet<Key> = HashSet::new();
    let mut order = Vec::with_capacity(drafts.len());
    let mut waiting: Vec<(&Key, &Draft)> = drafts.iter().collect();
    loop {
        let before = waiting.len();
        waiting.retain(|(key, draft)| {
            let ready = needs(draft).iter().all(|(_, leader)| done.contains(&(key.0, *leader)));
            if ready && draft.is_good(rows) {
                done.insert(**key);
                order.push(**key);
            }
            !(ready && draft.is_good(rows))
        });
        if waiting.len() == before {
            break;
        }
    }
    for (key, draft) in waiting.iter().filter(|(_, draft)| draft.is_good(rows)).collect::<Vec<_>>() {
        let missing: Vec<RhkId> = needs(draft)
            .into_iter()
            .filter(|(_, leader)| !done.contains(&(key.0, *leader)))
            .map(|(id, _)| id)
            .collect();
        for (result, row, _) in &draft.supports {
            let skp = draft.after.as_ref();
            let rhk = skp.and_then(|skp| skp.content.results.iter().find(|rhk| rhk.id == *result));
            if rhk.and_then(|rhk| rhk.supports).is_some_and(|id| missing.contains(&id)) {
                rows[*row].wrong("mendukung_no", Text::new("people-leader-plan-bad"));
            }
        }
    }
    order
}
