//! *Somebody writes the leader's special expectations*, value by value.

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
    write::write_expectation,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use domain::{
    ids::SkpId,
    plan::{Content, Nilai},
    policy::Behaviour,
};

#[derive(Template)]
#[template(path = "plan/behaviour.html")]
pub(super) struct BehaviourPage {
    page: Page,
    form: Form,
    href: String,
    /// Where unsaved words are thrown away.
    discard: String,
    key: String,
    unsaved: Option<DateTime<Utc>>,
    revision: i64,
    base: String,
    values: Vec<Value>,
}

struct Value {
    behaviour: Behaviour,
    field: &'static str,
}

/// `GET /skp/{id}/perilaku`
pub async fn show(visit: Visit, Path(id): Path<SkpId>) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    if !plan.may.write {
        return Ok(visit.warn(&format!("/skp/{id}"), "plan-not-writable-now"));
    }
    let shown = with_draft(&visit, &key(id), form_of(&plan.skp.content)).await?;
    answer(&visit, &plan, shown.form, shown.unsaved)
}

/// `POST /skp/{id}/perilaku`
pub async fn save(visit: Visit, Path(id): Path<SkpId>, mut form: Form) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    let saved = form_of(&plan.skp.content);
    let typed = Nilai::ALL.map(|nilai| (nilai, form.text(nilai.code())));
    let outcome = match form.check() {
        Ok(()) => {
            let mut at = revision(&form, &plan.skp, &base_of(&saved));
            let mut outcome = Ok(());
            for (nilai, text) in typed {
                if lines(&text) == lines(saved.value(nilai.code())) {
                    continue;
                }
                let ctx = part(&visit.ctx, nilai.code());
                outcome = write_expectation(&ctx, id, at, nilai, lines(&text)).await;
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
    match form.caught(outcome)? {
        Some(()) => {
            visit.drop_draft(&key(id)).await;
            Ok(visit.done(&format!("/skp/{id}"), "plan-behaviour-saved"))
        }
        None => answer(&visit, &plan, form, None),
    }
}

/// `POST /skp/{id}/perilaku/buang-draf`
pub async fn discard(visit: Visit, Path(id): Path<SkpId>) -> Response {
    visit.drop_draft(&key(id)).await;
    visit.done(&format!("/skp/{id}/perilaku"), "plan-draft-discarded")
}

fn key(id: SkpId) -> String {
    format!("skp.{id}.perilaku")
}

/// The saved expectations, a line each.
pub(super) fn form_of(content: &Content) -> Form {
    Form::of(Nilai::ALL.map(|nilai| {
        (nilai.code(), content.expectations.get(&nilai).map(|lines| lines.join("\n")).unwrap_or_default())
    }))
}

fn answer(visit: &Visit, plan: &PlanPage, form: Form, unsaved: Option<DateTime<Utc>>) -> Result<Response, WebError> {
    let behaviours = visit.ctx.policy(plan.skp.dates.from)?.behaviour.value.clone();
    let page = visit.page("plan-behaviour-edit").under(format!("/skp/{}", plan.skp.id), title_of(plan)).with(&form);
    let status = form.status();
    Ok(render(&BehaviourPage::new(page, plan, behaviours, form, unsaved), status))
}

impl BehaviourPage {
    pub(super) fn new(
        page: Page,
        plan: &PlanPage,
        behaviours: Vec<Behaviour>,
        form: Form,
        unsaved: Option<DateTime<Utc>>,
    ) -> Self {
        let id = plan.skp.id;
        let base = if form.has("base") { form.value("base").to_owned() } else { base_of(&form_of(&plan.skp.content)) };
        let values = behaviours.into_iter().map(|b| Value { field: b.nilai.code(), behaviour: b }).collect();
        Self {
            href: format!("/skp/{id}/perilaku"),
            discard: format!("/skp/{id}/perilaku/buang-draf"),
            key: key(id),
            revision: form.value("revision").parse().unwrap_or(plan.skp.revision),
            base,
            values,
            unsaved,
            page,
            form,
        }
    }
}
