//! Learning to rate (R24): lessons, exercises with written cases, the certificate.
//!
//! How somebody's exercises went is theirs alone: no office reads it, and nothing of it enters an appraisal. Not here: the rules
//! (`domain::certification`), the formulas (`measure::agreement`), the cases as links between raters who never share a ratee
//! ([`crate::fairness::gather`]). Read first: `learn` (the page one begins from), `exercise`
//! (begin, rate, finish), `figures`, then `trained` (what a scheme asks).

pub mod exercise;
pub mod figures;
pub mod holders;
pub mod learn;
pub(crate) mod tasks;
#[cfg(test)]
mod tests;
pub mod trained;
