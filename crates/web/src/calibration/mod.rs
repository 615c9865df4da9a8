//! Calibration sessions on pages: the list, calling one, the session with its pictures and proposals, one person in it, the
//! minutes on paper.
//!
//! Not here: the mirror and the report (`fairness`). Read first: `see`.

mod call;
mod list;
mod look;
mod print;
mod sample;
mod see;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/kalibrasi", Action::CalibrationRead, list::show)
        .get("/kalibrasi/baru", Action::CalibrationLead, call::new)
        .post("/kalibrasi/baru", Action::CalibrationLead, call::call)
        .get("/kalibrasi/{id}", Action::CalibrationRead, see::show)
        .post("/kalibrasi/{id}/notulen", Action::CalibrationLead, see::minutes)
        .post("/kalibrasi/{id}/usul/{proposal}", Action::CalibrationDecide, see::decide)
        .get("/kalibrasi/{id}/cetak", Action::CalibrationRead, print::print)
        .get("/kalibrasi/{id}/{skp}", Action::CalibrationRead, look::show)
        .post("/kalibrasi/{id}/{skp}", Action::CalibrationPropose, look::propose)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    sample::samples(gallery);
}
