//! *The personnel office adds a post*, or changes one.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::{
    Failure,
    people::{
        see_unit::{choices, see_post, see_unit},
        write_post::{PostDraft, write},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    decision::Text,
    ids::{PostId, UnitId},
    people::{PostKind, Unit},
    permissions::Action,
};

#[derive(Template)]
#[template(path = "people/write_post.html")]
pub(super) struct WritePage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) to: String,
    pub(super) units: Vec<Unit>,
}

impl WritePage {
    fn units(&self) -> Vec<(String, String)> {
        self.units.iter().map(|unit| (unit.id.to_string(), format!("{} ({})", unit.name, unit.code))).collect()
    }

    fn kinds(&self) -> Vec<(&'static str, String)> {
        PostKind::CODES.map(|(code, _)| (code, self.page.label("post", code))).to_vec()
    }
}

/// Where a form belongs: a new post of a unit, or a post that is there.
#[derive(Clone, Copy)]
enum For {
    Unit(UnitId),
    Post(PostId),
}

/// `GET /unit/{id}/jabatan-baru`
pub(super) async fn new(visit: Visit, Path(id): Path<UnitId>) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    see_unit(&visit.ctx, id).await?;
    answer(&visit, Form::of([("unit", id.to_string())]), For::Unit(id)).await
}

/// `POST /unit/{id}/jabatan-baru`
pub(super) async fn add(visit: Visit, Path(id): Path<UnitId>, form: Form) -> Result<Response, WebError> {
    save(visit, form, For::Unit(id)).await
}

/// `GET /jabatan/{id}/ubah`
pub(super) async fn edit(visit: Visit, Path(id): Path<PostId>) -> Result<Response, WebError> {
    visit.ctx.permit(Action::PeopleWrite)?;
    let post = see_post(&visit.ctx, id).await?.post;
    let flag = |on: bool| if on { "1" } else { "" }.to_owned();
    let form = Form::of([
        ("unit", post.unit.to_string()),
        ("code", post.code),
        ("title", post.title),
        ("kind", post.kind.code().to_owned()),
        ("leads_unit", flag(post.leads_unit)),
        ("unit_mandiri", flag(post.unit_mandiri)),
    ]);
    answer(&visit, form, For::Post(id)).await
}

/// `POST /jabatan/{id}/ubah`
pub(super) async fn change(visit: Visit, Path(id): Path<PostId>, form: Form) -> Result<Response, WebError> {
    save(visit, form, For::Post(id)).await
}

async fn save(visit: Visit, mut form: Form, of: For) -> Result<Response, WebError> {
    let id = match of {
        For::Unit(_) => None,
        For::Post(id) => Some(id),
    };
    let outcome = match read(&mut form) {
        Ok(draft) => write(&visit.ctx, id, draft).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(id) => Ok(visit.done(&format!("/jabatan/{id}"), "people-post-saved")),
        None => answer(&visit, form, of).await,
    }
}

fn read(form: &mut Form) -> Result<PostDraft, Failure> {
    let (unit, kind) = (form.required_id::<UnitId>("unit"), form.required_choice("kind", PostKind::from_code));
    let (code, title) = (form.text_up_to("code", 60), form.text_up_to("title", 300));
    let (leads_unit, unit_mandiri) = (form.flag("leads_unit"), form.flag("unit_mandiri"));
    form.check()?;
    match (unit, kind) {
        (Some(unit), Some(kind)) => Ok(PostDraft { unit, code, title, kind, leads_unit, unit_mandiri }),
        _ => Err(Failure::Internal("a required field read as nothing".into())),
    }
}

async fn answer(visit: &Visit, form: Form, of: For) -> Result<Response, WebError> {
    let units = choices(&visit.ctx).await?;
    let status = form.status();
    let (title, to, back) = match of {
        For::Unit(id) => ("people-post-add-title", format!("/unit/{id}/jabatan-baru"), format!("/unit/{id}")),
        For::Post(id) => ("people-post-change", format!("/jabatan/{id}/ubah"), format!("/jabatan/{id}")),
    };
    let step = match of {
        For::Unit(_) => Text::new("people-unit"),
        For::Post(_) => Text::new("people-post"),
    };
    let page = visit.page(title).under("/unit", "people-tree-title").under(back, step).with(&form);
    Ok(render(&WritePage { page, form, to, units }, status))
}
