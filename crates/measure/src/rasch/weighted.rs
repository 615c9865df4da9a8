//! Measures of a facet once everything else is known: weighted likelihood, and expectation under a population.

use rayon::prelude::*;

use super::{Fit, Ratings, local, ratings::Grouped};

/// A measure and its uncertainty, in logits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The measure.
    pub measure: f64,
    /// Standard error, or standard deviation of the posterior.
    pub error: f64,
}

/// Weighted likelihood (Warm 1989): finite for extreme scores too, and nearly unbiased. Solves
/// Σ(x − E) + Σμ₃ / (2 ΣV) = 0; the error is 1 / √ΣV. `None` for elements without ratings that can be placed.
pub fn weighted_likelihood(fit: &Fit, ratings: &Ratings, facet: usize) -> Vec<Option<Estimate>> {
    each(fit, ratings, facet, |places, begin| {
        let (u, information) =
            local::zero(places, begin, |sum, score, _| score - sum.mean + 0.5 * sum.third / sum.variance)?;
        Some(Estimate { measure: u, error: 1.0 / information.sqrt() })
    })
}

/// Expectation under a normal population (EAP), on 61 points over ±5 standard deviations or, where that is finer, over
/// what the ratings leave. The error is the standard deviation of the posterior.
pub fn expected_a_posteriori(
    fit: &Fit,
    ratings: &Ratings,
    facet: usize,
    mean: f64,
    deviation: f64,
) -> Vec<Option<Estimate>> {
    let centre = fit.model.sign(facet) * mean;
    each(fit, ratings, facet, |places, begin| Some(posterior(places, begin, centre, deviation)))
}

/// Mean and standard deviation of the population that a facet's elements come from, everything else taken as known: the
/// maximum of the marginal likelihood, by expectation and maximisation. `None` below two measured elements.
pub fn population(fit: &Fit, ratings: &Ratings, facet: usize) -> Option<(f64, f64)> {
    let (mut mean, mut deviation) = (0.0, 1.0);
    for _ in 0..200 {
        let found: Vec<Estimate> =
            expected_a_posteriori(fit, ratings, facet, mean, deviation).into_iter().flatten().collect();
        if found.len() < 2 {
            return None;
        }
        let n = found.len() as f64;
        let next = found.iter().map(|one| one.measure).sum::<f64>() / n;
        let square = |one: &Estimate| (one.measure - next) * (one.measure - next) + one.error * one.error;
        let spread = (found.iter().map(square).sum::<f64>() / n).sqrt();
        let moved = (next - mean).abs().max((spread - deviation).abs());
        (mean, deviation) = (next, spread);
        if moved < 1e-7 {
            break;
        }
    }
    Some((mean, deviation))
}

fn posterior(places: &[local::Place], begin: f64, centre: f64, deviation: f64) -> Estimate {
    let precision = 1.0 / (deviation * deviation);
    // The mode and its width say where the points have to be.
    let (mut mode, mut width) = (begin.clamp(centre - 6.0 * deviation, centre + 6.0 * deviation), deviation);
    for _ in 0..50 {
        let (sum, score) = local::sums(places, mode);
        let information = sum.variance + precision;
        let step = (score - sum.mean - (mode - centre) * precision) / information;
        mode += step.clamp(-1.0, 1.0);
        width = 1.0 / information.sqrt();
        if step.abs() < 1e-8 {
            break;
        }
    }
    let points = (0..61).map(|i| mode + 6.0 * width * (f64::from(i) / 30.0 - 1.0));
    let logs: Vec<(f64, f64)> = points
        .map(|u| {
            let fits: f64 =
                places.iter().map(|place| place.scale.log_probability(u + place.rest, place.step as usize)).sum();
            (u, fits - 0.5 * (u - centre) * (u - centre) * precision)
        })
        .collect();
    let top = logs.iter().fold(f64::NEG_INFINITY, |top, (_, log)| top.max(*log));
    let (mut total, mut first, mut second) = (0.0, 0.0, 0.0);
    for (u, log) in logs {
        let weight = (log - top).exp();
        total += weight;
        first += weight * u;
        second += weight * u * u;
    }
    let measure = first / total;
    Estimate { measure, error: (second / total - measure * measure).max(0.0).sqrt() }
}

fn each(
    fit: &Fit,
    ratings: &Ratings,
    facet: usize,
    one: impl Fn(&[local::Place], f64) -> Option<Estimate> + Sync,
) -> Vec<Option<Estimate>> {
    let grouped = Grouped::by(ratings.column(facet), ratings.size(facet));
    let sign = fit.model.sign(facet);
    (0..ratings.size(facet))
        .into_par_iter()
        .with_min_len(64)
        .map(|element| {
            let places = fit.places(ratings, facet, grouped.rows(element).iter().map(|row| *row as usize));
            if places.is_empty() {
                return None;
            }
            let begin = sign * fit.facets[facet][element].measure.unwrap_or(0.0);
            one(&places, begin).map(|found| Estimate { measure: sign * found.measure, ..found })
        })
        .collect()
}
