//! *A supervisor sees the whole team* on one page: plan, latest report, open obstacles, assessment; and goes on to the
//! desk from there.
//!
//! Not here: the desk itself (`assessment`). Read first: [`show`].

use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    preview::Gallery,
    routes::Routes,
    session::Visit,
};
use actions::team::{Row, TeamPage, see_team};
use askama::Template;
use axum::{extract::Query, response::Response};
use chrono::Datelike;
use domain::{evaluation::Period, plan::workflow::State};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "team/see.html")]
struct TeamView {
    page: Page,
    year: i32,
    period: Option<Period>,
    rows: Vec<Row>,
}

impl TeamView {
    fn name_of(&self, period: &Period) -> String {
        self.page.text(actions::home::tasks::period_name(period.rhythm, period.number, period.year))
    }

    fn tone(state: &State) -> Tone {
        (*state).into()
    }

    /// Where the desk of this person is.
    fn desk(&self, row: &Row) -> Option<String> {
        let (period, (skp, _)) = (self.period.as_ref()?, row.plan.as_ref()?);
        Some(format!("/penilaian/{}/{}", period.id, skp.id))
    }

    fn rated(&self) -> usize {
        self.rows.iter().filter(|row| row.rated).count()
    }
}

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().get("/tim", domain::permissions::Action::TeamRead, show)
}

/// What the link says.
#[derive(Deserialize)]
pub struct Asked {
    tahun: Option<i32>,
}

/// `GET /tim`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let year = asked.tahun.unwrap_or_else(|| visit.words.today().year());
    Ok(page::show(&view(visit.page("team-title"), see_team(&visit.ctx, year).await?)))
}

fn view(page: Page, found: TeamPage) -> TeamView {
    TeamView { page, year: found.year, period: found.period, rows: found.rows }
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    let page = gallery.page_at("/tim", "team-title");
    gallery.add("team/see", "kosong", &TeamView { page, year: 2026, period: None, rows: Vec::new() });
}
