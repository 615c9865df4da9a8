//! Sources of measured data: which there are, what they come to in a year, the rows behind it with their history, how rows come in
//! (a file, the counter, another system), and which indicator of a plan is measured by what.
//!
//! Read first: `list`, `overview`, `rows`, `row` (a row and its correction), `person`; `source`, `token` (who keeps one); `file`,
//! `counter`, `api` (how rows come in); `link`.

mod api;
mod counter;
mod file;
mod link;
mod list;
mod overview;
mod person;
mod row;
mod rows;
mod samples;
mod source;
mod token;

pub use samples::samples;

use crate::{page::Page, routes::Routes};
use domain::{
    amount::Amount,
    feed::{Fact, Measure, Row, hours},
    permissions::Action,
};

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/sumber-data", Action::FeedEnter, list::show)
        .get("/sumber-data/baru", Action::FeedManage, source::new)
        .post("/sumber-data/baru", Action::FeedManage, source::add)
        .get("/sumber-data/{id}", Action::FeedRead, overview::show)
        .get("/sumber-data/{id}/ubah", Action::FeedManage, source::edit)
        .post("/sumber-data/{id}/ubah", Action::FeedManage, source::change)
        .get("/sumber-data/{id}/baris", Action::FeedRead, rows::show)
        .get("/sumber-data/{id}/pegawai/{employee}", Action::FeedPerson, person::show)
        .get("/sumber-data/{id}/impor", Action::FeedEnter, file::choose)
        .bulk("/sumber-data/{id}/impor", Action::FeedEnter, file::take)
        .get("/sumber-data/{id}/contoh.csv", Action::FeedEnter, file::template)
        .get("/sumber-data/{id}/loket", Action::FeedEnter, counter::show)
        .post("/sumber-data/{id}/loket", Action::FeedEnter, counter::arrive)
        .post("/sumber-data/{id}/loket/{row}", Action::FeedEnter, counter::answer)
        .get("/sumber-data/{id}/token", Action::FeedManage, token::show)
        .post("/sumber-data/{id}/token", Action::FeedManage, token::make)
        .post("/sumber-data/{id}/token/{token}/cabut", Action::FeedManage, token::revoke)
        .get("/sumber-data/baris/{row}", Action::FeedRead, row::show)
        .post("/sumber-data/baris/{row}", Action::FeedManage, row::correct)
        .get("/skp/{skp}/indikator/{indicator}/sumber", Action::FeedLink, link::show)
        .post("/skp/{skp}/indikator/{indicator}/sumber", Action::FeedLink, link::name)
        .post("/skp/{skp}/indikator/{indicator}/sumber/lepas", Action::FeedLink, link::forget)
        .push("/api/v1/sumber-data/{source}", Action::FeedPush, api::push)
}

/// An amount with its unit, a dash where nothing is known.
fn figure(page: &Page, measure: Measure, amount: Option<Amount>) -> String {
    amount.map_or_else(
        || "–".to_owned(),
        |amount| page.say("feed-figure").with("amount", amount).with("unit", measure.unit()).to_string(),
    )
}

/// What a row says, in a line.
fn says(page: &Page, row: &Row, took: Option<i64>) -> String {
    match &row.draft.fact {
        Fact::Request { due, answered: None, .. } => page.say("feed-says-waiting").with("due", *due).to_string(),
        Fact::Request { correct, complaint, .. } => {
            let days = Amount(took.unwrap_or_default() * 100 / hours::DAY * 100);
            let mut line = page.say("feed-says-answered").with("days", days).to_string();
            let more = [
                (*correct == Some(true), "feed-says-correct"),
                (*correct == Some(false), "feed-says-incorrect"),
                (*complaint, "feed-says-complaint"),
            ];
            for (_, key) in more.into_iter().filter(|(holds, _)| *holds) {
                line = format!("{line}, {}", page.t(key));
            }
            line
        }
        Fact::Count { target, reached } => {
            page.say("feed-says-count").with("reached", *reached).with("target", *target).to_string()
        }
        Fact::Spending { ceiling, spent, .. } => page
            .say("feed-says-spending")
            .with("spent", page.amount(whole(*spent)))
            .with("ceiling", page.amount(whole(*ceiling)))
            .to_string(),
        Fact::Presence { days, absent, excused, minutes, .. } => page
            .say("feed-says-presence")
            .with("days", *days)
            .with("absent", *absent)
            .with("excused", *excused)
            .with("minutes", *minutes)
            .to_string(),
        Fact::Course { hours } => page.say("feed-says-course").with("hours", *hours).to_string(),
    }
}

/// Rupiah as a number for pages; what is beyond an amount's range is shown as its end.
fn whole(rupiah: i64) -> Amount {
    Amount(rupiah.saturating_mul(Amount::SCALE))
}
