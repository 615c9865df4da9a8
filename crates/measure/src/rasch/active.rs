//! Which ratings say something: elements with only highest or only lowest scores have no finite measure, and are set
//! aside with their rows, again and again, until none is left (Linacre, Facets manual: extreme scores).

use super::{Model, Ratings, problem::CannotEstimate};

/// How an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Estimated with the others.
    Estimated,
    /// Held at the measure given.
    Anchored,
    /// Only highest scores: measured afterwards, a little inside.
    Maximum,
    /// Only lowest scores: measured afterwards, a little inside.
    Minimum,
    /// Without ratings: nothing can be said.
    Unrated,
}

/// What takes part in the estimation.
pub(crate) struct Active {
    /// Rows set aside; empty when none is.
    pub aside: Vec<bool>,
    /// For each scale a bit for each category that occurs.
    pub observed: Vec<u16>,
    /// For each facet and element how it stands, and the round in which it was set aside.
    pub standing: Vec<Vec<(Standing, u32)>>,
}

impl Active {
    /// Sets extreme elements aside, except in facets of which `finite` says that they have another source of measure.
    pub fn of(ratings: &Ratings, model: &Model, finite: &[bool]) -> Result<Self, CannotEstimate> {
        let mut standing: Vec<Vec<_>> =
            (0..ratings.facets()).map(|facet| vec![(Standing::Unrated, 0); ratings.size(facet)]).collect();
        for (facet, standing) in standing.iter_mut().enumerate() {
            for element in ratings.column(facet) {
                standing[*element as usize].0 = Standing::Estimated;
            }
        }
        for anchor in &model.anchors {
            standing[anchor.facet][anchor.element].0 = Standing::Anchored;
        }
        let mut aside = Vec::new();
        for round in 1.. {
            let observed = observed(ratings, model, &aside);
            if observed.iter().all(|mask| *mask == 0) {
                return Err(CannotEstimate::OnlyExtremes);
            }
            let found = extremes(ratings, model, &aside, &observed, finite, &standing);
            if found.is_empty() {
                return Ok(Self { aside, observed, standing });
            }
            for (facet, element, extreme) in &found {
                standing[*facet][*element] = (*extreme, round);
            }
            aside.resize(ratings.len(), false);
            for (facet, standing) in standing.iter().enumerate() {
                if found.iter().any(|(at, ..)| *at == facet) {
                    for (aside, element) in aside.iter_mut().zip(ratings.column(facet)) {
                        let out = standing[*element as usize].0;
                        *aside |= matches!(out, Standing::Maximum | Standing::Minimum);
                    }
                }
            }
        }
        unreachable!("each round sets at least one element aside")
    }

    /// Whether a row takes part.
    pub fn holds(&self, row: usize) -> bool {
        self.aside.is_empty() || !self.aside[row]
    }

    /// Rows that take part.
    pub fn rows(&self, ratings: &Ratings) -> Vec<u32> {
        (0..ratings.len() as u32).filter(|row| self.holds(*row as usize)).collect()
    }
}

/// The categories in use, scale by scale.
fn observed(ratings: &Ratings, model: &Model, aside: &[bool]) -> Vec<u16> {
    let mut observed = vec![0; model.scales(ratings)];
    for (row, step) in ratings.steps().iter().enumerate() {
        if aside.is_empty() || !aside[row] {
            observed[model.scale(ratings, row)] |= 1 << step;
        }
    }
    observed
}

/// Lowest and highest category of a scale.
pub(crate) fn ends(mask: u16) -> (u8, u8) {
    (mask.trailing_zeros() as u8, 15_u8.saturating_sub(mask.leading_zeros() as u8))
}

/// Elements all of whose remaining scores are at one end.
fn extremes(
    ratings: &Ratings,
    model: &Model,
    aside: &[bool],
    observed: &[u16],
    finite: &[bool],
    standing: &[Vec<(Standing, u32)>],
) -> Vec<(usize, usize, Standing)> {
    let bounds: Vec<(u8, u8)> = observed.iter().map(|mask| ends(*mask)).collect();
    let mut found = Vec::new();
    for facet in (0..ratings.facets()).filter(|facet| !finite[*facet]) {
        // Bit 0: has a score above its scale's lowest; bit 1: has one below its highest; bit 2: has any.
        let mut seen = vec![0_u8; ratings.size(facet)];
        for (row, (element, step)) in ratings.column(facet).iter().zip(ratings.steps()).enumerate() {
            if aside.is_empty() || !aside[row] {
                let (low, high) = bounds[model.scale(ratings, row)];
                seen[*element as usize] |= 4 | u8::from(*step > low) | u8::from(*step < high) << 1;
            }
        }
        for (element, seen) in seen.iter().enumerate() {
            let extreme = match seen {
                5 => Standing::Maximum,
                // A scale of which one category remains says nothing either way.
                4 | 6 => Standing::Minimum,
                _ => continue,
            };
            if standing[facet][element].0 == Standing::Estimated {
                found.push((facet, element, extreme));
            }
        }
    }
    found
}
