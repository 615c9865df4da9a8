//! Proof that a form came from our own page: a secret of the session, masked anew in every page (BREACH), and the
//! browser's own word on where the request came from.

use http::{HeaderMap, header};
use sha2::{Digest, Sha256};

/// The secret of a session or of a guest, computed from the cookie, which no script and no other site can read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// From the cookie's value.
    pub fn of(cookie: &str) -> Self {
        Self(Sha256::new().chain_update(b"laras formulir v1\0").chain_update(cookie.as_bytes()).finalize().into())
    }

    /// The token for one page: `mask ‖ mask ⊕ secret`, hexadecimal.
    pub fn masked(&self, mask: [u8; 32]) -> String {
        let hidden = mask.iter().zip(self.0).map(|(m, s)| m ^ s);
        mask.iter().copied().chain(hidden).map(|b| format!("{b:02x}")).collect()
    }

    /// Was this token made from this secret? Takes equally long for every wrong token of the right length.
    pub fn made(&self, token: &str) -> bool {
        let Some(bytes) = unhex(token).filter(|bytes| bytes.len() == 64) else { return false };
        let (mask, hidden) = bytes.split_at(32);
        mask.iter().zip(hidden).zip(self.0).fold(0_u8, |wrong, ((m, h), s)| wrong | (m ^ h ^ s)) == 0
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

/// What the browser says about where a request came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From our own pages.
    Own,
    /// From another site.
    Foreign,
    /// It does not say (old browsers, tools).
    Silent,
}

/// Reads `Sec-Fetch-Site` and `Origin`.
pub fn origin(headers: &HeaderMap) -> Origin {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return if matches!(site, "same-origin" | "none") { Origin::Own } else { Origin::Foreign };
    }
    let Some(origin) = text("origin") else { return Origin::Silent };
    let host = text(header::HOST.as_str()).unwrap_or_default();
    match origin.split_once("://") {
        Some((_, from)) if !host.is_empty() && from.eq_ignore_ascii_case(host) => Origin::Own,
        _ => Origin::Foreign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderName, HeaderValue};

    #[test]
    fn a_token_is_another_each_time_and_belongs_to_one_session() {
        let (mine, theirs) = (Secret::of("agency.mine"), Secret::of("agency.theirs"));
        let (a, b) = (mine.masked([7; 32]), mine.masked([9; 32]));
        assert_ne!(a, b);
        assert!(mine.made(&a) && mine.made(&b) && !theirs.made(&a));
        for bad in ["", "00", &a[2..], &a.replace(&a[100..], "g"), "äöü"] {
            assert!(!mine.made(bad), "{bad}");
        }
        assert!(!a.contains(&b[64..]), "the secret itself is never shown");
    }

    #[test]
    fn the_browser_says_where_it_came_from() {
        let ask = |pairs: &[(&'static str, &'static str)]| {
            origin(&pairs.iter().map(|(k, v)| (HeaderName::from_static(k), HeaderValue::from_static(v))).collect())
        };
        let host = ("host", "laras.go.id:8080");
        assert_eq!(ask(&[host]), Origin::Silent);
        assert_eq!(ask(&[host, ("sec-fetch-site", "same-origin")]), Origin::Own);
        assert_eq!(ask(&[host, ("sec-fetch-site", "same-site")]), Origin::Foreign);
        assert_eq!(ask(&[host, ("origin", "https://laras.go.id:8080")]), Origin::Own);
        assert_eq!(ask(&[host, ("origin", "https://jahat.id")]), Origin::Foreign);
        assert_eq!(ask(&[host, ("origin", "null")]), Origin::Foreign);
    }
}
