//! How plans hang together: the matriks pembagian peran dan hasil (form A.1.5) and the tree above and below a result
//! (Bab II.A Tahap 4-5). A link goes from a result to the leader's result it supports.

use super::{Rhk, RhkKind, Skp};
use crate::ids::{EmployeeId, RhkId, SkpId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One column: a result of the leader with its indicators (one level) or alone (within a team).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The leader's result.
    pub rhk: RhkId,
    /// Utama or tambahan.
    pub kind: RhkKind,
    /// In words.
    pub text: String,
    /// Its indicators, printed above the column when the leader is a JPT or pimpinan.
    pub indicators: Vec<String>,
}

/// One role of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeranHasil {
    /// The supporting result.
    pub rhk: RhkId,
    /// In words.
    pub text: String,
}

/// One row: a person with what they take on under each column; an empty cell is *tidak ada peran*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Who.
    pub employee: EmployeeId,
    /// Their plan.
    pub skp: SkpId,
    /// One cell per column, in the order of the columns.
    pub cells: Vec<Vec<PeranHasil>>,
}

/// The matrix of one leader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// The leader's results, utama first.
    pub columns: Vec<Column>,
    /// The people, in the order given.
    pub rows: Vec<Row>,
}

impl Matrix {
    /// Results nobody has taken on: the matrix exists so that every strategy is taken up by someone (Tahap 5.g).
    pub fn unclaimed(&self) -> Vec<RhkId> {
        let taken = |n: usize| self.rows.iter().any(|row| !row.cells[n].is_empty());
        self.columns.iter().enumerate().filter(|(n, _)| !taken(*n)).map(|(_, column)| column.rhk).collect()
    }
}

/// Builds the matrix of `leader` with the plans of those who may support it.
pub fn matrix(leader: &Skp, supporters: &[(EmployeeId, &Skp)]) -> Matrix {
    let mut results: Vec<&Rhk> = leader.content.results.iter().collect();
    results.sort_by_key(|rhk| rhk.kind);
    let columns: Vec<Column> = results
        .into_iter()
        .map(|rhk| Column {
            rhk: rhk.id,
            kind: rhk.kind,
            text: rhk.text.clone(),
            indicators: rhk.indicators.iter().map(|i| i.text.clone()).collect(),
        })
        .collect();
    let cell = |skp: &Skp, column: &Column| {
        let supports = |rhk: &&Rhk| rhk.supports == Some(column.rhk);
        let role = |rhk: &Rhk| PeranHasil { rhk: rhk.id, text: rhk.text.clone() };
        skp.content.results.iter().filter(supports).map(role).collect()
    };
    let rows = supporters
        .iter()
        .map(|(employee, skp)| Row {
            employee: *employee,
            skp: skp.id,
            cells: columns.iter().map(|column| cell(skp, column)).collect(),
        })
        .collect();
    Matrix { columns, rows }
}

/// One result in the tree with those that support it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// The plan.
    pub skp: SkpId,
    /// Whose.
    pub employee: EmployeeId,
    /// The result.
    pub rhk: RhkId,
    /// In words.
    pub text: String,
    /// The results that support it, in the order of the plans given.
    pub below: Vec<Branch>,
}

/// Everything below each result of `root`, found among `plans`. A link that leads back upwards is cut, not followed.
pub fn tree(root: &Skp, plans: &[&Skp]) -> Vec<Branch> {
    let mut by_leader: BTreeMap<RhkId, Vec<(&Skp, &Rhk)>> = BTreeMap::new();
    for skp in plans {
        for rhk in &skp.content.results {
            if let Some(leader) = rhk.supports {
                by_leader.entry(leader).or_default().push((skp, rhk));
            }
        }
    }
    root.content.results.iter().map(|rhk| branch(root, rhk, &by_leader, &mut BTreeSet::new())).collect()
}

fn branch(skp: &Skp, rhk: &Rhk, by_leader: &BTreeMap<RhkId, Vec<(&Skp, &Rhk)>>, above: &mut BTreeSet<RhkId>) -> Branch {
    above.insert(rhk.id);
    let supporters = by_leader.get(&rhk.id).map(Vec::as_slice).unwrap_or_default();
    let open: Vec<_> = supporters.iter().filter(|(_, r)| !above.contains(&r.id)).copied().collect();
    let below = open.into_iter().map(|(skp, rhk)| branch(skp, rhk, by_leader, above)).collect();
    above.remove(&rhk.id);
    Branch { skp: skp.id, employee: skp.employee, rhk: rhk.id, text: rhk.text.clone(), below }
}

/// The results above `from`, nearest first, as far as the plans given reach.
pub fn chain<'a>(from: RhkId, plans: &[&'a Skp]) -> Vec<(&'a Skp, &'a Rhk)> {
    let find = |id: RhkId| {
        plans.iter().find_map(|skp| skp.content.results.iter().find(|rhk| rhk.id == id).map(|rhk| (*skp, rhk)))
    };
    let mut seen = BTreeSet::from([from]);
    let mut up = Vec::new();
    let mut next = find(from).and_then(|(_, rhk)| rhk.supports);
    while let Some(id) = next.filter(|id| seen.insert(*id)) {
        let Some((skp, rhk)) = find(id) else { break };
        up.push((skp, rhk));
        next = rhk.supports;
    }
    up
}
