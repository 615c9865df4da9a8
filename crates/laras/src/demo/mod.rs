//! The invented agency of `laras demo`: two years of appraisal, played through the actions floor, so that its data is
//! what real use would have produced.
//!
//! Not here: serving it (`crate::commands::demo`). Who there is and what they plan stands in `demo/*.toml`.
//! Read first: `cast` (who), `calendar` (when), `play` (in what order), then `plans`, `work`, `judging`, `lately`.

mod calendar;
mod cast;
mod judging;
mod lately;
mod numbers;
mod people;
mod plans;
mod play;
mod words;
mod work;

pub use cast::{Cast, PASSWORD};
pub use play::build;
