//! The few cookies: the session, a guest's secret before log-in, the language, and a message for the next page.

use http::{HeaderMap, HeaderValue, header};

/// The session: `agency.token`.
pub const SESSION: &str = "laras";
/// A visitor's secret before log-in, for the log-in form.
pub const GUEST: &str = "laras_tamu";
/// `id` or `en`.
pub const LANGUAGE: &str = "laras_bahasa";
/// A message for the next page, shown once.
pub const FLASH: &str = "laras_pesan";

/// Reads one cookie.
pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(k, v)| (k == name).then_some(v))
}

/// How long a cookie stays, in seconds: a year.
pub const YEAR: u32 = 365 * 24 * 3600;

/// A `Set-Cookie` line. `seconds` 0 takes the cookie away; `None` keeps it until the browser closes.
pub fn set(name: &str, value: &str, seconds: Option<u32>, https: bool) -> HeaderValue {
    let age = seconds.map_or(String::new(), |s| format!("; Max-Age={s}"));
    let secure = if https { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
    HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// Percent-encodes what a cookie cannot hold.
pub fn encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Reads what [`encode`] wrote.
pub fn decode(text: &str) -> String {
    form_urlencoded::parse(format!("v={text}").as_bytes()).next().map(|(_, v)| v.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_read_and_written() {
        let headers =
            HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static("a=1; laras=x.y;laras_bahasa=en"))]);
        assert_eq!(read(&headers, SESSION), Some("x.y"));
        assert_eq!(read(&headers, LANGUAGE), Some("en"));
        assert_eq!(read(&headers, "ra"), None);
        assert_eq!(set("laras", "v", Some(0), true), "laras=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
        let odd = "{\"a\":\"b; c=dé\"}";
        assert_eq!(decode(&encode(odd)), odd);
        assert!(!encode(odd).contains(';'));
    }
}
