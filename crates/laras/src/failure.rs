//! What an operator is told when a command cannot go on: what happened, and what to do.

use actions::Failure;
use std::fmt;
use store::StoreError;
use web::words::{Lang, Words};

/// Why a command stopped.
#[derive(Debug)]
pub struct Stop {
    says: String,
    advice: Option<String>,
}

impl Stop {
    /// What happened.
    pub fn new(says: impl Into<String>) -> Self {
        Self { says: says.into(), advice: None }
    }

    /// What to do.
    #[must_use]
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// A file or folder that could not be used.
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(format!("{}: {error}", path.display()))
    }

    /// What to do, if there is something.
    pub fn advice(&self) -> Option<&str> {
        self.advice.as_deref()
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        let stop = Self::new(format!("the database: {error}"));
        match error {
            StoreError::Unavailable(_) => {
                stop.advise("Is it running, and is --database-url right? `laras doctor` looks closer.")
            }
            StoreError::Full => stop.advise("The disk is full. Make room, then start again; what was saved is safe."),
            _ => stop,
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Store(error) => error.into(),
            Failure::Refused(refusal) => Self::new(sentences(&refusal)),
            other => Self::new(other.to_string()),
        }
    }
}

/// The reader of a terminal: Indonesian, on the western clock.
pub fn words() -> Words {
    use actions::World;
    Words { lang: Lang::Id, zone: domain::time::TimeZone::Wib, now: crate::world::RealWorld.now() }
}

/// A refusal as the catalogue words it.
fn sentences(refusal: &domain::decision::Refusal) -> String {
    use domain::decision::Refusal;
    let words = words();
    match refusal {
        Refusal::Denied(denied) => words.text(&denied.says),
        Refusal::Rule(broken) => {
            let next = broken.next.as_ref().map(|next| format!(" {}", words.text(next))).unwrap_or_default();
            format!("{}{next}", words.text(&broken.says))
        }
        Refusal::Fields(errors) => {
            errors.iter().map(|e| format!("{}: {}", e.field, words.text(&e.text))).collect::<Vec<_>>().join("\n       ")
        }
        Refusal::NotFound(_) | Refusal::Conflict(_) => refusal.to_string(),
    }
}
