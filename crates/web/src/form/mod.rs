//! What somebody typed. A [`Form`] keeps every field as it came, gives typed values to the handler, collects what is
//! wrong beside the field concerned, and shows itself again with everything in place: nothing typed is ever lost.
//!
//! Not here: rules of the domain (they answer with `FieldError`s that land here through [`Form::caught`]).
//! Read first: this file; then `typed` (the getters), `read` (from the request's body).
//!
//! Names that begin with `_` belong to the shell: `_csrf`, `_once`, `_pilih.*`, `_mereka.*`.

pub mod read;
#[cfg(test)]
mod tests;
pub mod typed;

use crate::error::WebError;
use actions::Failure;
use axum::extract::FromRequestParts;
use domain::decision::{FieldError, Refusal, Text};
use http::{StatusCode, request::Parts};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The same content, the same id.
pub(crate) fn id_of(digest: Sha256) -> Uuid {
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest.finalize()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// A file that came with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The field.
    pub field: String,
    /// Its name on the sender's machine, without folders.
    pub name: String,
    /// What it is made of.
    pub bytes: Vec<u8>,
}

/// A form: what was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    files: Vec<Upload>,
    errors: Vec<FieldError>,
    /// A rule that stood against it, shown above the form.
    pub refusal: Option<Refusal>,
}

impl Form {
    /// An empty form, to be shown for the first time.
    pub fn new() -> Self {
        Self::default()
    }

    /// A form that shows these values.
    pub fn of<K: Into<String>, V: Into<String>>(fields: impl IntoIterator<Item = (K, V)>) -> Self {
        Self { fields: fields.into_iter().map(|(k, v)| (k.into(), v.into())).collect(), ..Self::default() }
    }

    /// A form that shows a saved draft.
    pub fn of_draft(draft: &BTreeMap<String, String>) -> Self {
        let mut form = Self::new();
        for (name, values) in draft {
            form.fields.extend(values.split(SEPARATOR).map(|value| (name.clone(), value.to_owned())));
        }
        form
    }

    /// Sets a value, in place of what was there.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.retain(|(k, _)| k != name);
        self.fields.push((name.to_owned(), value.into()));
    }

    /// Adds a value beside those that are there (checkboxes of one name).
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.fields.push((name.to_owned(), value.into()));
    }

    /// Sets a value, unless the field is already there: what was typed wins over what is saved.
    pub fn set_default(&mut self, name: &str, value: impl Into<String>) {
        if !self.has(name) {
            self.fields.push((name.to_owned(), value.into()));
        }
    }

    /// Was the field sent (even empty)?
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(k, _)| k == name)
    }

    /// As typed; empty if not sent. For showing again, and for the getters.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v)
    }

    /// Everything sent under one name (checkboxes).
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(k, _)| k == name).map(|(_, v)| v.as_str()).collect()
    }

    /// Was this value sent under this name (checkbox or radio is on)?
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|(k, v)| k == name && v == value)
    }

    /// The distinct middle parts of `prefix.<part>.…`, in the order sent: ids of repeated lines.
    pub fn lines(&self, prefix: &str) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for (name, _) in &self.fields {
            let rest = name.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.'));
            if let Some(part) = rest.and_then(|rest| rest.split('.').next()).filter(|part| !found.contains(part)) {
                found.push(part);
            }
        }
        found
    }

    /// A file that was chosen; `None` when none was.
    pub fn file(&self, name: &str) -> Option<&Upload> {
        self.files.iter().find(|f| f.field == name && !(f.name.is_empty() && f.bytes.is_empty()))
    }

    /// Takes a file out, without copying it.
    pub fn take_file(&mut self, name: &str) -> Option<Upload> {
        let at = self.files.iter().position(|f| f.field == name && !(f.name.is_empty() && f.bytes.is_empty()))?;
        Some(self.files.swap_remove(at))
    }

    /// Did files come with it?
    pub fn has_files(&self) -> bool {
        self.files.iter().any(|f| !f.bytes.is_empty())
    }

    /// What is done once however often it is sent: this form with these words. Somebody who goes back, writes something
    /// else and sends again means both, so the words are part of the key. Goes into `Ctx::once` by itself.
    pub fn once(&self) -> Option<Uuid> {
        let shown = Uuid::parse_str(self.value("_once")).ok()?;
        let mut digest = Sha256::new_with_prefix(shown);
        let mut add = |part: &[u8]| {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        };
        for (name, value) in self.fields.iter().filter(|(name, _)| name != "_once" && name != "_csrf") {
            add(name.as_bytes());
            add(value.as_bytes());
        }
        for file in &self.files {
            add(file.field.as_bytes());
            add(file.name.as_bytes());
            add(&file.bytes);
        }
        Some(id_of(digest))
    }

    /// Fields as a person typed them, without the shell's own and without passwords.
    pub fn typed_fields(&self) -> Vec<(String, String)> {
        self.fields.iter().filter(|(k, _)| !k.starts_with('_') && !k.contains("password")).cloned().collect()
    }

    /// The same, for the draft store: one text per name.
    pub fn as_draft(&self) -> BTreeMap<String, String> {
        let mut draft = BTreeMap::<String, String>::new();
        for (name, value) in self.typed_fields() {
            draft
                .entry(name)
                .and_modify(|all| {
                    all.push(SEPARATOR);
                    all.push_str(&value);
                })
                .or_insert(value);
        }
        draft
    }

    /// Notes an error beside a field.
    pub fn fail(&mut self, field: impl Into<String>, text: Text) {
        self.errors.push(FieldError::new(field, text));
    }

    /// What is wrong so far.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// The first error of a field.
    pub fn error(&self, name: &str) -> Option<&Text> {
        self.errors.iter().find(|e| e.field == name).map(|e| &e.text)
    }

    /// Is there something to mend?
    pub fn wrong(&self) -> bool {
        !self.errors.is_empty() || self.refusal.is_some()
    }

    /// The status a page with this form is answered with.
    pub fn status(&self) -> StatusCode {
        match (&self.refusal, self.errors.is_empty()) {
            (_, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (Some(_), true) => StatusCode::CONFLICT,
            (None, true) => StatusCode::OK,
        }
    }

    /// Stops here if a getter found something wrong; to be called before the action.
    pub fn check(&self) -> Result<(), Failure> {
        if self.errors.is_empty() { Ok(()) } else { Err(Failure::Refused(Refusal::Fields(self.errors.clone()))) }
    }

    /// Sorts out how the action went. Done: `Some`. Something to mend, or a rule against it: kept in the form, to be
    /// shown again (`None`). Anything else is for the error page, which keeps what was typed as well.
    pub fn caught<T>(&mut self, outcome: Result<T, Failure>) -> Result<Option<T>, WebError> {
        match outcome {
            Ok(done) => Ok(Some(done)),
            Err(Failure::Refused(Refusal::Fields(errors))) => {
                for error in errors {
                    if !self.errors.contains(&error) {
                        self.errors.push(error);
                    }
                }
                Ok(None)
            }
            Err(Failure::Refused(refusal @ Refusal::Rule(_))) => {
                self.refusal = Some(refusal);
                Ok(None)
            }
            Err(other) => Err(other.into()),
        }
    }
}

/// Between several values of one name in a draft.
const SEPARATOR: char = '\u{1f}';

/// The form the gate has read and checked (see [`crate::session::gate`]).
impl<S: Send + Sync> FromRequestParts<S> for Form {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.remove::<Self>().unwrap_or_default())
    }
}
