//! Links on which a comparison hangs: elements without which the net of two facets would fall apart.

use super::{Ratings, ratings::Grouped};

/// An element that alone holds two parts together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeakLink {
    /// Its facet.
    pub facet: usize,
    /// The element.
    pub element: usize,
    /// Elements of the first facet that would be cut off, in the smaller part.
    pub ratees: usize,
    /// Elements of the second facet that would be cut off, in the smaller part.
    pub raters: usize,
}

/// Elements of two facets (ratees and raters) whose removal would leave raters that can no longer be compared, and how
/// many. A net that hangs on one ratee compares what it joins by that ratee's few ratings alone: at least three to five
/// common ratees are advised (Linacre, Facets manual: subset connectedness).
pub fn weak_links(ratings: &Ratings, ratees: usize, raters: usize) -> Vec<WeakLink> {
    let net = Net::of(ratings, ratees, raters);
    let mut walk = Walk::new(net.nodes);
    let mut found = Vec::new();
    for root in 0..net.nodes {
        if walk.reached[root] == 0 && !net.neighbours(root).is_empty() {
            let first = found.len();
            let size = walk.from(root, &net, &mut found);
            // The smaller side of each cut; a side without raters is no loss of comparison.
            for link in &mut found[first..] {
                let rest = (size.0 - link.ratees, size.1 - link.raters);
                let own = (usize::from(link.facet == ratees), usize::from(link.facet == raters));
                let rest = (rest.0 - own.0, rest.1 - own.1);
                if rest.1 < link.raters {
                    (link.ratees, link.raters) = rest;
                }
            }
        }
    }
    found.retain(|link| link.raters > 0);
    found.sort_by_key(|link| (std::cmp::Reverse(link.raters), link.facet, link.element));
    found
}

/// Both facets as nodes of one graph; ratees first.
struct Net {
    nodes: usize,
    split: usize,
    facets: (usize, usize),
    edges: Vec<Vec<u32>>,
}

impl Net {
    fn of(ratings: &Ratings, ratees: usize, raters: usize) -> Self {
        let split = ratings.size(ratees);
        let nodes = split + ratings.size(raters);
        let mut edges = vec![Vec::new(); nodes];
        let grouped = Grouped::by(ratings.column(ratees), split);
        for ratee in 0..split {
            let mut of: Vec<u32> =
                grouped.rows(ratee).iter().map(|row| ratings.column(raters)[*row as usize]).collect();
            of.sort_unstable();
            of.dedup();
            for rater in of {
                edges[ratee].push(split as u32 + rater);
                edges[split + rater as usize].push(ratee as u32);
            }
        }
        Self { nodes, split, facets: (ratees, raters), edges }
    }

    fn neighbours(&self, node: usize) -> &[u32] {
        &self.edges[node]
    }

    fn link(&self, node: usize, ratees: usize, raters: usize) -> WeakLink {
        let (facet, element) =
            if node < self.split { (self.facets.0, node) } else { (self.facets.1, node - self.split) };
        WeakLink { facet, element, ratees, raters }
    }
}

/// Depth-first search for articulation points (Hopcroft & Tarjan 1973), without recursion.
struct Walk {
    clock: u32,
    reached: Vec<u32>,
    low: Vec<u32>,
    /// Ratees and raters below each node, itself included.
    below: Vec<(usize, usize)>,
    next: Vec<u32>,
}

impl Walk {
    fn new(nodes: usize) -> Self {
        Self {
            clock: 0,
            reached: vec![0; nodes],
            low: vec![0; nodes],
            below: vec![(0, 0); nodes],
            next: vec![0; nodes],
        }
    }

    fn enter(&mut self, node: usize, net: &Net) {
        self.clock += 1;
        self.reached[node] = self.clock;
        self.low[node] = self.clock;
        self.below[node] = if node < net.split { (1, 0) } else { (0, 1) };
    }

    /// Walks one connected part; returns its size.
    fn from(&mut self, root: usize, net: &Net, found: &mut Vec<WeakLink>) -> (usize, usize) {
        let mut path = vec![root];
        let mut cut_at_root = Vec::new();
        self.enter(root, net);
        while let Some(node) = path.last().copied() {
            if let Some(other) = net.neighbours(node).get(self.next[node] as usize) {
                self.next[node] += 1;
                let other = *other as usize;
                if self.reached[other] == 0 {
                    self.enter(other, net);
                    path.push(other);
                } else {
                    self.low[node] = self.low[node].min(self.reached[other]);
                }
                continue;
            }
            path.pop();
            let Some(parent) = path.last().copied() else { break };
            self.low[parent] = self.low[parent].min(self.low[node]);
            let (ratees, raters) = self.below[node];
            self.below[parent] = (self.below[parent].0 + ratees, self.below[parent].1 + raters);
            if parent == root {
                cut_at_root.push(net.link(root, ratees, raters));
            } else if self.low[node] >= self.reached[parent] {
                found.push(net.link(parent, ratees, raters));
            }
        }
        if cut_at_root.len() > 1 {
            found.extend(cut_at_root);
        }
        self.below[root]
    }
}
