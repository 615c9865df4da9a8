//! Tindak lanjut: what follows from results, for the offices, leaders and raters; one's own; one proposal with its reason, its
//! decision, the employee's answer.
//!
//! Not here: the rules themselves (`policy`), where they are shown on a result (`scheme`). Read first: `see` (one proposal), `list`.

pub mod list;
mod sample;
pub mod see;

use crate::{layout::Tone, preview::Gallery, routes::Routes};
use domain::{followup::State, permissions::Action};

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/tindak-lanjut", Action::SessionOwn, list::show)
        .get("/tindak-lanjut/saya", Action::SessionOwn, list::mine)
        .post("/tindak-lanjut/jalankan", Action::FollowupRun, list::run)
        .get("/tindak-lanjut/{proposal}", Action::FollowupRead, see::show)
        .post("/tindak-lanjut/{proposal}/putusan", Action::FollowupDecide, see::decide)
        .post("/tindak-lanjut/{proposal}/jawaban", Action::FollowupAnswer, see::answer)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    list::samples(gallery);
    see::samples(gallery);
}

/// How a proposal stands.
pub(crate) fn tone(state: impl std::borrow::Borrow<State>) -> Tone {
    match state.borrow() {
        State::Ditanyakan => Tone::Note,
        State::Diusulkan => Tone::Risk,
        State::Diterima => Tone::Done,
        State::Ditolak | State::Gugur => Tone::Idle,
    }
}
