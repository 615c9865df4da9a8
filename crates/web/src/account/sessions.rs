//! *Somebody sees where they are logged in*, and ends sessions that should not be.

use crate::{
    error::WebError,
    form::Form,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::account::{log_out, session};
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Duration, Utc};
use domain::account::Role;

#[derive(Template)]
#[template(path = "account/sessions.html")]
struct SessionsPage {
    page: Page,
    roles: Vec<&'static str>,
    rows: Vec<Row>,
}

struct Row {
    token_hash: String,
    browser: &'static str,
    system: &'static str,
    created: DateTime<Utc>,
    last_seen: DateTime<Utc>,
    this: bool,
}

/// `GET /akun`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let now = visit.ctx.at;
    let rows = session::mine(&visit.ctx)
        .await?
        .into_iter()
        .filter(|s| s.revoked_at.is_none() && s.expires_at > now)
        .map(|s| Row {
            this: s.token_hash == visit.token_hash,
            browser: browser(&s.agent),
            system: system(&s.agent),
            created: s.created_at,
            last_seen: s.last_seen_at,
            token_hash: s.token_hash,
        })
        .collect();
    let roles = visit.ctx.actor.roles.iter().map(|role| role.code()).collect();
    Ok(page::show(&SessionsPage { page: visit.page("account-title"), roles, rows }))
}

/// `POST /akun/sesi/akhiri`
pub async fn end(visit: Visit, form: Form) -> Result<Response, WebError> {
    log_out::here(&visit.ctx, form.value("sesi")).await?;
    Ok(visit.done("/akun", "account-session-ended"))
}

// Browsers call themselves by many names at once; the most particular one is looked for first.
fn browser(agent: &str) -> &'static str {
    [
        ("Edg", "Edge"),
        ("SamsungBrowser", "Samsung Internet"),
        ("OPR", "Opera"),
        ("UCBrowser", "UC Browser"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]
    .into_iter()
    .find_map(|(mark, name)| agent.contains(mark).then_some(name))
    .unwrap_or("?")
}

fn system(agent: &str) -> &'static str {
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]
    .into_iter()
    .find_map(|(mark, name)| agent.contains(mark).then_some(name))
    .unwrap_or("?")
}

pub(super) fn samples(gallery: &mut Gallery) {
    let now = gallery.now();
    let row = |system, browser, this, minutes| Row {
        token_hash: "00".repeat(32),
        browser,
        system,
        created: now - Duration::days(3),
        last_seen: now - Duration::minutes(minutes),
        this,
    };
    let rows = vec![row("Android", "Chrome", true, 0), row("Windows", "Edge", false, 60 * 19)];
    let roles = vec![Role::PersonnelOffice.code()];
    gallery.add("account/sessions", "", &SessionsPage { page: gallery.page_at("/akun", "account-title"), roles, rows });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_told_by_browser_and_system() {
        for (agent, want) in [
            (
                "Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
                ("Chrome", "Android"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
                ("Edge", "Windows"),
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", ("Firefox", "Linux")),
            ("curl/8", ("?", "?")),
        ] {
            assert_eq!((browser(agent), system(agent)), want);
        }
    }
}
