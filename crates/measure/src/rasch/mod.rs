//! Room of the many-facet Rasch model: from who rated whom on what, and how, to measures of ability, severity and
//! difficulty on one scale, each with its uncertainty and its fit.
//!
//! A score of k rather than k − 1 has the odds exp(ability − severity − difficulty − … − threshold_k) (Rasch 1960; Andrich
//! 1978; Masters 1982; Linacre 1989). The room knows facets, elements and numbers, not who is meant.
//!
//! Not for: deciding. A measure is advice; the rating stays what the rater gave. Read first: [`Ratings`], [`Model`], then
//! [`fit()`]; inside, `layout.rs` before `pass.rs` and `solve.rs`.

mod active;
mod bias;
mod coarse;
mod connect;
mod correct;
mod curve;
mod element;
mod extreme;
mod fair;
mod fit;
mod joint;
mod layout;
mod local;
mod model;
mod newton;
mod pass;
mod problem;
mod random;
mod ratings;
mod solve;
mod summary;
mod tally;
mod unexpected;
mod weak;
mod weighted;

pub use active::Standing;
pub use bias::{Bias, Contrast, bias, crossed};
pub use curve::{Moments, Scale};
pub use element::{Element, MeanSquares};
pub use fit::{Fit, fit};
pub use joint::{JOINT_LIMIT, joint_errors};
pub use model::{Anchor, Correction, Model, Steps};
pub use problem::{CannotEstimate, Group, Mismatch};
pub use random::{Population, fit_random};
pub use ratings::{Invalid, MAX_CATEGORIES, Ratings};
pub use summary::{Separation, Summary, Test, summary};
pub use unexpected::{Agreement, Unexpected, agreement, unexpected};
pub use weak::{WeakLink, weak_links};
pub use weighted::{Estimate, expected_a_posteriori, population, weighted_likelihood};
