//! *Somebody prints*: the poster for the counter, the report of a period.

use super::Asked;
use crate::{error::WebError, session::Visit, site::Site};
use actions::survey::see::{Of, ResultPage, see_result, see_service, see_words};
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use documents::{Made, Poster, Sheet, Standard, SurveyGroup, SurveyReport};
use domain::{
    ids::{ServiceId, UnitId},
    survey::round::slug,
};
use http::{HeaderMap, HeaderValue, header};

/// `GET /survei/layanan/{id}/poster`
pub(super) async fn poster(
    visit: Visit,
    State(site): State<Site>,
    headers: HeaderMap,
    Path(id): Path<ServiceId>,
) -> Result<Response, WebError> {
    let service = see_service(&visit.ctx, id).await?;
    let found = see_result(&visit.ctx, Of::Service(id), None).await?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let scheme = if visit.https { "https" } else { "http" };
    let agency = &visit.ctx.agency.name;
    let poster = Poster {
        agency: agency.clone(),
        unit: found.unit.name,
        service: service.name,
        address: format!("{scheme}://{host}/skm/{}/{}", slug(agency), service.code),
    };
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    pdf("poster-survei.pdf", move || site.printer().print(&[Sheet::Poster(&poster)], made)).await
}

/// `GET /survei/layanan/{id}/laporan?masa=…`
pub(super) async fn of_service(
    visit: Visit,
    State(site): State<Site>,
    Path(id): Path<ServiceId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = see_result(&visit.ctx, Of::Service(id), asked.masa).await?;
    let words = match &found.result {
        Some(result) => see_words(&visit.ctx, id, result.round.id, 1).await?.said.rows,
        None => Vec::new(),
    };
    report(&visit, site, found, words.into_iter().map(|said| said.words).collect()).await
}

/// `GET /survei/unit/{id}/laporan?masa=…`
pub(super) async fn of_unit(
    visit: Visit,
    State(site): State<Site>,
    Path(id): Path<UnitId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = see_result(&visit.ctx, Of::Unit(id), asked.masa).await?;
    report(&visit, site, found, Vec::new()).await
}

async fn report(visit: &Visit, site: Site, found: ResultPage, words: Vec<String>) -> Result<Response, WebError> {
    let result = found.result.ok_or(WebError::NoPage)?;
    let outcome = result.outcome.clone().ok_or(WebError::NoPage)?;
    let page = visit.page("survey-report");
    let sheet = SurveyReport {
        agency: visit.ctx.agency.name.clone(),
        unit: found.unit.name,
        service: found.service.map(|service| service.name),
        round: result.round.name.clone(),
        dates: result.round.dates,
        population: result.population,
        needed: result.needed,
        outcome,
        interval: result.interval,
        groups: found
            .groups
            .iter()
            .map(|group| {
                let (family, name) = super::band(&page, group.band);
                SurveyGroup { family, name, n: group.count.n }
            })
            .collect(),
        trend: found.trend.into_iter().map(|(round, outcome)| (round.name, outcome.map(|one| one.ikm))).collect(),
        words,
    };
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    pdf("laporan-skm.pdf", move || site.printer().print(&[Sheet::Survey(&sheet)], made)).await
}

async fn pdf<F>(name: &'static str, print: F) -> Result<Response, WebError>
where
    F: FnOnce() -> Result<Vec<u8>, documents::DocumentError> + Send + 'static,
{
    let bytes = tokio::task::spawn_blocking(print)
        .await
        .map_err(|error| WebError::Internal(format!("printer: {error}")))?
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let kind = HeaderValue::from_static("application/pdf");
    let named = HeaderValue::from_str(&format!("inline; filename=\"{name}\""))
        .map_err(|error| WebError::Internal(format!("file name: {error}")))?;
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, named)], bytes).into_response())
}
