//! *The personnel office adds a unit*, or renames or moves one.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::{
    Failure,
    people::{
        see_unit::{choices, see_unit},
        write_unit::{UnitDraft, write},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{decision::Text, ids::UnitId, people::Unit, permissions::Action};

#[derive(Template)]
#[template(path = "people/write_unit.html")]
pub(super) struct WritePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) id: Option<UnitId>,
    pub(super) units: Vec<Unit>,
}

impl WritePage {
    fn action(&self) -> String {
        self.id.map_or_else(|| "/unit/baru".to_owned(), |id| format!("/unit/{id}/ubah"))
    }

    fn parents(&self) -> Vec<(String, String)> {
        let others = self.units.iter().filter(|unit| Some(unit.id) != self.id);
        others.map(|unit| (unit.id.to_string(), format!("{} ({})", unit.name, unit.code))).collect()
    }
}

/// `GET /unit/baru`
pub(super) async fn new(visit: Visit) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    answer(&visit, Form::new(), None).await
}

/// `POST /unit/baru`
pub(super) async fn add(visit: Visit, form: Form) -> Result<Response, WebError> {
    save(visit, form, None).await
}

/// `GET /unit/{id}/ubah`
pub(super) async fn edit(visit: Visit, Path(id): Path<UnitId>) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    let unit = see_unit(&visit.ctx, id).await?.unit;
    let parent = unit.parent.map(|parent| parent.to_string()).unwrap_or_default();
    answer(&visit, Form::of([("code", unit.code), ("name", unit.name), ("parent", parent)]), Some(id)).await
}

/// `POST /unit/{id}/ubah`
pub(super) async fn change(visit: Visit, Path(id): Path<UnitId>, form: Form) -> Result<Response, WebError> {
    save(visit, form, Some(id)).await
}

async fn save(visit: Visit, mut form: Form, id: Option<UnitId>) -> Result<Response, WebError> {
    let outcome = match read(&mut form) {
        Ok(draft) => write(&visit.ctx, id, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/unit/{id}"), "people-unit-saved")),
        None => answer(&visit, form, id).await,
    }
}

fn read(form: &mut Form) -> Result<UnitDraft, Failure> {
    let draft =
        UnitDraft { code: form.text_up_to("code", 60), name: form.text_up_to("name", 300), parent: form.id("parent") };
    form.check().map(|()| draft)
}

async fn answer(visit: &Visit, form: Form, id: Option<UnitId>) -> Result<Response, WebError> {
    let units = choices(&visit.ctx).await?;
    let status = form.status();
    let title = Text::new(if id.is_some() { "people-unit-change" } else { "people-unit-add-title" });
    let mut page = visit.page(title).under("/unit", "people-tree-title").with(&form);
    if let Some(id) = id {
        page = page.under(format!("/unit/{id}"), "people-unit");
    }
    Ok(render(&WritePage { page, form, id, units }, status))
}
