//! One measure at a time, everything else as it is.

use super::{Fit, Ratings, curve::Moments};

/// Where one element's ratings were given, but for its own measure.
pub(crate) struct Place<'a> {
    pub scale: &'a super::Scale,
    /// Sum of the other measures, each with its sign.
    pub rest: f64,
    /// Score above the lowest.
    pub step: f64,
}

impl Fit {
    /// The places of some rows, as seen from a facet; rows in which another measure is missing are left out.
    pub(crate) fn places<'a>(
        &'a self,
        ratings: &Ratings,
        facet: usize,
        rows: impl Iterator<Item = usize>,
    ) -> Vec<Place<'a>> {
        let others = |row: usize| {
            (0..ratings.facets())
                .filter(|other| *other != facet)
                .map(|other| {
                    self.facets[other][ratings.element(other, row)].measure.map(|u| self.model.sign(other) * u)
                })
                .sum::<Option<f64>>()
        };
        let place = |row| {
            others(row).map(|rest| Place {
                scale: self.scale(ratings, row),
                rest,
                step: f64::from(ratings.steps()[row]),
            })
        };
        rows.filter_map(place).collect()
    }
}

/// Sums of the moments at u, and the score.
pub(crate) fn sums(places: &[Place], u: f64) -> (Moments, f64) {
    let mut sum = Moments::default();
    let mut score = 0.0;
    for place in places {
        let moments = place.scale.moments(u + place.rest);
        sum.mean += moments.mean;
        sum.variance += moments.variance;
        sum.third += moments.third;
        sum.fourth += moments.fourth;
        score += place.step;
    }
    (sum, score)
}

/// The u at which a falling function of the sums is zero, and the information there. Newton's method inside a bracket.
/// `None` when it has no zero within ±60 logits.
pub(crate) fn zero(places: &[Place], begin: f64, left: impl Fn(&Moments, f64, f64) -> f64) -> Option<(f64, f64)> {
    let (mut low, mut high, mut u) = (-60.0, 60.0, begin);
    for _ in 0..200 {
        let (sum, score) = sums(places, u);
        let value = left(&sum, score, u);
        if value > 0.0 {
            low = u;
        } else {
            high = u;
        }
        let next = u + value / sum.variance;
        let next = if next > low && next < high { next } else { f64::midpoint(low, high) };
        if (next - u).abs() < 1e-12 * (1.0 + u.abs()) {
            return (next.abs() < 59.0).then(|| (next, sums(places, next).0.variance));
        }
        u = next;
    }
    let (sum, _) = sums(places, u);
    (u.abs() < 59.0).then_some((u, sum.variance))
}
