//! Learning to rate (R24): lessons, exercises with written cases, the certificate; and the written cases as anchors between
//! raters who never share a ratee.
//!
//! How somebody's exercises went is theirs alone: no office reads it, and nothing of it enters an appraisal. Not here: the rules
//! (`domain::certification`), the formulas (`measure::agreement`). Read first: `learn` (the page one begins from), `exercise`
//! (begin, rate, finish), `figures`, then `trained` (what a scheme asks) and `anchors`.

pub mod anchors;
pub mod exercise;
pub mod figures;
pub mod holders;
pub mod learn;
pub(crate) mod tasks;
#[cfg(test)]
mod tests;
pub mod trained;
