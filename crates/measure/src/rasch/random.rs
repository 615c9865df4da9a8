//! Measures of both wide facets as draws from normal populations: for designs in which each rater sees few ratees, so
//! that severities estimated one by one are mostly noise. They are drawn towards their mean, the more so the less is
//! known, and nothing is extreme.
//!
//! Fixed parameters and the spread of the populations are found by maximising a lower bound of the marginal likelihood,
//! with independent normal posteriors (Gaussian variational approximation, Ormerod & Wand 2012): the same equations as
//! joint likelihood, but each rating's expectation is an average over how uncertain its ratee and its rater are. That
//! average is what takes away the bias of joint estimation; it is exact here to the fifth order (three nodes of Gauss and
//! Hermite).

use super::{
    Correction, Fit, Model, Ratings,
    active::Active,
    connect,
    curve::State,
    fit::check,
    layout::Layout,
    newton::{FORCING, Newton, Solution, start},
    pass::{Normal, Spread},
    problem::{CannotEstimate, Mismatch},
    solve::System,
};

/// The populations that ratees and raters are taken to come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Population {
    /// The floating facet.
    pub facet: usize,
    /// Its mean, in logits, with the sign of the facet.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// The largest other facet, whose mean is zero.
    pub other: usize,
    /// Its standard deviation.
    pub other_deviation: f64,
}

/// Change of a standard deviation, as a share of it, below which it is taken as found.
const SETTLED: f64 = 1e-6;

struct Prior {
    mean: f64,
    a: f64,
    b: f64,
}

/// Fits the model with normal populations of the floating facet and the largest other one.
///
/// Errors of those two facets are posterior standard deviations. Disconnected ratings are refused as in [`super::fit()`]:
/// populations would link them by assumption alone. Anchors on these two facets and corrections are refused too.
pub fn fit_random(ratings: &Ratings, model: &Model) -> Result<(Fit, Population), CannotEstimate> {
    check(ratings, model).map_err(CannotEstimate::Model)?;
    if model.correction != Correction::None {
        return Err(CannotEstimate::Model(Mismatch::Correction));
    }
    let plain = Active::of(ratings, model, &wide(ratings, model))?;
    let layout = Layout::new(ratings, model, &plain).map_err(CannotEstimate::Model)?;
    if model.anchors.iter().any(|anchor| anchor.facet == layout.b) {
        return Err(CannotEstimate::Model(Mismatch::Anchor));
    }
    connect::check(&layout, ratings, model)?;
    let newton = Newton::new(&layout, model, &plain);
    let (solution, spread, prior) = run(&newton, start(&layout, ratings, model))?;
    let mut fit = Fit::of(ratings, model, &plain, &layout, solution);
    for (facet, variances) in [(layout.a, &spread.a), (layout.b, &spread.b)] {
        for (element, variance) in fit.facets[facet].iter_mut().zip(variances) {
            element.error = element.measure.map(|_| variance.sqrt());
        }
    }
    let population = Population {
        facet: layout.a,
        mean: model.sign(layout.a) * prior.mean,
        deviation: prior.a.sqrt(),
        other: layout.b,
        other_deviation: prior.b.sqrt(),
    };
    Ok((fit, population))
}

/// The two facets that have populations, and so no extreme elements.
fn wide(ratings: &Ratings, model: &Model) -> Vec<bool> {
    let b = super::layout::wide(ratings, model, ratings.categories().max(3));
    (0..ratings.facets()).map(|facet| facet == model.floating || facet == b).collect()
}

fn run(newton: &Newton, mut state: State) -> Result<(Solution, Spread, Prior), CannotEstimate> {
    let layout = newton.layout;
    let mut prior = Prior { mean: 0.0, a: 1.0, b: 0.25 };
    let mut spread = Spread { a: vec![0.0; layout.n_a], b: vec![0.0; layout.n_b] };
    let mut normal = Normal::default();
    let (mut products, mut residual) = (0, f64::INFINITY);
    prior.mean = mean(&state.a, &newton.free.a);
    compute(newton, &mut normal, &state, &spread, &prior);
    for rounds in 1..=newton.model.rounds * 2 {
        let step = System::new(newton, &normal).step(FORCING);
        products += step.products;
        newton
            .advance(&mut state, &mut normal, &step, &|normal, state| compute(newton, normal, state, &spread, &prior));
        // The posterior of each element, then the populations they came from.
        let free_b: Vec<bool> = newton.free.b.iter().step_by(layout.w()).copied().collect();
        let w = layout.w();
        for (v, diagonal) in spread.a.iter_mut().zip(&normal.diag_a) {
            *v = 1.0 / diagonal;
        }
        for (v, block) in spread.b.iter_mut().zip(normal.block_b.chunks_exact(w * w)) {
            *v = 1.0 / block[0];
        }
        let before = (prior.a, prior.b);
        prior.mean = mean(&state.a, &newton.free.a);
        prior.a = variance(&state.a, &spread.a, &newton.free.a, prior.mean);
        prior.b = variance(&state.b, &spread.b, &free_b, 0.0);
        compute(newton, &mut normal, &state, &spread, &prior);
        residual = newton.residual(&normal);
        let moved = (prior.a / before.0 - 1.0).abs().max((prior.b / before.1 - 1.0).abs());
        if residual <= newton.model.tolerance.max(1e-6) * 100.0 && moved < SETTLED {
            return Ok((Solution { state, rounds, residual, products }, spread, prior));
        }
    }
    Err(CannotEstimate::NotConverged { rounds: newton.model.rounds * 2, residual })
}

/// Gradient and second derivatives with the pull of the populations.
fn compute(newton: &Newton, normal: &mut Normal, state: &State, spread: &Spread, prior: &Prior) {
    let layout = newton.layout;
    normal.compute(layout, state, Some(spread));
    for ((gradient, diagonal), u) in normal.grad_a.iter_mut().zip(&mut normal.diag_a).zip(&state.a) {
        *gradient -= (u - prior.mean) / prior.a;
        *diagonal += 1.0 / prior.a;
    }
    let w = layout.w();
    for (b, u) in state.b.iter().enumerate() {
        normal.grad_b[b * w] -= u / prior.b;
        normal.block_b[b * w * w] += 1.0 / prior.b;
    }
}

fn mean(values: &[f64], free: &[bool]) -> f64 {
    let (sum, count) =
        values.iter().zip(free).filter(|(_, free)| **free).fold((0.0, 0.0), |(s, n), (x, _)| (s + x, n + 1.0));
    sum / f64::max(count, 1.0)
}

/// Mean square about a centre, with what is uncertain added. Never quite zero: a population of one value is allowed.
fn variance(values: &[f64], spread: &[f64], free: &[bool], centre: f64) -> f64 {
    let squares: Vec<f64> = values.iter().zip(spread).map(|(u, v)| (u - centre) * (u - centre) + v).collect();
    mean(&squares, free).max(1e-6)
}
