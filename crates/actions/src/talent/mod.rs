//! What people do with what results open: look at conditions of promotion and study, record what no row says, rate potential, draw
//! the talent map, prepare successors, declare skills, find hidden ones and propose a programme (R15, R19, R21, R22).
//!
//! Nothing is decided here by itself. Not here: mentoring ([`crate::mentoring`]), trainings. Read first: [`gather`] (what is known
//! of many people, in few questions), then [`eligibility`], [`map`], [`succession`], [`skill`], [`discover`], [`career`].

pub mod career;
pub mod discover;
pub mod eligibility;
pub mod export;
pub mod gather;
pub mod map;
pub mod note;
pub mod skill;
pub mod succession;
