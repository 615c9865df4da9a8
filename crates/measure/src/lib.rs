//! Floor 1, pure numbers: slices of numbers in, numbers out. This floor knows no civil servant, no plan and no rating,
//! so that what it computes can be checked against a textbook.
//!
//! One room so far: [`trend`]. Rooms to come when something needs them: rater severity, agreement, intervals.
//! Nothing here may decide about a person: numbers that judge people are integers and live in `domain`.

pub mod trend;
