//! *Somebody of the unit types in sheets of paper*, ten at a time: nine digits each, and what else the sheet says.

use super::choices;
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::survey::{
    answer::Sent,
    enter::enter as enter_sheets,
    import::{WORDS, sheet},
    see::see_entry,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    ids::{RoundId, ServiceId},
    survey::{Round, Service, Unsur},
};

/// Sheets on one page.
const SHEETS: usize = 10;
/// Field with the nine digits.
const NINE: &str = "nilai";

#[derive(Template)]
#[template(path = "survey/paper.html")]
pub(super) struct PaperPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) service: Service,
    pub(super) rounds: Vec<Round>,
}

impl PaperPage {
    fn action(&self) -> String {
        format!("/survei/layanan/{}/kertas", self.service.id)
    }

    fn rounds(&self) -> Vec<(String, String)> {
        choices(&self.rounds)
    }

    fn sheets(&self) -> std::ops::Range<usize> {
        0..SHEETS
    }

    fn field(&self, sheet: &usize, name: impl AsRef<str>) -> String {
        field(*sheet, name.as_ref())
    }

    fn bands(&self) -> Vec<super::form::Bands> {
        super::form::bands(&self.page)
    }
}

fn field(sheet: usize, name: &str) -> String {
    format!("lembar.{sheet}.{name}")
}

/// `GET /survei/layanan/{id}/kertas`
pub(super) async fn show(visit: Visit, Path(id): Path<ServiceId>) -> Result<Response, WebError> {
    answer(&visit, id, Form::new()).await
}

async fn answer(visit: &Visit, id: ServiceId, mut form: Form) -> Result<Response, WebError> {
    let (service, rounds) = see_entry(&visit.ctx, id).await?;
    if let Some(first) = rounds.first() {
        form.set_default("masa", first.id.to_string());
    }
    let status = form.status();
    let page = visit.page("survey-paper-title").under("/survei", "survey-title").with(&form);
    Ok(render(&PaperPage { page, form, service, rounds }, status))
}

/// `POST /survei/layanan/{id}/kertas`
pub(super) async fn enter(visit: Visit, Path(id): Path<ServiceId>, mut form: Form) -> Result<Response, WebError> {
    let (service, _) = see_entry(&visit.ctx, id).await?;
    let round = form.required_id::<RoundId>("masa");
    let sheets = read(&service, &mut form);
    let outcome = match (form.check(), round) {
        (Ok(()), Some(round)) => enter_sheets(&visit.ctx, id, round, sheets).await,
        (Err(failure), _) => Err(failure),
        (Ok(()), None) => Err(actions::Failure::Internal("a required field read as nothing".into())),
    };
    match form.caught(outcome)? {
        Some(n) => {
            let says = Text::new("survey-paper-taken").with("n", n as i64);
            Ok(visit.done(&format!("/survei/layanan/{id}/kertas"), says))
        }
        None => answer(&visit, id, form).await,
    }
}

/// The sheets on which anything was typed; what is wrong with one stands beside its field.
fn read(service: &Service, form: &mut Form) -> Vec<Sent> {
    let (mut sheets, mut errors) = (Vec::new(), Vec::new());
    for at in 0..SHEETS {
        let typed = |name: &str| form.value(&field(at, name));
        let touched = form.lines("lembar").contains(&at.to_string().as_str())
            && form
                .typed_fields()
                .iter()
                .any(|(name, value)| name.starts_with(&field(at, "")) && !value.trim().is_empty());
        if !touched {
            continue;
        }
        let digits: Vec<char> = typed(NINE).chars().filter(|c| !c.is_whitespace()).collect();
        let nine: Vec<String> = digits.iter().map(char::to_string).collect();
        if nine.len() != Unsur::ALL.len() {
            errors.push((field(at, NINE), Text::new("survey-sheet-nine").with("n", nine.len() as i64)));
            continue;
        }
        let cell = |name: &str| match Unsur::ALL.iter().position(|unsur| unsur.code() == name) {
            Some(place) => nine[place].as_str(),
            None => typed(name),
        };
        match sheet(service, cell) {
            Ok(sent) => sheets.push(sent),
            Err(wrong) => errors.extend(wrong.into_iter().map(|error| {
                let of_unsur = Unsur::ALL.iter().any(|unsur| unsur.code() == error.field);
                (field(at, if of_unsur { NINE } else { &error.field }), error.text)
            })),
        }
    }
    if sheets.is_empty() && errors.is_empty() {
        errors.push((field(0, NINE), Text::new("survey-sheet-none")));
    }
    for (field, says) in errors {
        form.fail(field, says);
    }
    sheets
}

/// Where complaints and suggestions of a sheet are typed.
pub(super) const SAID: &str = WORDS;
