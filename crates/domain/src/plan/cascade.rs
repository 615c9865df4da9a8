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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{id, indicator, plan, rhk, target};

    /// Director - head - officers, in the shape of Anak Lampiran 2: who supports which of the leader's results.
    fn family() -> [Skp; 4] {
        let skp = |n: u128, results: Vec<(u128, &str, Option<u128>)>| {
            let mut skp = plan();
            (skp.id, skp.employee) = (id(n), id(n + 1000));
            skp.content.results = results
                .into_iter()
                .map(|(n, text, up)| {
                    let mut r =
                        rhk(n, RhkKind::Utama, text, vec![indicator(n * 10, "Indikator", target(1, "dokumen"))]);
                    r.supports = up.map(id);
                    r
                })
                .collect();
            skp
        };
        [
            skp(1, vec![(1, "Bangunan gedung andal", None), (2, "Anggaran terserap", None), (3, "Gedung hijau", None)]),
            skp(2, vec![(21, "Rekomendasi teknis terbit", Some(1)), (22, "Laporan anggaran benar", Some(2))]),
            skp(3, vec![(31, "Telaah gedung pemerintah", Some(21)), (32, "Telaah gedung umum", Some(21))]),
            skp(4, vec![(41, "Data gedung mutakhir", Some(1))]),
        ]
    }

    #[test]
    fn the_matrix_shows_roles_and_what_nobody_took_up() {
        let [mut director, head, officer, other] = family();
        director.content.results[0].kind = RhkKind::Tambahan;
        let m = matrix(&director, &[(head.employee, &head), (officer.employee, &officer), (other.employee, &other)]);
        let columns: Vec<_> = m.columns.iter().map(|c| c.rhk).collect();
        assert_eq!(columns, [id(2), id(3), id(1)], "utama first");
        let roles =
            |row: &Row| row.cells.iter().map(|cell| cell.iter().map(|p| p.rhk).collect()).collect::<Vec<Vec<_>>>();
        assert_eq!(roles(&m.rows[0]), [vec![id(22)], vec![], vec![id(21)]]);
        assert_eq!(roles(&m.rows[1]), [vec![], vec![], vec![]] as [Vec<RhkId>; 3]);
        assert_eq!(roles(&m.rows[2]), [vec![], vec![], vec![id(41)]]);
        assert_eq!(m.unclaimed(), [id(3)]);
        assert_eq!(matrix(&head, &[(officer.employee, &officer)]).rows[0].cells[0].len(), 2);
    }

    #[test]
    fn the_tree_goes_down_and_the_chain_goes_up() {
        let all = family();
        let plans: Vec<&Skp> = all.iter().collect();
        let tree = tree(&all[0], &plans);
        let shape = |b: &Branch| format!("{}({})", b.rhk.0.as_u128(), b.below.len());
        assert_eq!(tree.iter().map(shape).collect::<Vec<_>>(), ["1(2)", "2(1)", "3(0)"]);
        assert_eq!(tree[0].below.iter().map(shape).collect::<Vec<_>>(), ["21(2)", "41(0)"]);
        let up: Vec<_> = chain(id(31), &plans).iter().map(|(skp, rhk)| (skp.id, rhk.id)).collect();
        assert_eq!(up, [(id(2), id(21)), (id(1), id(1))]);
        assert!(chain(id(77), &plans).is_empty());
    }

    #[test]
    fn a_circle_of_links_ends() {
        let mut all = family();
        all[0].content.results[0].supports = Some(id(31));
        let plans: Vec<&Skp> = all.iter().collect();
        assert_eq!(tree(&all[0], &plans)[0].below[0].below[0].below, []);
        assert_eq!(chain(id(31), &plans).len(), 2);
    }
}
