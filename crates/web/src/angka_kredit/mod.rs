//! Angka kredit: one's own page for those in a functional post, and the letter of one result.
//!
//! Read first: `mine`.

pub mod mine;
pub mod print;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().get("/angka-kredit", Action::SessionOwn, mine::show).get(
        "/hasil/{evaluation}/angka-kredit",
        Action::DocumentPrint,
        print::print,
    )
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    mine::samples(gallery);
}
