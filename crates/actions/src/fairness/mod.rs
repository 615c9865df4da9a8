//! Fairness: ratings of a period become input of the pure floor `measure`, what it finds is kept, and is shown to those it may
//! help: to each rater their own mirror, to the personnel office a report, to everybody a short form, to an employee how sure
//! a result is.
//!
//! The raw rating stays the legal value; nothing here writes into an assessment or a result.
//! Not here: what the figures mean in words (`domain::fairness`), how they are estimated (`measure`), talking about them
//! ([`crate::calibration`]).
//! Read first: [`gather`] (which ratings), [`reckon`] (what comes of them), [`count`] (the background work that keeps it); then
//! [`mirror`], [`report`], [`sure`]; and [`words`], by which every room finds advice on words about people.

pub mod agreement;
pub mod count;
pub mod gather;
pub mod group;
pub mod mirror;
pub mod reckon;
pub mod report;
pub mod sure;
#[cfg(test)]
mod tests;
pub mod words;

pub use store::Snapshot;
