//! Training: the catalogue and its dates, names put forward, attendance, what people followed, what is recommended to them, what
//! the agency needs, what a programme brought about (R15, R17-R19).
//!
//! Not here: where somebody stands ([`crate::development::profile`]). Read first: [`catalogue`], then [`nominate`] (from a name
//! to attendance), [`record`] (certificates), [`recommend`], [`need`], [`effect`], [`siasn`].

pub mod catalogue;
pub mod effect;
pub mod mine;
pub mod need;
pub mod nominate;
pub mod recommend;
pub mod record;
pub mod session;
pub mod siasn;
pub(crate) mod tasks;

use domain::ids::{TrainingId, TrainingSessionId};

/// Where a programme is.
pub fn link(id: TrainingId) -> String {
    format!("/pelatihan/{id}")
}

/// Where a session is.
pub fn session_link(id: TrainingSessionId) -> String {
    format!("/pelatihan/jadwal/{id}")
}
