//! What last year's results would have been under changed rules: who moves, and why, before anyone adopts them.

use super::{
    Scheme,
    combine::{Inputs, SchemeResult, combine},
    hundredths,
    sheet::Sheet,
};
use crate::{
    amount::Amount,
    decision::{Arg, Decision, Reason, Refusal, Text},
    evaluation::Predikat,
    ids::EmployeeId,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was said and measured of one employee in a closed period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Whose.
    pub employee: EmployeeId,
    /// The sheets that were sent.
    pub sheets: Vec<Sheet>,
    /// Measured amounts by criterion.
    pub measures: BTreeMap<String, Amount>,
    /// Levels the post asked for.
    pub required: BTreeMap<String, u8>,
    /// The law's predikat; no simulation changes it.
    pub predikat: Option<Predikat>,
    /// The result as it was frozen; `None` where there was none.
    pub result: Option<SchemeResult>,
}

/// One employee whose result would differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Who.
    pub employee: EmployeeId,
    /// As it was.
    pub before: Option<SchemeResult>,
    /// As it would be.
    pub after: SchemeResult,
    /// Would the class differ, or only the score?
    pub class: bool,
    /// Each dimension and criterion that differs, then the whole new explanation.
    pub because: Reason,
}

/// What a draft would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Simulation {
    /// Those whose result differs: class first, then by the size of the difference.
    pub moves: Vec<Move>,
    /// How many stay as they are.
    pub same: u32,
    /// Those for whom the draft has no result, and why.
    pub refused: Vec<(EmployeeId, Refusal)>,
    /// People per class, lowest first, as it was (by the old scheme's classes).
    pub before: Vec<(String, u32)>,
    /// People per class as it would be (by the draft's classes).
    pub after: Vec<(String, u32)>,
}

/// Runs a draft over saved results. What people said for roles or criteria that the draft does not know is left out: a
/// draft that drops the peers is compared as if they had not been asked.
pub fn simulate(old: &Scheme, draft: &Scheme, people: &[Saved]) -> Simulation {
    let mut simulation = Simulation::default();
    let mut after = Vec::new();
    for saved in people {
        let sheets = fitting(draft, &saved.sheets);
        let inputs =
            Inputs { sheets: &sheets, measures: &saved.measures, required: &saved.required, predikat: saved.predikat };
        match combine(draft, &inputs) {
            Err(refusal) => simulation.refused.push((saved.employee, refusal)),
            Ok(decision) => {
                after.push(decision.value.band.clone());
                match moved(old, draft, saved, decision) {
                    Some(found) => simulation.moves.push(found),
                    None => simulation.same += 1,
                }
            }
        }
    }
    let before: Vec<_> = people.iter().map(|s| s.result.as_ref().and_then(|r| r.band.clone())).collect();
    simulation.before = counts(old, &before);
    simulation.after = counts(draft, &after);
    simulation.moves.sort_by_key(|m| {
        let score = |result: Option<&SchemeResult>| result.and_then(|r| r.score).unwrap_or_default();
        (!m.class, std::cmp::Reverse((score(Some(&m.after)) - score(m.before.as_ref())).abs()), m.employee)
    });
    simulation
}

fn fitting(draft: &Scheme, sheets: &[Sheet]) -> Vec<Sheet> {
    let known = sheets.iter().filter_map(|sheet| Some((sheet, draft.rater(sheet.role)?)));
    known
        .map(|(sheet, rule)| {
            let mut sheet = sheet.clone();
            sheet.marks.retain(|mark| {
                let criterion = draft.criterion(&mark.criterion);
                criterion.is_some_and(|c| c.reads.by_people() && rule.rates(&c.dimension))
            });
            sheet
        })
        .collect()
}

fn counts(scheme: &Scheme, bands: &[Option<String>]) -> Vec<(String, u32)> {
    let all = scheme.combine.iter().flat_map(|rule| &rule.value.bands);
    all.map(|band| (band.code.clone(), bands.iter().flatten().filter(|b| **b == band.code).count() as u32)).collect()
}

fn moved(old: &Scheme, draft: &Scheme, saved: &Saved, decision: Decision<SchemeResult>) -> Option<Move> {
    let (before, after) = (saved.result.as_ref(), decision.value);
    let class_name = |scheme: &Scheme, result: Option<&SchemeResult>| {
        let band = result.and_then(|r| r.band.as_deref()).and_then(|code| {
            scheme.combine.as_ref()?.value.bands.iter().find(|band| band.code == code).map(|band| band.name.clone())
        });
        band.map_or_else(|| Arg::Text(Text::new("scheme-move-none")), Arg::Str)
    };
    let class = before.and_then(|r| r.band.as_ref()) != after.band.as_ref();
    if !class && before.map(|r| r.score) == Some(after.score) {
        return None;
    }
    let mut from = Vec::new();
    let mut differs = |key: &'static str, name: &str, was: Option<i64>, is: Option<i64>| {
        if was != is {
            let shown = |n: Option<i64>| n.map_or_else(|| Arg::Text(Text::new("scheme-move-none")), hundredths);
            let says = Text::new(key).with("name", name);
            from.push(Reason::new(says.with("was", shown(was)).with("is", shown(is))));
        }
    };
    for dimension in draft.dimensions() {
        let of = |result: &SchemeResult| result.dimensions.iter().find(|(code, _)| *code == dimension.code)?.1;
        differs("scheme-move-dimension", &dimension.name, before.and_then(of), of(&after));
        let weight = old.dimensions().iter().find(|d| d.code == dimension.code).and_then(|d| d.weight);
        let hundred = |n: Option<u32>| n.map(|n| i64::from(n) * 100);
        differs("scheme-move-weight", &dimension.name, hundred(weight), hundred(dimension.weight));
        for criterion in draft.of_dimension(&dimension.code) {
            let of = |result: &SchemeResult| result.criterion(&criterion.code)?.score;
            differs("scheme-move-criterion", &criterion.name, before.and_then(of), of(&after));
        }
    }
    from.push(decision.because);
    let says =
        Text::new("scheme-move").with("was", class_name(old, before)).with("is", class_name(draft, Some(&after)));
    Some(Move {
        employee: saved.employee,
        before: before.cloned(),
        after,
        class,
        because: Reason { says, cite: None, from },
    })
}
