//! What comes back when an action did not work.

use domain::decision::{Denied, FieldError, Refusal};
use store::StoreError;

/// Why an action did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A rule, a permission or something typed: a sentence for the person.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The place where evidence is kept.
    #[error("evidence store: {0}")]
    Files(#[from] object_store::Error),
    /// A password could not be hashed or a value not be written as JSON: a defect, not a user's mistake.
    #[error("internal: {0}")]
    Internal(String),
}

impl From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        Self::Refused(Refusal::Denied(denied))
    }
}

impl From<FieldError> for Failure {
    fn from(error: FieldError) -> Self {
        Self::Refused(Refusal::Fields(vec![error]))
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.to_string())
    }
}

/// There is no such thing here, or not for this person.
pub fn not_found(what: impl Into<String>) -> Failure {
    Refusal::NotFound(what.into()).into()
}

/// Turns a list of field errors into a failure, if there are any.
pub fn fields(errors: Vec<FieldError>) -> Result<(), Failure> {
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors).into()) }
}
