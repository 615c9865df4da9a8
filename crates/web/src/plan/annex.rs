//! *Somebody writes the three annexes* of a plan: what is needed, how it is answered for, what follows.

use super::{
    saving::{base_of, lines, part, revision, told, with_draft},
    show::title_of,
};
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::plan::{
    see::{self, PlanPage},
    write::{Annex, write_annex},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use domain::{ids::SkpId, plan::Content};

#[derive(Template)]
#[template(path = "plan/annex.html")]
pub(super) struct AnnexPage {
    page: Page,
    form: Form,
    href: String,
    /// Where unsaved words are thrown away.
    discard: String,
    key: String,
    unsaved: Option<DateTime<Utc>>,
    revision: i64,
    base: String,
}

/// The three, with the names of their fields.
const ANNEXES: [(Annex, &str); 3] =
    [(Annex::Resources, "resources"), (Annex::Accountability, "accountability"), (Annex::Consequences, "consequences")];

/// `GET /skp/{id}/lampiran`
pub async fn show(visit: Visit, Path(id): Path<SkpId>) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    if !plan.may.write {
        return Ok(visit.warn(&format!("/skp/{id}"), "plan-not-writable-now"));
    }
    let shown = with_draft(&visit, &key(id), form_of(&plan.skp.content)).await?;
    Ok(answer(&visit, &plan, shown.form, shown.unsaved))
}

/// `POST /skp/{id}/lampiran`
pub async fn save(visit: Visit, Path(id): Path<SkpId>, mut form: Form) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    let saved = form_of(&plan.skp.content);
    let typed = ANNEXES.map(|(annex, field)| (annex, field, form.text(field)));
    let outcome = match form.check() {
        Ok(()) => {
            let mut at = revision(&form, &plan.skp, &base_of(&saved));
            let mut outcome = Ok(());
            for (annex, field, text) in typed {
                if lines(&text) == lines(saved.value(field)) {
                    continue;
                }
                outcome = write_annex(&part(&visit.ctx, field), id, at, annex, lines(&text)).await;
                if outcome.is_err() {
                    break;
                }
                at += 1;
            }
            outcome
        }
        Err(failure) => Err(failure),
    };
    let outcome = told(outcome, &plan.skp, &saved);
    Ok(match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&key(id)).await;
            visit.done(&format!("/skp/{id}"), "plan-annexes-saved")
        }
        None => answer(&visit, &plan, form, None),
    })
}

/// `POST /skp/{id}/lampiran/buang-draf`
pub async fn discard(visit: Visit, Path(id): Path<SkpId>) -> Response {
    visit.drop_draft(&key(id)).await;
    visit.done(&format!("/skp/{id}/lampiran"), "plan-draft-discarded")
}

fn key(id: SkpId) -> String {
    format!("skp.{id}.lampiran")
}

/// The saved annexes, a line each.
pub(super) fn form_of(content: &Content) -> Form {
    Form::of([
        ("resources", content.resources.join("\n")),
        ("accountability", content.accountability.join("\n")),
        ("consequences", content.consequences.join("\n")),
    ])
}

fn answer(visit: &Visit, plan: &PlanPage, form: Form, unsaved: Option<DateTime<Utc>>) -> Response {
    let page = visit.page("plan-annexes-edit").under(format!("/skp/{}", plan.skp.id), title_of(plan)).with(&form);
    let status = form.status();
    render(&AnnexPage::new(page, plan, form, unsaved), status)
}

impl AnnexPage {
    pub(super) fn new(page: Page, plan: &PlanPage, form: Form, unsaved: Option<DateTime<Utc>>) -> Self {
        let id = plan.skp.id;
        let base = if form.has("base") { form.value("base").to_owned() } else { base_of(&form_of(&plan.skp.content)) };
        Self {
            href: format!("/skp/{id}/lampiran"),
            discard: format!("/skp/{id}/lampiran/buang-draf"),
            key: key(id),
            revision: form.value("revision").parse().unwrap_or(plan.skp.revision),
            base,
            unsaved,
            page,
            form,
        }
    }
}
