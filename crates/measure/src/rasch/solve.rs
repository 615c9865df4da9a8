//! A Newton step: A is eliminated exactly, what remains is solved by conjugate gradients.
//!
//! With D the diagonal of A and R the rest, S = R − Kᵀ D⁻¹ K over B and the narrow parameters. S is never formed: a
//! product with it goes over the pairs once there and once back. The preconditioner is the block diagonal of S: exact for
//! the narrow parameters together, w × w for each element of B. Directions in which only the origin moves are singular;
//! the right side has no part in them, and the origin is set afterwards.

use rayon::prelude::*;

use super::{
    coarse::{self, Clusters},
    layout::Layout,
    newton::Newton,
    pass::Normal,
};
use crate::numeric::matrix::{Cholesky, dot};

/// Rows of A or B that are worked on together.
const ROWS: usize = 2048;

/// Which parameters may move.
pub(crate) struct Free {
    pub a: Vec<bool>,
    /// w for each B.
    pub b: Vec<bool>,
    pub narrow: Vec<bool>,
}

/// Change of each parameter.
pub(crate) struct Step {
    pub a: Vec<f64>,
    pub b: Vec<f64>,
    pub narrow: Vec<f64>,
    /// Products with S that it took.
    pub products: usize,
}

pub(crate) struct System<'a> {
    pub layout: &'a Layout,
    pub normal: &'a Normal,
    pub free: &'a Free,
    /// Narrow facets, as ranges of parameters, whose mean is to stay.
    pub centred: &'a [std::ops::Range<usize>],
    pub clusters: &'a Clusters,
    /// Whether the origin of B is free.
    pub floats: bool,
    /// 1 / D, zero where A may not move.
    pub inverse: Vec<f64>,
}

impl<'a> System<'a> {
    pub fn new(newton: &'a Newton, normal: &'a Normal) -> Self {
        let invert = |(d, free): (&f64, &bool)| if *free && *d > 0.0 { 1.0 / d } else { 0.0 };
        let inverse = normal.diag_a.iter().zip(&newton.free.a).map(invert).collect();
        Self {
            layout: newton.layout,
            normal,
            free: &newton.free,
            centred: &newton.centred,
            clusters: &newton.clusters,
            floats: newton.centred_b,
            inverse,
        }
    }

    /// The step that takes the gradient to zero, to within this share of its size.
    pub fn step(&self, tolerance: f64) -> Step {
        let (b, narrow) = self.reduced_gradient();
        let mut precondition = self.preconditioner();
        let (mut x, mut r) = (vec![0.0; b.len() + narrow.len()], [b, narrow].concat());
        let goal = tolerance * norm(&r);
        let mut z = precondition(&r);
        let mut p = z.clone();
        let mut rz = dot(&r, &z);
        let mut products = 0;
        while norm(&r) > goal && rz > 0.0 && products < 2000 {
            let s = self.product(&p);
            products += 1;
            let curvature = dot(&p, &s);
            if curvature <= 0.0 {
                break;
            }
            let length = rz / curvature;
            for i in 0..x.len() {
                x[i] += length * p[i];
                r[i] -= length * s[i];
            }
            z = precondition(&r);
            let next = dot(&r, &z);
            let turn = next / rz;
            rz = next;
            for (p, z) in p.iter_mut().zip(&z) {
                *p = turn * *p + z;
            }
        }
        let narrow = x.split_off(self.free.b.len());
        let a = self.back(&x, &narrow);
        Step { a, b: x, narrow, products }
    }

    /// g − Kᵀ D⁻¹ g_A.
    fn reduced_gradient(&self) -> (Vec<f64>, Vec<f64>) {
        let t: Vec<f64> = self.normal.grad_a.iter().zip(&self.inverse).map(|(g, i)| g * i).collect();
        let mut b = self.over_pairs(&t);
        for ((b, g), free) in b.iter_mut().zip(&self.normal.grad_b).zip(&self.free.b) {
            *b = if *free { g - *b } else { 0.0 };
        }
        let (m, normal) = (self.layout.m, self.normal);
        let mut narrow = normal.grad_narrow.clone();
        for (row, t) in normal.a_narrow.chunks_exact(m.max(1)).zip(&t) {
            for (narrow, x) in narrow.iter_mut().zip(row) {
                *narrow -= t * x;
            }
        }
        self.mask_narrow(&mut narrow);
        (b, narrow)
    }

