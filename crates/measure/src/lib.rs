//! Floor 1, pure numbers: slices of numbers in, numbers out. This floor knows no civil servant, no plan and no rating,
//! so that what it computes can be checked against a textbook.
//!
//! Rooms: [`rasch`] (severity, ability, difficulty on one scale), [`agreement`], [`effect`] (habits of raters, differences
//! of groups), [`trend`], [`simulate`] (ratings whose truth is known), [`numeric`] (what they compute with). What cannot
//! be known from the numbers given is `None` or says why, and never a guess.
//!
//! Nothing here may decide about a person: numbers that judge people are integers and live in `domain`. Randomness comes
//! in as a seed. The same numbers give the same results on every machine, whatever its number of cores.

// Formulas keep the letters of their papers.
#![allow(clippy::many_single_char_names)]

pub mod agreement;
pub mod effect;
pub mod numeric;
pub mod rasch;
pub mod simulate;
pub mod trend;
