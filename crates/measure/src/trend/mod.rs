//! Room of trends: whether something moves over time, and how fast.
//!
//! Not for: forecasts. Read first: [`theil_sen()`] for how fast, [`mann_kendall()`] for whether at all.

mod mann_kendall;
mod theil_sen;

pub use mann_kendall::{MannKendall, mann_kendall, slope_interval};
pub use theil_sen::{Line, theil_sen};
