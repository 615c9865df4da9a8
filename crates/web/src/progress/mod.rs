//! Reporting progress: a plan's indicators with their status, one indicator's entries, answers, steps, evidence.
//!
//! Read first: `see` (a plan), then `indicator` (the page where it is reported).

pub mod evidence;
pub mod indicator;
pub mod line;
pub mod report;
pub mod see;
pub mod steps;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/laporan", Action::ProgressRead, see::mine)
        .get("/skp/{skp}/laporan", Action::ProgressRead, see::show)
        .get("/skp/{skp}/indikator/{indicator}", Action::ProgressRead, indicator::show)
        .get("/skp/{skp}/indikator/{indicator}/lapor", Action::ProgressWrite, report::show)
        .upload("/skp/{skp}/indikator/{indicator}/lapor", Action::ProgressWrite, report::send)
        .post("/skp/{skp}/indikator/{indicator}/rencana-aksi", Action::ProgressWrite, steps::add)
        .post("/skp/{skp}/indikator/{indicator}/rencana-aksi/{step}", Action::ProgressWrite, steps::tick)
        .post("/laporan/{entry}/jawab", Action::ProgressReply, indicator::reply)
        .upload("/laporan/{entry}/bukti", Action::EvidenceAttach, evidence::attach)
        .get("/bukti/{evidence}", Action::EvidenceRead, evidence::open)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    see::samples(gallery);
    indicator::samples(gallery);
    report::samples(gallery);
}
