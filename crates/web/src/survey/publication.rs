//! *Anybody reads what the agency's services came to*, by closed periods; what is too small to be anonymous is not there.

use super::{Asked, band, points};
use crate::{
    error::WebError,
    page::{self, Page},
    session::Guest,
};
use actions::survey::{
    publish::{Publication, Published, publication},
    see::Group,
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    amount::Amount,
    decision::Text,
    survey::{Outcome, ikm::of_group},
};

#[derive(Template)]
#[template(path = "survey/publication.html")]
pub(super) struct PublicationPage {
    pub(super) page: Page,
    pub(super) found: Publication,
    pub(super) path: String,
}

impl PublicationPage {
    fn points(&self, amount: &Amount) -> String {
        points(&self.page, *amount)
    }

    fn outcome<'p>(&self, one: &'p Published) -> Option<&'p Outcome> {
        one.result.as_ref().and_then(|result| result.outcome.as_ref())
    }

    fn band(&self, group: &Group) -> (String, String) {
        band(&self.page, group.band)
    }

    fn of_group(&self, group: &Group) -> String {
        of_group(group.count.n, group.count.points).map_or(String::new(), |ikm| points(&self.page, ikm))
    }
}

/// `GET /skm/{agency}?masa=…`
pub(super) async fn show(
    guest: Guest,
    Path(agency): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = publication(guest.site.app(), &agency, asked.masa).await?;
    let title = Text::new("survey-publication-title").with("agency", found.agency.name.as_str());
    let mut page = Page { who: None, ..guest.page(title) };
    page.words.zone = found.agency.time_zone;
    Ok(page::show(&PublicationPage { page, found, path: format!("/skm/{agency}") }))
}
