//! A message for the next page, carried by a cookie and shown once: after a form comes a redirect.

use super::cookie;
use domain::decision::Text;
use http::{HeaderMap, HeaderValue};
use serde::{Deserialize, Serialize};

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// It is done.
    Done,
    /// Look at this.
    Warn,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub says: Text,
}

impl Flash {
    /// It is done.
    pub fn done(says: Text) -> Self {
        Self { tone: Tone::Done, says }
    }

    /// Look at this.
    pub fn warn(says: Text) -> Self {
        Self { tone: Tone::Warn, says }
    }

    /// For templates: is it good news?
    pub fn is_done(&self) -> bool {
        self.tone == Tone::Done
    }

    pub(super) fn cookie(&self, https: bool) -> HeaderValue {
        // A message that cannot be written as JSON does not exist: all its parts are text and numbers.
        let json = serde_json::to_string(self).unwrap_or_default();
        cookie::set(cookie::FLASH, &cookie::encode(&json), Some(60), https)
    }

    pub(super) fn read(headers: &HeaderMap) -> Option<Self> {
        serde_json::from_str(&cookie::decode(cookie::read(headers, cookie::FLASH)?)).ok()
    }
}
