//! *Somebody reads a result*: of one service, or of a unit with all of its services.

use super::{Asked, band, points};
use crate::{
    error::WebError,
    layout::{
        Tone,
        chart::{Chart, Column},
    },
    page::{self, Page},
    session::Visit,
    words::Markup,
};
use actions::survey::{
    result::SurveyResult,
    see::{Beside, Group, Of, ResultPage, see_result},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    amount::Amount,
    ids::{ServiceId, UnitId},
    survey::{Mutu, Outcome, Question, Unsur, law},
};

/// Periods in the chart.
const TREND: usize = 6;

#[derive(Template)]
#[template(path = "survey/result.html")]
pub(super) struct ResultView {
    pub(super) page: Page,
    pub(super) found: ResultPage,
    /// This page without the period.
    pub(super) path: String,
    /// Where the public answers.
    pub(super) public: Option<String>,
}

impl ResultView {
    fn points(&self, amount: &Amount) -> String {
        points(&self.page, *amount)
    }

    fn tone(mutu: &Mutu) -> Tone {
        match mutu {
            Mutu::A => Tone::Done,
            Mutu::B => Tone::Good,
            Mutu::C => Tone::Risk,
            Mutu::D => Tone::Late,
        }
    }

    fn enough(result: &SurveyResult) -> Tone {
        if result.is_enough() { Tone::Done } else { Tone::Risk }
    }

    fn first(outcome: &Outcome, unsur: &Unsur) -> bool {
        outcome.priorities.contains(unsur)
    }

    fn trend(&self) -> Option<Markup> {
        let shown = self.found.trend.len().saturating_sub(TREND);
        let columns: Vec<Column> = self.found.trend[shown..]
            .iter()
            .map(|(round, outcome)| Column {
                label: round.name.clone(),
                value: outcome.as_ref().map(|outcome| outcome.ikm),
            })
            .collect();
        let chart = Chart { title: self.page.t("survey-trend"), unit: String::new(), columns, target: None };
        (self.found.trend.len() > 1).then(|| chart.show(&self.page))
    }

    fn band(&self, group: &Group) -> (String, String) {
        band(&self.page, group.band)
    }

    fn is_this(&self, other: &Beside) -> bool {
        other.unit == self.found.unit.id
    }

    fn extra(&self, question: &Question) -> [u64; 4] {
        self.found.result.as_ref().map_or([0; 4], |result| result.tally.extra(&question.code))
    }

    fn channels(&self) -> Vec<(String, u64)> {
        let Some(result) = &self.found.result else { return Vec::new() };
        domain::survey::Channel::ALL
            .into_iter()
            .map(|one| (self.page.text(one.label()), result.tally.by_channel(one.code())))
            .filter(|(_, n)| *n > 0)
            .collect()
    }

    fn cite(&self) -> String {
        self.page.cite(&law("Lampiran Bab III"))
    }

    /// The period in a link.
    fn asked(&self) -> String {
        self.found.result.as_ref().map_or(String::new(), |result| format!("?masa={}", result.round.id))
    }
}

/// `GET /survei/layanan/{id}?masa=…`
pub(super) async fn of_service(
    visit: Visit,
    Path(id): Path<ServiceId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = see_result(&visit.ctx, Of::Service(id), asked.masa).await?;
    Ok(answer(&visit, found, format!("/survei/layanan/{id}")))
}

/// `GET /survei/unit/{id}?masa=…`
pub(super) async fn of_unit(
    visit: Visit,
    Path(id): Path<UnitId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = see_result(&visit.ctx, Of::Unit(id), asked.masa).await?;
    Ok(answer(&visit, found, format!("/survei/unit/{id}")))
}

fn answer(visit: &Visit, found: ResultPage, path: String) -> Response {
    let mut page = visit.page("survey-result").under("/survei", "survey-title");
    page.title = found.service.as_ref().map_or_else(|| found.unit.name.clone(), |service| service.name.clone());
    let agency = domain::survey::round::slug(&visit.ctx.agency.name);
    let public = found.service.as_ref().map(|service| format!("/skm/{agency}/{}", service.code));
    page::show(&ResultView { page, found, path, public })
}