    fn mask_narrow(&self, narrow: &mut [f64]) {
        for (x, free) in narrow.iter_mut().zip(&self.free.narrow) {
            if !free {
                *x = 0.0;
            }
        }
    }

    /// Σ over the pairs of each B: what A has with B, times t.
    fn over_pairs(&self, t: &[f64]) -> Vec<f64> {
        let (layout, w) = (self.layout, self.layout.w());
        let mut out = vec![0.0; layout.n_b * w];
        out.par_chunks_mut(ROWS * w).enumerate().for_each(|(chunk, out)| {
            for (b, out) in out.chunks_exact_mut(w).enumerate() {
                for pair in layout.of_b(chunk * ROWS + b).iter().map(|pair| *pair as usize) {
                    let t = t[layout.pair_a[pair] as usize];
                    for (out, x) in out.iter_mut().zip(&self.normal.pair[pair * w..]) {
                        *out += t * x;
                    }
                }
            }
        });
        out
    }

    /// S x.
    fn product(&self, x: &[f64]) -> Vec<f64> {
        let (layout, normal, m, w) = (self.layout, self.normal, self.layout.m, self.layout.w());
        let (x_b, x_n) = x.split_at(layout.n_b * w);
        let mut t = vec![0.0; layout.n_a];
        // D⁻¹ K x, and on the way what the narrow parameters get back.
        let parts: Vec<Vec<f64>> = t
            .par_chunks_mut(ROWS)
            .enumerate()
            .map(|(chunk, t)| {
                let mut back = vec![0.0; m];
                for (a, t) in (chunk * ROWS..).zip(t) {
                    let row = &normal.a_narrow[a * m..(a + 1) * m];
                    let mut sum = dot(row, x_n);
                    for pair in layout.of_a(a) {
                        let b = layout.pair_b[pair] as usize;
                        for (x, y) in normal.pair[pair * w..(pair + 1) * w].iter().zip(&x_b[b * w..]) {
                            sum += x * y;
                        }
                    }
                    *t = sum * self.inverse[a];
                    for (back, x) in back.iter_mut().zip(row) {
                        *back -= *t * x;
                    }
                }
                back
            })
            .collect();
        let mut out = self.over_pairs(&t);
        let narrow_parts: Vec<Vec<f64>> = out
            .par_chunks_mut(ROWS * w)
            .enumerate()
            .map(|(chunk, out)| {
                let mut back = vec![0.0; m];
                for (b, out) in (chunk * ROWS..).zip(out.chunks_exact_mut(w)) {
                    let own = &x_b[b * w..(b + 1) * w];
                    for (k, out) in out.iter_mut().enumerate() {
                        let row = &normal.b_narrow[(b * w + k) * m..(b * w + k + 1) * m];
                        let block = &normal.block_b[(b * w + k) * w..(b * w + k + 1) * w];
                        let within: f64 = block.iter().zip(own).map(|(x, y)| x * y).sum();
                        *out = if self.free.b[b * w + k] { within + dot(row, x_n) - *out } else { 0.0 };
                        for (back, x) in back.iter_mut().zip(row) {
                            *back += own[k] * x;
                        }
                    }
                }
                back
            })
            .collect();
        let mut narrow: Vec<f64> = (0..m).map(|j| dot(&normal.narrow[j * m..(j + 1) * m], x_n)).collect();
        for part in parts.iter().chain(&narrow_parts) {
            for (narrow, x) in narrow.iter_mut().zip(part) {
                *narrow += x;
            }
        }
        self.mask_narrow(&mut narrow);
        out.extend(narrow);
        out
    }

