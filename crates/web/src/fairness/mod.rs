//! Fairness on pages: the mirror of whoever rates, the fairness report of a period, its short form for everybody, how to read
//! it, and how sure a result is.
//!
//! Not here: sessions in which people talk about it (`calibration`). Read first: `mirror`, then `report`; `draw` makes the
//! pictures, `advice` stands beside words wherever they are written.

pub mod advice;
pub mod draw;
pub mod mirror;
mod public;
mod report;
mod sample;
pub mod sure;

use crate::{
    page::Page,
    preview::Gallery,
    routes::{Access, Routes},
};
use domain::{amount::Amount, evaluation::Period, fairness::Estimate, permissions::Action};

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/cermin", Action::FairnessMirror, mirror::open)
        .get("/cermin/{period}", Action::FairnessMirror, mirror::show)
        .get("/keadilan", Action::FairnessRead, report::list)
        .get("/keadilan/cara-membaca", Action::PolicyRead, report::guide)
        .get("/keadilan/{period}", Action::FairnessRead, report::show)
        .post("/keadilan/{period}/hitung", Action::FairnessCount, report::count)
        .post("/keadilan/{period}/siarkan", Action::FairnessCount, report::publish)
        .get("/keadilan-publik/{agency}", Access::Public, public::show)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    sample::samples(gallery);
}

/// A period by its name.
pub(crate) fn named(page: &Page, period: &Period) -> String {
    page.text(actions::home::tasks::period_name(period.rhythm, period.number, period.year))
}

/// `0,42 (0,10 sampai 0,74)`.
pub(crate) fn between(page: &Page, estimate: &Estimate) -> String {
    page.say("fairness-between")
        .with("value", page.amount(estimate.value))
        .with("low", page.amount(estimate.low))
        .with("high", page.amount(estimate.high))
        .to_string()
}

/// A share in percent of a whole, for people: `42 %`.
pub(crate) fn share(page: &Page, n: u32, of: u32) -> String {
    page.percent(i64::from(n) * 10_000 / i64::from(of.max(1)))
}

/// Where an amount lies between two others, from 0 to 1.
pub(crate) fn place(at: Amount, low: Amount, high: Amount) -> f64 {
    let width = (high.0 - low.0).max(1) as f64;
    ((at.0 - low.0) as f64 / width).clamp(0.0, 1.0)
}

/// A period for the samples of rooms beside this one.
pub(crate) fn sample_period(gallery: &Gallery) -> Period {
    sample::period(gallery)
}
