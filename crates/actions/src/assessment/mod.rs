//! What people do with assessments: assess themselves, rate, send, remind, read the desk.
//!
//! Not here: the predicate ([`crate::evaluation`]). Read first: [`rate`], then [`see_desk`].

pub mod rate;
pub mod remind;
pub mod see_desk;
pub mod self_assess;
