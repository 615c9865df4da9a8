//! *Somebody looks what they are asked to say* of anybody's criteria: their own, their team's, those they were named for.

use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    home::tasks::period_name,
    scheme::mine::{Mine, Row, Standing, mine},
};
use askama::Template;
use axum::response::Response;
use chrono::NaiveDate;
use domain::decision::Text;

#[derive(Template)]
#[template(path = "scheme/list.html")]
struct ListView {
    page: Page,
    own: Vec<Line>,
    team: Vec<Line>,
    asked: Vec<Line>,
}

/// One person in one period.
struct Line {
    link: String,
    name: String,
    period: Text,
    tone: Tone,
    says: String,
    why: String,
    due: Option<NaiveDate>,
    /// What else waits: names to agree to, people to name, a name to put under it.
    more: Vec<(String, String)>,
}

impl Line {
    fn of(page: &Page, row: &Row) -> Self {
        let link = format!("/kriteria/{}/{}", row.period.id, row.skp);
        let (tone, key) = match &row.standing {
            Some(Standing::ToFill) => (Tone::Risk, "scheme-standing-to-fill"),
            Some(Standing::Begun) => (Tone::Risk, "scheme-standing-begun"),
            Some(Standing::Waits(_)) => (Tone::Idle, "scheme-standing-waits"),
            Some(Standing::Sent) => (Tone::Done, "scheme-standing-sent"),
            Some(Standing::Over) => (Tone::Idle, "scheme-standing-over"),
            None => (Tone::Idle, "scheme-standing-reads"),
        };
        let why = match &row.standing {
            Some(Standing::Waits(refusal)) => page.broken(refusal).map(|broken| broken.says).unwrap_or_default(),
            _ => String::new(),
        };
        let raters = format!("{link}/penilai");
        let mut more = Vec::new();
        if row.to_decide > 0 {
            let n = row.to_decide as i64;
            more.push((raters.clone(), page.say("scheme-to-decide").with("n", n).to_string()));
        }
        for (role, n) in &row.to_name {
            more.push((
                raters.clone(),
                page.say("scheme-to-name").with("role", role.label()).with("n", *n).to_string(),
            ));
        }
        if row.looks_after && more.is_empty() {
            more.push((raters, page.t("scheme-raters-title")));
        }
        if row.to_countersign {
            more.push((format!("{link}#periksa"), page.t("scheme-countersign")));
        }
        Self {
            name: row.owner.clone(),
            period: period_name(row.period.rhythm, row.period.number, row.period.year),
            tone,
            says: page.t(key),
            why,
            due: row.due.filter(|_| matches!(row.standing, Some(Standing::ToFill | Standing::Begun))),
            more,
            link,
        }
    }
}

/// `GET /kriteria`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let found = mine(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("scheme-list-title"), &found)))
}

fn view(page: Page, found: &Mine) -> ListView {
    let lines = |rows: &[Row]| rows.iter().map(|row| Line::of(&page, row)).collect();
    let (own, team, asked) = (lines(&found.own), lines(&found.team), lines(&found.asked));
    ListView { page, own, team, asked }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let page = |gallery: &Gallery| gallery.page_at("/kriteria", "scheme-list-title");
    let full = view(page(gallery), &super::sample::mine(gallery));
    gallery.add("scheme/list", "", &full);
    gallery.add("scheme/list", "kosong", &view(page(gallery), &Mine::default()));
}
