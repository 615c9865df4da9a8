//! The plan (SKP) on screen: write it, sign it, return it, set it, read its versions, print it, see how plans hang
//! together (matriks peran hasil, pohon kinerja).
//!
//! Not here: the rules (`domain::plan`), who may do what (`domain::permissions`), progress under a plan (`progress`).
//! Read first: `view` (a plan as its page shows it), `show` (that page), `edit` (one intended result as a form);
//! then one file per verb.

mod annex;
mod approach;
mod arrange;
mod behaviour;
mod edit;
mod example;
mod fields;
mod give_back;
mod lacking;
mod list;
mod matrix;
mod note;
mod print;
mod reopen;
mod replace;
mod result;
mod samples;
mod saving;
mod set;
mod show;
mod sign;
mod start;
mod take_over;
#[cfg(test)]
mod tests;
mod tree;
mod versions;
mod view;
pub(crate) mod words;

use crate::routes::Routes;
use domain::permissions::Action;
pub use samples::samples;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/skp", Action::PlanRead, list::list)
        .get("/skp/baru", Action::PlanWrite, start::show)
        .post("/skp/baru", Action::PlanWrite, start::start)
        .get("/skp/{id}", Action::PlanRead, show::show)
        .post("/skp/{id}/tanda-tangan", Action::PlanSign, sign::sign)
        .post("/skp/{id}/kembalikan", Action::PlanReturn, give_back::give_back)
        .post("/skp/{id}/tetapkan", Action::PlanSet, set::set)
        .post("/skp/{id}/klarifikasi", Action::PlanReopen, reopen::reopen)
        .post("/skp/{id}/ganti", Action::PlanReplace, replace::replace)
        .post("/skp/{id}/pendekatan", Action::PlanWrite, approach::choose)
        .post("/skp/{id}/catatan", Action::PlanNote, note::write)
        .post("/skp/{id}/hasil/{rhk}/ambil-alih", Action::PlanTakeOver, take_over::take_over)
        .post("/skp/{id}/catatan/{note}/selesai", Action::PlanNote, note::resolve)
        .get("/skp/{id}/hasil/baru", Action::PlanWrite, result::show_new)
        .post("/skp/{id}/hasil/baru", Action::PlanWrite, result::save_new)
        .post("/skp/{id}/hasil/baru/buang-draf", Action::PlanWrite, result::discard_new)
        .get("/skp/{id}/hasil/{rhk}", Action::PlanWrite, result::show)
        .post("/skp/{id}/hasil/{rhk}", Action::PlanWrite, result::save)
        .post("/skp/{id}/hasil/{rhk}/buang-draf", Action::PlanWrite, result::discard)
        .post("/skp/{id}/hasil/{rhk}/hapus", Action::PlanWrite, arrange::remove)
        .post("/skp/{id}/hasil/{rhk}/naik", Action::PlanWrite, arrange::up)
        .post("/skp/{id}/hasil/{rhk}/turun", Action::PlanWrite, arrange::down)
        .get("/skp/{id}/perilaku", Action::PlanWrite, behaviour::show)
        .post("/skp/{id}/perilaku", Action::PlanWrite, behaviour::save)
        .post("/skp/{id}/perilaku/buang-draf", Action::PlanWrite, behaviour::discard)
        .get("/skp/{id}/lampiran", Action::PlanWrite, annex::show)
        .post("/skp/{id}/lampiran", Action::PlanWrite, annex::save)
        .post("/skp/{id}/lampiran/buang-draf", Action::PlanWrite, annex::discard)
        .get("/skp/{id}/versi", Action::PlanRead, versions::show)
        .get("/skp/{id}/cetak", Action::DocumentPrint, print::plan)
        .get("/matriks/{employee}/{year}", Action::PlanRead, matrix::show)
        .get("/matriks/{employee}/{year}/cetak", Action::DocumentPrint, print::matrix)
        .get("/pohon/{employee}/{year}", Action::PlanRead, tree::show)
}
