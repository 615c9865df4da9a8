//! *Somebody prints a talk*: bimbingan as form B.1.6, a reported problem as B.1.10, the others as a plain record. Only what the
//! reader may read reaches the paper.

use crate::{error::WebError, session::Visit, site::Site};
use actions::{
    Person,
    dialogue::see::{TalkPage, see},
};
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use chrono::Datelike;
use documents::{Agreed, Made, Party, Sheet, Signing, Standard, TalkForm, TalkSheet};
use domain::{
    decision::Refusal,
    dialogue::{Kind, Part, State as Stand},
    ids::DialogueId,
    time::DateRange,
};
use http::{HeaderValue, header};
use serde::Deserialize;

/// What is asked of the printer.
#[derive(Deserialize)]
pub struct Wanted {
    /// The report of the problem (B.1.10) instead of the record.
    laporan: Option<u8>,
}

/// `GET /dialog/{dialogue}/cetak`
pub async fn print(
    visit: Visit,
    State(site): State<Site>,
    Path(id): Path<DialogueId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let reports = wanted.laporan.is_some();
    let there =
        if reports { !found.talk.said(Part::Tried).is_empty() } else { found.whole && found.state == Stand::Selesai };
    if !there {
        return Err(Refusal::NotFound("document".into()).into());
    }
    let sheet = sheet(&visit, found, reports);
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    let printed = tokio::task::spawn_blocking(move || site.printer().print(&[Sheet::Talk(&sheet)], made)).await;
    let bytes = printed
        .map_err(|error| WebError::Internal(format!("printer: {error}")))?
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let kind = HeaderValue::from_static("application/pdf");
    let name = HeaderValue::from_static("inline; filename=\"pertemuan.pdf\"");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

fn sheet(visit: &Visit, found: TalkPage, reports: bool) -> TalkSheet {
    let agency = &visit.ctx.agency;
    let party = |person: &Person| {
        let post = person.post.as_ref().map_or("", |post| post.title.as_str());
        let unit = person.unit.as_ref().map_or("", |unit| unit.name.as_str());
        Party::of(&person.employee, post, unit, &agency.name)
    };
    let talk = found.talk;
    let opened = agency.time_zone.date(talk.opened_at);
    let partner = found.partner.as_ref();
    let name = |id| {
        let person = [Some(&found.employee), partner].into_iter().flatten().find(|p| p.employee.id == id);
        person.map(|person| person.employee.name.clone()).unwrap_or_default()
    };
    TalkSheet {
        form: match talk.kind {
            _ if reports => TalkForm::Problem,
            Kind::Bimbingan => TalkForm::Coaching,
            Kind::Dialog | Kind::Konseling => TalkForm::Record,
        },
        kind: talk.kind,
        agency: agency.name.clone(),
        dates: found.plan.map_or_else(|| DateRange::year(opened.year()), |(_, dates)| dates),
        employee: party(&found.employee),
        rater: party(&found.rater),
        partner: partner.map(party).unwrap_or_default(),
        agenda: talk.agenda.iter().map(|topic| visit.words.text(&topic.says)).collect(),
        indicators: found.indicators,
        agreed: found
            .followups
            .into_iter()
            .map(|agreed| Agreed {
                owner: name(agreed.owner),
                what: agreed.what,
                due: agreed.due,
                done_on: agreed.done_on,
            })
            .collect(),
        adjust: talk.adjust,
        signing: Signing { place: agency.seat.clone(), date: if reports { Some(opened) } else { talk.held_on } },
        words: talk.words,
    }
}
