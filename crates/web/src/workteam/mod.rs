//! Tim kerja: the list, setting one up, its page, members and their raters' word, results and reports, what it achieved; and the
//! block beside an assessment and a result.
//!
//! Not here: the people somebody rates (`team`). Read first: `see` (the page of a team), then `list`, `member`, `rate`.

pub mod beside;
pub mod list;
pub mod member;
pub mod rate;
pub mod report;
pub mod result;
mod sample;
pub mod see;
pub mod write;

use crate::{layout::Tone, preview::Gallery, routes::Routes};
use domain::{
    permissions::Action,
    workteam::{Standing, State},
};

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/tim-kerja", Action::SessionOwn, list::show)
        .get("/tim-kerja/ekspor/{file}", Action::SessionOwn, list::export)
        .get("/tim-kerja/baru", Action::WorkteamManage, write::new)
        .post("/tim-kerja/baru", Action::WorkteamManage, write::create)
        .get("/tim-kerja/{team}", Action::WorkteamRead, see::show)
        .get("/tim-kerja/{team}/ubah", Action::WorkteamManage, write::edit)
        .post("/tim-kerja/{team}/ubah", Action::WorkteamManage, write::change)
        .post("/tim-kerja/{team}/selesai", Action::WorkteamManage, write::end)
        .get("/tim-kerja/{team}/anggota", Action::WorkteamPlan, member::new)
        .post("/tim-kerja/{team}/anggota", Action::WorkteamPlan, member::propose)
        .get("/tim-kerja/{team}/anggota/{member}", Action::WorkteamRead, member::asked)
        .post("/tim-kerja/{team}/anggota/{member}", Action::WorkteamDecide, member::decide)
        .post("/tim-kerja/{team}/anggota/{member}/selesai", Action::WorkteamPlan, member::leave)
        .get("/tim-kerja/{team}/hasil", Action::WorkteamPlan, result::new)
        .post("/tim-kerja/{team}/hasil", Action::WorkteamPlan, result::add)
        .get("/tim-kerja/{team}/hasil/{result}", Action::WorkteamPlan, result::edit)
        .post("/tim-kerja/{team}/hasil/{result}", Action::WorkteamPlan, result::change)
        .post("/tim-kerja/{team}/hasil/{result}/hapus", Action::WorkteamPlan, result::take_off)
        .post("/tim-kerja/{team}/hasil/{result}/skp", Action::PlanWrite, result::adopt)
        .get("/tim-kerja/{team}/hasil/{result}/laporan", Action::WorkteamRead, report::show)
        .post("/tim-kerja/{team}/hasil/{result}/laporan", Action::WorkteamReport, report::send)
        .get("/tim-kerja/{team}/capaian", Action::WorkteamRate, rate::show)
        .post("/tim-kerja/{team}/capaian", Action::WorkteamRate, rate::send)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    list::samples(gallery);
    write::samples(gallery);
    see::samples(gallery);
    member::samples(gallery);
    result::samples(gallery);
    report::samples(gallery);
    rate::samples(gallery);
}

/// How a team stands.
pub(crate) fn tone(state: impl std::borrow::Borrow<State>) -> Tone {
    match state.borrow() {
        State::Berjalan => Tone::Good,
        State::Direncanakan => Tone::Idle,
        State::Berakhir => Tone::Done,
    }
}

/// How a part in a team stands.
pub(crate) fn tone_of(standing: impl std::borrow::Borrow<Standing>) -> Tone {
    match standing.borrow() {
        Standing::Diusulkan => Tone::Risk,
        Standing::Disetujui => Tone::Good,
        Standing::Ditolak => Tone::Late,
        Standing::Selesai => Tone::Done,
    }
}
