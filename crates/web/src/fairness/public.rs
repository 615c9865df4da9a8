//! *Anybody reads the short form* of the periods an agency has given out; what is too small is not there.

use super::{named, report::Body};
use crate::{
    error::WebError,
    page::{self, Page},
    session::Guest,
    words::Markup,
};
use actions::fairness::report::{PublicPage, public};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{decision::Text, evaluation::Period, fairness::report::Report};

#[derive(Template)]
#[template(path = "fairness/public.html")]
pub(super) struct PublicView {
    pub(super) page: Page,
    pub(super) found: PublicPage,
}

impl PublicView {
    fn name(&self, period: &Period) -> String {
        named(&self.page, period)
    }

    fn body(&self, report: &Report) -> Markup {
        Markup(Body { page: &self.page, report, public: true }.render().unwrap_or_default())
    }

    /// The latest alone is shown whole.
    fn latest(&self) -> Option<&(Period, Report)> {
        self.found.reports.first()
    }
}

/// `GET /keadilan-publik/{agency}`
pub(super) async fn show(guest: Guest, Path(agency): Path<String>) -> Result<Response, WebError> {
    let found = public(guest.site.app(), &agency).await?;
    let title = Text::new("fairness-public-title").with("agency", found.agency.name.as_str());
    let mut page = Page { who: None, ..guest.page(title) };
    page.words.zone = found.agency.time_zone;
    Ok(page::show(&PublicView { page, found }))
}