    /// A's part of the step, given the others': D⁻¹ (g_A − K x).
    fn back(&self, x_b: &[f64], x_n: &[f64]) -> Vec<f64> {
        let (layout, normal, m, w) = (self.layout, self.normal, self.layout.m, self.layout.w());
        let one = |a: usize| {
            let mut sum = normal.grad_a[a] - dot(&normal.a_narrow[a * m..(a + 1) * m], x_n);
            for pair in layout.of_a(a) {
                let b = layout.pair_b[pair] as usize;
                sum -= (0..w).map(|k| normal.pair[pair * w + k] * x_b[b * w + k]).sum::<f64>();
            }
            sum * self.inverse[a]
        };
        (0..layout.n_a).into_par_iter().with_min_len(ROWS).map(one).collect()
    }

    /// Solves with the block diagonal of S.
    fn preconditioner(&self) -> impl FnMut(&[f64]) -> Vec<f64> {
        let w = self.layout.w();
        let blocks: Vec<Option<Cholesky>> =
            (0..self.layout.n_b).into_par_iter().with_min_len(ROWS).map(|b| self.block(b)).collect();
        let coarse = coarse::factor(self, self.clusters, self.floats);
        let (n_b, c) = (self.layout.n_b * w, self.clusters.count);
        move |r: &[f64]| {
            let mut z = r.to_vec();
            let (b, narrow) = z.split_at_mut(n_b);
            let mut slow = vec![0.0; c];
            if c > 0 {
                for (r, cluster) in b.iter().step_by(w).zip(&self.clusters.of) {
                    slow[*cluster as usize] += r;
                }
            }
            slow.extend_from_slice(narrow);
            if let Some(coarse) = &coarse {
                coarse.solve(&mut slow);
            }
            b.par_chunks_mut(ROWS * w).zip(blocks.par_chunks(ROWS)).enumerate().for_each(|(chunk, (z, blocks))| {
                for (b, (z, block)) in (chunk * ROWS..).zip(z.chunks_exact_mut(w).zip(blocks)) {
                    match block {
                        Some(block) => block.solve(z),
                        None => {
                            z.fill(0.0);
                            continue;
                        }
                    }
                    if c > 0 {
                        z[0] += slow[self.clusters.of[b] as usize];
                    }
                }
            });
            narrow.copy_from_slice(&slow[c..]);
            z
        }
    }

    /// The block of S of one element of B. `None` for one that may not move.
    fn block(&self, b: usize) -> Option<Cholesky> {
        let (normal, w) = (self.normal, self.layout.w());
        let own = &normal.block_b[b * w * w..(b + 1) * w * w];
        let mut block = own.to_vec();
        for pair in self.layout.of_b(b).iter().map(|pair| *pair as usize) {
            let with = &normal.pair[pair * w..(pair + 1) * w];
            let inverse = self.inverse[self.layout.pair_a[pair] as usize];
            for k in 0..w {
                for l in 0..w {
                    block[k * w + l] -= with[k] * with[l] * inverse;
                }
            }
        }
        for k in 0..w {
            // Nearly all of what B says may have gone into A; a floor keeps the preconditioner definite.
            block[k * w + k] = block[k * w + k].max(1e-3 * own[k * w + k]);
        }
        hold(&mut block, &self.free.b[b * w..(b + 1) * w]);
        if self.free.b[b * w] { Cholesky::new(w, block).or_else(|| diagonal(own, w)) } else { None }
    }
}

/// Makes rows and columns of parameters that may not move those of the identity.
fn hold(matrix: &mut [f64], free: &[bool]) {
    let n = free.len();
    for j in (0..n).filter(|j| !free[*j]) {
        for l in 0..n {
            matrix[j * n + l] = 0.0;
            matrix[l * n + j] = 0.0;
        }
        matrix[j * n + j] = 1.0;
    }
}

/// The diagonal alone, where rounding has made a matrix indefinite.
fn diagonal(matrix: &[f64], n: usize) -> Option<Cholesky> {
    let entry = |i: usize| if matrix[i * n + i] > 0.0 { matrix[i * n + i] } else { 1.0 };
    Cholesky::new(n, (0..n * n).map(|at| if at.is_multiple_of(n + 1) { entry(at / n) } else { 0.0 }).collect())
}

fn norm(x: &[f64]) -> f64 {
    dot(x, x).sqrt()
}
