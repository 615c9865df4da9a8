//! *Somebody opens Laras*: tasks first, then their targets, then what is new.

use crate::{
    error::WebError,
    layout::Tone,
    page::{self, Page},
    preview::Gallery,
    progress::line::{Line, lines},
    session::Visit,
};
use actions::home::{HomePage, see_home, tasks::Task};
use askama::Template;
use axum::response::Response;
use chrono::{Days, NaiveDate};
use domain::{
    decision::Text,
    ids::{EmployeeId, NoticeId},
    journal::Notice,
};

#[derive(Template)]
#[template(path = "home/see.html")]
struct HomeView {
    page: Page,
    tasks: Vec<Due>,
    plan: Option<(String, i32)>,
    lines: Vec<Line>,
    notices: Vec<Notice>,
    team: usize,
}

/// A task with how pressing it is.
struct Due {
    task: Task,
    tone: Tone,
}

impl Due {
    fn new(task: Task, today: NaiveDate) -> Self {
        let tone = match task.due {
            Some(due) if due < today => Tone::Late,
            Some(due) if due <= today + Days::new(3) => Tone::Risk,
            _ => Tone::Idle,
        };
        Self { task, tone }
    }
}

/// `GET /`
pub async fn show(visit: Visit) -> Result<Response, WebError> {
    let home = see_home(&visit.ctx).await?;
    Ok(page::show(&view(visit.page("home-title"), home)))
}

fn view(page: Page, home: HomePage) -> HomeView {
    let today = page.today();
    HomeView {
        tasks: home.tasks.into_iter().map(|task| Due::new(task, today)).collect(),
        plan: home.plan.map(|skp| (format!("/skp/{}", skp.id), skp.year)),
        lines: lines(home.standings),
        notices: home.notices,
        team: home.team,
        page,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let today = gallery.today();
    let task = |says: Text, due: Option<NaiveDate>| Task { says, link: "/skp".into(), due };
    let tasks = vec![
        task(Text::new("task-report-month").with("indicators", 2_i64), Some(today)),
        task(Text::new("task-answer-notes").with("notes", 3_i64), Some(today - Days::new(2))),
        task(Text::new("task-rate").with("name", "Wahyu Prabowo, S.Sos."), Some(today + Days::new(12))),
        task(Text::new("task-read-feedback"), None),
    ];
    let notice = |key: &'static str, read| Notice {
        id: gallery.id::<NoticeId>(),
        to: gallery.id::<EmployeeId>(),
        at: gallery.now(),
        says: Text::new(key).with("name", "Sari Wulandari, S.E.").with("notes", 3_i64),
        link: "/skp".into(),
        read_at: read,
    };
    let home = HomePage {
        tasks,
        plan: None,
        standings: crate::progress::line::sample(gallery),
        notices: vec![notice("notice-reply", None), notice("notice-plan-returned", Some(gallery.now()))],
        team: 7,
    };
    let mut busy = view(gallery.page_at("/", "home-title"), home);
    busy.plan = Some(("/skp".into(), 2026));
    gallery.add("home/see", "", &busy);
    let quiet = HomePage { tasks: Vec::new(), plan: None, standings: Vec::new(), notices: Vec::new(), team: 0 };
    gallery.add("home/see", "kosong", &view(gallery.page_at("/", "home-title"), quiet));
}
