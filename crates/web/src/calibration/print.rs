//! *Somebody prints the minutes* of a session.

use super::see::line_name;
use crate::{error::WebError, fairness::named, session::Visit, site::Site};
use actions::calibration::see::{Session, see};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use documents::{CalibrationMinutes, Made, MinutesProposal, Sheet, Standard};
use domain::ids::CalibrationId;
use http::{HeaderValue, header};

/// `GET /kalibrasi/{id}/cetak`
pub(super) async fn print(
    visit: Visit,
    State(site): State<Site>,
    Path(id): Path<CalibrationId>,
) -> Result<Response, WebError> {
    let sheet = sheet(&visit, see(&visit.ctx, id).await?);
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    let printed = tokio::task::spawn_blocking(move || site.printer().print(&[Sheet::Calibration(&sheet)], made)).await;
    let bytes = printed
        .map_err(|error| WebError::Internal(format!("printer: {error}")))?
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let kind = HeaderValue::from_static("application/pdf");
    let name = HeaderValue::from_static("inline; filename=\"notulen-kalibrasi.pdf\"");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

fn sheet(visit: &Visit, found: Session) -> CalibrationMinutes {
    let page = visit.page("calibration-title");
    let proposals = found
        .proposals
        .iter()
        .map(|one| {
            let line = line_name(&page, one.proposal.subject, one.line.as_ref());
            let word = one.proposal.answer_in(&found.session).map(|answer| {
                let what =
                    if answer.changes { page.t("calibration-was-changed") } else { page.t("calibration-was-kept") };
                format!("{what}: {}", answer.reason)
            });
            // The minutes stand as the session ended, whenever they are printed.
            let open = || found.session.closed_at.map(|_| page.t("calibration-was-open"));
            MinutesProposal {
                about: format!("{}: {line}", one.about),
                change: page
                    .say("calibration-from-to")
                    .with("before", page.text(one.proposal.before.label()))
                    .with("after", page.text(one.proposal.after.label()))
                    .to_string(),
                reason: format!("{} ({})", one.proposal.reason, one.by),
                word: word.or_else(open).unwrap_or_default(),
            }
        })
        .collect();
    CalibrationMinutes {
        agency: visit.ctx.agency.name.clone(),
        period: named(&page, &found.period),
        dates: found.period.dates,
        unit: found.unit.name,
        held_on: found.session.held_on,
        place: found.session.place,
        agenda: found.session.agenda,
        attended: found.people.into_iter().filter(|one| one.2).map(|one| one.1).collect(),
        minutes: found.session.minutes,
        proposals,
    }
}
