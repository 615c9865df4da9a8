//! What a whole agency needs: who is short of what, ranked, and how far a budget reaches. A list of needs; nobody is chosen by
//! it.

use super::Program;
use crate::ids::{EmployeeId, TrainingId, UnitId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One person short of one competence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Who.
    pub employee: EmployeeId,
    /// Where they work.
    pub unit: UnitId,
    /// The criterion, by code.
    pub criterion: String,
    /// The level found, in hundredths.
    pub level: i64,
    /// The level asked for.
    pub target: u8,
    /// How much is missing, in hundredths.
    pub short: i64,
}

/// One competence over the agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The criterion, by code.
    pub criterion: String,
    /// People who are short of it.
    pub people: u32,
    /// What is missing together, in hundredths.
    pub short: i64,
    /// The most that one person misses, in hundredths.
    pub worst: i64,
    /// The cheapest programme that leads most of them where they should be.
    pub program: Option<TrainingId>,
    /// People for whom the budget reaches.
    pub funded: u32,
    /// What that costs, in rupiah.
    pub cost: i64,
    /// Whoever is short of it, the farthest first; the first [`SHOWN`].
    pub first: Vec<Need>,
}

/// People listed by name under a line.
pub const SHOWN: usize = 25;

/// The whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// Line by line, the greatest need first.
    pub lines: Vec<Line>,
    /// People with at least one need.
    pub people: u32,
    /// What everything would cost, in rupiah; needs without a programme are not in it.
    pub whole: i64,
    /// What the budget pays, in rupiah.
    pub spent: i64,
    /// Needs no programme of the catalogue answers.
    pub without: u32,
}

/// The cheapest programme that leads to the level; where none does, the one that leads highest.
fn cheapest<'a>(programs: &'a [Program], criterion: &str, target: u8) -> Option<&'a Program> {
    let offered = || programs.iter().filter(|program| !program.retired);
    let reaches = offered().filter(|program| program.builds(criterion).is_some_and(|level| level >= target));
    reaches.min_by_key(|program| (program.cost, program.hours, program.code.clone())).or_else(|| {
        let some = offered().filter_map(|program| Some((program.builds(criterion)?, program)));
        some.min_by_key(|(level, program)| (std::cmp::Reverse(*level), program.cost, program.code.clone()))
            .map(|(_, p)| p)
    })
}

/// Ranks needs by what is missing together, and lets the budget reach as far as it goes: the farthest behind first, whatever
/// the competence. Without a budget everything is paid.
pub fn analyse(mut needs: Vec<Need>, programs: &[Program], budget: Option<i64>) -> Analysis {
    needs.sort_by(|a, b| {
        b.short.cmp(&a.short).then_with(|| a.criterion.cmp(&b.criterion)).then_with(|| a.employee.cmp(&b.employee))
    });
    let mut chosen: BTreeMap<(String, u8), Option<&Program>> = BTreeMap::new();
    let mut lines: BTreeMap<String, (Line, BTreeMap<TrainingId, u32>)> = BTreeMap::new();
    let (mut analysis, mut left) = (Analysis::default(), budget.unwrap_or(i64::MAX));
    for need in &needs {
        let program = *chosen
            .entry((need.criterion.clone(), need.target))
            .or_insert_with(|| cheapest(programs, &need.criterion, need.target));
        let (line, uses) = lines.entry(need.criterion.clone()).or_insert_with(|| {
            let (criterion, first) = (need.criterion.clone(), Vec::new());
            let line = Line { criterion, people: 0, short: 0, worst: 0, program: None, funded: 0, cost: 0, first };
            (line, BTreeMap::new())
        });
        line.people += 1;
        line.short += need.short;
        line.worst = line.worst.max(need.short);
        if line.first.len() < SHOWN {
            line.first.push(need.clone());
        }
        let Some(program) = program else {
            analysis.without += 1;
            continue;
        };
        *uses.entry(program.id).or_default() += 1;
        analysis.whole += program.cost;
        if program.cost <= left {
            left -= program.cost;
            line.funded += 1;
            line.cost += program.cost;
            analysis.spent += program.cost;
        }
    }
    let mut people: Vec<EmployeeId> = needs.iter().map(|need| need.employee).collect();
    people.sort_unstable();
    people.dedup();
    analysis.people = people.len() as u32;
    analysis.lines = lines
        .into_values()
        .map(|(line, uses)| Line {
            program: uses.into_iter().max_by_key(|(id, n)| (*n, std::cmp::Reverse(*id))).map(|(id, _)| id),
            ..line
        })
        .collect();
    analysis.lines.sort_by(|a, b| b.short.cmp(&a.short).then_with(|| a.criterion.cmp(&b.criterion)));
    analysis
}
