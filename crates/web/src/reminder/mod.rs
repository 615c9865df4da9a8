//! *A unit is reminded*: the office or the unit's leader sees how many people are at which step, chooses, and sends.
//!
//! Not here: a supervisor reminding one employee (`assessment`), and the reminders of every morning, which nobody sends
//! (`actions::reminder`). Read first: `show`.

use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    preview::Gallery,
    routes::Routes,
    session::Visit,
};
use actions::{
    home::tasks::period_name,
    job::{self, Task},
    reminder::{Preview, preview},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    decision::Text,
    evaluation::cycle::Step,
    ids::{PeriodId, UnitId},
    permissions::Action,
};
use serde::Deserialize;

/// The routes of this room.
pub fn routes() -> Routes {
    Routes::new().get("/siklus/{period}/ingatkan", Action::ReminderSend, show).post(
        "/siklus/{period}/ingatkan",
        Action::ReminderSend,
        send,
    )
}

#[derive(Template)]
#[template(path = "reminder/ask.html")]
struct AskPage {
    page: Page,
    form: Form,
    found: Preview,
}

impl AskPage {
    fn period(&self) -> String {
        let period = &self.found.period;
        self.page.text(period_name(period.rhythm, period.number, period.year))
    }

    fn name(&self, step: &Step) -> String {
        self.page.label("cycle-step", step.code())
    }

    fn is_chosen(&self, step: &Step) -> bool {
        self.form.is("steps", step.code())
    }

    fn action(&self) -> String {
        format!("/siklus/{}/ingatkan", self.found.period.id)
    }
}

/// What the link says.
#[derive(Deserialize)]
struct Asked {
    unit: Option<UnitId>,
}

/// `GET /siklus/{period}/ingatkan`
async fn show(visit: Visit, Path(period): Path<PeriodId>, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    answer(&visit, period, asked.unit, Form::new()).await
}

/// `POST /siklus/{period}/ingatkan`
async fn send(visit: Visit, Path(period): Path<PeriodId>, mut form: Form) -> Result<Response, WebError> {
    let unit = form.value("unit").parse().ok();
    let steps: Vec<Step> = form.all("steps").into_iter().filter_map(Step::from_code).collect();
    let outcome = job::ask(&visit.ctx, Task::Remind { period, unit, steps }).await;
    match form.caught(outcome)? {
        Some(id) => Ok(visit.to(&format!("/pekerjaan/{id}"))),
        None => answer(&visit, period, unit, form).await,
    }
}

async fn answer(visit: &Visit, period: PeriodId, unit: Option<UnitId>, form: Form) -> Result<Response, WebError> {
    let found = preview(&visit.ctx, period, unit).await?;
    let status = form.status();
    let back = match &found.unit {
        Some(unit) => format!("/siklus?tahun={}&periode={period}&unit={}", found.period.year, unit.id),
        None => format!("/siklus?tahun={}&periode={period}", found.period.year),
    };
    let page = visit.page(Text::new("reminder-title")).under(back, "cycle-title").with(&form);
    Ok(render(&AskPage { page, form, found }, status))
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    use domain::{
        evaluation::{Period, Rhythm},
        people::Unit,
        time::DateRange,
    };
    let found = |gallery: &Gallery, steps| Preview {
        period: Period {
            id: gallery.id(),
            year: 2026,
            rhythm: Rhythm::Triwulanan,
            number: 2,
            dates: DateRange::year(2026),
            policy: "permenpanrb-6-2022@1+bengkulu@1".into(),
            opened_at: Some(gallery.now()),
            closed_at: None,
        },
        unit: Some(Unit {
            id: gallery.id(),
            parent: None,
            code: "1.2".into(),
            name: "Bidang Layanan Informasi Publik".into(),
        }),
        steps,
    };
    let page = |gallery: &Gallery| gallery.page_at("/siklus", "reminder-title").under("/siklus", "cycle-title");
    let mut form = Form::of([("steps", "self")]);
    form.fail("steps", Text::new("reminder-choose-a-step"));
    let steps = vec![(Step::Own, 81, 81), (Step::Rate, 39, 6)];
    let view = AskPage { page: page(gallery).with(&form), form, found: found(gallery, steps) };
    gallery.add("reminder/ask", "", &view);
    let view = AskPage { page: page(gallery), form: Form::new(), found: found(gallery, Vec::new()) };
    gallery.add("reminder/ask", "lengkap", &view);
}
