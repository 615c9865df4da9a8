//! One pass over the ratings: the gradient of the likelihood and its second derivatives.
//!
//! Parameters are measures u (with their sign) and category coefficients β, ln P_k = k Σu + β_k − ln Z, an exponential
//! family: the gradient is observed less expected, the second derivatives are covariances of (k, 1[x = k]), and the
//! problem is concave. Ratings are taken in a fixed number of lanes, whose sums are added in order: the result does not
//! depend on how many threads there are.

use rayon::prelude::*;

use super::{
    curve::{Odds, State, bounded, categories, for_categories},
    layout::Layout,
};

/// Lanes that work side by side. A constant, because the order of summation must not depend on the machine.
pub(crate) const LANES: usize = 4;

/// Uncertainty of the wide measures, over which a rating's expectation is averaged; none for joint estimation.
#[derive(Clone)]
pub(crate) struct Spread {
    pub a: Vec<f64>,
    pub b: Vec<f64>,
}

/// Gradient and second derivatives, the latter with the sign that makes them positive.
#[derive(Default)]
pub(crate) struct Normal {
    pub grad_a: Vec<f64>,
    pub diag_a: Vec<f64>,
    /// For each pair: A with the w parameters of B.
    pub pair: Vec<f64>,
    /// A with the narrow parameters.
    pub a_narrow: Vec<f64>,
    pub grad_b: Vec<f64>,
    /// For each B its own w × w.
    pub block_b: Vec<f64>,
    /// B with the narrow parameters: w rows of m for each.
    pub b_narrow: Vec<f64>,
    pub grad_narrow: Vec<f64>,
    /// Narrow parameters among themselves, m × m.
    pub narrow: Vec<f64>,
}

/// Sums of one lane that other lanes have too.
struct Lane {
    grad_b: Vec<f64>,
    block_b: Vec<f64>,
    b_narrow: Vec<f64>,
    /// For each cell: residual, variance, covariance with each free category.
    cell: Vec<f64>,
    /// For each dense scale: gradient of free categories, then their covariances.
    scale: Vec<f64>,
}

/// What a lane writes that no other lane has.
struct Own<'a> {
    grad_a: &'a mut [f64],
    diag_a: &'a mut [f64],
    pair: &'a mut [f64],
    a_narrow: &'a mut [f64],
}

impl Normal {
    /// Computes everything afresh; the buffers are used again.
    pub fn compute(&mut self, layout: &Layout, state: &State, spread: Option<&Spread>) {
        let (m, w) = (layout.m, layout.w());
        clear(&mut self.grad_a, layout.n_a);
        clear(&mut self.diag_a, layout.n_a);
        clear(&mut self.pair, layout.pair_b.len() * w);
        clear(&mut self.a_narrow, layout.n_a * m);
        let odds = state.odds(layout);
        let mut jobs = Vec::new();
        let (mut grad_a, mut diag_a) = (&mut self.grad_a[..], &mut self.diag_a[..]);
        let (mut pair, mut a_narrow) = (&mut self.pair[..], &mut self.a_narrow[..]);
        for lane in layout.lanes(LANES) {
            let pairs = (layout.start[lane.end] - layout.start[lane.start]) as usize;
            let own = Own {
                grad_a: grad_a.split_off_mut(..lane.len()).unwrap_or_default(),
                diag_a: diag_a.split_off_mut(..lane.len()).unwrap_or_default(),
                pair: pair.split_off_mut(..pairs * w).unwrap_or_default(),
                a_narrow: a_narrow.split_off_mut(..lane.len() * m).unwrap_or_default(),
            };
            jobs.push((lane, own));
        }
        let lanes: Vec<Lane> = jobs
            .into_par_iter()
            .map(|(range, own)| match spread {
                None => for_categories!(layout.categories, walk::<1>(layout, &odds, None, range, own)),
                Some(_) => for_categories!(layout.categories, walk::<3>(layout, &odds, spread, range, own)),
            })
            .collect();
        self.gather(layout, lanes);
    }

