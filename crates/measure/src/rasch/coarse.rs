//! Raters in clusters: what moves slowly in a large net are whole neighbourhoods, and those are solved densely.
//!
//! Conjugate gradients with a diagonal preconditioner need more products the larger the net is. Adding the correction of
//! the clusters, Z (Zᵀ S Z)⁻¹ Zᵀ with a column of ones for each cluster, takes the slow directions away (two-level
//! additive Schwarz, Nicolaides 1987). The narrow parameters are columns of Z too, so that they are solved together.

use rayon::prelude::*;

use super::{layout::Layout, pass::LANES, solve::System};
use crate::numeric::matrix::Cholesky;

/// Below so many elements a diagonal is good enough.
const SMALL: usize = 256;
/// Most clusters: their matrix is factored in every step.
const MOST: usize = 400;

/// The cluster of each element of B.
pub(crate) struct Clusters {
    pub of: Vec<u32>,
    pub count: usize,
}

impl Clusters {
    /// Neighbours by common ratees, gathered breadth first until a cluster is full.
    pub fn new(layout: &Layout) -> Self {
        const NONE: u32 = u32::MAX;
        if layout.n_b < SMALL {
            return Self { of: vec![NONE; layout.n_b], count: 0 };
        }
        let full = layout.n_b.div_ceil(MOST).max(8);
        let mut of = vec![NONE; layout.n_b];
        let mut count = 0;
        let mut members: Vec<usize> = Vec::new();
        for seed in 0..layout.n_b {
            if of[seed] != NONE {
                continue;
            }
            members.clear();
            members.push(seed);
            of[seed] = count;
            let mut next = 0;
            while next < members.len() && members.len() < full {
                for pair in layout.of_b(members[next]) {
                    for other in layout.of_a(layout.pair_a[*pair as usize] as usize) {
                        let other = layout.pair_b[other] as usize;
                        if of[other] == NONE && members.len() < full {
                            of[other] = count;
                            members.push(other);
                        }
                    }
                }
                next += 1;
            }
            // What is left between full clusters joins a neighbour.
            if members.len() < full / 4
                && let Some(near) = neighbour(layout, &members, &of, count)
            {
                for member in &members {
                    of[*member] = near;
                }
            } else {
                count += 1;
            }
        }
        Self { of, count: count as usize }
    }
}

/// A cluster beside this one.
fn neighbour(layout: &Layout, members: &[usize], of: &[u32], own: u32) -> Option<u32> {
    let ratees = members.iter().flat_map(|b| layout.of_b(*b)).map(|pair| layout.pair_a[*pair as usize] as usize);
    let raters = ratees.flat_map(|a| layout.of_a(a)).map(|pair| of[layout.pair_b[pair] as usize]);
    raters.into_iter().find(|cluster| *cluster != own && *cluster != u32::MAX)
}

/// Zᵀ S Z, factored; clusters first, then the narrow parameters.
pub(crate) fn factor(system: &System, clusters: &Clusters, floats: bool) -> Option<Cholesky> {
    let (layout, normal) = (system.layout, system.normal);
    let (m, w, c) = (layout.m, layout.w(), clusters.count);
    let n = c + m;
    let free = |b: usize| c > 0 && system.free.b[b * w];
    let parts: Vec<Vec<f64>> = layout
        .lanes(LANES)
        .into_par_iter()
        .map(|rows| {
            let mut part = vec![0.0; n * n];
            let mut entries: Vec<(usize, f64)> = Vec::new();
            for a in rows.filter(|a| system.inverse[*a] > 0.0) {
                entries.clear();
                for pair in layout.of_a(a).filter(|pair| free(layout.pair_b[*pair] as usize)) {
                    let at = clusters.of[layout.pair_b[pair] as usize] as usize;
                    match entries.iter_mut().find(|(cluster, _)| *cluster == at) {
                        Some((_, sum)) => *sum += normal.pair[pair * w],
                        None => entries.push((at, normal.pair[pair * w])),
                    }
                }
                let row = &normal.a_narrow[a * m..(a + 1) * m];
                for (at, x) in &entries {
                    let x = x * system.inverse[a];
                    for (other, y) in &entries {
                        part[at * n + other] -= x * y;
                    }
                    part[at * n + c..(at + 1) * n].iter_mut().zip(row).for_each(|(part, y)| *part -= x * y);
                }
                for (j, x) in row.iter().enumerate().filter(|(_, x)| **x != 0.0) {
                    let x = x * system.inverse[a];
                    let part = &mut part[(c + j) * n + c..(c + j + 1) * n];
                    part.iter_mut().zip(row).for_each(|(part, y)| *part -= x * y);
                }
            }
            part
        })
        .collect();
    let mut matrix = vec![0.0; n * n];
    for part in &parts {
        matrix.iter_mut().zip(part).for_each(|(matrix, x)| *matrix += x);
    }
    let mut sizes = vec![0.0; n];
    for b in (0..layout.n_b).filter(|b| free(*b)) {
        let at = clusters.of[b] as usize;
        sizes[at] += normal.block_b[b * w * w];
        let row = &normal.b_narrow[b * w * m..(b * w + 1) * m];
        matrix[at * n + c..(at + 1) * n].iter_mut().zip(row).for_each(|(matrix, y)| *matrix += y);
    }
    for j in 0..m {
        sizes[c + j] = normal.narrow[j * m + j];
        let row = &normal.narrow[j * m..(j + 1) * m];
        matrix[(c + j) * n + c..(c + j + 1) * n].iter_mut().zip(row).for_each(|(matrix, y)| *matrix += y);
    }
    for at in 0..c {
        matrix[at * n + at] += sizes[at];
        for j in c..n {
            matrix[j * n + at] = matrix[at * n + j];
        }
    }
    // Directions of the origin are held: in the narrow facets, and among the clusters.
    let mut held: Vec<std::ops::Range<usize>> = system.centred.iter().map(|f| c + f.start..c + f.end).collect();
    if floats && c > 0 {
        held.push(0..c);
    }
    for facet in held {
        let each = sizes[facet.clone()].iter().sum::<f64>() / (facet.len() * facet.len()) as f64;
        for j in facet.clone() {
            matrix[j * n + facet.start..j * n + facet.end].iter_mut().for_each(|x| *x += each);
        }
    }
    for j in 0..n {
        matrix[j * n + j] += 1e-9 * sizes[j];
        let may_move = if j < c { sizes[j] > 0.0 } else { system.free.narrow[j - c] };
        if !may_move {
            for l in 0..n {
                matrix[j * n + l] = 0.0;
                matrix[l * n + j] = 0.0;
            }
            matrix[j * n + j] = 1.0;
        }
    }
    Cholesky::new(n, matrix).or_else(|| {
        // Rounding has made it indefinite: the diagonal alone still is a preconditioner.
        let entry =
            |at: usize| if at.is_multiple_of(n + 1) { sizes[at / n].max(f64::MIN_POSITIVE.sqrt()) } else { 0.0 };
        Cholesky::new(n, (0..n * n).map(entry).collect())
    })
}
