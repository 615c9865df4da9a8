//! What people do with progress: plan steps, report, correct, answer, read.
//!
//! Entries are added, never overwritten. Read first: [`report`], then [`see`].

pub mod plan_step;
pub mod reply;
pub mod report;
pub mod see;
