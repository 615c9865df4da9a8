//! Floor 1, pure: the types, rules, transitions, permissions and explanations of Laras.
//!
//! No clock, no randomness, no database, no files, no logging: whatever a rule needs is an argument.
//! Each room (`plan`, `progress`, `assessment`, …) has the same name on every floor of the house.
//! Read first: [`decision`] (how a rule answers), [`permissions`] (who may), then the room you came for.

pub mod account;
pub mod amount;
pub mod assessment;
pub mod decision;
pub mod evaluation;
pub mod evidence;
pub mod feedback;
pub mod ids;
pub mod journal;
pub mod people;
pub mod permissions;
pub mod plan;
pub mod policy;
pub mod progress;
pub mod scheme;
pub mod time;

#[cfg(test)]
mod testing;
