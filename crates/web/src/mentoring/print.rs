//! *Somebody prints a case* as form B.1.7: what is to be reached, the journal of meetings, the steps.

use crate::{error::WebError, session::Visit, site::Site};
use actions::{Person, mentoring::see::see};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use documents::{DocumentError, Journalled, Made, MentoringSheet, Party, Sheet, Signing, Standard};
use domain::{ids::MentoringId, time::DateRange};
use http::{HeaderValue, header};

/// `GET /pendampingan/{case}/cetak`
pub async fn print(visit: Visit, State(site): State<Site>, Path(id): Path<MentoringId>) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let agency = &visit.ctx.agency;
    let party = |person: Option<&Person>| {
        person.map_or_else(Party::default, |person| {
            let post = person.post.as_ref().map_or("", |post| post.title.as_str());
            let unit = person.unit.as_ref().map_or("", |unit| unit.name.as_str());
            Party::of(&person.employee, post, unit, &agency.name)
        })
    };
    let of = |id| found.people.get(id);
    let case = &found.case;
    let steps = found.steps.iter().map(|step| (step.what.clone(), step.due, step.done_on)).collect();
    let meetings = found.meetings.iter().map(|meeting| Journalled {
        on: meeting.on,
        place: meeting.place.clone(),
        talked: meeting.talked.clone(),
        next: meeting.next.clone(),
    });
    let sheet = MentoringSheet {
        agency: agency.name.clone(),
        dates: DateRange { from: case.from, until: Some(case.review_on) },
        employee: party(of(&case.employee)),
        rater: party(case.rater.as_ref().and_then(of)),
        partner: party(case.mentor.as_ref().or(case.rater.as_ref()).and_then(of)),
        weaknesses: case.weaknesses.iter().map(|one| one.says.clone()).collect(),
        change: case.heard.as_ref().map(|heard| heard.says.clone()).unwrap_or_default(),
        measure: case.exit.as_ref().map_or_else(|| case.reason.clone(), |exit| exit.says.clone()),
        meetings: meetings.collect(),
        steps,
        signing: Signing { place: agency.seat.clone(), date: None },
    };
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    pdf("pendampingan.pdf", move || site.printer().print(&[Sheet::Mentoring(&sheet)], made)).await
}

/// A document as an answer.
pub(crate) async fn pdf<F>(name: &'static str, print: F) -> Result<Response, WebError>
where
    F: FnOnce() -> Result<Vec<u8>, DocumentError> + Send + 'static,
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
