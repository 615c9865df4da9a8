//! Results: signing one, reading it and why it is so, signing for it, printing it, and how predicates are spread.
//!
//! Not here: the ratings a result rests on (`assessment`), feedback on it (`feedback`).
//! Read first: `why` (the tree of reasons as sentences), then `see`.

pub mod acknowledge;
pub mod carry_over;
pub mod cycle;
pub mod cycle_files;
pub mod cycle_missing;
pub mod distribution;
pub mod evaluate;
pub mod print;
pub mod see;
#[cfg(test)]
mod tests;
pub mod why;
pub mod years;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .post("/penilaian/{period}/{skp}/tetapkan", Action::EvaluationSign, evaluate::evaluate)
        .get("/penilaian/{period}/{skp}/hasil-lama", Action::EvaluationRead, carry_over::show)
        .post("/penilaian/{period}/{skp}/hasil-lama", Action::EvaluationCarryOver, carry_over::propose)
        .post("/penilaian/{period}/{skp}/hasil-lama/jawab", Action::EvaluationAgree, carry_over::answer)
        .get("/hasil/perjalanan", Action::EvaluationRead, years::mine)
        .get("/pegawai/{id}/perjalanan", Action::EvaluationRead, years::of)
        .get("/hasil/{evaluation}", Action::EvaluationRead, see::show)
        .get("/hasil/{evaluation}/mengapa", Action::EvaluationRead, why::show)
        .get("/hasil/{evaluation}/cetak", Action::DocumentPrint, print::print)
        .post("/hasil/{evaluation}/terima", Action::EvaluationAcknowledge, acknowledge::acknowledge)
        .get("/distribusi/{period}", Action::TeamRead, distribution::show)
        .post("/distribusi/{period}", Action::DistributionExplain, distribution::explain)
        .get("/siklus", Action::CycleRead, cycle::show)
        .post("/siklus/{period}/susun", Action::PeriodManage, cycle::lay_out)
        .post("/siklus/{period}/buka", Action::PeriodManage, cycle::open)
        .post("/siklus/{period}/tutup", Action::PeriodManage, cycle::close)
        .post("/siklus/{period}/capaian", Action::CapaianSet, cycle::achieve)
        .get("/siklus/{period}/rekap/{unit}", Action::UnitRead, cycle_files::take_recap)
        .post("/siklus/{period}/cetak", Action::DocumentPrint, cycle::print)
        .post("/siklus/{period}/hitung-ulang", Action::PeriodRecompute, cycle::recompute)
        .get("/siklus/belum", Action::CycleRead, cycle_missing::show)
        .get("/siklus/ekspor/{file}", Action::CycleRead, cycle_files::export)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    see::samples(gallery);
    why::samples(gallery);
    years::samples(gallery);
    carry_over::samples(gallery);
    distribution::samples(gallery);
    cycle::samples(gallery);
    cycle_missing::samples(gallery);
}
