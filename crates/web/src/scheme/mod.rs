//! The criteria of an agency's scheme: what I am asked to say of whom, one person's sheet with what each level looks like beside the
//! choice, who rates beside the reporting line, and the scheme's result on the page of a result.
//!
//! Not here: the rules of the game (`policy`), the law's ratings (`assessment`). Whatever is shown here of people who were promised
//! not to be named comes ready from `domain::scheme::said`; no page counts them.
//! Read first: `sheet`, with `marks` (from form to marks and back) and `block` (a criterion as it is shown); then `raters`, `list`,
//! `result`.

pub mod block;
pub mod list;
pub mod marks;
pub mod raters;
pub mod result;
pub mod sheet;

use crate::{preview::Gallery, routes::Routes};
use domain::permissions::Action;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/kriteria", Action::SchemeFill, list::show)
        .get("/kriteria/{period}/{skp}", Action::SchemeFill, sheet::show)
        .post("/kriteria/{period}/{skp}", Action::SchemeFill, sheet::save)
        .post("/kriteria/{period}/{skp}/tolak", Action::SchemeFill, sheet::decline)
        .post("/kriteria/{period}/{skp}/tanda-tangan", Action::SchemeCountersign, sheet::countersign)
        .get("/kriteria/{period}/{skp}/penilai", Action::SchemeRaters, raters::show)
        .post("/kriteria/{period}/{skp}/penilai", Action::SchemeNominate, raters::name)
        .post("/kriteria/{period}/{skp}/penilai/undi", Action::SchemeDecide, raters::draw)
        .post("/kriteria/{period}/{skp}/penilai/{id}/cabut", Action::SchemeNominate, raters::withdraw)
        .post("/kriteria/{period}/{skp}/penilai/{id}/setuju", Action::SchemeDecide, raters::agree)
        .post("/kriteria/{period}/{skp}/penilai/{id}/tolak", Action::SchemeDecide, raters::refuse)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    list::samples(gallery);
    sheet::samples(gallery);
    raters::samples(gallery);
}

#[cfg(test)]
mod tests;

pub(crate) mod sample;
