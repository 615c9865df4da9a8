//! Keberatan: an employee objects to a result, the rater's superior hears both and decides; lines seen differently before
//! there is a result; and which documents are late.
//!
//! Not here: the result itself (`evaluation`), on whose page an objection begins; the desk (`assessment`), on which lines
//! are disputed. Read first: `see` (one objection with all its papers), then `file`; `beside` and `differ` are the parts
//! that stand on the pages of those rooms.

pub mod ask;
pub mod beside;
pub mod decide;
pub mod differ;
pub mod documents;
pub mod file;
pub mod print;
pub mod report;
pub mod say;
pub mod see;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/hasil/{evaluation}/keberatan", Action::ObjectionFile, file::show)
        .upload("/hasil/{evaluation}/keberatan", Action::ObjectionFile, file::send)
        .post("/hasil/{evaluation}/lapor", Action::EvaluationReport, report::report)
        .get("/keberatan/{objection}", Action::ObjectionRead, see::show)
        .get("/keberatan/{objection}/cetak", Action::ObjectionRead, print::print)
        .get("/keberatan/{objection}/lampiran/{number}", Action::ObjectionRead, see::open)
        .post("/keberatan/{objection}/periksa", Action::ObjectionDecide, ask::ask)
        .post("/keberatan/{objection}/penjelasan", Action::ObjectionSay, say::say)
        .post("/keberatan/{objection}/putusan", Action::ObjectionDecide, decide::decide)
        .post("/penilaian/{period}/{skp}/beda-pandangan", Action::DisagreementWrite, differ::raise)
        .post("/beda-pandangan/{disagreement}", Action::DisagreementWrite, differ::answer)
        .get("/dokumen-evaluasi", Action::CycleRead, documents::show)
}

/// Its views; `beside` and `differ` have their samples on the pages they stand on.
pub fn samples(gallery: &mut Gallery) {
    file::samples(gallery);
    see::samples(gallery);
    documents::samples(gallery);
}
