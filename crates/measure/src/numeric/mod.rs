//! Room of the tools: what the other rooms of this floor compute with. Distributions, dense matrices, order statistics
//! and a stream of pseudo-random numbers that starts from a seed handed in.
//!
//! Not for: anything about ratings. Read first: whichever file has the word; they do not depend on each other.

pub mod distribution;
pub(crate) mod matrix;
pub mod order;
pub mod random;
pub mod special;
