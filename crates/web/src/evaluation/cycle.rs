//! *The personnel office runs the year*: lays it out, has periods opened and closed, sets units' achievements, and sees
//! branch by branch what is complete. A leader sees the branch they lead. Who is missing by name: `cycle_missing`; files:
//! `cycle_files`.

use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    Branch, Counts,
    evaluation::{
        manage_period,
        see_cycle::{self, CyclePage, see_cycle},
        set_capaian::set_capaian,
    },
    home::tasks::period_name,
    job::{self, Task},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use chrono::Datelike;
use domain::{
    evaluation::{Capaian, Period},
    ids::{PeriodId, UnitId},
    permissions::Action,
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "evaluation/cycle.html")]
struct CycleView {
    page: Page,
    form: Form,
    found: CyclePage,
    may_manage: bool,
    may_remind: bool,
    may_recompute: bool,
}

impl CycleView {
    fn name(&self, period: &Period) -> String {
        self.page.text(period_name(period.rhythm, period.number, period.year))
    }

    fn is_chosen(&self, period: &Period) -> bool {
        self.found.chosen.as_ref().is_some_and(|chosen| chosen.id == period.id)
    }

    const fn tone(period: &Period) -> Tone {
        match (period.opened_at, period.closed_at) {
            (_, Some(_)) => Tone::Done,
            (Some(_), None) => Tone::Good,
            (None, None) => Tone::Idle,
        }
    }

    fn stands(&self, period: &Period) -> String {
        self.page.t(match (period.opened_at, period.closed_at) {
            (_, Some(_)) => "cycle-closed",
            (Some(_), None) => "cycle-open",
            (None, None) => "cycle-waiting",
        })
    }

    /// The unit looked at; `None` at the top of several.
    fn unit(&self) -> Option<UnitId> {
        self.found.path.last().map(|unit| unit.id)
    }

    /// What the page is about, as the end of an address.
    fn query(&self, unit: Option<&UnitId>) -> String {
        query(self.found.year, self.found.chosen.as_ref().map(|period| period.id), unit.copied())
    }

    fn of_period(&self, period: &Period) -> String {
        query(self.found.year, Some(period.id), self.unit())
    }

    /// The query of the unit looked at.
    fn here(&self) -> String {
        self.query(self.unit().as_ref())
    }

    /// Rows: the people directly in the unit first, then what lies below it.
    fn rows(&self) -> Vec<(&Branch, bool)> {
        let own = self.found.own.iter().filter(|own| own.counts.people > 0).map(|own| (own, true));
        own.chain(self.found.branches.iter().map(|branch| (branch, false))).collect()
    }

    fn units(&self) -> Vec<(String, String)> {
        let shown = self.found.own.iter().chain(&self.found.branches);
        shown.map(|branch| (branch.unit.id.to_string(), branch.unit.name.clone())).collect()
    }

    fn capaian(&self) -> Vec<(&'static str, String)> {
        Capaian::ALL.iter().rev().map(|c| (c.code(), self.page.text(c.label()))).collect()
    }

    fn achieved(&self, unit: &UnitId) -> Option<String> {
        self.found.achievements.iter().find(|a| a.unit == *unit).map(|a| self.page.text(a.capaian.label()))
    }

    fn of(&self, n: &usize, counts: &Counts) -> String {
        self.page.say("cycle-of").with("n", n).with("of", counts.people).to_string()
    }
}

/// `tahun=2026&periode=…&unit=…`
pub(super) fn query(year: i32, period: Option<PeriodId>, unit: Option<UnitId>) -> String {
    let mut query = format!("tahun={year}");
    if let Some(period) = period {
        query.push_str(&format!("&periode={period}"));
    }
    if let Some(unit) = unit {
        query.push_str(&format!("&unit={unit}"));
    }
    query
}

/// What the link says.
#[derive(Clone, Copy, Default, Deserialize)]
pub struct Asked {
    pub(super) tahun: Option<i32>,
    pub(super) periode: Option<PeriodId>,
    pub(super) unit: Option<UnitId>,
}

impl Asked {
    /// As the action takes it.
    pub(super) fn of(self, visit: &Visit) -> see_cycle::Asked {
        let year = self.tahun.unwrap_or_else(|| visit.words.today().year());
        see_cycle::Asked { year, period: self.periode, unit: self.unit }
    }
}

/// `GET /siklus`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    answer(&visit, asked.of(&visit), Form::new()).await
}

/// `POST /siklus/{year}/susun`
pub async fn lay_out(visit: Visit, Path(year): Path<i32>) -> Result<Response, WebError> {
    manage_period::lay_out(&visit.ctx, year).await?;
    Ok(visit.done(&format!("/siklus?tahun={year}"), "cycle-laid-out"))
}

/// `POST /siklus/{period}/buka`
pub async fn open(visit: Visit, Path(period): Path<PeriodId>, form: Form) -> Result<Response, WebError> {
    begin(&visit, Task::Open { period }, form).await
}

/// `POST /siklus/{period}/tutup`
pub async fn close(visit: Visit, Path(period): Path<PeriodId>, form: Form) -> Result<Response, WebError> {
    begin(&visit, Task::Close { period }, form).await
}

/// `POST /siklus/{period}/hitung-ulang`
pub async fn recompute(visit: Visit, Path(period): Path<PeriodId>, form: Form) -> Result<Response, WebError> {
    begin(&visit, Task::Recompute { period }, form).await
}

