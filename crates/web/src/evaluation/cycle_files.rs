//! What can be taken along from the board: a unit's recap, the board itself, and who is missing, as files.

use super::cycle::Asked;
use crate::{error::WebError, session::Visit};
use actions::{
    evaluation::{
        see_cycle::{export_board, export_missing},
        see_recap::{Row, see_recap},
    },
    people::export::Format,
};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use documents::{FeedbackStatus, RecapRow, UnitRecap, recap};
use domain::{
    evaluation::cycle::Step,
    ids::{PeriodId, UnitId},
};
use http::header;
use serde::Deserialize;

/// `GET /siklus/{period}/rekap/{unit}`: an XLSX workbook.
pub async fn take_recap(visit: Visit, Path((period, unit)): Path<(PeriodId, UnitId)>) -> Result<Response, WebError> {
    let found = see_recap(&visit.ctx, period, unit).await?;
    let (zone, on) = (visit.ctx.agency.time_zone, visit.words.today());
    let row = move |row: Row| RecapRow {
        nip: row.person.employee.nip,
        name: row.person.employee.name,
        post: row.person.post.map(|post| post.title).unwrap_or_default(),
        unit: row.person.unit.map(|unit| unit.name).unwrap_or_default(),
        rater: row.rater,
        plan: row.plan,
        hasil: row.evaluation.as_ref().map(|e| e.hasil),
        perilaku: row.evaluation.as_ref().map(|e| e.perilaku),
        predikat: row.evaluation.as_ref().and_then(|e| e.predikat),
        feedback: match row.feedback {
            None => FeedbackStatus::Missing,
            Some(feedback) if feedback.acknowledged_at.is_some() => FeedbackStatus::Acknowledged,
            Some(_) => FeedbackStatus::Given,
        },
        signed_on: row.evaluation.as_ref().map(|e| zone.date(e.signed_at)),
        received_on: row.evaluation.as_ref().and_then(|e| e.acknowledged_at).map(|at| zone.date(at)),
    };
    let of = UnitRecap {
        agency: visit.ctx.agency.name.clone(),
        unit: found.unit.name.clone(),
        period: documents::period_name(&found.period),
        on,
    };
    let name = format!("attachment; filename=\"rekap-{}.xlsx\"", found.unit.code.replace(['"', '\\', '\r', '\n'], "-"));
    // Hundreds of thousands of rows take a while: off the threads that answer pages.
    let bytes = tokio::task::spawn_blocking(move || recap(&of, found.rows.into_iter().map(row)))
        .await
        .map_err(|e| WebError::Internal(e.to_string()))?
        .map_err(|e| WebError::Internal(e.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// Which step.
#[derive(Deserialize)]
pub struct Which {
    langkah: Option<String>,
}

/// `GET /siklus/ekspor/papan.xlsx`, `belum.csv` …
pub async fn export(
    visit: Visit,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
    Query(which): Query<Which>,
) -> Result<Response, WebError> {
    let (what, ending) = file.split_once('.').ok_or(WebError::NoPage)?;
    let format = Format::from_ending(ending).ok_or(WebError::NoPage)?;
    let asked = asked.of(&visit);
    let bytes = match what {
        "papan" => export_board(&visit.ctx, asked, format).await?,
        "belum" => {
            let step = which.langkah.as_deref().and_then(Step::from_code);
            export_missing(&visit.ctx, asked, step, format).await?
        }
        _ => return Err(WebError::NoPage),
    };
    let name = format!("attachment; filename=\"{what}-{}.{}\"", visit.ctx.today().format("%Y%m%d"), format.ending());
    let headers = [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}
