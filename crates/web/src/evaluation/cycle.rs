//! *The personnel office runs the year*: lays it out, opens and closes periods, sets units' achievements, sees what is
//! complete and what is late, unit by unit, and takes the recap along.

use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    evaluation::{
        manage_period,
        see_cycle::{Completeness, CyclePage, see_cycle},
        see_recap::{Row, see_recap},
        set_capaian::set_capaian,
    },
    home::tasks::period_name,
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use chrono::Datelike;
use documents::{FeedbackStatus, RecapRow, UnitRecap, recap};
use domain::{
    evaluation::{Capaian, Period},
    ids::{PeriodId, UnitId},
    permissions::Action,
};
use http::header;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "evaluation/cycle.html")]
struct CycleView {
    page: Page,
    form: Form,
    found: CyclePage,
    may_manage: bool,
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

    fn units(&self) -> Vec<(String, String)> {
        self.found.units.iter().map(|(unit, _, _)| (unit.id.to_string(), unit.name.clone())).collect()
    }

    fn capaian(&self) -> Vec<(&'static str, String)> {
        Capaian::ALL.iter().rev().map(|c| (c.code(), self.page.text(c.label()))).collect()
    }

    fn achieved(&self, unit: &UnitId) -> Option<String> {
        self.found.achievements.iter().find(|a| a.unit == *unit).map(|a| self.page.text(a.capaian.label()))
    }

    fn recap(&self, unit: &UnitId) -> String {
        let period = self.found.chosen.as_ref().map(|p| p.id.to_string()).unwrap_or_default();
        format!("/siklus/{period}/rekap/{unit}")
    }

    fn of(&self, n: &usize, counts: &Completeness) -> String {
        self.page.say("cycle-of").with("n", n).with("of", counts.people).to_string()
    }
}

/// What the link says.
#[derive(Deserialize)]
pub struct Asked {
    tahun: Option<i32>,
    periode: Option<PeriodId>,
}

/// `GET /siklus`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let year = asked.tahun.unwrap_or_else(|| visit.words.today().year());
    answer(&visit, year, asked.periode, Form::new()).await
}

/// `POST /siklus/{year}/susun`
pub async fn lay_out(visit: Visit, Path(year): Path<i32>) -> Result<Response, WebError> {
    manage_period::lay_out(&visit.ctx, year).await?;
    Ok(visit.done(&format!("/siklus?tahun={year}"), "cycle-laid-out"))
}

/// `POST /siklus/{period}/buka`
pub async fn open(visit: Visit, Path(period): Path<PeriodId>, mut form: Form) -> Result<Response, WebError> {
    let outcome = manage_period::open(&visit.ctx, period).await;
    after(&visit, period, form.caught(outcome)?.is_some(), form, "cycle-opened").await
}

/// `POST /siklus/{period}/tutup`
pub async fn close(visit: Visit, Path(period): Path<PeriodId>, mut form: Form) -> Result<Response, WebError> {
    let outcome = manage_period::close(&visit.ctx, period).await;
    after(&visit, period, form.caught(outcome)?.is_some(), form, "cycle-closed-now").await
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
    after(&visit, period, form.caught(outcome)?.is_some(), form, "cycle-capaian-saved").await
}

async fn after(
    visit: &Visit,
    period: PeriodId,
    done: bool,
    form: Form,
    says: &'static str,
) -> Result<Response, WebError> {
    let year = form.value("tahun").parse().unwrap_or_else(|_| visit.words.today().year());
    if done {
        return Ok(visit.done(&format!("/siklus?tahun={year}&periode={period}"), says));
    }
    answer(visit, year, Some(period), form).await
}

async fn answer(visit: &Visit, year: i32, period: Option<PeriodId>, form: Form) -> Result<Response, WebError> {
    let found = see_cycle(&visit.ctx, year, period).await?;
    let status = form.status();
    let may_manage = visit.ctx.permit(Action::PeriodManage).is_ok();
    Ok(render(&CycleView { page: visit.page("cycle-title").with(&form), form, found, may_manage }, status))
}

/// `GET /siklus/{period}/rekap/{unit}`: an XLSX workbook.
pub async fn take_recap(visit: Visit, Path((period, unit)): Path<(PeriodId, UnitId)>) -> Result<Response, WebError> {
    let found = see_recap(&visit.ctx, period, unit).await?;
    let (zone, on) = (visit.ctx.agency.time_zone, visit.words.today());
    let row = move |row: Row| RecapRow {
        nip: row.person.employee.nip,
        name: row.person.employee.name,
        post: row.person.post.map(|post| post.title).unwrap_or_default(),
        unit: row.person.unit.map(|unit| unit.name).unwrap_or_default(),
        rater: row.rater,
        plan: row.plan,
        hasil: row.evaluation.as_ref().map(|e| e.hasil),
        perilaku: row.evaluation.as_ref().map(|e| e.perilaku),
        predikat: row.evaluation.as_ref().and_then(|e| e.predikat),
        feedback: match row.feedback {
            None => FeedbackStatus::Missing,
            Some(feedback) if feedback.acknowledged_at.is_some() => FeedbackStatus::Acknowledged,
            Some(_) => FeedbackStatus::Given,
        },
        signed_on: row.evaluation.as_ref().map(|e| zone.date(e.signed_at)),
        received_on: row.evaluation.as_ref().and_then(|e| e.acknowledged_at).map(|at| zone.date(at)),
    };
    let of = UnitRecap {
        agency: visit.ctx.agency.name.clone(),
        unit: found.unit.name.clone(),
        period: documents::period_name(&found.period),
        on,
    };
    let name = format!("attachment; filename=\"rekap-{}.xlsx\"", found.unit.code.replace(['"', '\\', '\r', '\n'], "-"));
    // Hundreds of thousands of rows take a while: off the threads that answer pages.
    let bytes = tokio::task::spawn_blocking(move || recap(&of, found.rows.into_iter().map(row)))
        .await
        .map_err(|e| WebError::Internal(e.to_string()))?
        .map_err(|e| WebError::Internal(e.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
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
    let counts = |people| Completeness {
        people,
        plans_set: people - 2,
        plans_waiting: 1,
        plans_draft: 1,
        self_assessed: people / 2,
        rated: people / 3,
        evaluated: people / 4,
        acknowledged: people / 5,
    };
    let periods = vec![
        period(Rhythm::Triwulanan, 1, true, true),
        period(Rhythm::Triwulanan, 2, true, false),
        period(Rhythm::Semesteran, 1, false, false),
        period(Rhythm::Tahunan, 1, false, false),
    ];
    let found = CyclePage {
        year: 2026,
        chosen: periods.get(1).cloned(),
        periods,
        units: vec![
            (unit("1", "Dinas Komunikasi dan Informatika"), 0, counts(9)),
            (unit("1.1", "Bidang Layanan Informasi Publik"), 1, counts(14)),
        ],
        total: counts(23),
        achievements: Vec::new(),
    };
    let page = gallery.page_at("/siklus", "cycle-title");
    gallery.add("evaluation/cycle", "", &CycleView { page, form: Form::new(), found, may_manage: true });
    let found = CyclePage {
        year: 2027,
        periods: Vec::new(),
        chosen: None,
        units: Vec::new(),
        total: Completeness::default(),
        achievements: Vec::new(),
    };
    let page = gallery.page_at("/siklus", "cycle-title");
    gallery.add("evaluation/cycle", "kosong", &CycleView { page, form: Form::new(), found, may_manage: true });
}
