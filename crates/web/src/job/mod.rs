//! Background work as people see it: what is under way, how far it is, what came out; calling it off; taking its file.
//!
//! Not here: asking for it, which is done where the thing itself is seen (`evaluation::cycle`, `reminder`).
//! Read first: `see`.

mod samples;
mod see;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/pekerjaan", Action::JobRead, see::list)
        .get("/pekerjaan/{id}", Action::JobRead, see::show)
        .post("/pekerjaan/{id}/batal", Action::JobCancel, see::cancel)
        .get("/pekerjaan/{id}/berkas", Action::DocumentPrint, see::fetch)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    samples::add(gallery);
}
