//! *Somebody looks at the conditions* of promotion and study: a list of those they oversee, one person with every condition; *the
//! personnel office records* what no row says.

use super::{place_of, sample, steps};
use crate::{
    error::WebError,
    form::Form,
    layout::{Pages, Tone},
    page::{self, Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Failure, Page as Rows, PageOf,
    talent::{
        eligibility::{Asked, ListPage as List, PersonPage as Found, Row, list as find, see_person},
        note::{NoteDraft, note as save},
    },
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    decision::{Refusal, Text},
    ids::{EmployeeId, UnitId},
    talent::{
        Met,
        eligibility::{Check, Fact, Track},
    },
};
use serde::Deserialize;

/// Rows on a page.
const PER_PAGE: u32 = 40;

/// What the address says.
#[derive(Deserialize)]
pub struct Wanted {
    untuk: Option<String>,
    keadaan: Option<String>,
    unit: Option<String>,
    halaman: Option<u32>,
}

#[derive(Template)]
#[template(path = "talent/eligibility.html")]
struct ListPage {
    page: Page,
    found: List,
    pages: Pages,
    form: Form,
    tracks: Vec<(&'static str, String)>,
    states: Vec<(&'static str, String)>,
    units: Vec<(String, String)>,
}

impl ListPage {
    fn tone(&self, met: &Met) -> Tone {
        super::tone(met)
    }

    fn place(&self, row: &Row) -> String {
        place_of(&row.person)
    }

    /// The conditions that are open, in short.
    fn open(&self, row: &Row) -> Vec<(Met, String)> {
        row.open.iter().map(|check| (check.met, check.says.clone())).collect()
    }
}

/// `GET /kelayakan?untuk=…&keadaan=…&unit=…`
pub async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response, WebError> {
    let asked = Asked {
        track: wanted.untuk.as_deref().and_then(Track::from_code).unwrap_or(Track::Pangkat),
        met: wanted.keadaan.as_deref().and_then(Met::from_code),
        unit: wanted.unit.as_deref().and_then(|unit| unit.parse::<UnitId>().ok()),
        page: PageOf { page: wanted.halaman.unwrap_or(1), per_page: PER_PAGE },
    };
    let found = find(&visit.ctx, asked).await?;
    Ok(page::show(&list_view(visit.page("talent-eligibility-title"), found)))
}

fn list_view(page: Page, found: List) -> ListPage {
    let asked = &found.asked;
    let unit = asked.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let met = asked.met.map_or("", Met::code);
    let href = format!("/kelayakan?untuk={}&keadaan={met}&unit={unit}&halaman=", asked.track.code());
    ListPage {
        pages: Pages::new(href, found.rows.page, found.rows.total, PER_PAGE),
        form: Form::of([("untuk", asked.track.code()), ("keadaan", met), ("unit", unit.as_str())]),
        tracks: Track::ALL.map(|track| (track.code(), page.text(track.label()))).to_vec(),
        states: Met::ALL.map(|met| (met.code(), page.text(met.label()))).to_vec(),
        units: found.units.iter().map(|unit| (unit.id.to_string(), unit.name.clone())).collect(),
        found,
        page,
    }
}

#[derive(Template)]
#[template(path = "talent/person.html")]
struct PersonPage {
    page: Page,
    form: Form,
    found: Found,
    facts: Vec<(&'static str, String)>,
    answers: Vec<(&'static str, String)>,
    link: String,
}

impl PersonPage {
    fn place(&self) -> String {
        place_of(&self.found.person)
    }

    fn steps(&self, check: &Check) -> Vec<String> {
        steps(&self.page, check)
    }
}

/// How long studies are thought to take.
#[derive(Deserialize)]
pub struct Studies {
    studi: Option<u32>,
}

/// `GET /pegawai/{id}/kelayakan?studi=…`
pub async fn person(
    visit: Visit,
    Path(id): Path<EmployeeId>,
    Query(asked): Query<Studies>,
) -> Result<Response, WebError> {
    answer(&visit, id, asked.studi, Form::new()).await
}

/// `POST /pegawai/{id}/kelayakan`
pub async fn note(visit: Visit, Path(id): Path<EmployeeId>, mut form: Form) -> Result<Response, WebError> {
    let (fact, on) = (form.required_choice("fact", Fact::from_code), form.required_date("on"));
    let yes = form.choice("yes", |code| match code {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    });
    let source = form.text_up_to("source", 300);
    let outcome = match (form.check(), fact, on) {
        (Ok(()), Some(fact), Some(on)) => save(&visit.ctx, id, NoteDraft { fact, yes, on, source }).await,
        (read, ..) => Err(read.err().unwrap_or(Failure::Refused(Refusal::Fields(Vec::new())))),
    };
    match form.caught(outcome)? {
        Some(()) => Ok(visit.done(&format!("/pegawai/{id}/kelayakan"), "talent-noted")),
        None => answer(&visit, id, None, form).await,
    }
}

async fn answer(visit: &Visit, id: EmployeeId, months: Option<u32>, form: Form) -> Result<Response, WebError> {
    let found = see_person(&visit.ctx, id, months).await?;
    let status = form.status();
    let title = Text::new("talent-eligibility-of").with("name", found.person.employee.name.as_str());
    Ok(render(&view(visit.page(title), found, form), status))
}

fn view(page: Page, found: Found, form: Form) -> PersonPage {
    let page = page.with(&form);
    PersonPage {
        link: format!("/pegawai/{}/kelayakan", found.person.employee.id),
        facts: Fact::ALL.map(|fact| (fact.code(), page.text(fact.label()))).to_vec(),
        answers: vec![("ya", page.t("talent-yes")), ("tidak", page.t("talent-no"))],
        found,
        form,
        page,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let row = |met| Row {
        person: sample::person(1, sample::NAME),
        met,
        open: sample::eligibility(Track::Pangkat).checks.into_iter().filter(|check| check.met != Met::Yes).collect(),
        all: 5,
    };
    let found = |rows: Vec<Row>| List {
        asked: Asked { track: Track::Pangkat, met: None, unit: None, page: PageOf::default() },
        counts: [(Met::Yes, 12), (Met::Unknown, 140), (Met::No, 31)],
        rows: Rows { total: rows.len() as u64, rows, page: 1, per_page: PER_PAGE },
        units: vec![sample::unit()],
        newest: 2025,
    };
    for (variant, found) in [("", found(vec![row(Met::Unknown), row(Met::No)])), ("kosong", found(Vec::new()))] {
        let view = list_view(gallery.page_at("/kelayakan", "talent-eligibility-title"), found);
        gallery.add("talent/eligibility", variant, &view);
    }
    let person = |may_note| Found {
        person: sample::person(1, sample::NAME),
        tracks: Track::ALL.map(sample::eligibility).to_vec(),
        notes: Vec::new(),
        study_months: 24,
        may_note,
    };
    let title = || Text::new("talent-eligibility-of").with("name", sample::NAME);
    let mut wrong = Form::of([("fact", "no-discipline"), ("source", "SK")]);
    wrong.fail("yes", Text::new("talent-note-yes-or-no"));
    for (variant, found, form) in [("", person(false), Form::new()), ("salah", person(true), wrong)] {
        let view = view(gallery.page_at("/pegawai/1/kelayakan", title()), found, form);
        gallery.add("talent/person", variant, &view);
    }
}
