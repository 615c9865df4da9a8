//! *Somebody reads proposals*: by kind, unit and state, or their own.

use super::sample;
use crate::{
    error::WebError,
    form::Form,
    layout::{Pages, Tone},
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    PageOf,
    followup::see::{List, Row, Wanted, list, mine as own},
    job::{self, Task},
};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    followup::State,
    ids::{PeriodId, UnitId},
    scheme::follow::Programme,
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "followup/list.html")]
struct ListView {
    page: Page,
    form: Form,
    found: List,
    pages: Pages,
}

impl ListView {
    fn tone(&self, row: &Row) -> Tone {
        super::tone(row.proposal.state())
    }

    fn programmes(&self) -> Vec<(String, String)> {
        Programme::CODES.iter().map(|(code, one)| ((*code).to_owned(), self.page.text(one.label()))).collect()
    }

    fn states(&self) -> Vec<(String, String)> {
        State::ALL.iter().map(|one| (one.code().to_owned(), self.page.text(one.label()))).collect()
    }

    fn units(&self) -> Vec<(String, String)> {
        self.found.units.iter().map(|unit| (unit.id.to_string(), unit.name.clone())).collect()
    }

    /// The counts by programme: name, how many are open, taken up, not taken up.
    fn counts(&self) -> Vec<(String, u64, u64, u64)> {
        let count = |programme: Programme, which: fn(State) -> bool| -> u64 {
            let of = self.found.counted.iter().filter(|(one, state, _)| *one == programme && which(*state));
            of.map(|(_, _, n)| n).sum()
        };
        Programme::CODES
            .iter()
            .map(|(_, one)| {
                let declined = |state| state == State::Ditolak;
                let taken = |state| state == State::Diterima;
                let name = self.page.text(one.label());
                (name, count(*one, State::open), count(*one, taken), count(*one, declined))
            })
            .filter(|(_, open, taken, declined)| open + taken + declined > 0)
            .collect()
    }
}

/// What the link says.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    tahun: Option<String>,
    jenis: Option<String>,
    keadaan: Option<String>,
    unit: Option<String>,
    halaman: Option<u32>,
}

/// `GET /tindak-lanjut`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let wanted = Wanted {
        year: asked.tahun.as_deref().and_then(|year| year.parse().ok()),
        programme: asked.jenis.as_deref().and_then(Programme::from_code),
        state: asked.keadaan.as_deref().and_then(State::from_code),
        unit: asked.unit.as_deref().and_then(|id| id.parse::<UnitId>().ok()),
    };
    let page_of = PageOf { page: asked.halaman.unwrap_or(1), ..PageOf::default() };
    let found = list(&visit.ctx, wanted, page_of).await?;
    Ok(page::show(&view(visit.page("followup-title"), found)))
}

fn view(page: Page, found: List) -> ListView {
    let wanted = found.wanted;
    let mut form = Form::new();
    let (mut query, mut put) =
        (form_urlencoded::Serializer::new(String::new()), |name: &str, value: Option<String>| {
            form.set(name, value.unwrap_or_default());
        });
    put("tahun", wanted.year.map(|year| year.to_string()));
    put("jenis", wanted.programme.map(|one| one.code().to_owned()));
    put("keadaan", wanted.state.map(|one| one.code().to_owned()));
    put("unit", wanted.unit.map(|one| one.to_string()));
    for name in ["tahun", "jenis", "keadaan", "unit"] {
        let value = form.value(name);
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    let href = format!("/tindak-lanjut?{}&halaman=", query.finish());
    let pages = Pages::new(href, found.rows.page, found.rows.total, found.rows.per_page);
    ListView { page, form, found, pages }
}

#[derive(Template)]
#[template(path = "followup/mine.html")]
struct MineView {
    page: Page,
    rows: Vec<Row>,
}

impl MineView {
    fn tone(&self, row: &Row) -> Tone {
        super::tone(row.proposal.state())
    }
}

/// `GET /tindak-lanjut/saya`
pub async fn mine(visit: Visit) -> Result<Response, WebError> {
    let rows = own(&visit.ctx).await?;
    Ok(page::show(&MineView { page: visit.page("followup-mine"), rows }))
}

/// `POST /tindak-lanjut/jalankan`
pub async fn run(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let period = form.required_id::<PeriodId>("period");
    let Some(period) = period else { return Err(WebError::NoPage) };
    let id = job::ask(&visit.ctx, Task::Follow { period }).await?;
    Ok(visit.done(&format!("/pekerjaan/{id}"), "followup-running"))
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found) in sample::lists(gallery) {
        let view = view(gallery.page_at("/tindak-lanjut", "followup-title"), found);
        gallery.add("followup/list", variant, &view);
    }
    for (variant, rows) in [("", sample::rows(gallery)), ("kosong", Vec::new())] {
        let page = gallery.page_at("/tindak-lanjut/saya", "followup-mine");
        gallery.add("followup/mine", variant, &MineView { page, rows });
    }
}
