//! The first screen of everybody: what must I do now, what is late, what has changed. And the notices.
//!
//! Not here: how tasks come about ([`actions::home`]). Read first: `see`.

pub mod notices;
pub mod see;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().get("/", Action::SessionOwn, see::show).get("/pemberitahuan", Action::SessionOwn, notices::show)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    see::samples(gallery);
    notices::samples(gallery);
}
