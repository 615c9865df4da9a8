//! Whether all measures have one origin.
//!
//! That raters and ratees form one net is necessary and not enough: a department that each ratee belongs to can be traded
//! against the ratees' ability although the net holds together. What counts is the rank of the design: how many
//! directions v there are in which nothing changes, v_a + v_b + Σ v_cell = 0 in every rating. There should be one for
//! each centred facet. The net of the wide facets has a spanning forest; along it every v is that of its root and a sum
//! of narrow ones; each rating outside the forest is an equation among narrow ones alone. These are solved modulo a
//! prime, hence without rounding.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{
    Model, Ratings,
    layout::Layout,
    problem::{CannotEstimate, Group},
};
use crate::numeric::random::Stream;

/// 2⁶¹ − 1.
const PRIME: u64 = (1 << 61) - 1;

fn times(x: u64, y: u64) -> u64 {
    (u128::from(x) * u128::from(y) % u128::from(PRIME)) as u64
}

fn plus(x: u64, y: u64) -> u64 {
    (x + y) % PRIME
}

fn minus(x: u64, y: u64) -> u64 {
    (x + PRIME - y) % PRIME
}

/// x⁻¹ = x^(p − 2).
fn inverse(x: u64) -> u64 {
    let (mut result, mut power, mut left) = (1, x, PRIME - 2);
    while left > 0 {
        if left & 1 == 1 {
            result = times(result, power);
        }
        power = times(power, power);
        left >>= 1;
    }
    result
}

/// Equations among narrow parameters, in echelon form: the row at a column has its first entry, a one, there.
struct Equations {
    rows: Vec<Option<Vec<u64>>>,
    rank: usize,
}

impl Equations {
    fn new(columns: usize) -> Self {
        Self { rows: vec![None; columns], rank: 0 }
    }

    fn add(&mut self, mut row: Vec<u64>) {
        for column in 0..row.len() {
            if row[column] == 0 {
                continue;
            }
            let factor = row[column];
            if let Some(known) = &self.rows[column] {
                for (x, y) in row[column..].iter_mut().zip(&known[column..]) {
                    *x = minus(*x, times(factor, *y));
                }
            } else {
                let factor = inverse(factor);
                for x in &mut row[column..] {
                    *x = times(*x, factor);
                }
                self.rows[column] = Some(row);
                self.rank += 1;
                return;
            }
        }
    }

    /// A solution in general position: columns without a row are drawn, the others follow.
    fn solution(&self, stream: &mut Stream) -> Vec<u64> {
        let mut values = vec![0; self.rows.len()];
        for column in (0..values.len()).rev() {
            values[column] = match &self.rows[column] {
                None => stream.bits() % PRIME,
                Some(row) => (column + 1..values.len()).fold(0, |sum, next| minus(sum, times(row[next], values[next]))),
            };
        }
        values
    }
}

/// The net of A and B with a spanning forest. Nodes are the elements of A, then those of B.
struct Forest {
    /// Nodes in the order in which they were reached; parents come first.
    order: Vec<usize>,
    /// Node and pair from which each was reached; a root has none.
    parent: Vec<Option<(usize, usize)>>,
    /// The tree of each node.
    tree: Vec<usize>,
    trees: usize,
}

impl Forest {
    fn of(layout: &Layout) -> Self {
        let nodes = layout.n_a + layout.n_b;
        let mut forest = Self { order: Vec::new(), parent: vec![None; nodes], tree: vec![usize::MAX; nodes], trees: 0 };
        let mut queue = VecDeque::new();
        for root in (0..layout.n_a).filter(|a| !layout.of_a(*a).is_empty()) {
            if forest.tree[root] != usize::MAX {
                continue;
            }
            forest.tree[root] = forest.trees;
            queue.push_back(root);
            while let Some(node) = queue.pop_front() {
                forest.order.push(node);
                let mut reach = |next: usize, pair: usize| {
                    if forest.tree[next] == usize::MAX {
                        forest.tree[next] = forest.trees;
                        forest.parent[next] = Some((node, pair));
                        queue.push_back(next);
                    }
                };
                if node < layout.n_a {
                    layout.of_a(node).for_each(|pair| reach(layout.n_a + layout.pair_b[pair] as usize, pair));
                } else {
                    let pairs = layout.of_b(node - layout.n_a).iter().map(|pair| *pair as usize);
                    pairs.for_each(|pair| reach(layout.pair_a[pair] as usize, pair));
                }
            }
            forest.trees += 1;
        }
        forest
    }

    /// A node is ±(its root + this sum of narrow parameters), + for A and − for B.
    fn sum(&self, layout: &Layout, mut node: usize, columns: usize) -> Vec<u64> {
        let mut sum = vec![0; columns];
        while let Some((parent, pair)) = self.parent[node] {
            add_cell(layout, pair, &mut sum, node >= layout.n_a);
            node = parent;
        }
        sum
    }
}

/// Adds or subtracts the narrow parameters of a pair's first rating.
fn add_cell(layout: &Layout, pair: usize, sum: &mut [u64], add: bool) {
    for part in layout.of_cell(layout.cell[layout.pair_at[pair] as usize] as usize) {
        let x = &mut sum[*part as usize];
        *x = if add { plus(*x, 1) } else { minus(*x, 1) };
    }
}

