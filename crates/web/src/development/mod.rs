//! Rencana pengembangan: the plan of a year with everything it rests on, writing it, the supervisor's word, reports.
//!
//! Not here: courses (`training`). Read first: `see`, then `write`.

pub(crate) mod sample;
pub mod see;
pub mod write;

use crate::{layout::Tone, preview::Gallery, routes::Routes};
use domain::{
    development::{State, profile::Standing},
    permissions::Action,
};

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/pengembangan", Action::DevelopmentRead, see::mine)
        .post("/pengembangan/mulai", Action::DevelopmentWrite, write::start)
        .get("/pengembangan/pegawai/{employee}", Action::DevelopmentRead, see::of)
        .get("/pengembangan/{plan}", Action::DevelopmentRead, see::show)
        .get("/pengembangan/{plan}/tulis", Action::DevelopmentWrite, write::edit)
        .post("/pengembangan/{plan}/tulis", Action::DevelopmentWrite, write::save)
        .post("/pengembangan/{plan}/kesepakatan", Action::DevelopmentAgree, see::agree)
        .post("/pengembangan/{plan}/laporan", Action::DevelopmentWrite, see::report)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    see::samples(gallery);
    write::samples(gallery);
}

/// How a plan stands.
pub(crate) fn tone(state: impl std::borrow::Borrow<State>) -> Tone {
    match state.borrow() {
        State::Draf => Tone::Idle,
        State::Diajukan => Tone::Note,
        State::Dikembalikan => Tone::Risk,
        State::Disepakati => Tone::Good,
    }
}

/// How somebody stands in a competence.
pub(crate) fn tone_of(standing: impl std::borrow::Borrow<Standing>) -> Tone {
    match standing.borrow() {
        Standing::Reaches => Tone::Good,
        Standing::Short(_) => Tone::Risk,
        Standing::Unrated | Standing::NoStandard => Tone::Idle,
    }
}

/// The same in words.
pub(crate) fn standing_key(standing: impl std::borrow::Borrow<Standing>) -> &'static str {
    match standing.borrow() {
        Standing::Reaches => "development-reaches",
        Standing::Short(_) => "development-short",
        Standing::Unrated => "development-unrated",
        Standing::NoStandard => "development-no-standard",
    }
}
