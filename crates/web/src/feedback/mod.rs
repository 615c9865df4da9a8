//! Words after a result: feedback in three parts, the employee's answer, and everything of it over the years. And feedback of
//! the year: offered, asked for, declined, passed on.
//!
//! Not here: the result itself (`evaluation`), on whose page feedback is written and read. Read first: `section` (after a
//! result), `during` (in the year).

pub mod acknowledge;
pub mod ask;
pub mod during;
pub mod give;
pub mod offer;
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
        .get("/umpan-balik", Action::FeedbackOffer, during::show)
        .get("/umpan-balik/tentang/{employee}", Action::FeedbackRead, during::about)
        .post("/umpan-balik/diteruskan/{remark}", Action::FeedbackReceive, during::confirm)
        .get("/umpan-balik/beri", Action::FeedbackOffer, offer::new)
        .post("/umpan-balik/beri", Action::FeedbackOffer, offer::give)
        .post("/umpan-balik/permintaan/{ask}/tolak", Action::FeedbackOffer, offer::decline)
        .get("/umpan-balik/minta", Action::FeedbackAsk, ask::new)
        .post("/umpan-balik/minta", Action::FeedbackAsk, ask::send)
}

/// Its views; the section stands on the page of a result and has its samples there.
pub fn samples(gallery: &mut Gallery) {
    see::samples(gallery);
    during::samples(gallery);
    offer::samples(gallery);
    ask::samples(gallery);
}
