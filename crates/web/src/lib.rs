//! Floor 4: pages, forms, and everything between a browser and an action.
//!
//! Server-rendered, Indonesian first, complete without JavaScript. This floor may import `actions`, `documents` and
//! `domain`, never `store`. Read first: [`rooms`] (what there is), [`page`] and [`form`] (what a handler works with),
//! [`session`] (who is asking), then the room you came for.
//!
//! # Adding a page
//!
//! 1. **Handler** `src/<room>/<verb>.rs`. It takes a [`session::Visit`] (somebody logged in) and answers with a page:
//!
//!    ```ignore
//!    #[derive(askama::Template)]
//!    #[template(path = "plan/show.html")]
//!    struct ShowPage { page: Page, skp: Skp }
//!
//!    /// `GET /skp/{id}`
//!    pub async fn show(visit: Visit, Path(id): Path<SkpId>) -> Result<Response, WebError> {
//!        let skp = actions::plan::see(&visit.ctx, id).await?;          // `?`: every failure becomes its page
//!        let page = visit.page(Text::new("plan-title").with("year", skp.year)).under("/skp", "nav-plan");
//!        Ok(page::show(&ShowPage { page, skp }))
//!    }
//!    ```
//!
//! 2. **Template** `src/<room>/<verb>.html` beside it:
//!
//!    ```html
//!    {% extends "layout/base.html" %}
//!    {% import "layout/macros.html" as m %}
//!    {% block content %}
//!    <h1>{{ page.title }}</h1>
//!    <p>{{ page.t("plan-intro") }}</p>
//!    <p>{{ page.say("plan-count").with("n", skp.content.results.len()) }}</p>
//!    <p>{{ page.date(skp.dates.from) }}, {{ page.label("aspek", code) }}, {{ page.text(advice.says) }}</p>
//!    {% endblock %}
//!    ```
//!
//!    `page` derefs to [`words::Words`]: `t` (a sentence), `say(…).with(…)` (with gaps), `text` (a domain `Text`),
//!    `label(family, code)`, `date`, `short_date`, `at`, `time`, `day` ("3 hari lagi"), `ago`, `range`, `amount`, `n`,
//!    `percent`, `size`, `cite`. Macros of the look: `layout/macros.html`; all of them in use: `layout/specimen.html`.
//!    No inline `style`, script or `hx-on`: the content security policy forbids them.
//!
//! 3. **Form**. Inside `{% call m::form(page, form, "/skp/…") %} … {% endcall %}` (token and key come by themselves),
//!    with `{{ m::text(page, form, "unit", page.t("plan-unit")) }}` and so on. The handler:
//!
//!    ```ignore
//!    pub async fn save(visit: Visit, Path(id): Path<SkpId>, mut form: Form) -> Result<Response, WebError> {
//!        let (text, target) = (form.required("text"), form.amount("target"));   // mistakes collect in the form
//!        let outcome = match form.check() {
//!            Ok(()) => actions::plan::write(&visit.ctx, id, text, target).await,
//!            Err(failure) => Err(failure),
//!        };
//!        Ok(match form.caught(outcome)? {          // mistakes and rules stay with the form, the rest becomes a page
//!            Some(()) => visit.done(&format!("/skp/{id}"), "plan-saved"),        // post, redirect, get
//!            None => answer(&visit, id, form).await?,                            // the same view, everything as typed
//!        })
//!    }
//!    ```
//!
//!    Fields of domain errors are the names of form fields (`rhk.<id>.text`). A draft that saves itself:
//!    `m::form(page, form, action, draft="skp-…")`, `visit.draft(key)` when showing, `visit.drop_draft(key)` when saved.
//!    Two people editing: send a hidden `revision`; a `Refusal::Conflict` shows both texts by itself (its `now` names
//!    fields of the form, and the new `revision`).
//!
//! 4. **htmx** (optional): the same address and handler. A request by htmx is answered with the content block only; the
//!    element takes its part with `hx-get="/skp/1" hx-select="#matriks" hx-target="#matriks"`. Errors put themselves
//!    at the top of the content.
//!
//! 5. **Route with permission** in `src/<room>/mod.rs`, Indonesian and kebab-case; then the room in [`rooms`]:
//!
//!    ```ignore
//!    pub fn routes() -> Routes {
//!        Routes::new()
//!            .get("/skp/{id}", Action::PlanRead, show::show)
//!            .post("/skp/{id}/simpan", Action::PlanWrite, save::save)
//!            .upload("/skp/{id}/bukti", Action::EvidenceAttach, attach::attach)   // forms with files, up to 12 MiB
//!    }
//!    ```
//!
//!    Then `GOLDEN=1 cargo nextest run -p web golden` and read the difference in `routes.txt`.
//!
//! 6. **Sentences** in `locales/{id,en}/<room>.ftl`, keys begin with the room. Write `Text::new("literal")`,
//!    `page.t("literal")`, `page.say("literal")`: a test finds every literal and looks for it in both languages.
//!    Names of form fields for the list of errors are `field-<last part of the name>`, for all rooms in `shell.ftl`.
//!    Labels of codes (`page.label("role", …)`) stand in `labels.ftl`, their families in `words/tests.rs`.
//!
//! 7. **Sample** in `samples(gallery)` of the room: every template with at least one (a test looks), errors and the
//!    empty state as well. `cargo run -p web --example preview -- <folder>` writes them all for a browser.

pub mod access;
pub mod account;
pub mod angka_kredit;
pub mod assessment;
pub mod assets;
pub mod calibration;
pub mod certification;
pub mod development;
pub mod dialogue;
pub mod draft;
pub mod error;
pub mod evaluation;
pub mod fairness;
pub mod feed;
pub mod feedback;
pub mod followup;
pub mod form;
pub mod health;
pub mod home;
pub mod job;
pub mod journal;
pub mod layout;
pub mod mentoring;
pub mod objection;
pub mod orientation;
pub mod page;
pub mod people;
pub mod plan;
pub mod policy;
pub mod preview;
pub mod progress;
pub mod reminder;
pub mod rooms;
pub mod routes;
pub mod scheme;
pub mod security;
pub mod session;
pub mod site;
pub mod survey;
pub mod talent;
pub mod team;
pub mod training;
pub mod words;
pub mod workteam;

pub use site::{Options, Site};
