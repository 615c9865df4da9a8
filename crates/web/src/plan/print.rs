//! *Somebody prints* a plan with its lampiran, or a matrix: PDF in the shape of the official forms.

use super::matrix::roles_of;
use crate::{error::WebError, session::Visit, site::Site};
use actions::plan::{
    see::{self, PlanPage},
    see_matrix::{MatrixPage, see_matrix},
    see_versions::see_versions,
};
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use documents::{
    Behaviour, DocumentError, Made, MatrixRow, MatrixSheet, MatrixTable, Party, PlanSheet, Printer, Sheet, Signing,
    Standard, Standing,
};
use domain::{
    decision::Refusal,
    ids::{EmployeeId, SkpId},
    plan::{Form, Version, workflow::State as PlanState},
};
use http::{HeaderValue, header};
use serde::Deserialize;

/// What is asked of the printer.
#[derive(Deserialize)]
pub struct Wanted {
    /// A version; without it the one in force, or the working text while one is being written.
    versi: Option<u32>,
}

/// `GET /skp/{id}/cetak?versi=1`
pub async fn plan(
    visit: Visit,
    State(site): State<Site>,
    Path(id): Path<SkpId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    let version = match wanted.versi {
        Some(number) => Some(find(&visit, id, number).await?),
        None => plan.in_force.clone().filter(|_| in_force(plan.state)),
    };
    let name = format!("SKP-{}-{}.pdf", plan.skp.year, plain(&plan.owner.employee.name));
    let sheet = sheet(&visit, plan, version)?;
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    pdf(&site, name, move |printer| printer.plan(&sheet, made)).await
}

/// `GET /matriks/{employee}/{year}/cetak`
pub async fn matrix(
    visit: Visit,
    State(site): State<Site>,
    Path((employee, year)): Path<(EmployeeId, i32)>,
) -> Result<Response, WebError> {
    let matrix = see_matrix(&visit.ctx, employee, year).await?;
    let name = format!("Matriks-{year}-{}.pdf", plain(&matrix.leader.employee.name));
    let sheet = matrix_sheet(&visit, &matrix);
    let made = Made { on: visit.ctx.today(), standard: Standard::Plain };
    pdf(&site, name, move |printer| printer.print(&[Sheet::Matrix(&sheet)], made)).await
}

/// Is what counts the version set last, rather than the working text?
fn in_force(state: PlanState) -> bool {
    matches!(state, PlanState::Ditetapkan | PlanState::Digantikan | PlanState::Dievaluasi)
}

async fn find(visit: &Visit, id: SkpId, number: u32) -> Result<Version, WebError> {
    let all = see_versions(&visit.ctx, id).await?.versions.into_iter();
    let found = all.map(|(version, _)| version).find(|version| version.number == number);
    found.ok_or_else(|| Refusal::NotFound("version".into()).into())
}

fn sheet(visit: &Visit, plan: PlanPage, version: Option<Version>) -> Result<PlanSheet, WebError> {
    let agency = &visit.ctx.agency;
    let behaviours = visit.ctx.policy(plan.skp.dates.from)?.behaviour.value.clone();
    let set_on = version.as_ref().map(|version| agency.time_zone.date(version.set_at));
    let standing = match (&version, set_on) {
        (Some(version), Some(on)) => Standing::Set { version: version.number, on },
        _ => Standing::Draft,
    };
    let mut skp = plan.skp;
    if let Some(version) = version {
        skp.content = version.content;
    }
    Ok(PlanSheet {
        skp,
        standing,
        agency: agency.name.clone(),
        employee: party(visit, &plan.owner),
        rater: party(visit, &plan.rater),
        behaviours: behaviours
            .into_iter()
            .map(|behaviour| Behaviour { nilai: behaviour.nilai, name: behaviour.name, guidance: behaviour.panduan })
            .collect(),
        signing: Signing { place: agency.seat.clone(), date: set_on },
    })
}

fn party(visit: &Visit, person: &actions::Person) -> Party {
    let post = person.post.as_ref().map_or("", |post| post.title.as_str());
    let unit = person.unit.as_ref().map_or("", |unit| unit.name.as_str());
    Party::of(&person.employee, post, unit, &visit.ctx.agency.name)
}

fn matrix_sheet(visit: &Visit, matrix: &MatrixPage) -> MatrixSheet {
    let named = |person: &actions::Person| {
        (person.employee.name.clone(), person.post.as_ref().map(|post| post.title.clone()).unwrap_or_default())
    };
    let (name, post) = named(&matrix.leader);
    let by_indicator = matrix.plan.form == Form::Jpt;
    let rows = matrix.people.iter().map(|person| {
        let (name, post) = named(person);
        MatrixRow { name, post, roles: roles_of(matrix, person.employee.id).1 }
    });
    let columns = MatrixTable::of(&matrix.matrix, (&name, &post), by_indicator, |_| Default::default()).columns;
    MatrixSheet {
        agency: visit.ctx.agency.name.clone(),
        unit: matrix.leader.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default(),
        dates: matrix.plan.dates,
        tables: vec![MatrixTable { columns, rows: rows.collect(), name, post }],
    }
}

/// Prints apart from the threads that answer requests: a document takes some tens of milliseconds.
async fn pdf<F>(site: &Site, name: String, print: F) -> Result<Response, WebError>
where
    F: FnOnce(&Printer) -> Result<Vec<u8>, DocumentError> + Send + 'static,
{
    let site = site.clone();
    let printed = tokio::task::spawn_blocking(move || print(site.printer())).await;
    let bytes = printed
        .map_err(|error| WebError::Internal(format!("printer: {error}")))?
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let named = HeaderValue::from_str(&format!("inline; filename=\"{name}\""))
        .map_err(|error| WebError::Internal(format!("file name: {error}")))?;
    let kind = HeaderValue::from_static("application/pdf");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, named)], bytes).into_response())
}

/// A name for a file: letters and digits of the Latin alphabet, the rest as hyphens.
fn plain(name: &str) -> String {
    let kept: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join("-")
}
