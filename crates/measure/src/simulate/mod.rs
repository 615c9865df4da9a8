//! Room of invented ratings whose truth is known, so that a method can be asked how much of it it finds again.
//!
//! Two designs: a *panel* (each ratee seen by two or three of many raters) and a *round* (everybody rates and is rated,
//! by oneself, the superior, peers and reports). Raters may differ in severity, see halos, be biased against a group, or
//! keep to the middle. Everything follows from a seed, number by number, so that another program can make the same set.
//!
//! Not for: data about people. Read first: `design`, then `ratings`.

mod design;
mod ratings;
mod text;

pub use design::{Design, Options, Pair};
pub use ratings::{Simulated, simulate};
