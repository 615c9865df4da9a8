//! The public satisfaction survey: the page anybody answers on, the device at the counter, what the agency publishes; and
//! for those who work here services, periods, paper, files, tickets, results and papers.
//!
//! The public pages know nobody, even somebody logged in; they are one form each, without a script. Read first: `form` (the
//! public page), then `publication`; `list`, `service`, `round` (the office); `result`, `words`; `paper`, `file`, `ticket`,
//! `print`.

mod file;
mod form;
mod list;
mod paper;
mod print;
mod publication;
mod result;
mod round;
mod samples;
mod service;
mod ticket;
mod words;

pub use samples::samples;

use crate::{
    page::Page,
    routes::{Access, Routes},
    words::Lang,
};
use domain::{
    amount::Amount,
    ids::RoundId,
    permissions::Action,
    survey::{Profile, Round},
};
use serde::Deserialize;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/skm/{agency}", Access::Public, publication::show)
        .get("/skm/{agency}/{service}", Access::Public, form::show)
        .post("/skm/{agency}/{service}", Access::Public, form::send)
        .get("/skm/{agency}/{service}/terima-kasih", Access::Public, form::thanks)
        .get("/skm/{agency}/{service}/kios/{key}", Access::Public, form::show_kiosk)
        .post("/skm/{agency}/{service}/kios/{key}", Access::Public, form::send_kiosk)
        .get("/skm/{agency}/{service}/kios/{key}/terima-kasih", Access::Public, form::thanks_kiosk)
        .get("/survei", Action::SurveyEnter, list::show)
        .get("/survei/masa-baru", Action::SurveyManage, round::new)
        .post("/survei/masa-baru", Action::SurveyManage, round::open)
        .post("/survei/masa/{id}/tutup", Action::SurveyManage, round::close)
        .get("/survei/layanan-baru", Action::SurveyManage, service::new)
        .post("/survei/layanan-baru", Action::SurveyManage, service::add)
        .get("/survei/layanan/{id}", Action::SurveyRead, result::of_service)
        .get("/survei/layanan/{id}/ubah", Action::SurveyManage, service::edit)
        .post("/survei/layanan/{id}/ubah", Action::SurveyManage, service::change)
        .get("/survei/layanan/{id}/suara", Action::SurveyRead, words::show)
        .get("/survei/layanan/{id}/kertas", Action::SurveyEnter, paper::show)
        .post("/survei/layanan/{id}/kertas", Action::SurveyEnter, paper::enter)
        .get("/survei/layanan/{id}/impor", Action::SurveyEnter, file::choose)
        .upload("/survei/layanan/{id}/impor", Action::SurveyEnter, file::take)
        .get("/survei/layanan/{id}/jawaban.csv", Action::SurveyManage, file::export)
        .get("/survei/layanan/{id}/karcis", Action::SurveyManage, ticket::show)
        .post("/survei/layanan/{id}/karcis", Action::SurveyManage, ticket::hand_out)
        .get("/survei/layanan/{id}/poster", Action::SurveyManage, print::poster)
        .get("/survei/layanan/{id}/laporan", Action::SurveyRead, print::of_service)
        .get("/survei/unit/{id}", Action::SurveyRead, result::of_unit)
        .get("/survei/unit/{id}/laporan", Action::SurveyRead, print::of_unit)
}

/// Which period a link asks for.
#[derive(Deserialize)]
struct Asked {
    masa: Option<RoundId>,
    halaman: Option<u32>,
}

/// An index with its two decimals, as this language writes it.
fn points(page: &Page, amount: Amount) -> String {
    let hundredths = amount.0 / 100;
    let mark = if page.lang == Lang::En { '.' } else { ',' };
    format!("{}{mark}{:02}", hundredths / 100, hundredths % 100)
}

/// The words of a band by its family and code.
fn band(page: &Page, (family, code): (&str, &str)) -> (String, String) {
    let found = Profile::fields().into_iter().find(|(of, ..)| *of == family);
    let Some((_, label, choices)) = found else { return Default::default() };
    let name = choices.into_iter().find(|(of, _)| *of == code).map(|(_, says)| page.text(&says));
    (page.text(&label), name.unwrap_or_default())
}

/// Periods to choose from: id and name.
fn choices(rounds: &[Round]) -> Vec<(String, String)> {
    rounds.iter().map(|round| (round.id.to_string(), round.name.clone())).collect()
}
