//! Development plans: where somebody stands, what they work on this year, agreed with the supervisor and reported on (R14).
//!
//! Not here: courses ([`crate::training`]), what follows by rule ([`crate::followup`]). Read first: [`profile`] (a person's
//! competences beside what the post asks for), [`see`], then [`mod@write`], [`agree`], [`report`].

pub mod agree;
pub mod profile;
pub mod report;
pub mod see;
pub(crate) mod tasks;
pub mod write;

use domain::ids::DevelopmentId;

/// Where a plan is.
pub fn link(id: DevelopmentId) -> String {
    format!("/pengembangan/{id}")
}
