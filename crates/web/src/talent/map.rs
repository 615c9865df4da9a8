//! *Those entitled read the talent map*: nine boxes with what is recommended for each, and the people of one of them.

use super::{place_of, sample};
use crate::{
    error::WebError,
    layout::Pages,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Page as Rows, PageOf, Person, TalentPlace,
    talent::{
        export,
        map::{MapPage as Found, draw as draw_it, see_map},
    },
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    ids::TalentMapId,
    talent::boxes::{BoxRule, Performance, Potential},
};
use serde::Deserialize;

/// People of a box shown at once.
const PER_PAGE: u32 = 40;

/// What the address says.
#[derive(Deserialize)]
pub struct Asked {
    peta: Option<TalentMapId>,
    kotak: Option<u8>,
    halaman: Option<u32>,
}

#[derive(Template)]
#[template(path = "talent/map.html")]
struct MapPage {
    page: Page,
    found: Found,
    cite: Option<String>,
    pages: Option<Pages>,
}

impl MapPage {
    /// Rows from high potential down.
    fn rows(&self) -> Vec<(Potential, Vec<&(BoxRule, u64)>)> {
        let row = |potential: &Potential| {
            let boxes = Performance::ALL.iter().filter_map(|performance| {
                self.found
                    .boxes
                    .iter()
                    .find(|(rule, _)| rule.potential == *potential && rule.performance == *performance)
            });
            (*potential, boxes.collect())
        };
        Potential::ALL.iter().rev().map(row).collect()
    }

    fn rule(&self) -> Option<&BoxRule> {
        self.found.boxes.iter().map(|(rule, _)| rule).find(|rule| Some(rule.number) == self.found.number)
    }

    fn to_unknown(&self) -> String {
        self.to(&0)
    }

    fn to(&self, number: &u8) -> String {
        let map = self.found.map.as_ref().map_or_else(String::new, |map| format!("peta={}&", map.id));
        format!("/talenta?{map}kotak={number}#orang")
    }

    fn name(&self, row: &(TalentPlace, Option<Person>)) -> String {
        row.1.as_ref().map(|person| person.employee.name.clone()).unwrap_or_default()
    }

    fn place(&self, row: &(TalentPlace, Option<Person>)) -> String {
        row.1.as_ref().map(place_of).unwrap_or_default()
    }

    fn people(&self) -> u64 {
        self.found.boxes.iter().map(|(_, n)| n).sum::<u64>() + self.found.unknown
    }
}

/// `GET /talenta?peta=…&kotak=…&halaman=…`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let page = PageOf { page: asked.halaman.unwrap_or(1), per_page: PER_PAGE };
    let found = see_map(&visit.ctx, asked.peta, asked.kotak.filter(|number| *number <= 9), page).await?;
    Ok(page::show(&view(visit.page("talent-title"), found)))
}

/// `POST /talenta/petakan`
pub async fn draw(visit: Visit) -> Result<Response, WebError> {
    draw_it(&visit.ctx).await?;
    Ok(visit.done("/talenta", "talent-drawn"))
}

/// `GET /talenta/ekspor/{talenta.json|kompetensi.json}`
pub async fn export(visit: Visit, Path(file): Path<String>) -> Result<Response, WebError> {
    let value = match file.as_str() {
        "talenta.json" => export::boxes(&visit.ctx).await?,
        "kompetensi.json" => export::competence(&visit.ctx).await?,
        _ => return Err(WebError::NoPage),
    };
    super::json(&file, &value)
}

fn view(page: Page, found: Found) -> MapPage {
    let map = found.map.as_ref().map_or_else(String::new, |map| format!("peta={}&", map.id));
    let pages = found.people.as_ref().zip(found.number).map(|(rows, number)| {
        Pages::new(format!("/talenta?{map}kotak={number}&halaman="), rows.page, rows.total, PER_PAGE)
    });
    MapPage { cite: found.cite.as_ref().map(|cite| page.cite(cite)), pages, found, page }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let full = |number| Found {
        map: Some(sample::map(gallery)),
        by: sample::OFFICE.into(),
        others: Vec::new(),
        boxes: sample::boxes().into_iter().zip([3, 14, 9, 2, 41, 12, 6, 8, 4]).collect(),
        unknown: 57,
        cite: Some(sample::cite()),
        number,
        people: number.map(|_| Rows {
            rows: vec![(sample::place(gallery), Some(sample::person(1, sample::NAME)))],
            total: 4,
            page: 1,
            per_page: PER_PAGE,
        }),
        manages: true,
    };
    let empty = Found { map: None, by: String::new(), unknown: 0, ..full(None) };
    for (variant, found) in [("", full(None)), ("kotak", full(Some(9))), ("kosong", empty)] {
        let view = view(gallery.page_at("/talenta", "talent-title"), found);
        gallery.add("talent/map", variant, &view);
    }
}