    /// Adds the lanes in order and spreads cells over narrow parameters.
    fn gather(&mut self, layout: &Layout, lanes: Vec<Lane>) {
        let (m, q) = (layout.m, layout.free());
        let mut lanes = lanes.into_iter();
        let Some(mut sum) = lanes.next() else { return };
        for lane in lanes {
            let add = |to: &mut [f64], from: &[f64]| {
                to.par_iter_mut().with_min_len(1 << 14).zip(from).for_each(|(to, from)| *to += from);
            };
            add(&mut sum.grad_b, &lane.grad_b);
            add(&mut sum.block_b, &lane.block_b);
            add(&mut sum.b_narrow, &lane.b_narrow);
            add(&mut sum.cell, &lane.cell);
            add(&mut sum.scale, &lane.scale);
        }
        (self.grad_b, self.block_b, self.b_narrow) = (sum.grad_b, sum.block_b, sum.b_narrow);
        clear(&mut self.grad_narrow, m);
        clear(&mut self.narrow, m * m);
        for cell in 0..layout.cells {
            let sums = &sum.cell[cell * (2 + q)..(cell + 1) * (2 + q)];
            let first = layout.first_step + layout.cell_scale[cell] as usize * q;
            for part in layout.of_cell(cell).iter().map(|part| *part as usize) {
                self.grad_narrow[part] += sums[0];
                for other in layout.of_cell(cell) {
                    self.narrow[part * m + *other as usize] += sums[1];
                }
                for k in (0..q).filter(|_| !layout.steps_by_b) {
                    self.narrow[part * m + first + k] += sums[2 + k];
                    self.narrow[(first + k) * m + part] += sums[2 + k];
                }
            }
        }
        for (scale, sums) in sum.scale.chunks_exact(q + q * q).enumerate() {
            let first = layout.first_step + scale * q;
            self.grad_narrow[first..first + q].copy_from_slice(&sums[..q]);
            for k in 0..q {
                for l in 0..q {
                    self.narrow[(first + k) * m + first + l] = sums[q + k.min(l) * q + k.max(l)];
                }
            }
        }
    }
}

/// Zeroes of a given length.
pub(crate) fn clear(values: &mut Vec<f64>, length: usize) {
    values.clear();
    values.resize(length, 0.0);
}

