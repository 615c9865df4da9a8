//! Talks: the list, opening one, its page for both sides, its print; and konseling as the personnel office sees it.
//!
//! Not here: single remarks (`feedback`). Read first: `see` (the page of a talk), then `open`.

pub mod counselling;
pub mod list;
pub mod open;
pub mod print;
pub mod see;
pub mod write;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/dialog", Action::SessionOwn, list::show)
        .get("/dialog/baru", Action::DialogueOpen, open::new)
        .post("/dialog/baru", Action::DialogueOpen, open::send)
        .get("/dialog/{dialogue}", Action::DialogueRead, see::show)
        .post("/dialog/{dialogue}", Action::DialogueWrite, write::save)
        .post("/dialog/{dialogue}/batal", Action::DialogueWrite, write::cancel)
        .post("/dialog/{dialogue}/tindak-lanjut", Action::DialogueWrite, write::agree)
        .post("/dialog/{dialogue}/tindak-lanjut/{followup}/selesai", Action::DialogueWrite, write::done)
        .get("/dialog/{dialogue}/cetak", Action::DialogueRead, print::print)
        .get("/konseling", Action::CounsellingList, counselling::show)
        .post("/dialog/{dialogue}/konselor", Action::CounsellingAppoint, write::appoint)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    list::samples(gallery);
    open::samples(gallery);
    see::sample::samples(gallery);
    counselling::samples(gallery);
}
