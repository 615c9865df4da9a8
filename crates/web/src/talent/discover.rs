//! *The office looks for skill nobody asked for yet*: clusters without names, an inventory of those who want to be found; asks the
//! people; and proposes a programme in two clicks.

use super::{place_of, sample};
use crate::{
    error::WebError,
    form::Form,
    page::{self, Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::talent::discover::{
    ClusterRow, Found, Inventory, OfferForm, ask as ask_all, inventory, offer as propose, offering as find,
};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    decision::{Refusal, Text},
    ids::{OfferId, UnitId},
    talent::skill::{Cluster, Offer, Source},
};
use serde::Deserialize;
use uuid::Uuid;

/// What the address says.
#[derive(Deserialize)]
pub struct Asked {
    bidang: Option<String>,
    cari: Option<String>,
}

#[derive(Template)]
#[template(path = "talent/inventory.html")]
struct InventoryPage {
    page: Page,
    form: Form,
    found: Inventory,
    fields: Vec<(String, String)>,
}

impl InventoryPage {
    fn place(&self, one: &Found) -> String {
        place_of(&one.person)
    }

    fn sources(&self, one: &Found) -> String {
        one.sources.iter().map(|source| self.page.text(source.label())).collect::<Vec<_>>().join(", ")
    }

    fn to_offer(&self, row: &ClusterRow) -> String {
        format!("/talenta/program/baru?bidang={}&unit={}", row.cluster.field, row.cluster.unit)
    }
}

/// `GET /talenta/keterampilan?bidang=…&cari=…`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let query: String = asked.cari.unwrap_or_default().trim().chars().take(100).collect();
    let found = inventory(&visit.ctx, asked.bidang.filter(|code| !code.is_empty()), &query).await?;
    Ok(page::show(&view(visit.page("talent-skills-title"), found)))
}

fn view(page: Page, found: Inventory) -> InventoryPage {
    InventoryPage {
        form: Form::of([("bidang", found.field.clone().unwrap_or_default()), ("cari", found.query.clone())]),
        fields: found.fields.iter().map(|field| (field.code.clone(), field.name.clone())).collect(),
        page: page.under("/talenta", "nav-talent"),
        found,
    }
}

/// `POST /talenta/keterampilan/tanya`
pub async fn ask(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let (field, unit) = (form.required("bidang"), form.required_id::<UnitId>("unit"));
    let unit = unit.ok_or_else(|| WebError::from(Refusal::NotFound("unit".into())))?;
    let asked = ask_all(&visit.ctx, field, unit).await?;
    Ok(visit.done("/talenta/keterampilan", Text::new("talent-asked").with("n", asked as i64)))
}

/// Of which cluster.
#[derive(Deserialize)]
pub struct Of {
    bidang: String,
    unit: UnitId,
}

#[derive(Template)]
#[template(path = "talent/offer.html")]
struct OfferPage {
    page: Page,
    form: Form,
    found: OfferForm,
}

/// `GET /talenta/program/baru?bidang=…&unit=…`
pub async fn offering(visit: Visit, Query(of): Query<Of>) -> Result<Response, WebError> {
    answer(&visit, &of.bidang, of.unit, Form::new()).await
}

/// `POST /talenta/program/baru`
pub async fn offer(visit: Visit, mut form: Form) -> Result<Response, WebError> {
    let (field, unit) = (form.required("bidang"), form.required_id::<UnitId>("unit"));
    let unit = unit.ok_or_else(|| WebError::from(Refusal::NotFound("unit".into())))?;
    let (name, purpose) = (form.text_up_to("name", 200), form.text_up_to("purpose", 2_000));
    let outcome = match form.check() {
        Ok(()) => propose(&visit.ctx, field.clone(), unit, name, purpose).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done("/talenta/keterampilan#program", "talent-offered")),
        None => answer(&visit, &field, unit, form).await,
    }
}

async fn answer(visit: &Visit, field: &str, unit: UnitId, form: Form) -> Result<Response, WebError> {
    let found = find(&visit.ctx, field, unit).await?;
    let status = form.status();
    Ok(render(&offer_view(visit.page("talent-offer-title"), found, form), status))
}

fn offer_view(page: Page, found: OfferForm, mut form: Form) -> OfferPage {
    form.set_default("bidang", found.field.code.as_str());
    form.set_default("unit", found.unit.id.to_string());
    let named =
        |key: &str| page.say(key).with("field", found.field.name.as_str()).with("unit", found.unit.name.as_str());
    form.set_default("name", named("talent-offer-name-is").to_string());
    form.set_default("purpose", named("talent-offer-purpose-is").with("n", found.cluster.hidden).to_string());
    let page = page.under("/talenta", "nav-talent").under("/talenta/keterampilan", "talent-skills-title").with(&form);
    OfferPage { page, form, found }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let cluster = || Cluster { unit: sample::unit().id, field: "tik".into(), hidden: 31, willing: 12, unasked: 15 };
    let fields = sample::fields();
    let row = ClusterRow { cluster: cluster(), field: fields[0].name.clone(), unit: sample::unit().name };
    let person = Found {
        person: sample::person(1, sample::NAME),
        field: fields[0].name.clone(),
        own: Some((4, "Membuat dasbor data sekolah yang dipakai bidang lain.".into())),
        sources: [Source::Diri, Source::Penilaian].into(),
        of_post: false,
    };
    let offer = Offer {
        id: OfferId(Uuid::from_u128(680)),
        field: "tik".into(),
        unit: sample::unit().id,
        name: "Kelas TIK untuk pegawai Dinas Pendidikan".into(),
        purpose: "Mengangkat keterampilan yang belum terpakai.".into(),
        people: vec![sample::employee(1)],
        by: sample::employee(9),
        at: gallery.now(),
    };
    let full = Inventory {
        clusters: vec![row],
        found: vec![person],
        total: 1,
        offers: vec![(offer, fields[0].name.clone(), sample::unit().name)],
        proposes: true,
        field: None,
        query: String::new(),
        fields: fields.clone(),
    };
    let empty = Inventory {
        clusters: Vec::new(),
        found: Vec::new(),
        total: 0,
        offers: Vec::new(),
        proposes: false,
        field: Some("tik".into()),
        query: "peta".into(),
        fields: fields.clone(),
    };
    for (variant, found) in [("", full), ("kosong", empty)] {
        let view = view(gallery.page_at("/talenta/keterampilan", "talent-skills-title"), found);
        gallery.add("talent/inventory", variant, &view);
    }
    let found = |people| OfferForm { field: fields[0].clone(), unit: sample::unit(), cluster: cluster(), people };
    let mut wrong = Form::of([("name", "TIK")]);
    wrong.fail("name", Text::new("talent-offer-nobody-willing"));
    let people = vec![sample::person(1, sample::NAME)];
    for (variant, found, form) in [("", found(people), Form::new()), ("salah", found(Vec::new()), wrong)] {
        let view = offer_view(gallery.page_at("/talenta/program/baru", "talent-offer-title"), found, form);
        gallery.add("talent/offer", variant, &view);
    }
}
