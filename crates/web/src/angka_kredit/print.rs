//! *Somebody prints the conversion of a result* as a letter: whoever may read the result.

use crate::{error::WebError, session::Visit, site::Site};
use actions::{Person, angka_kredit::see::of_result, plan::see as plan};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use documents::{AngkaKreditSheet, Made, Party, Sheet, Signing, Standard, evaluation::covered};
use domain::{evaluation::Rhythm, ids::EvaluationId};
use http::{HeaderValue, header};

/// `GET /hasil/{evaluation}/angka-kredit`
pub async fn print(visit: Visit, State(site): State<Site>, Path(id): Path<EvaluationId>) -> Result<Response, WebError> {
    let (result, converted) = of_result(&visit.ctx, id).await?;
    let agency = &visit.ctx.agency;
    let party = |person: &Person| {
        let post = person.post.as_ref().map_or("", |post| post.title.as_str());
        let unit = person.unit.as_ref().map_or("", |unit| unit.name.as_str());
        Party::of(&person.employee, post, unit, &agency.name)
    };
    let rater = plan::see(&visit.ctx, result.skp.id).await?.rater;
    let signed = agency.time_zone.date(result.evaluation.signed_at);
    let sheet = AngkaKreditSheet {
        agency: agency.name.clone(),
        dates: covered(&result.skp, &result.period),
        annual: result.period.rhythm == Rhythm::Tahunan,
        employee: party(&result.owner),
        rater: party(&rater),
        jenjang: visit.words.text(converted.jenjang.label()),
        predikat: converted.predikat,
        percent: converted.parts.percent,
        coefficient: converted.parts.coefficient,
        months: converted.months,
        value: converted.value.value,
        signing: Signing { place: agency.seat.clone(), date: Some(signed) },
    };
    let made = Made { on: signed, standard: Standard::Plain };
    let printed = tokio::task::spawn_blocking(move || site.printer().print(&[Sheet::AngkaKredit(&sheet)], made)).await;
    let bytes = printed
        .map_err(|error| WebError::Internal(format!("printer: {error}")))?
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let kind = HeaderValue::from_static("application/pdf");
    let name = HeaderValue::from_static("inline; filename=\"konversi-angka-kredit.pdf\"");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}
