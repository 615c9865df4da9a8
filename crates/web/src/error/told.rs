//! What each error says to a person.

use super::WebError;
use crate::session::Shell;
use actions::Failure;
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use domain::decision::Refusal;
use http::StatusCode;
use serde::Serialize;

/// An error in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Kind, for programs: `denied`, `not_found`, `rule`, `fields`, `conflict`, `unavailable`, …
    pub kind: &'static str,
    /// In three or four words.
    pub heading: String,
    /// What happened.
    pub says: String,
    /// What can be done now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Where the rule stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cite: Option<String>,
    /// Fields to mend, with what is wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<(String, String)>,
    /// The number that finds it in the log; for defects only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
}

impl Told {
    /// In the visitor's language.
    pub fn of(error: &WebError, shell: &Shell) -> Self {
        let w = &shell.words;
        let told = |kind, heading: &str, says: &str, next: &str| Self {
            kind,
            heading: w.t(heading),
            says: w.t(says),
            next: Some(w.t(next)),
            ..Self::default()
        };
        match error {
            WebError::Failure(Failure::Refused(refusal)) => Self::refused(refusal, shell),
            WebError::Failure(Failure::Store(store)) if full(store) => {
                told("full", "error-full", "error-full-says", "error-full-next")
            }
            WebError::Failure(Failure::Store(store)) if !gone(store) => Self::defect(shell),
            WebError::Failure(Failure::Store(_)) => {
                told("unavailable", "error-unavailable", "error-unavailable-says", "error-unavailable-next")
            }
            WebError::Failure(Failure::Files(_)) => {
                told("files", "error-files", "error-files-says", "error-files-next")
            }
            WebError::Failure(Failure::Internal(_)) | WebError::Internal(_) => Self::defect(shell),
            WebError::NoPage => told("not_found", "error-no-page", "error-no-page-says", "error-no-page-next"),
            WebError::LogInFirst => told("log_in", "error-log-in", "error-log-in-says", "error-log-in-next"),
            WebError::Foreign => told("foreign", "error-foreign", "error-foreign-says", "error-foreign-next"),
            WebError::OtherSession => {
                told("other_session", "error-other-session", "error-other-session-says", "error-other-session-next")
            }
            WebError::TooLarge { most } => Self {
                says: w.say("error-too-large-says").with("max", w.size(*most as u64)).to_string(),
                ..told("too_large", "error-too-large", "error-too-large", "error-too-large-next")
            },
            WebError::BadRequest(_) => {
                told("bad_request", "error-bad-request", "error-bad-request-says", "error-bad-request-next")
            }
            WebError::TimedOut => told("timed_out", "error-timed-out", "error-timed-out-says", "error-timed-out-next"),
        }
    }

    fn refused(refusal: &Refusal, shell: &Shell) -> Self {
        let w = &shell.words;
        match refusal {
            Refusal::Denied(denied) => Self {
                kind: "denied",
                heading: w.t("error-denied"),
                says: w.text(&denied.says),
                next: Some(w.t("error-denied-next")),
                ..Self::default()
            },
            Refusal::NotFound(_) => Self {
                kind: "not_found",
                heading: w.t("error-not-found"),
                says: w.t("error-not-found-says"),
                next: Some(w.t("error-not-found-next")),
                ..Self::default()
            },
            Refusal::Rule(broken) => Self {
                kind: "rule",
                heading: w.t("error-rule"),
                says: w.text(&broken.says),
                next: broken.next.as_ref().map(|next| w.text(next)),
                cite: broken.cite.as_ref().map(|cite| w.cite(cite)),
                ..Self::default()
            },
            Refusal::Fields(errors) => Self {
                kind: "fields",
                heading: w.t("error-fields"),
                says: w.say("error-fields-says").with("n", errors.len()).to_string(),
                fields: errors.iter().map(|e| (e.field.clone(), w.text(&e.text))).collect(),
                ..Self::default()
            },
            Refusal::Conflict(conflict) => Self {
                kind: "conflict",
                heading: w.t("error-conflict"),
                says: w
                    .say("error-conflict-says")
                    .with("name", &conflict.by_name)
                    .with("time", w.ago(conflict.at))
                    .to_string(),
                next: Some(w.t("error-conflict-next")),
                ..Self::default()
            },
        }
    }

    /// Not the visitor's doing.
    fn defect(shell: &Shell) -> Self {
        let w = &shell.words;
        Self {
            kind: "defect",
            heading: w.t("error-defect"),
            says: w.t("error-defect-says"),
            next: Some(w.t("error-defect-next")),
            request: Some(shell.request_id.clone()).filter(|id| !id.is_empty()),
            ..Self::default()
        }
    }

    pub(super) fn json(self, status: StatusCode) -> Response {
        (status, Json(serde_json::json!({ "error": self }))).into_response()
    }
}

// This floor does not know the store's types, only what its errors say of themselves.
fn full(store: &impl std::fmt::Display) -> bool {
    store.to_string().starts_with("database full")
}

fn gone(store: &impl std::fmt::Display) -> bool {
    store.to_string().starts_with("database unavailable")
}
