//! What people do with evaluations: open and close periods, set the unit's achievement, sign a result, read why,
//! acknowledge.
//!
//! The predicate follows by rule ([`domain::evaluation`]); nobody types it. Read first: [`evaluate`].

pub mod acknowledge;
pub mod carry_over;
pub(crate) mod conclude;
pub mod evaluate;
pub mod manage_period;
pub mod see;
pub mod see_cycle;
pub mod see_distribution;
pub mod see_recap;
pub mod see_years;
pub mod set_capaian;
pub(crate) mod transfer;
