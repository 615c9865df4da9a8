//! Joint maximum likelihood by Newton's method, all parameters at once.
//!
//! Updating facet after facet converges so slowly on designs in which everybody rates a few others (thousands of rounds)
//! that small changes are mistaken for the end; the test here is the gradient: observed less expected scores.

use std::ops::Range;

use super::{
    Model, Ratings, Standing,
    active::{Active, ends},
    coarse::Clusters,
    curve::State,
    layout::Layout,
    pass::Normal,
    problem::CannotEstimate,
    solve::{Free, Step, System},
};

/// Share of the gradient that a step may leave: small enough for few passes, large enough for few products.
pub(crate) const FORCING: f64 = 2e-3;
/// Largest change of a parameter in one step, in logits.
const LONGEST: f64 = 3.0;

/// Where Newton's method ended.
pub(crate) struct Solution {
    pub state: State,
    pub rounds: usize,
    pub residual: f64,
    /// Products with the reduced matrix, over all steps.
    pub products: usize,
}

/// Everything that stays the same from step to step.
pub(crate) struct Newton<'a> {
    pub layout: &'a Layout,
    pub model: &'a Model,
    pub free: Free,
    /// Narrow facets whose mean is zero, as ranges of parameters.
    pub centred: Vec<Range<usize>>,
    /// Whether the mean of B is zero.
    pub centred_b: bool,
    pub clusters: Clusters,
}

impl<'a> Newton<'a> {
    pub fn new(layout: &'a Layout, model: &'a Model, active: &Active) -> Self {
        let estimated = |facet: usize| active.standing[facet].iter().map(|(s, _)| *s == Standing::Estimated);
        let q = layout.free();
        let steps = |scale: usize| (1..=q).map(move |k| layout.is_free(scale, k));
        let b = estimated(layout.b).enumerate().flat_map(|(b, free)| {
            let steps = layout.steps_by_b.then(|| steps(b)).into_iter().flatten();
            std::iter::once(free).chain(steps)
        });
        let mut narrow: Vec<bool> = layout.narrow.iter().flat_map(|facet| estimated(*facet)).collect();
        if !layout.steps_by_b {
            narrow.extend((0..layout.observed.len()).flat_map(steps));
        }
        let free = Free { a: estimated(layout.a).collect(), b: b.collect(), narrow };
        let facets = layout.narrow.iter().zip(layout.offset.windows(2));
        let centred = facets.filter(|(facet, _)| model.centred(**facet)).map(|(_, at)| at[0]..at[1]).collect();
        Self { layout, model, free, centred, centred_b: model.centred(layout.b), clusters: Clusters::new(layout) }
    }

    /// Runs until no score differs from its expectation by more than the tolerance.
    pub fn run(&self, mut state: State) -> Result<Solution, CannotEstimate> {
        let mut normal = Normal::default();
        normal.compute(self.layout, &state, None);
        let mut products = 0;
        for rounds in 0..self.model.rounds {
            let residual = self.residual(&normal);
            if residual <= self.model.tolerance {
                return Ok(Solution { state, rounds, residual, products });
            }
            let step = System::new(self, &normal).step(FORCING);
            products += step.products;
            self.advance(&mut state, &mut normal, &step, &|normal, state| normal.compute(self.layout, state, None));
        }
        let residual = self.residual(&normal);
        if residual <= self.model.tolerance {
            return Ok(Solution { state, rounds: self.model.rounds, residual, products });
        }
        Err(CannotEstimate::NotConverged { rounds: self.model.rounds, residual })
    }

    /// Goes along a step, at most as far as the likelihood rises: past the top the slope is negative, and it may not be
    /// steeper there than half of what it was.
    pub fn advance(&self, state: &mut State, normal: &mut Normal, step: &Step, compute: &dyn Fn(&mut Normal, &State)) {
        let slope = self.slope(normal, step);
        let longest =
            [&step.a, &step.b, &step.narrow].iter().flat_map(|x| x.iter()).fold(0.0_f64, |m, x| m.max(x.abs()));
        let mut length = (LONGEST / longest).min(1.0);
        let from = state.clone();
        for _ in 0..30 {
            *state = self.moved(&from, step, length);
            compute(normal, state);
            if self.slope(normal, step) >= -0.5 * slope {
                break;
            }
            length *= 0.5;
        }
    }

    fn slope(&self, normal: &Normal, step: &Step) -> f64 {
        let along = |gradient: &[f64], step: &[f64], free: &[bool]| -> f64 {
            gradient.iter().zip(step).zip(free).filter(|(_, free)| **free).map(|((g, s), _)| g * s).sum()
        };
        along(&normal.grad_a, &step.a, &self.free.a)
            + along(&normal.grad_b, &step.b, &self.free.b)
            + along(&normal.grad_narrow, &step.narrow, &self.free.narrow)
    }

