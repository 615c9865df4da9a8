//! Room of trends: whether something moves over time, and how fast.
//!
//! Not for: forecasts. Read first: [`theil_sen()`].

mod theil_sen;

pub use theil_sen::{Line, theil_sen};
