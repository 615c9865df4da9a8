//! *Somebody looks through the catalogue.*

use super::{rupiah, sample};
use crate::{
    error::WebError,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::training::catalogue::{Catalogue, Row, list};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "training/list.html")]
struct ListView {
    page: Page,
    found: Catalogue,
}

impl ListView {
    fn cost(&self, row: &Row) -> String {
        rupiah(&self.page, row.program.cost)
    }
}

/// `GET /pelatihan`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = list(&visit.ctx).await?;
    Ok(page::show(&ListView { page: visit.page("training-title"), found }))
}

pub(super) fn samples(gallery: &mut Gallery) {
    let full = Catalogue { rows: sample::rows(gallery), manages: true, analyses: true };
    let empty = Catalogue { rows: Vec::new(), manages: false, analyses: false };
    for (variant, found) in [("", full), ("kosong", empty)] {
        let page = gallery.page_at("/pelatihan", "training-title");
        gallery.add("training/list", variant, &ListView { page, found });
    }
}
