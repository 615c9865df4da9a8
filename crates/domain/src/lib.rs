//! Floor 1, pure: the types, rules, transitions, permissions and explanations of Laras.
//!
//! No clock, no randomness, no database, no files, no logging: whatever a rule needs is an argument.
//! Each room (`plan`, `progress`, `assessment`, …) has the same name on every floor of the house.
//! Read first: [`decision`] (how a rule answers), [`permissions`] (who may), then the room you came for.

pub mod access;
pub mod account;
pub mod achievement;
pub mod amount;
pub mod angka_kredit;
pub mod assessment;
pub mod calibration;
pub mod certification;
pub mod decision;
pub mod development;
pub mod dialogue;
pub mod discipline;
pub mod evaluation;
pub mod evidence;
pub mod fairness;
pub mod feed;
pub mod feedback;
pub mod followup;
pub mod ids;
pub mod journal;
pub mod mentoring;
pub mod objection;
pub mod orientation;
pub mod people;
pub mod permissions;
pub mod plan;
pub mod policy;
pub mod progress;
pub mod reminder;
pub mod scheme;
pub mod survey;
pub mod talent;
pub mod time;
pub mod training;
pub mod workteam;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
