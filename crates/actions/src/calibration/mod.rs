//! Calibration sessions: called for a unit and a period, ratings seen side by side, another rating proposed to the official who
//! gave it, decided by that official alone; minutes and who was there.
//!
//! Not here: how mild somebody rates ([`crate::fairness`]). Read first: `load` (who stands how to a session), then
//! [`see`], [`lead`], [`propose`], [`decide`].

pub mod decide;
pub mod lead;
pub mod list;
mod load;
pub mod propose;
pub mod see;
pub mod tasks;
