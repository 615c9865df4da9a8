//! Differential functioning: whether the same rater or item treats two groups of ratees differently, beyond what all
//! raters and items together say. The difference of the groups themselves is not bias: nothing here can tell whether it is
//! true.

use super::adjust::false_discovery;
use crate::rasch::{Bias, Contrast, Fit, Ratings, bias};

/// One element with two groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Differential {
    /// The element of the facet that was asked about.
    pub element: usize,
    /// First group.
    pub one: Bias,
    /// Second group.
    pub other: Bias,
    /// First less second: positive favours the first.
    pub contrast: Contrast,
    /// Probability, adjusted for all elements tested (false discovery).
    pub adjusted: f64,
}

/// Tests every element of a facet: `groups` names the group of each element of `ratees`, and the two groups compared are
/// `one` and `other`. Elements with fewer than `least` ratings in either group are not tested (ten at least are advised).
pub fn differential(
    fit: &Fit,
    ratings: &Ratings,
    facet: usize,
    ratees: usize,
    groups: &[u32],
    (one, other): (u32, u32),
    least: usize,
) -> Vec<Differential> {
    let cell = |row: usize| {
        let group = groups[ratings.element(ratees, row)];
        let side = if group == one { 0 } else { 1 + u32::from(group != other) };
        3 * ratings.element(facet, row) as u32 + side
    };
    let cells: Vec<u32> = (0..ratings.len()).map(cell).collect();
    let found = bias(fit, ratings, &cells, 3 * ratings.size(facet));
    let mut tested: Vec<Differential> = (0..ratings.size(facet))
        .filter_map(|element| {
            let (one, other) = (found[3 * element]?, found[3 * element + 1]?);
            let enough = one.count >= least && other.count >= least;
            let contrast = enough.then(|| Contrast::of(&one, &other))??;
            Some(Differential { element, one, other, contrast, adjusted: contrast.p })
        })
        .collect();
    let p: Vec<f64> = tested.iter().map(|one| one.contrast.p).collect();
    for (tested, adjusted) in tested.iter_mut().zip(false_discovery(&p)) {
        tested.adjusted = adjusted;
    }
    tested
}
