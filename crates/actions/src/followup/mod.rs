//! What follows from results: the rules run when a year is closed, proposals are kept with their reason, people decide.
//!
//! Not here: the rules ([`domain::scheme::follow`]); what was agreed in a talk ([`crate::dialogue`]). Read first: [`run`] (the
//! rules over a closed period), then [`see`] (who reads what), [`decide`].

pub mod decide;
pub mod run;
pub mod see;
pub(crate) mod tasks;

use domain::ids::ProposalId;

/// Where a proposal is.
pub fn link(id: ProposalId) -> String {
    format!("/tindak-lanjut/{id}")
}
