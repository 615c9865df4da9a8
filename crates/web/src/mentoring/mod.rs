//! Pendampingan: the list, opening a case, its page with everything that is written there, finding a mentor, and form B.1.7.
//!
//! Not here: single talks (`dialogue`). Read first: `see` (the page of a case), then `open`, `pair`.

pub mod list;
pub mod open;
pub mod pair;
pub mod print;
mod sample;
pub mod see;

use crate::{layout::Tone, preview::Gallery, routes::Routes};
use domain::{mentoring::State, permissions::Action};

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/pendampingan", Action::SessionOwn, list::show)
        .get("/pendampingan/baru", Action::MentoringManage, open::new)
        .post("/pendampingan/baru", Action::MentoringManage, open::create)
        .get("/pendampingan/{case}", Action::MentoringRead, see::show)
        .post("/pendampingan/{case}/kata-pegawai", Action::MentoringSpeak, see::speak)
        .get("/pendampingan/{case}/pendamping", Action::MentoringManage, pair::show)
        .post("/pendampingan/{case}/pendamping", Action::MentoringManage, pair::choose)
        .post("/pendampingan/{case}/langkah", Action::MentoringWrite, see::step)
        .post("/pendampingan/{case}/langkah/{step}/selesai", Action::MentoringWrite, see::done)
        .post("/pendampingan/{case}/pertemuan", Action::MentoringWrite, see::meet)
        .post("/pendampingan/{case}/akhiri", Action::MentoringManage, see::end)
        .get("/pendampingan/{case}/cetak", Action::MentoringRead, print::print)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    list::samples(gallery);
    open::samples(gallery);
    see::samples(gallery);
    pair::samples(gallery);
}

/// How a case stands.
pub(crate) fn tone(state: impl std::borrow::Borrow<State>) -> Tone {
    match state.borrow() {
        State::Didengar | State::Mencari => Tone::Risk,
        State::Berjalan => Tone::Good,
        State::Ditinjau => Tone::Late,
        State::Selesai => Tone::Done,
    }
}