/// Fails with the groups if there is more than one origin.
pub(crate) fn check(layout: &Layout, ratings: &Ratings, model: &Model) -> Result<(), CannotEstimate> {
    let columns = layout.first_step;
    let forest = Forest::of(layout);
    let mut equations = Equations::new(columns);
    let known = |facet: usize, element: usize| {
        model.anchors.iter().any(|anchor| anchor.facet == facet && anchor.element == element)
    };
    let used: BTreeSet<u32> = layout.parts.iter().copied().collect();
    for (at, facet) in layout.narrow.iter().enumerate() {
        for column in layout.offset[at]..layout.offset[at + 1] {
            if !used.contains(&(column as u32)) || known(*facet, column - layout.offset[at]) {
                equations.add((0..columns).map(|other| u64::from(other == column)).collect());
            }
        }
    }
    // The first anchored element of a tree fixes its root; each further one is an equation.
    let mut fixed: BTreeMap<usize, usize> = BTreeMap::new();
    for anchor in model.anchors.iter().filter(|anchor| anchor.facet == layout.b) {
        let node = layout.n_a + anchor.element;
        if forest.tree[node] == usize::MAX {
            continue;
        }
        let first = *fixed.entry(forest.tree[node]).or_insert(node);
        let (one, other) = (forest.sum(layout, first, columns), forest.sum(layout, node, columns));
        equations.add(one.iter().zip(&other).map(|(x, y)| minus(*x, *y)).collect());
    }
    let centred = (0..ratings.facets()).filter(|facet| model.centred(*facet)).count();
    let narrow_centred = layout.narrow.iter().filter(|facet| model.centred(**facet)).count();
    collect(layout, &forest, columns - narrow_centred, &mut equations);
    let free = forest.trees - fixed.len() + columns - equations.rank;
    if free <= centred {
        return Ok(());
    }
    // A seed of no meaning: any solution in general position tells apart what can move apart.
    let mut stream = Stream::new(0x1A2A5);
    let narrow = equations.solution(&mut stream);
    let roots: Vec<u64> = (0..forest.trees)
        .map(|tree| match fixed.get(&tree) {
            Some(node) => minus(0, inner(&forest.sum(layout, *node, columns), &narrow)),
            None => stream.bits() % PRIME,
        })
        .collect();
    Err(CannotEstimate::NotConnected { groups: groups(layout, ratings, &forest, &narrow, &roots) })
}

fn inner(x: &[u64], y: &[u64]) -> u64 {
    x.iter().zip(y).fold(0, |sum, (x, y)| plus(sum, times(*x, *y)))
}

/// Equations of all ratings outside the forest, until there are as many as there can be.
fn collect(layout: &Layout, forest: &Forest, most: usize, equations: &mut Equations) {
    let mut seen = BTreeSet::new();
    for pair in 0..layout.pair_b.len() {
        let ratings = layout.of_pair(pair);
        let first = layout.cell[ratings.start];
        for cell in layout.cell[ratings].iter().filter(|cell| **cell != first) {
            if equations.rank >= most {
                return;
            }
            if seen.insert((first, *cell)) {
                let mut row = vec![0; equations.rows.len()];
                layout.of_cell(*cell as usize).iter().for_each(|part| row[*part as usize] = 1);
                layout.of_cell(first as usize).iter().for_each(|part| {
                    row[*part as usize] = minus(row[*part as usize], 1);
                });
                equations.add(row);
            }
        }
    }
    for pair in 0..layout.pair_b.len() {
        if equations.rank >= most {
            return;
        }
        let (a, b) = (layout.pair_a[pair] as usize, layout.n_a + layout.pair_b[pair] as usize);
        let in_forest = |node: usize| forest.parent[node].is_some_and(|(_, by)| by == pair);
        if in_forest(a) || in_forest(b) {
            continue;
        }
        let mut row = forest.sum(layout, a, equations.rows.len());
        add_cell(layout, pair, &mut row, true);
        let other = forest.sum(layout, b, equations.rows.len());
        row.iter_mut().zip(&other).for_each(|(x, y)| *x = minus(*x, *y));
        equations.add(row);
    }
}

/// Elements that can only move together, as the ratings bring them together.
fn groups(layout: &Layout, ratings: &Ratings, forest: &Forest, narrow: &[u64], roots: &[u64]) -> Vec<Group> {
    // root + sum, for A and B alike; B's sign does not matter for telling apart.
    let mut value = vec![0; layout.n_a + layout.n_b];
    for node in &forest.order {
        value[*node] = match forest.parent[*node] {
            None => roots[forest.tree[*node]],
            Some((parent, pair)) => {
                let cell = layout.of_cell(layout.cell[layout.pair_at[pair] as usize] as usize);
                let parts = cell.iter().fold(0, |sum, part| plus(sum, narrow[*part as usize]));
                if *node >= layout.n_a { plus(value[parent], parts) } else { minus(value[parent], parts) }
            }
        };
    }
    let mut found: BTreeMap<Vec<u64>, usize> = BTreeMap::new();
    let mut sets: Vec<Vec<BTreeSet<usize>>> = Vec::new();
    for pair in 0..layout.pair_b.len() {
        let (a, b) = (layout.pair_a[pair] as usize, layout.pair_b[pair] as usize);
        for rating in layout.of_pair(pair) {
            let parts = layout.of_cell(layout.cell[rating] as usize);
            let mut key = vec![value[a], value[layout.n_a + b]];
            key.extend(parts.iter().map(|part| narrow[*part as usize]));
            let group = *found.entry(key).or_insert_with(|| {
                sets.push(vec![BTreeSet::new(); ratings.facets()]);
                sets.len() - 1
            });
            sets[group][layout.a].insert(a);
            sets[group][layout.b].insert(b);
            for ((facet, offset), part) in layout.narrow.iter().zip(&layout.offset).zip(parts) {
                sets[group][*facet].insert(*part as usize - offset);
            }
        }
    }
    sets.into_iter()
        .map(|sets| Group { elements: sets.into_iter().map(|set| set.into_iter().collect()).collect() })
        .collect()
}