/// Walks one lane. C categories; N nodes over the uncertainty of a pair: one, or the three of Gauss and Hermite.
fn walk<const C: usize, const N: usize>(
    layout: &Layout,
    odds: &Odds,
    spread: Option<&Spread>,
    range: std::ops::Range<usize>,
    own: Own,
) -> Lane {
    let (m, w, q, by_b) = (layout.m, layout.w(), C - 2, layout.steps_by_b);
    let scales = if by_b { 0 } else { layout.observed.len() };
    let mut lane = Lane {
        grad_b: vec![0.0; layout.n_b * w],
        block_b: vec![0.0; layout.n_b * w * w],
        b_narrow: vec![0.0; layout.n_b * w * m],
        cell: vec![0.0; layout.cells * C],
        scale: vec![0.0; scales * (q + q * q)],
    };
    let first_pair = layout.start[range.start] as usize;
    let first_a = range.start;
    // Of the pair at hand: B's parameters with the narrow ones, B's gradient, A with B, B with itself.
    let mut dense = vec![0.0; w * m];
    let mut own_scale = vec![0.0; q + q * q];
    for a in range {
        let soft = layout.soft.as_ref().map_or(0.0, |soft| soft[a]);
        let row = &mut own.a_narrow[(a - first_a) * m..(a - first_a + 1) * m];
        for pair in layout.of_a(a) {
            let b = layout.pair_b[pair] as usize;
            let even = odds.a[a] * odds.b[b];
            let nodes = nodes::<N>(spread.map_or(0.0, |spread| spread.a[a] + spread.b[b]));
            let (mut residual, mut variance, mut with_step) = (0.0, 0.0, [0.0; C]);
            dense.fill(0.0);
            own_scale.fill(0.0);
            for rating in layout.of_pair(pair) {
                let cell = layout.cell[rating] as usize;
                let scale = if by_b { b } else { layout.cell_scale[cell] as usize };
                let weight: &[f64; C] = odds.weight[scale * C..].first_chunk().expect("C weights for each scale");
                let sums = if by_b { &mut own_scale[..] } else { &mut lane.scale[scale * (q + q * q)..] };
                let step = layout.step[rating] as usize;
                let (gradient, covariance) = sums[..q + q * q].split_at_mut(q);
                let (mut mean, mut own_variance, mut cross, mut seen) = (0.0, 0.0, [0.0; C], [0.0; C]);
                for (factor, share) in nodes {
                    let (p, at, spread) = categories::<C>(bounded(even * odds.cell[cell] * factor), weight);
                    mean += share * at;
                    own_variance += share * spread;
                    for k in 0..q {
                        let pk = share * p[k + 1];
                        seen[k] += pk;
                        cross[k] += pk * ((k + 1) as f64 - at);
                        covariance[k * q + k] += pk;
                        for l in k..q {
                            covariance[k * q + l] -= pk * p[l + 1];
                        }
                    }
                }
                let mut left = step as f64 - mean;
                for k in 0..q {
                    gradient[k] -= seen[k];
                }
                if soft > 0.0 {
                    left += soften(soft, layout.observed[scale], step, gradient);
                } else if (1..=q).contains(&step) {
                    gradient[step - 1] += 1.0;
                }
                residual += left;
                variance += own_variance;
                let sums = &mut lane.cell[cell * C..(cell + 1) * C];
                sums[0] += left;
                sums[1] += own_variance;
                for k in 0..q {
                    sums[2 + k] += cross[k];
                    with_step[k] += cross[k];
                }
                for part in layout.of_cell(cell) {
                    dense[*part as usize] += own_variance;
                    if by_b {
                        for k in 0..q {
                            dense[(k + 1) * m + *part as usize] += cross[k];
                        }
                    }
                }
                if !by_b {
                    let first = layout.first_step + scale * q;
                    for k in 0..q {
                        dense[first + k] += cross[k];
                    }
                }
            }
            own.grad_a[a - first_a] += residual;
            own.diag_a[a - first_a] += variance;
            let with_b = &mut own.pair[(pair - first_pair) * w..(pair - first_pair + 1) * w];
            with_b[0] = variance;
            lane.grad_b[b * w] += residual;
            let block = &mut lane.block_b[b * w * w..(b + 1) * w * w];
            block[0] += variance;
            if by_b {
                for k in 0..q {
                    with_b[k + 1] = with_step[k];
                    lane.grad_b[b * w + k + 1] += own_scale[k];
                    block[k + 1] += with_step[k];
                    block[(k + 1) * w] += with_step[k];
                    for l in 0..q {
                        block[(k + 1) * w + l + 1] += own_scale[q + k.min(l) * q + k.max(l)];
                    }
                }
            }
            for (to, from) in row.iter_mut().zip(&dense) {
                *to += from;
            }
            for (to, from) in lane.b_narrow[b * w * m..(b + 1) * w * m].iter_mut().zip(&dense) {
                *to += from;
            }
        }
    }
    lane
}

/// Factors on the odds, with their shares: e^0, e^{±√(3 v)}.
fn nodes<const N: usize>(variance: f64) -> [(f64, f64); N] {
    let mut nodes = [(1.0, 1.0); N];
    if N == 3 {
        let wide = (3.0 * variance).sqrt().exp();
        nodes[0].1 = 2.0 / 3.0;
        nodes[1] = (wide, 1.0 / 6.0);
        nodes[2] = (1.0 / wide, 1.0 / 6.0);
    }
    nodes
}

/// Spreads a share of a rating over the categories of its scale; returns by how much the score moves.
fn soften(share: f64, observed: u16, step: usize, gradient: &mut [f64]) -> f64 {
    let each = share / f64::from(observed.count_ones());
    let mut middle = 0.0;
    for k in (0..16).filter(|k| observed & 1 << k != 0) {
        middle += each * k as f64;
        if (1..=gradient.len()).contains(&k) {
            gradient[k - 1] += each;
        }
    }
    if (1..=gradient.len()).contains(&step) {
        gradient[step - 1] += 1.0 - share;
    }
    middle - share * step as f64
}
