//! What the personnel office does with people: see them, change them, bring them in from files and take them out again.
//!
//! Not here: log-ins ([`crate::account`]), teams as their leaders see them ([`crate::team`]). Read first: [`see`] and
//! [`see_unit`] (what the pages show), `dates` (what a new assignment does to the running one), then [`import`].

pub mod assign;
pub mod circumstance;
mod dates;
pub mod export;
pub(crate) mod find;
pub mod import;
pub mod report_to;
pub mod see;
pub mod see_unit;
pub mod write_employee;
pub mod write_post;
pub mod write_unit;
