//! What is known of one element: its measure, how sure it is, and how well it fits the model.

use super::{Standing, tally::Sums};

/// Mean squares of residuals, and the same as a standard normal deviate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanSquares {
    /// Weighted by information: sensitive to unexpected ratings near the element's own level. Expected 1.
    pub infit: f64,
    /// Infit as a deviate, by the cube root of Wilson and Hilferty (1931).
    pub infit_z: f64,
    /// Unweighted: sensitive to outliers. Expected 1.
    pub outfit: f64,
    /// Outfit as a deviate.
    pub outfit_z: f64,
}

/// One element of a facet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Element {
    /// Whether and how it was measured.
    pub standing: Standing,
    /// Ratings in which it takes part.
    pub count: usize,
    /// Those of them that the estimation used: none of an extreme element's.
    pub used: usize,
    /// Sum of all its scores as they were given.
    pub total: u64,
    /// In logits. `None` when it has no ratings, or only some with others that cannot be measured.
    pub measure: Option<f64>,
    /// Model standard error, 1 / √Σ variance: how sure the measure is when the others are taken as known, and the ratings
    /// are no more erratic than the model says. `None` with the measure, and of anchors without ratings.
    pub error: Option<f64>,
    /// Of the ratings used; `None` when there are none.
    pub fit: Option<MeanSquares>,
    /// The average rating to be expected if all others were average: lowest score + E(own measure, means of the other
    /// facets over their estimated elements). Under partial credit the mean over the scales.
    pub fair_average: Option<f64>,
}

impl Element {
    /// Mean of its scores as they were given.
    pub fn average(&self) -> Option<f64> {
        (self.count > 0).then(|| self.total as f64 / self.count as f64)
    }

    /// Real standard error: the model's, enlarged when the ratings are more erratic (times √infit when that is above 1).
    pub fn real_error(&self) -> Option<f64> {
        let infit = self.fit.map_or(1.0, |fit| fit.infit);
        self.error.map(|error| error * infit.max(1.0).sqrt())
    }
}

impl MeanSquares {
    pub(crate) fn of(sums: &Sums) -> Option<Self> {
        if sums.count < 1.0 || sums.variance <= 0.0 {
            return None;
        }
        let (infit, outfit) = (sums.squares / sums.variance, sums.standard / sums.count);
        let in_variance = sums.excess / (sums.variance * sums.variance);
        let out_variance = sums.kurtosis / (sums.count * sums.count) - 1.0 / sums.count;
        Some(Self { infit, infit_z: deviate(infit, in_variance), outfit, outfit_z: deviate(outfit, out_variance) })
    }
}

/// Wilson and Hilferty's cube root; the standard deviation of the mean square is taken as at most √2 (Winsteps manual).
fn deviate(mean_square: f64, variance: f64) -> f64 {
    let q = variance.max(1e-12).sqrt().min(std::f64::consts::SQRT_2);
    (mean_square.cbrt() - 1.0) * (3.0 / q) + q / 3.0
}
