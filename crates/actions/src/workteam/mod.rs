//! What people do with tim kerja: set one up, propose members and answer for them, lay down what it delivers, report, say what
//! it achieved, take its result into one's own plan (R4, R9; PermenPANRB 6/2022 Bab II.A Tahap 5.f-j).
//!
//! Not here: the people somebody rates ([`crate::team`]); the leader's words to a member, which go the way of every leader who
//! does not rate ([`crate::feedback::offer`]). Read first: [`load`] (how somebody stands to a team), then `write`, `member`,
//! `result`, `report`, `rate`; [`see`] holds what its page shows, [`beside`] what stands beside an assessment.

pub mod adopt;
pub mod beside;
pub mod load;
pub mod member;
pub mod mine;
pub mod rate;
pub mod report;
pub mod result;
pub mod see;
pub(crate) mod tasks;
pub mod write;
