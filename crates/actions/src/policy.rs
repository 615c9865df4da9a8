//! Law and schemes as the process holds them: what is in force on a day is joined once and kept.

use domain::{
    decision::Refusal,
    policy::{Library, Policy},
};
use std::{
    collections::BTreeMap,
    ops::Deref,
    sync::{Arc, Mutex, PoisonError},
};

/// The library, with what was joined lately. One page asks some twenty times for the rules of two or three days, and
/// joining them anew reads every rule of every folder.
#[derive(Default)]
pub struct Policies {
    library: Library,
    joined: Mutex<BTreeMap<Key, Arc<Policy>>>,
}

/// A scheme, a day.
type Key = (String, chrono::NaiveDate);

/// Kept at once: the days of a few running years of all schemes. Beyond it, all is forgotten and joined again.
const KEPT: usize = 128;

impl Policies {
    /// Over a library found to be in order.
    pub fn new(library: Library) -> Self {
        Self { library, joined: Mutex::default() }
    }

    /// As [`Library::in_force`].
    pub fn in_force(&self, scheme: &str, on: chrono::NaiveDate) -> Result<Arc<Policy>, Refusal> {
        let key = (scheme.to_owned(), on);
        let kept = self.joined().get(&key).cloned();
        if let Some(policy) = kept {
            return Ok(policy);
        }
        let policy = Arc::new(self.library.in_force(scheme, on)?);
        let mut joined = self.joined();
        if joined.len() >= KEPT {
            joined.clear();
        }
        joined.insert(key, Arc::clone(&policy));
        Ok(policy)
    }

    /// What a thread that failed has left is as good as before: whole entries only.
    fn joined(&self) -> std::sync::MutexGuard<'_, BTreeMap<Key, Arc<Policy>>> {
        self.joined.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Deref for Policies {
    type Target = Library;
    fn deref(&self) -> &Library {
        &self.library
    }
}
