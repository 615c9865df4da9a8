//! Room of effects: how raters differ in the way they rate, and whether groups fare differently.
//!
//! Raters: [`severity()`] (mild or strict beside colleagues on the same people), [`spread()`] (keeping to the middle, using
//! little of the scale), [`halo()`], [`order()`] (contrast with the one before, drift, recency), [`similarity()`]. Groups:
//! [`differential()`] (does the same rater or item treat groups differently?), [`selection()`] (are rates of being chosen
//! alike?), [`stratified()`], [`difference()`]. Many tests at once: [`adjust`]. Small groups: [`shrink()`].
//!
//! Every index can come from true differences too, and says so by being `None` or a typed reason where numbers are too
//! few. None is a measure of accuracy (Balzer & Sulsky 1992).
//!
//! Not for: blaming. Read first: [`severity()`], then [`selection()`].

pub mod adjust;
mod difference;
mod differential;
mod halo;
mod matched;
mod order;
mod regress;
mod selection;
mod severity;
mod shrink;
mod similarity;
mod spread;
mod strata;

pub use difference::{Difference, difference};
pub use differential::{Differential, differential};
pub use halo::{Halo, halo};
pub use matched::{Matched, Moved, matched};
pub use order::{Order, order};
pub use regress::Slope;
pub use selection::{Selection, TooFew, impact_interval, selection};
pub use severity::{Severity, severity};
pub use shrink::{Shrunk, shrink};
pub use similarity::{Dyad, similarity};
pub use spread::{Spread, spread};
pub use strata::{Chosen, Stratified, stratified};

/// Which facets of the ratings play which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Who is rated.
    pub ratee: usize,
    /// Who rates.
    pub rater: usize,
    /// On what.
    pub item: usize,
}
