//! *Somebody sees every service in a period*: its index, whether enough people answered, what to do with it.

use super::{Asked, points};
use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    session::Visit,
};
use actions::survey::see::{ServiceRow, SurveyPage, see_all};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    amount::Amount,
    survey::{Round, round::State},
};

#[derive(Template)]
#[template(path = "survey/list.html")]
pub(super) struct ListPage {
    pub(super) page: Page,
    pub(super) found: SurveyPage,
    /// Where the agency publishes its results.
    pub(super) public: String,
}

impl ListPage {
    fn points(&self, amount: &Amount) -> String {
        points(&self.page, *amount)
    }

    fn state(&self, round: &Round) -> State {
        round.state(self.page.today())
    }

    fn tone(state: State) -> Tone {
        match state {
            State::Coming => Tone::Idle,
            State::Open => Tone::Good,
            State::Over => Tone::Risk,
            State::Closed => Tone::Done,
        }
    }

    fn may_close(&self, round: &Round) -> bool {
        self.found.may_rounds && matches!(self.state(round), State::Open | State::Over)
    }

    fn closing(&self, round: &Round) -> String {
        format!("/survei/masa/{}/tutup", round.id)
    }

    fn sample(&self, row: &ServiceRow) -> Option<(Tone, String)> {
        let result = row.result.as_ref()?;
        let says = self.page.say("survey-sample").with("n", result.respondents()).with("of", result.needed);
        Some((if result.is_enough() { Tone::Done } else { Tone::Risk }, says.to_string()))
    }

    /// The period in a link.
    fn asked(&self) -> String {
        self.found.round.as_ref().map_or(String::new(), |round| format!("?masa={}", round.id))
    }
}

/// `GET /survei?masa=…`
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let found = see_all(&visit.ctx, asked.masa).await?;
    let public = format!("/skm/{}", domain::survey::round::slug(&visit.ctx.agency.name));
    Ok(page::show(&ListPage { page: visit.page("survey-title"), found, public }))
}
