//! Standard errors that know that the others are estimated too: the diagonal of the inverse of all second derivatives,
//! under the constraints of the model. Model errors take the others as known and are too small by a fifth or so where
//! everybody rates a few.

use rayon::prelude::*;

use super::{
    Fit, Population, Ratings, Standing, active::Active, curve::State, layout::Layout, newton::Newton, pass::Normal,
    solve::System,
};
use crate::numeric::matrix::Cholesky;

/// Most parameters beside those of the floating facet: their matrix is inverted densely.
pub const JOINT_LIMIT: usize = 3000;

/// Joint standard errors of every element of every facet, in logits; `None` for those that were not estimated. With the
/// populations of [`super::fit_random`], posterior standard deviations.
///
/// `None` as a whole when beside the floating facet there are more than [`JOINT_LIMIT`] parameters: time grows with
/// the cube. Then model errors have to do, and have to be called too small.
pub fn joint_errors(fit: &Fit, ratings: &Ratings, population: Option<&Population>) -> Option<Vec<Vec<Option<f64>>>> {
    let b = super::layout::wide(ratings, &fit.model, ratings.categories().max(3));
    let normal_facet = |facet: usize| population.is_some() && (facet == fit.model.floating || facet == b);
    let measured_inside =
        |facet: usize| facet == fit.model.floating && matches!(fit.model.correction, super::Correction::Epsilon(_));
    let finite: Vec<bool> = (0..ratings.facets()).map(|facet| normal_facet(facet) || measured_inside(facet)).collect();
    let active = Active::of(ratings, &fit.model, &finite).ok()?;
    let layout = Layout::new(ratings, &fit.model, &active).ok()?;
    let newton = Newton::new(&layout, &fit.model, &active);
    let (m, w) = (layout.m, layout.w());
    let n = layout.n_b * w + m;
    if n > JOINT_LIMIT {
        return None;
    }
    let mut normal = Normal::default();
    normal.compute(&layout, &state(fit, &layout), None);
    if let Some(population) = population {
        let (a, b) = (population.deviation.powi(-2), population.other_deviation.powi(-2));
        normal.diag_a.iter_mut().for_each(|diagonal| *diagonal += a);
        normal.block_b.iter_mut().step_by(w * w).for_each(|diagonal| *diagonal += b);
    }
    let system = System::new(&newton, &normal);
    let covariance = Cholesky::new(n, reduced(&system, &newton, population.is_none()))?.inverse();
    let of_a = |a: usize| {
        let (entries, row) = (layout.of_a(a), &normal.a_narrow[a * m..(a + 1) * m]);
        let mut with: Vec<(usize, f64)> = Vec::new();
        for pair in entries {
            let b = layout.pair_b[pair] as usize;
            with.extend((0..w).map(|k| (b * w + k, normal.pair[pair * w + k])));
        }
        with.extend(row.iter().enumerate().map(|(j, x)| (layout.n_b * w + j, *x)));
        let inverse = system.inverse[a];
        let quadratic: f64 =
            with.iter().map(|(i, x)| x * with.iter().map(|(j, y)| y * covariance[i * n + j]).sum::<f64>()).sum();
        (inverse + inverse * inverse * quadratic).sqrt()
    };
    let error = |facet: usize, element: usize| {
        if facet == layout.a {
            return of_a(element);
        }
        let at = match layout.narrow.iter().position(|narrow| *narrow == facet) {
            Some(at) => layout.n_b * w + layout.offset[at] + element,
            None => element * w,
        };
        covariance[at * n + at].sqrt()
    };
    let facet = |facet: usize| {
        let one =
            |element: usize| (active.standing[facet][element].0 == Standing::Estimated).then(|| error(facet, element));
        (0..ratings.size(facet)).into_par_iter().map(one).collect()
    };
    Some((0..ratings.facets()).map(facet).collect())
}

fn state(fit: &Fit, layout: &Layout) -> State {
    let of = |facet: usize| -> Vec<f64> {
        fit.facets[facet].iter().map(|element| fit.model.sign(facet) * element.measure.unwrap_or(0.0)).collect()
    };
    let mut narrow: Vec<f64> = layout.narrow.iter().flat_map(|facet| of(*facet)).collect();
    narrow.resize(layout.m, 0.0);
    let log_weight = fit.scales.iter().flat_map(|scale| scale.log_weight.iter().copied()).collect();
    State { a: of(layout.a), b: of(layout.b), narrow, log_weight }
}

/// S in full, with centred facets held at their mean and parameters that do not move held altogether.
fn reduced(system: &System, newton: &Newton, hold_b: bool) -> Vec<f64> {
    let (layout, normal) = (system.layout, system.normal);
    let (m, w) = (layout.m, layout.w());
    let n_b = layout.n_b * w;
    let n = n_b + m;
    let mut matrix = vec![0.0; n * n];
    for b in 0..layout.n_b {
        for k in 0..w {
            let at = b * w + k;
            matrix[at * n + b * w..at * n + (b + 1) * w].copy_from_slice(&normal.block_b[at * w..(at + 1) * w]);
            matrix[at * n + n_b..(at + 1) * n].copy_from_slice(&normal.b_narrow[at * m..(at + 1) * m]);
        }
    }
    for j in 0..m {
        matrix[(n_b + j) * n + n_b..(n_b + j + 1) * n].copy_from_slice(&normal.narrow[j * m..(j + 1) * m]);
    }
    for a in 0..layout.n_a {
        let mut with: Vec<(usize, f64)> = Vec::new();
        for pair in layout.of_a(a) {
            let b = layout.pair_b[pair] as usize;
            with.extend((0..w).map(|k| (b * w + k, normal.pair[pair * w + k])));
        }
        let row = &normal.a_narrow[a * m..(a + 1) * m];
        with.extend(row.iter().enumerate().filter(|(_, x)| **x != 0.0).map(|(j, x)| (n_b + j, *x)));
        for (i, x) in &with {
            for (j, y) in with.iter().filter(|(j, _)| j >= i) {
                matrix[i * n + j] -= x * y * system.inverse[a];
            }
        }
    }
    for i in 0..n {
        for j in 0..i {
            matrix[i * n + j] = matrix[j * n + i];
        }
    }
    let mut held: Vec<Vec<usize>> = newton.centred.iter().map(|f| f.clone().map(|j| n_b + j).collect()).collect();
    if hold_b && newton.centred_b {
        held.push((0..n_b).step_by(w).collect());
    }
    let free = |at: usize| if at < n_b { newton.free.b[at] } else { newton.free.narrow[at - n_b] };
    for facet in &held {
        let members: Vec<usize> = facet.iter().copied().filter(|at| free(*at)).collect();
        let size = members.iter().map(|at| matrix[at * n + at]).fold(0.0, f64::max) * 1e6;
        for i in &members {
            for j in &members {
                matrix[i * n + j] += size;
            }
        }
    }
    for at in (0..n).filter(|at| !free(*at)) {
        for other in 0..n {
            matrix[at * n + other] = 0.0;
            matrix[other * n + at] = 0.0;
        }
        matrix[at * n + at] = 1.0;
    }
    matrix
}
