//! What is assumed about the ratings, and how exactly it is estimated.

use super::Ratings;

/// Which ratings share thresholds between categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// All: the rating-scale model (Andrich 1978).
    Common,
    /// Those with the same element of a facet: partial credit by item (Masters 1982), or by rater.
    By(usize),
}

/// What is done about joint estimates lying too far apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Correction {
    /// Nothing, as FACETS does.
    None,
    /// Times (L − 1) / L, L the harmonic mean of the ratings per element of the floating facet (Wright & Douglas 1977).
    WrightDouglas,
    /// Scores drawn this many points inwards, each rating giving up the same share of itself to all categories alike
    /// (Bertoli-Barsotti, Lando & Punzo 2014; 0.3 is usual). Extreme scores of the floating facet become finite.
    Epsilon(f64),
}

/// An element held at a measure, to link this set of ratings to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// The facet.
    pub facet: usize,
    /// The element.
    pub element: usize,
    /// Its measure in logits.
    pub measure: f64,
}

/// A model of ratings. `Model::new` gives the usual one: facet 0 is the ratee, floats, and raises the score; the other
/// facets lower it and are centred at zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// For each facet, whether a higher measure means higher scores.
    pub positive: Vec<bool>,
    /// The facet that is not centred.
    pub floating: usize,
    /// Who shares thresholds.
    pub steps: Steps,
    /// Elements held fast. A facet with an anchor is not centred.
    pub anchors: Vec<Anchor>,
    /// How far inside an extreme score is taken to be, in score points. FACETS: 0.3.
    pub extreme: f64,
    /// Against the bias of joint estimation.
    pub correction: Correction,
    /// Estimation ends when no score differs from its expectation by more, in score points.
    pub tolerance: f64,
    /// Most Newton steps.
    pub rounds: usize,
}

impl Model {
    /// The usual model for so many facets.
    pub fn new(facets: usize) -> Self {
        Self {
            positive: (0..facets).map(|facet| facet == 0).collect(),
            floating: 0,
            steps: Steps::Common,
            anchors: Vec::new(),
            extreme: 0.3,
            correction: Correction::None,
            tolerance: 1e-6,
            rounds: 100,
        }
    }

    /// The same with other steps.
    #[must_use]
    pub fn steps(self, steps: Steps) -> Self {
        Self { steps, ..self }
    }

    /// The same with another floating facet.
    #[must_use]
    pub fn floating(self, floating: usize) -> Self {
        Self { floating, ..self }
    }

    /// The same with anchors.
    #[must_use]
    pub fn anchors(self, anchors: Vec<Anchor>) -> Self {
        Self { anchors, ..self }
    }

    /// The same with a correction.
    #[must_use]
    pub fn correction(self, correction: Correction) -> Self {
        Self { correction, ..self }
    }

    /// +1 for a facet that raises the score, −1 for one that lowers it.
    pub(crate) fn sign(&self, facet: usize) -> f64 {
        if self.positive[facet] { 1.0 } else { -1.0 }
    }

    /// How many sets of thresholds there are.
    pub(crate) fn scales(&self, ratings: &Ratings) -> usize {
        match self.steps {
            Steps::Common => 1,
            Steps::By(facet) => ratings.size(facet),
        }
    }

    /// The set of thresholds of a row.
    pub(crate) fn scale(&self, ratings: &Ratings, row: usize) -> usize {
        match self.steps {
            Steps::Common => 0,
            Steps::By(facet) => ratings.element(facet, row),
        }
    }

    /// Facets whose mean is held at zero.
    pub(crate) fn centred(&self, facet: usize) -> bool {
        facet != self.floating && !self.anchors.iter().any(|anchor| anchor.facet == facet)
    }
}
