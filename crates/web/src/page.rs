//! What a template gets beside its own data, and how a page is answered.
//!
//! A view is a struct with `page: Page` and its data, a template that extends `layout/base.html`, and a sample.
//! One convention for htmx: a request by htmx gets the same template, of which only the content block (and the
//! messages, out of band) is sent; the element that asked takes its part of it with `hx-select`.

use crate::{
    assets,
    error::WebError,
    form::{Form, id_of},
    layout::nav::{self, Group},
    session::{Shell, Who, flash::Flash},
    words::{Says, Words},
};
use axum::response::{IntoResponse, Response};
use domain::decision::{Refusal, Text};
use http::{StatusCode, header};
use std::{ops::Deref, sync::Arc};
use uuid::Uuid;

/// A step of the path to this page.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub name: String,
}

/// A rule in words.
#[derive(Clone, Debug)]
pub struct BrokenSays {
    /// What the rule says here.
    pub says: String,
    /// What can be done now.
    pub next: Option<String>,
    /// Where it stands.
    pub cite: Option<String>,
}

/// Everything a template needs beside its own data. Derefs to [`Words`]: `{{ page.t("plan-title") }}`.
#[derive(Clone)]
pub struct Page {
    /// Language, clock, day.
    pub words: Words,
    /// Title of the page; also its heading unless the template says otherwise.
    pub title: String,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// The person, if logged in.
    pub who: Option<Arc<Who>>,
    /// Path without query, for the navigation.
    pub path: String,
    /// Path and query, to come back to.
    pub here: String,
    /// Token for forms on this page.
    pub csrf: String,
    /// Key for the form on this page; a page with several forms asks for more by [`Page::key`].
    pub once: Uuid,
    /// A message of the page before.
    pub flash: Option<Flash>,
    /// Only the content is wanted.
    pub partial: bool,
    /// There is something to mend: the title says so.
    pub wrong: bool,
    /// Names this request in the log.
    pub request_id: String,
}

impl Deref for Page {
    type Target = Words;
    fn deref(&self) -> &Words {
        &self.words
    }
}

impl Page {
    pub(crate) fn new(shell: &Shell, title: Text) -> Self {
        Self {
            words: shell.words,
            title: shell.words.text(&title),
            crumbs: Vec::new(),
            who: shell.who.clone(),
            path: shell.path.split('?').next().unwrap_or("/").to_owned(),
            here: shell.path.clone(),
            csrf: shell.token(),
            once: shell.world.id(),
            flash: shell.flash.clone(),
            partial: shell.htmx,
            wrong: false,
            request_id: shell.request_id.clone(),
        }
    }

    /// Adds a step to the path shown above the title.
    #[must_use]
    pub fn under(mut self, href: impl Into<String>, name: impl Says) -> Self {
        self.crumbs.push(Crumb { href: href.into(), name: self.words.text(name.says()) });
        self
    }

    /// Says in the title that there is something to mend.
    #[must_use]
    pub fn with(mut self, form: &Form) -> Self {
        self.wrong = form.wrong();
        self
    }

    /// A key for one of several forms on this page, from what the form is about: the same again while the page
    /// stands, another after it was loaded anew.
    pub fn key(&self, about: impl ToString) -> Uuid {
        use sha2::{Digest, Sha256};
        id_of(Sha256::new().chain_update(self.once.as_bytes()).chain_update(about.to_string()))
    }

    /// A rule that stands against a form, in words; `None` for refusals that are shown elsewhere.
    pub fn broken(&self, refusal: &Refusal) -> Option<BrokenSays> {
        let Refusal::Rule(broken) = refusal else { return None };
        Some(BrokenSays {
            says: self.text(&broken.says),
            next: broken.next.as_ref().map(|next| self.text(next)),
            cite: broken.cite.as_ref().map(|cite| self.cite(cite)),
        })
    }

    /// What the navigation offers this person.
    pub fn nav(&self) -> Vec<Group> {
        self.who.as_ref().map(|who| nav::groups(&who.standing, &self.path)).unwrap_or_default()
    }

    /// Address of the style sheet.
    pub fn css(&self) -> &'static str {
        assets::url("laras.css")
    }

    /// Addresses of the scripts.
    pub fn scripts(&self) -> [&'static str; 2] {
        [assets::url("htmx.min.js"), assets::url("laras.js")]
    }

    /// Address of the icon.
    pub fn icon(&self) -> &'static str {
        assets::url("laras.svg")
    }
}

/// A page as an answer, for handlers whose view is public.
pub struct Html<T>(pub T);

impl<T: askama::Template> IntoResponse for Html<T> {
    fn into_response(self) -> Response {
        show(&self.0)
    }
}

/// A page as an answer.
pub fn show<T: askama::Template>(view: &T) -> Response {
    render(view, StatusCode::OK)
}

/// A page as an answer with another status: a form with something to mend is 422, see [`Form::status`].
pub fn render<T: askama::Template>(view: &T, status: StatusCode) -> Response {
    match view.render() {
        Ok(html) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::VARY, "HX-Request")], html)
            .into_response(),
        Err(error) => WebError::Internal(format!("template: {error}")).into_response(),
    }
}
