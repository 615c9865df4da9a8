//! Law and schemes as the process holds them: what is in force on a day is joined once and kept.

use domain::{
    decision::Refusal,
    policy::{Library, Policy, Problem},
};
use std::{
    collections::BTreeMap,
    ops::Deref,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

/// The library, with what was joined lately. One page asks some twenty times for the rules of two or three days, and
/// joining them anew reads every rule of every folder.
#[derive(Default)]
pub struct Policies {
    library: Library,
    /// Every file by its path below `policies/`: what a draft begins from.
    files: Vec<(String, String)>,
    joined: Mutex<BTreeMap<Key, Arc<Policy>>>,
}

/// A scheme, a day.
type Key = (String, chrono::NaiveDate);

/// Kept at once: the days of a few running years of all schemes. Beyond it, all is forgotten and joined again.
const KEPT: usize = 128;

impl Policies {
    /// Reads files by their path below `policies/`; as [`Library::load`].
    pub fn load(files: Vec<(String, String)>) -> Result<Self, Vec<Problem>> {
        Ok(Self { library: Library::load(files.iter().cloned())?, files, joined: Mutex::default() })
    }

    /// The texts of a scheme's own rules, by the name of their file: what an agency decides for itself.
    pub fn texts(&self, scheme: &str) -> Vec<(&str, &str)> {
        let of_scheme =
            |path: &str| path.strip_prefix("schemes/")?.strip_prefix(scheme)?.strip_prefix('/').map(str::len);
        self.files
            .iter()
            .filter_map(|(path, text)| Some((&path[path.len() - of_scheme(path)?..], text.as_str())))
            .filter(|(name, _)| Path::new(name).extension().is_some_and(|e| e == "toml") && *name != "cases.toml")
            .collect()
    }

    /// The library as it would be with other texts in these files of a scheme. What nobody changed stays.
    pub fn draft(&self, scheme: &str, changed: &[(String, String)]) -> Result<Library, Vec<Problem>> {
        let changed_at = |path: &str| {
            changed.iter().find(|(name, _)| path == format!("schemes/{scheme}/{name}")).map(|(_, text)| text.clone())
        };
        let read = |(path, text): &(String, String)| (path.clone(), changed_at(path).unwrap_or_else(|| text.clone()));
        Library::load(self.files.iter().map(read))
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
