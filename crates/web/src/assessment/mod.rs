//! Assessing: the employee's own assessment, the supervisor's desk with everything a rating rests on beside it, the
//! reminder, and the page from which both start.
//!
//! Not here: the predicate and its reasons (`evaluation`), words afterwards (`feedback`). Nobody types a predicate.
//! Read first: `line` (a plan's results as both forms show them), `sheet` (from form to answers and back), then `rate`.

pub mod line;
pub mod mine;
pub mod rate;
pub mod remind;
pub mod self_assess;
pub mod sheet;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/penilaian", Action::AssessmentRead, mine::show)
        .get("/penilaian/{period}/{skp}/diri", Action::AssessmentSelf, self_assess::show)
        .post("/penilaian/{period}/{skp}/diri", Action::AssessmentSelf, self_assess::save)
        .get("/penilaian/{period}/{skp}", Action::AssessmentRead, rate::show)
        .post("/penilaian/{period}/{skp}", Action::AssessmentRate, rate::save)
        .post("/penilaian/{period}/{skp}/ingatkan", Action::AssessmentRate, remind::remind)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    mine::samples(gallery);
    self_assess::samples(gallery);
    rate::samples(gallery);
}
