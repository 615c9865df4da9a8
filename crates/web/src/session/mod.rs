//! Who is visiting: from the cookie to the person, and the forms that are let in.
//!
//! [`Visit`] is what a handler for people who are logged in takes; [`Guest`] is what a public handler takes. Both know
//! how to make a [`Page`] and where to send the browser next. Not here: log-in itself (`account`), who may do what
//! (`domain::permissions`, asked by the actions).
//!
//! Read first: this file; then `gate` (what happens before a handler), `shell`, `csrf`, `cookie`.

pub mod carry;
pub mod cookie;
pub mod csrf;
pub mod flash;
pub mod gate;
pub mod shell;

use crate::{error::WebError, form::Form, page::Page, site::Site, words::Says};
use actions::{Ctx, draft};
use axum::{
    extract::FromRequestParts,
    response::{IntoResponse, Redirect, Response},
};
use flash::Flash;
use http::{HeaderName, HeaderValue, StatusCode, header, request::Parts};
pub use shell::{Shell, Who};
use std::ops::Deref;

/// One request of somebody logged in.
#[derive(Clone)]
pub struct Visit {
    /// Who acts, when: handed to every action.
    pub ctx: Ctx,
    /// Names this session among the person's sessions.
    pub token_hash: String,
    /// What pages are made of.
    pub shell: Shell,
}

impl Deref for Visit {
    type Target = Shell;
    fn deref(&self) -> &Shell {
        &self.shell
    }
}

impl Visit {
    /// What was typed into this form and not yet sent, if anything.
    pub async fn draft(&self, key: &str) -> Result<Option<Form>, WebError> {
        Ok(draft::see(&self.ctx, key).await?.map(|(fields, _)| Form::of_draft(&fields)))
    }

    /// The form was saved: its draft is not needed any more. A draft that stays behind harms nobody, so a failure
    /// here is noted and not shown.
    pub async fn drop_draft(&self, key: &str) {
        if let Err(error) = draft::discard(&self.ctx, key).await {
            tracing::warn!(%error, key, "draft not dropped");
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| WebError::Internal("a route without its gate".into()))
    }
}

/// One request of anybody.
#[derive(Clone)]
pub struct Guest {
    /// The process.
    pub site: Site,
    /// The visit, if they are logged in after all.
    pub visit: Option<Visit>,
    /// What pages are made of.
    pub shell: Shell,
}

impl Deref for Guest {
    type Target = Shell;
    fn deref(&self) -> &Shell {
        &self.shell
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Guest {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| WebError::Internal("a route without its gate".into()))
    }
}

impl Shell {
    /// Sends the browser to another page (303).
    pub fn to(&self, path: &str) -> Response {
        Redirect::to(path).into_response()
    }

    /// Done: sends the browser on, with a message shown there.
    pub fn done(&self, path: &str, says: impl Says) -> Response {
        self.to_with(path, Flash::done(says.says()))
    }

    /// Not done, or done with a reservation: sends the browser on, with a message shown there.
    pub fn warn(&self, path: &str, says: impl Says) -> Response {
        self.to_with(path, Flash::warn(says.says()))
    }

    fn to_with(&self, path: &str, flash: Flash) -> Response {
        let mut response = self.to(path);
        response.headers_mut().append(header::SET_COOKIE, flash.cookie(self.https));
        response
    }

    /// A page with this title.
    pub fn page(&self, title: impl Says) -> Page {
        Page::new(self, title.says())
    }
}

/// Sends an htmx request to a whole new page.
pub(crate) fn htmx_to(path: &str) -> Response {
    let to = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::OK, [(HeaderName::from_static("hx-redirect"), to)]).into_response()
}

/// A path of our own to come back to; anything else becomes the home page.
pub(crate) fn local(path: &str) -> &str {
    let ours = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\t']);
    if ours && path.len() < 2000 { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_paths_of_our_own_are_returned_to() {
        for own in ["/", "/skp/1?a=b", "/masuk"] {
            assert_eq!(local(own), own);
        }
        for foreign in ["", "//jahat.id", "https://jahat.id", "/\\jahat.id", "skp", "/a\r\nb", "/\t/jahat.id"] {
            assert_eq!(local(foreign), "/", "{foreign:?}");
        }
    }
}
