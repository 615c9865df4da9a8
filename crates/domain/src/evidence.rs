//! Evidence (bukti dukung): a file or a link, with what makes it trustworthy: size, SHA-256, server time.

use crate::{
    decision::{FieldError, Text},
    ids::{EmployeeId, EntryId, EvidenceId, SkpId},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Largest file taken, in bytes (10 MiB; certainty: assumption, enough for a photo or a scanned letter).
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// File types taken: ending, media type, and how the file must begin.
pub const TYPES: [(&str, &str, &[u8]); 7] = [
    ("pdf", "application/pdf", b"%PDF-"),
    ("jpg", "image/jpeg", b"\xFF\xD8\xFF"),
    ("jpeg", "image/jpeg", b"\xFF\xD8\xFF"),
    ("png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", b"PK\x03\x04"),
];

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The plan it belongs to.
    pub skp: SkpId,
    /// The entry it supports.
    pub entry: EntryId,
    /// What it is.
    pub item: Item,
    /// Who handed it in.
    pub by: EmployeeId,
    /// When the server took it in.
    pub recorded_at: DateTime<Utc>,
}

/// A file or a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// A file kept in the object store.
    File {
        /// Its name as uploaded.
        name: String,
        /// Media type by its content.
        media_type: String,
        /// Bytes.
        size: u64,
        /// SHA-256, lower-case hexadecimal.
        sha256: String,
    },
    /// A link elsewhere.
    Link {
        /// `https://…`
        url: String,
    },
}

/// Checks a file's name, size and first bytes; returns its media type.
pub fn accept(name: &str, size: u64, head: &[u8]) -> Result<&'static str, FieldError> {
    let field = |text| FieldError::new("evidence_file", text);
    if size == 0 {
        return Err(field(Text::new("evidence-empty")));
    }
    if size > MAX_BYTES {
        return Err(field(Text::new("evidence-too-large").with("max", (MAX_BYTES / 1024 / 1024) as i64)));
    }
    let ending = name.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
    let allowed = TYPES.iter().find(|(e, ..)| *e == ending);
    let Some((_, media_type, magic)) = allowed else {
        return Err(field(Text::new("evidence-type-not-taken").with("ending", ending.as_str())));
    };
    if !head.starts_with(magic) {
        return Err(field(Text::new("evidence-not-what-it-says").with("ending", ending.as_str())));
    }
    Ok(media_type)
}

/// Checks a link.
pub fn accept_link(url: &str) -> Result<String, FieldError> {
    let url = url.trim();
    let plausible = url.split_once("://").is_some_and(|(scheme, rest)| {
        matches!(scheme, "https" | "http")
            && rest.split('/').next().is_some_and(|host| host.contains('.') && !host.contains(char::is_whitespace))
    });
    if plausible && url.len() <= 2000 {
        Ok(url.to_owned())
    } else {
        Err(FieldError::new("evidence_link", Text::new("evidence-link-not-a-link")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_ending_says() {
        let key = |r: Result<&'static str, FieldError>| r.map_err(|e| e.text.key.into_owned());
        assert_eq!(key(accept("foto.JPG", 10, b"\xFF\xD8\xFF\xE0")), Ok("image/jpeg"));
        assert_eq!(key(accept("foto.jpg", 10, b"MZ")), Err("evidence-not-what-it-says".into()));
        assert_eq!(key(accept("alat.exe", 10, b"MZ")), Err("evidence-type-not-taken".into()));
        assert_eq!(key(accept("besar.pdf", MAX_BYTES + 1, b"%PDF-")), Err("evidence-too-large".into()));
        assert_eq!(key(accept("kosong.pdf", 0, b"")), Err("evidence-empty".into()));
    }

    #[test]
    fn a_link_leads_somewhere() {
        assert!(accept_link("https://arsip.go.id/a b").is_ok());
        for bad in ["", "javascript:alert(1)", "https://", "arsip.go.id", "https://a b.id"] {
            assert!(accept_link(bad).is_err(), "{bad}");
        }
    }
}
