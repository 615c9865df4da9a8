//! Words after a result: feedback in three parts, the employee's answer, and everything of it over the years.
//!
//! Not here: the result itself (`evaluation`), on whose page feedback is written and read. Read first: `section`.

pub mod acknowledge;
pub mod give;
pub mod section;
pub mod see;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/hasil", Action::EvaluationRead, see::show)
        .get("/perkembangan", Action::EvaluationRead, see::show)
        .post("/hasil/{evaluation}/umpan-balik", Action::FeedbackGive, give::give)
        .post("/hasil/{evaluation}/umpan-balik/terima", Action::FeedbackAcknowledge, acknowledge::acknowledge)
}

/// Its views; the section stands on the page of a result and has its samples there.
pub fn samples(gallery: &mut Gallery) {
    see::samples(gallery);
}
