//! Floor 1, pure numbers: slices of numbers in, numbers out. This floor knows no civil servant, no plan and no rating,
//! so that what it computes can be checked against a textbook.
//!
//! Nothing here may decide about a person: numbers that judge people are integers and live in `domain`.

pub mod agreement;
pub mod effect;
pub mod numeric;
pub mod rasch;
pub mod simulate;
pub mod trend;
