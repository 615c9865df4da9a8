//! Learning what the appraisal is: the tour, the quiz with its answers, and for the office how far units understand it.
//!
//! The questions are data in Indonesian, and shown so in either language. Read first: `tour`, then `quiz`, `understanding`.

mod quiz;
mod tour;
mod understanding;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/pengenalan", Action::OrientationLearn, tour::show)
        .get("/pengenalan/kuis", Action::OrientationLearn, quiz::show)
        .post("/pengenalan/kuis", Action::OrientationLearn, quiz::take)
        .get("/pengenalan/kuis/jawaban", Action::OrientationLearn, quiz::answers)
        .get("/pengenalan/pemahaman", Action::OrientationRead, understanding::show)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    tour::samples(gallery);
    quiz::samples(gallery);
    understanding::samples(gallery);
}
