//! *Somebody sees the sessions* they may read.

use crate::{
    error::WebError,
    fairness::named,
    layout::Tone,
    page::{self, Page},
    session::Visit,
};
use actions::calibration::list::{Listed, list};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "calibration/list.html")]
pub(super) struct ListView {
    pub(super) page: Page,
    pub(super) rows: Vec<Listed>,
    pub(super) leads: bool,
}

impl ListView {
    fn period(&self, row: &Listed) -> String {
        row.period.as_ref().map(|period| named(&self.page, period)).unwrap_or_default()
    }
}

/// `GET /kalibrasi`
pub(super) async fn show(visit: Visit) -> Result<Response, WebError> {
    let (rows, leads) = list(&visit.ctx).await?;
    Ok(page::show(&ListView { page: visit.page("calibration-title"), rows, leads }))
}