    fn moved(&self, from: &State, step: &Step, length: f64) -> State {
        let (w, q, first) = (self.layout.w(), self.layout.free(), self.layout.first_step);
        let mut state = from.clone();
        for (u, s) in state.a.iter_mut().zip(&step.a) {
            *u += length * s;
        }
        for (u, s) in state.b.iter_mut().zip(step.b.iter().step_by(w)) {
            *u += length * s;
        }
        for (u, s) in state.narrow.iter_mut().zip(&step.narrow) {
            *u += length * s;
        }
        for (scale, log_weight) in state.log_weight.chunks_exact_mut(self.layout.categories).enumerate() {
            for k in (0..q).filter(|k| self.layout.is_free(scale, k + 1)) {
                let moved =
                    if self.layout.steps_by_b { step.b[scale * w + 1 + k] } else { step.narrow[first + scale * q + k] };
                log_weight[k + 1] += length * moved;
            }
        }
        self.centre(&mut state);
        state
    }

    /// Sets the origins: means of centred facets go into the floating one.
    fn centre(&self, state: &mut State) {
        let mut shift = 0.0;
        if self.centred_b {
            shift += take_mean(&mut state.b, &mut self.free.b.iter().step_by(self.layout.w()));
        }
        for facet in &self.centred {
            shift += take_mean(&mut state.narrow[facet.clone()], &mut self.free.narrow[facet.clone()].iter());
        }
        for (u, free) in state.a.iter_mut().zip(&self.free.a) {
            *u += if *free { shift } else { 0.0 };
        }
    }

    /// The largest entry of the gradient.
    pub fn residual(&self, normal: &Normal) -> f64 {
        let largest = |gradient: &[f64], free: &[bool]| {
            gradient.iter().zip(free).filter(|(_, free)| **free).fold(0.0_f64, |largest, (g, _)| {
                // A gradient that is not a number is as large as can be.
                if g.is_nan() { f64::INFINITY } else { largest.max(g.abs()) }
            })
        };
        largest(&normal.grad_a, &self.free.a)
            .max(largest(&normal.grad_b, &self.free.b))
            .max(largest(&normal.grad_narrow, &self.free.narrow))
    }
}

/// Subtracts the mean of the free values from all of them, and returns it.
fn take_mean(values: &mut [f64], free: &mut dyn Iterator<Item = &bool>) -> f64 {
    let free: Vec<bool> = free.copied().collect();
    let count = free.iter().filter(|free| **free).count().max(1);
    let mean = values.iter().zip(&free).filter(|(_, free)| **free).map(|(x, _)| x).sum::<f64>() / count as f64;
    for (value, _) in values.iter_mut().zip(&free).filter(|(_, free)| **free) {
        *value -= mean;
    }
    mean
}

/// Where to begin: anchors in place, everything else where nobody differs, so that categories have the odds of their
/// counts.
pub(crate) fn start(layout: &Layout, ratings: &Ratings, model: &Model) -> State {
    let mut state = State {
        a: vec![0.0; layout.n_a],
        b: vec![0.0; layout.n_b],
        narrow: vec![0.0; layout.m],
        log_weight: Vec::with_capacity(layout.observed.len() * layout.categories),
    };
    let mut counts = vec![0.0_f64; layout.observed.len() * layout.categories];
    for pair in 0..layout.pair_b.len() {
        for rating in layout.of_pair(pair) {
            let scale = layout.scale(pair, layout.cell[rating] as usize);
            counts[scale * layout.categories + layout.step[rating] as usize] += 1.0;
        }
    }
    let mut level = (0.0, 0.0);
    for (mask, counts) in layout.observed.iter().zip(counts.chunks_exact(layout.categories)) {
        let (low, high) = (usize::from(ends(*mask).0), usize::from(ends(*mask).1));
        let slope = if high > low { (counts[high] / counts[low]).ln() / (high - low) as f64 } else { 0.0 };
        let total: f64 = counts.iter().sum();
        level = (level.0 + total * slope, level.1 + total);
        for (k, count) in counts.iter().enumerate() {
            let even = counts.get(low).map_or(0.0, |count| count.ln()) + slope * (k as f64 - low as f64);
            state.log_weight.push(if k == low || k == high { 0.0 } else { count.ln() - even });
        }
    }
    // A scale that nobody uses has no categories; it is never asked.
    for (scale, mask) in layout.observed.iter().enumerate() {
        for k in (0..layout.categories).filter(|k| mask & 1 << k == 0) {
            state.log_weight[scale * layout.categories + k] = f64::NEG_INFINITY;
        }
    }
    state.a.fill(level.0 / level.1.max(1.0));
    for anchor in &model.anchors {
        let u = model.sign(anchor.facet) * anchor.measure;
        if anchor.facet == layout.b {
            state.b[anchor.element] = u;
        } else if let Some(at) = layout.narrow.iter().position(|facet| *facet == anchor.facet) {
            state.narrow[layout.offset[at] + anchor.element] = u;
        }
    }
    debug_assert_eq!(ratings.size(layout.a), layout.n_a);
    state
}
