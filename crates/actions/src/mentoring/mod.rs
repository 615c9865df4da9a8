//! What people do with a case of mentoring or an improvement plan: open it, listen to the employee, find a mentor, lay down and take
//! steps, meet, look back and end it (R16; PermenPANRB 6/2022 Ps 21, Bab III.D; B.1.7-B.1.9).
//!
//! Not here: single talks ([`crate::dialogue`]). Read first: [`load`] (how somebody stands to a case), then `open`, `pair`,
//! `course`; [`see`] holds what its page shows.

pub mod course;
pub mod load;
pub mod mine;
pub mod open;
pub mod pair;
pub mod see;
pub(crate) mod tasks;