/// `POST /siklus/{period}/cetak`
pub async fn print(visit: Visit, Path(period): Path<PeriodId>, mut form: Form) -> Result<Response, WebError> {
    let Some(unit) = form.required_id::<UnitId>("unit") else {
        return Err(WebError::BadRequest("print without unit".into()));
    };
    begin(&visit, Task::Print { period, unit }, form).await
}

/// Asks for the work and shows how it goes; a rule in the way is shown on the board.
async fn begin(visit: &Visit, task: Task, mut form: Form) -> Result<Response, WebError> {
    let period = task.period();
    let outcome = job::ask(&visit.ctx, task).await;
    match form.caught(outcome)? {
        Some(id) => Ok(visit.to(&format!("/pekerjaan/{id}"))),
        None => answer(visit, back(visit, &form, period), form).await,
    }
}

/// `POST /siklus/{period}/capaian`
pub async fn achieve(visit: Visit, Path(period): Path<PeriodId>, mut form: Form) -> Result<Response, WebError> {
    let unit = form.required_id::<UnitId>("unit");
    let capaian = form.choice("capaian", Capaian::from_code);
    let basis = form.required("basis");
    let outcome = match (form.check(), unit, capaian) {
        (Ok(()), Some(unit), Some(capaian)) => set_capaian(&visit.ctx, period, unit, capaian, basis).await,
        (Err(failure), ..) => Err(failure),
        (Ok(()), ..) => return Err(WebError::BadRequest("capaian without unit".into())),
    };
    let asked = back(&visit, &form, Some(period));
    if form.caught(outcome)?.is_some() {
        let to = format!("/siklus?{}", query(asked.year, asked.period, asked.unit));
        return Ok(visit.done(&to, "cycle-capaian-saved"));
    }
    answer(&visit, asked, form).await
}

/// The board a form stood on.
fn back(visit: &Visit, form: &Form, period: Option<PeriodId>) -> see_cycle::Asked {
    let year = form.value("tahun").parse().unwrap_or_else(|_| visit.words.today().year());
    see_cycle::Asked { year, period, unit: form.value("di").parse().ok() }
}

async fn answer(visit: &Visit, asked: see_cycle::Asked, form: Form) -> Result<Response, WebError> {
    let found = see_cycle(&visit.ctx, asked).await?;
    let status = form.status();
    let may = |action| visit.ctx.permit(action).is_ok();
    let view = CycleView {
        page: visit.page("cycle-title").with(&form),
        form,
        found,
        may_manage: may(Action::PeriodManage),
        // Who sees a board without overseeing the agency leads it.
        may_remind: may(Action::ReminderSend) || !may(Action::CycleRead),
        may_recompute: may(Action::PeriodRecompute),
    };
    Ok(render(&view, status))
}

pub(super) fn samples(gallery: &mut Gallery) {
    use domain::{evaluation::Rhythm, people::Unit, time::DateRange};
    let period = |rhythm, number, opened: bool, closed: bool| Period {
        id: gallery.id(),
        year: 2026,
        rhythm,
        number,
        dates: DateRange::year(2026),
        policy: "permenpanrb-6-2022@1+bengkulu@1".into(),
        opened_at: opened.then(|| gallery.now()),
        closed_at: closed.then(|| gallery.now()),
    };
    let unit = |code: &str, name: &str| Unit { id: gallery.id(), parent: None, code: code.into(), name: name.into() };
    let branch = |code: &str, name: &str, children, people| Branch {
        unit: unit(code, name),
        children,
        counts: Counts {
            people,
            plans_set: people - 1,
            plans_waiting: 1,
            self_assessed: people / 2,
            rated: people / 3,
            evaluated: people / 4,
            acknowledged: people / 5,
        },
    };
    let periods = vec![
        period(Rhythm::Triwulanan, 1, true, true),
        period(Rhythm::Triwulanan, 2, true, false),
        period(Rhythm::Semesteran, 1, false, false),
        period(Rhythm::Tahunan, 1, false, false),
    ];
    let own = branch("1", "Dinas Komunikasi dan Informatika", 2, 9);
    let branches = vec![
        branch("1.1", "Bidang Layanan Informasi Publik", 3, 1_214),
        branch("1.2", "Bidang Aplikasi Informatika", 0, 14),
    ];
    let found = CyclePage {
        year: 2026,
        chosen: periods.get(1).cloned(),
        waits: periods[2..].iter().map(|period| (period.id, gallery.today() + chrono::Days::new(60))).collect(),
        periods,
        total: branches.iter().chain([&own]).map(|branch| branch.counts).sum(),
        path: vec![unit("0", "Kabupaten Nusa Raya"), own.unit.clone()],
        branches,
        own: Some(own),
        achievements: Vec::new(),
    };
    let view = |gallery: &Gallery, found, may| CycleView {
        page: gallery.page_at("/siklus", "cycle-title"),
        form: Form::new(),
        found,
        may_manage: may,
        may_remind: true,
        may_recompute: may,
    };
    let shown = view(gallery, found, true);
    gallery.add("evaluation/cycle", "", &shown);
    let found = CyclePage {
        year: 2027,
        periods: Vec::new(),
        waits: std::collections::HashMap::new(),
        chosen: None,
        path: Vec::new(),
        branches: Vec::new(),
        own: None,
        total: Counts::default(),
        achievements: Vec::new(),
    };
    let empty = view(gallery, found, true);
    gallery.add("evaluation/cycle", "kosong", &empty);
}
