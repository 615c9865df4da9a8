//! Why measures cannot be estimated. Never a panic and never a guess.

/// Elements that can be compared with each other, and with no others of their facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// For each facet the elements of this group, rising. Groups may share the elements of a facet: then those are not
    /// what keeps the groups apart.
    pub elements: Vec<Vec<usize>>,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq)]
pub enum CannotEstimate {
    /// The measures of these groups have no common origin: nothing links them. Estimate each by itself, anchor
    /// elements, or collect ratings that link them.
    NotConnected {
        /// The groups, in the order of their first rating.
        groups: Vec<Group>,
    },
    /// Every rating belongs to an element with only highest or only lowest scores.
    OnlyExtremes,
    /// The model and the ratings do not fit each other.
    Model(Mismatch),
    /// No solution within the tolerance after so many steps.
    NotConverged {
        /// Steps taken.
        rounds: usize,
        /// The largest difference left between a score and its expectation.
        residual: f64,
    },
}

/// How a model can fail to fit ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Another number of facets.
    Facets,
    /// The floating facet, or the facet of the steps, does not exist, or both are one facet.
    Steps,
    /// An anchor names an element that does not exist, is not finite, or lies on the floating facet.
    Anchor,
    /// A correction for joint estimation, of an estimation that is not joint.
    Correction,
    /// Beside the floating facet and the largest other one there are more parameters than are solved densely
    /// (4000).
    Wide,
}
