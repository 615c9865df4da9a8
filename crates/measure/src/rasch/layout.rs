//! Ratings in the order in which they are computed with.
//!
//! Two facets are *wide*: A, the floating one, and B, the largest other. Ratings stand by A, then by B; a run with the
//! same two is a *pair*. Each rating touches one element of A, so that the second derivatives of A among themselves are
//! a diagonal and can be eliminated at once; pairs are all there is between A and B. The other facets are *narrow*: a
//! rating's elements of them are its *cell*, of which there are few, and their parameters are kept densely.

use std::{collections::BTreeMap, ops::Range};

use super::{Model, Ratings, Steps, active::Active, model::Correction, problem::Mismatch, ratings::Grouped};

/// Most parameters that are kept densely.
const MAX_NARROW: usize = 4000;
/// Steps by another facet than B are dense; beyond so many of them, that facet is taken for B.
const MANY_STEPS: usize = 1500;

pub(crate) struct Layout {
    /// The facet whose elements are eliminated.
    pub a: usize,
    /// The other wide facet.
    pub b: usize,
    /// The other facets.
    pub narrow: Vec<usize>,
    /// First parameter of each narrow facet.
    pub offset: Vec<usize>,
    /// Elements of A and B.
    pub n_a: usize,
    pub n_b: usize,
    /// Pairs of each element of A.
    pub start: Vec<u32>,
    pub pair_a: Vec<u32>,
    pub pair_b: Vec<u32>,
    /// Ratings of each pair.
    pub pair_at: Vec<u32>,
    /// Pairs by B.
    pub by_b: Vec<u32>,
    pub b_start: Vec<u32>,
    pub cell: Vec<u32>,
    pub step: Vec<u8>,
    /// Narrow parameters of each cell, as many as there are narrow facets.
    pub parts: Vec<u32>,
    /// Scale of each cell; zero when B has the scales.
    pub cell_scale: Vec<u32>,
    pub cells: usize,
    /// Categories that occur, for each scale.
    pub observed: Vec<u16>,
    /// Whether each element of B has thresholds of its own.
    pub steps_by_b: bool,
    /// Categories, at least three so that there is room for a step parameter.
    pub categories: usize,
    /// Dense parameters: elements of narrow facets, then step parameters of all scales unless they are B's.
    pub m: usize,
    /// First dense step parameter.
    pub first_step: usize,
    /// Share of each rating that is spread over all categories, for each element of A.
    pub soft: Option<Vec<f64>>,
}

impl Layout {
    pub fn new(ratings: &Ratings, model: &Model, active: &Active) -> Result<Self, Mismatch> {
        let a = model.floating;
        let categories = ratings.categories().max(3);
        let b = wide(ratings, model, categories);
        let narrow: Vec<usize> = (0..ratings.facets()).filter(|facet| *facet != a && *facet != b).collect();
        let steps_by_b = model.steps == Steps::By(b);
        let mut offset = vec![0];
        for facet in &narrow {
            offset.push(offset[offset.len() - 1] + ratings.size(*facet));
        }
        let first_step = offset[narrow.len()];
        let m = first_step + if steps_by_b { 0 } else { model.scales(ratings) * (categories - 2) };
        if m > MAX_NARROW {
            return Err(Mismatch::Wide);
        }
        let (n_a, n_b) = (ratings.size(a), ratings.size(b));
        let rows = Grouped::of(ratings.column(b), n_b, &active.rows(ratings));
        let rows = Grouped::of(ratings.column(a), n_a, rows.order());
        let mut layout = Self {
            a,
            b,
            narrow,
            offset,
            n_a,
            n_b,
            start: vec![0],
            pair_a: Vec::new(),
            pair_b: Vec::new(),
            pair_at: Vec::new(),
            by_b: Vec::new(),
            b_start: Vec::new(),
            cell: Vec::new(),
            step: rows.order().iter().map(|row| ratings.steps()[*row as usize]).collect(),
            parts: Vec::new(),
            cell_scale: Vec::new(),
            cells: 0,
            observed: active.observed.clone(),
            steps_by_b,
            categories,
            m,
            first_step,
            soft: None,
        };
        layout.pair(ratings, &rows);
        layout.fill_cells(ratings, model, rows.order());
        if let Correction::Epsilon(epsilon) = model.correction {
            layout.soften(epsilon);
        }
        Ok(layout)
    }

    /// Step parameters of a scale: one for each category between the ends.
    pub fn free(&self) -> usize {
        self.categories - 2
    }

    /// Parameters of an element of B.
    pub fn w(&self) -> usize {
        if self.steps_by_b { 1 + self.free() } else { 1 }
    }

    /// The scale of a rating.
    pub fn scale(&self, pair: usize, cell: usize) -> usize {
        if self.steps_by_b { self.pair_b[pair] as usize } else { self.cell_scale[cell] as usize }
    }

    /// Ratings of a pair.
    pub fn of_pair(&self, pair: usize) -> Range<usize> {
        self.pair_at[pair] as usize..self.pair_at[pair + 1] as usize
    }

    /// Pairs of an element of A.
    pub fn of_a(&self, a: usize) -> Range<usize> {
        self.start[a] as usize..self.start[a + 1] as usize
    }

