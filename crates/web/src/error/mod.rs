//! What did not work, as a page, a fragment for htmx, or JSON: what happened, what to do now, and everything that was
//! typed. Never a blank page.
//!
//! A handler returns `Result<_, WebError>`; the answer is drawn by the gate ([`dress`]), which knows the visitor's
//! language and holds what was typed. Not here: mistakes in fields, which go back into their form
//! ([`Form::caught`](crate::form::Form::caught)). Read first: [`WebError`], then `told` (what each error says), `view` (its page).

pub mod told;
pub mod view;

use crate::{form::Form, preview::Gallery, session::Shell};
use actions::Failure;
use axum::response::{IntoResponse, Response};
use domain::decision::Refusal;
use http::StatusCode;
use std::sync::Arc;

/// Why a request was not answered as asked.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// An action did not happen.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// There is no such page.
    #[error("no such page")]
    NoPage,
    /// Somebody has to log in first (JSON only; pages show the log-in form).
    #[error("log in first")]
    LogInFirst,
    /// A form that does not come from our pages.
    #[error("form from elsewhere")]
    Foreign,
    /// A form made for another session: somebody logged in again in another window.
    #[error("form of another session")]
    OtherSession,
    /// The body is larger than the route takes.
    #[error("body larger than {most} bytes")]
    TooLarge {
        /// The limit, in bytes.
        most: usize,
    },
    /// The request cannot be read.
    #[error("unreadable request: {0}")]
    BadRequest(String),
    /// It took too long.
    #[error("took too long")]
    TimedOut,
    /// A defect of ours.
    #[error("defect: {0}")]
    Internal(String),
}

impl From<Refusal> for WebError {
    fn from(refusal: Refusal) -> Self {
        Self::Failure(Failure::Refused(refusal))
    }
}

impl WebError {
    /// The status it is answered with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Failure(Failure::Refused(refusal)) => match refusal {
                Refusal::Denied(_) => StatusCode::FORBIDDEN,
                Refusal::NotFound(_) => StatusCode::NOT_FOUND,
                Refusal::Rule(_) | Refusal::Conflict(_) => StatusCode::CONFLICT,
                Refusal::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
            },
            Self::Failure(Failure::Store(_) | Failure::Files(_)) | Self::TimedOut => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failure(Failure::Internal(_)) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::NoPage => StatusCode::NOT_FOUND,
            Self::LogInFirst => StatusCode::UNAUTHORIZED,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::OtherSession => StatusCode::CONFLICT,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
        }
    }
}

/// The error travels beside an empty answer until the gate draws it.
impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Draws an error that a handler answered; leaves every other answer alone.
pub fn dress(mut response: Response, shell: &Shell, form: Option<&Form>) -> Response {
    match response.extensions_mut().remove::<Arc<WebError>>() {
        Some(error) => show(&error, shell, form),
        None => {
            let bare = response
                .headers()
                .get(http::header::CONTENT_TYPE)
                .is_none_or(|k| k.as_bytes().starts_with(b"text/plain"));
            // Extractors (an id in the path that is none, a query that cannot be read) answer in English, in plain text.
            match response.status() {
                StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED if bare => {
                    show(&WebError::NoPage, shell, None)
                }
                _ => response,
            }
        }
    }
}

/// Draws an error.
pub fn show(error: &WebError, shell: &Shell, form: Option<&Form>) -> Response {
    if error.status().is_server_error() {
        tracing::error!(%error, request = shell.request_id, path = shell.path, "request failed");
    } else {
        tracing::debug!(%error, request = shell.request_id, path = shell.path, "request refused");
    }
    if shell.json {
        return told::Told::of(error, shell).json(error.status());
    }
    view::page(error, shell, form)
}

/// Every kind of error page.
pub fn samples(gallery: &mut Gallery) {
    view::samples(gallery);
}
