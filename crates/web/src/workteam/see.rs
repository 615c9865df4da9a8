//! *Somebody opens a team*: what it is for, who works in it, what it delivers, what it was found to have achieved and why.

use super::sample;
use crate::{
    error::WebError,
    evaluation::why::Step,
    layout::Tone,
    page::{self, Page},
    preview::Gallery,
    session::Visit,
};
use actions::{
    home::tasks::period_name,
    workteam::see::{MemberRow, ResultRow, TeamPage, see},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use domain::{decision::Text, evaluation::Predikat, ids::WorkteamId};

#[derive(Template)]
#[template(path = "workteam/see.html")]
struct SeePage {
    page: Page,
    link: String,
    found: TeamPage,
    ratings: Vec<Rating>,
}

/// What the team was found to have achieved in a period.
struct Rating {
    period: Text,
    predikat: Predikat,
    by: String,
    at: DateTime<Utc>,
    why: Step,
}

impl SeePage {
    fn name(&self, row: &MemberRow) -> String {
        row.person.as_ref().map(|person| person.employee.name.clone()).unwrap_or_default()
    }

    /// Post and unit.
    fn place(&self, row: &MemberRow) -> String {
        let Some(person) = &row.person else { return String::new() };
        let parts = [person.post.as_ref().map(|post| post.title.clone()), person.unit.as_ref().map(|u| u.name.clone())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Where the leader speaks to a member: the topic is filled in.
    fn speak(&self, row: &MemberRow) -> String {
        let topic = self.page.say("workteam-of").with("team", self.found.team.name.as_str()).to_string();
        let topic: String = form_urlencoded::byte_serialize(topic.as_bytes()).collect();
        format!("/umpan-balik/beri?pegawai={}&perihal={topic}", row.member.employee)
    }

    /// What ends it is called: nobody is sent away who has not begun.
    fn ends(&self, row: &MemberRow) -> &'static str {
        if row.member.waits() { "workteam-take-back" } else { "workteam-leave" }
    }

    fn tone(&self, row: &ResultRow) -> Tone {
        row.reached.track.value.into()
    }
}

/// `GET /tim-kerja/{team}`
pub async fn show(visit: Visit, Path(id): Path<WorkteamId>) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let title = Text::new("workteam-of").with("team", found.team.name.as_str());
    Ok(page::show(&view(visit.page(title), found)))
}

fn view(page: Page, found: TeamPage) -> SeePage {
    let page = page.under("/tim-kerja", "nav-workteam");
    let ratings = found.ratings.iter().map(|(rating, period, by)| Rating {
        period: period_name(period.rhythm, period.number, period.year),
        predikat: rating.predikat,
        by: by.clone(),
        at: rating.at,
        why: Step::of(&page, &rating.because),
    });
    SeePage { link: format!("/tim-kerja/{}", found.team.id), ratings: ratings.collect(), found, page }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, found) in sample::pages(gallery) {
        let title = Text::new("workteam-of").with("team", sample::NAME);
        let view = view(gallery.page_at("/tim-kerja/1", title), found);
        gallery.add("workteam/see", variant, &view);
    }
}