    /// Pairs of an element of B.
    pub fn of_b(&self, b: usize) -> &[u32] {
        &self.by_b[self.b_start[b] as usize..self.b_start[b + 1] as usize]
    }

    /// Narrow parameters of a cell.
    pub fn of_cell(&self, cell: usize) -> &[u32] {
        &self.parts[cell * self.narrow.len()..(cell + 1) * self.narrow.len()]
    }

    /// Whether a category of a scale has a parameter of its own: it occurs, and lies between the ends.
    pub fn is_free(&self, scale: usize, category: usize) -> bool {
        let mask = self.observed[scale];
        let bit = 1_u16 << category;
        mask & bit != 0 && mask & (bit - 1) != 0 && mask & !(bit | (bit - 1)) != 0
    }

    /// Elements of A in so many parts of about as many ratings each.
    pub fn lanes(&self, lanes: usize) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut from = 0;
        for lane in 1..=lanes {
            let goal = (self.step.len() * lane / lanes) as u32;
            let mut to = from;
            while to < self.n_a && (lane == lanes || self.pair_at[self.start[to] as usize] < goal) {
                to += 1;
            }
            parts.push(from..to);
            from = to;
        }
        parts
    }

    fn pair(&mut self, ratings: &Ratings, rows: &Grouped) {
        let column = ratings.column(self.b);
        let mut at = 0;
        for a in 0..self.n_a {
            for run in rows.rows(a).chunk_by(|x, y| column[*x as usize] == column[*y as usize]) {
                self.pair_a.push(a as u32);
                self.pair_b.push(column[run[0] as usize]);
                self.pair_at.push(at);
                at += run.len() as u32;
            }
            self.start.push(self.pair_b.len() as u32);
        }
        self.pair_at.push(at);
        let by_b = Grouped::by(&self.pair_b, self.n_b);
        self.b_start = (0..=self.n_b)
            .scan(0, |sum, b| {
                let now = *sum;
                *sum += if b < self.n_b { by_b.rows(b).len() as u32 } else { 0 };
                Some(now)
            })
            .collect();
        self.by_b = by_b.order().to_vec();
    }

    fn fill_cells(&mut self, ratings: &Ratings, model: &Model, order: &[u32]) {
        let code = |row: usize| {
            self.narrow.iter().fold(0_u64, |code, f| code * ratings.size(*f) as u64 + ratings.element(*f, row) as u64)
        };
        let codes: Vec<u64> = order.iter().map(|row| code(*row as usize)).collect();
        let possible = self.narrow.iter().fold(1_u64, |all, facet| all.saturating_mul(ratings.size(*facet) as u64));
        // The first row of each cell, in the order of codes.
        let mut first: BTreeMap<u64, u32> = BTreeMap::new();
        if possible <= 1 << 22 {
            let mut seen = vec![u32::MAX; possible as usize];
            for (code, row) in codes.iter().zip(order) {
                seen[*code as usize] = seen[*code as usize].min(*row);
            }
            first.extend((0..).zip(&seen).filter(|(_, row)| **row != u32::MAX).map(|(code, row)| (code, *row)));
            for (id, code) in first.keys().enumerate() {
                seen[*code as usize] = id as u32;
            }
            self.cell = codes.iter().map(|code| seen[*code as usize]).collect();
        } else {
            for (code, row) in codes.iter().zip(order) {
                first.entry(*code).or_insert(*row);
            }
            let ids: BTreeMap<u64, u32> = first.keys().copied().zip(0..).collect();
            self.cell = codes.iter().map(|code| ids[code]).collect();
        }
        self.cells = first.len();
        for row in first.values().map(|row| *row as usize) {
            for (facet, offset) in self.narrow.iter().zip(&self.offset) {
                self.parts.push((offset + ratings.element(*facet, row)) as u32);
            }
            self.cell_scale.push(if self.steps_by_b { 0 } else { model.scale(ratings, row) as u32 });
        }
    }

    fn soften(&mut self, epsilon: f64) {
        let room = |pair: usize, rating: usize| {
            let (low, high) = super::active::ends(self.observed[self.scale(pair, self.cell[rating] as usize)]);
            f64::from(high - low)
        };
        let most = |a: usize| -> f64 {
            self.of_a(a)
                .flat_map(|pair| self.of_pair(pair).map(move |rating| (pair, rating)))
                .map(|(p, r)| room(p, r))
                .sum()
        };
        self.soft = Some((0..self.n_a).map(|a| (2.0 * epsilon / most(a).max(f64::MIN_POSITIVE)).min(1.0)).collect());
    }
}

/// The largest facet beside the floating one, or the one with too many steps to be kept densely.
pub(crate) fn wide(ratings: &Ratings, model: &Model, categories: usize) -> usize {
    if let Steps::By(facet) = model.steps
        && ratings.size(facet) * (categories - 2) > MANY_STEPS
    {
        return facet;
    }
    let others = (0..ratings.facets()).rev().filter(|facet| *facet != model.floating);
    others.max_by_key(|facet| ratings.size(*facet)).unwrap_or(0)
}
