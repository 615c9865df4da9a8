//! *Somebody reads one indicator's progress*: where it stands and why, its steps, its entries with their answers and
//! evidence. A supervisor answers here.

use super::line::sample;
use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    session::Visit,
};
use actions::{
    feed::see_rows::Measured,
    progress::{
        reply as verb,
        see::{IndicatorPage, Thread, see_indicator},
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::Days;
use domain::{
    amount::Amount,
    evidence::{Evidence, Item},
    feed::{Link, Measure, Slice},
    ids::{EntryId, EvidenceId, IndicatorId, ReplyId, SkpId, StepId},
    plan::{Approach, Content, Form as PlanForm, Milestones, Skp},
    progress::{Entry, Reply, Step},
    time::DateRange,
};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "progress/indicator.html")]
pub(super) struct IndicatorView {
    page: Page,
    found: IndicatorPage,
    link: String,
    tone: Tone,
    form: Form,
}

impl IndicatorView {
    fn name(&self, id: &domain::ids::EmployeeId) -> &str {
        self.found.names.get(id).map_or("", String::as_str)
    }

    fn under(&self, tail: &str) -> String {
        format!("{}{tail}", self.link)
    }

    fn step(&self, step: &Step) -> String {
        format!("{}/rencana-aksi/{}", self.link, step.id)
    }

    fn amount(&self, amount: &Amount) -> String {
        format!("{} {}", self.page.amount(amount), self.found.standing.indicator.target.unit)
    }

    fn late(&self, step: &Step) -> bool {
        step.done_on.is_none() && step.due < self.page.today()
    }
}

/// `GET /skp/{skp}/indikator/{indicator}`
pub async fn show(visit: Visit, Path((skp, indicator)): Path<(SkpId, IndicatorId)>) -> Result<Response, WebError> {
    again(&visit, skp, indicator, Form::new()).await
}

/// The page, with a form that came back.
pub(super) async fn again(visit: &Visit, skp: SkpId, indicator: IndicatorId, form: Form) -> Result<Response, WebError> {
    let found = see_indicator(&visit.ctx, skp, indicator).await?;
    let status = form.status();
    Ok(render(&view(visit.page("progress-indicator").with(&form), found, form), status))
}

fn view(page: Page, found: IndicatorPage, form: Form) -> IndicatorView {
    let link = format!("/skp/{}", found.skp.id);
    let page = page.under(link.clone(), "nav-plan").under(format!("{link}/laporan"), "progress-title");
    let link = format!("{link}/indikator/{}", found.standing.indicator.id);
    IndicatorView { page, tone: found.standing.track.value.into(), link, found, form }
}

/// `POST /laporan/{entry}/jawab`
pub async fn reply(visit: Visit, Path(entry): Path<EntryId>, mut form: Form) -> Result<Response, WebError> {
    let (text, settles) = (form.text("reply"), form.flag("settles"));
    let (Some(skp), Some(indicator)) = (form.id::<SkpId>("skp"), form.id::<IndicatorId>("indicator")) else {
        return Err(WebError::BadRequest("reply without its place".into()));
    };
    let outcome = match form.check() {
        Ok(()) => verb::reply(&visit.ctx, entry, text, settles).await,
        Err(failure) => Err(failure),
    };
    match form.caught(outcome)? {
        Some(_) => Ok(visit.done(&format!("/skp/{skp}/indikator/{indicator}#catatan-{entry}"), "progress-replied")),
        None => again(&visit, skp, indicator, form).await,
    }
}

/// An indicator that names a source.
fn by_a_source(gallery: &Gallery, skp: &Skp, indicator: IndicatorId) -> Measured {
    let slice = Slice { employee: Some(skp.employee), ..Slice::default() };
    let (source, measure) = (gallery.id(), Measure::ProgrammeCount);
    Measured {
        link: Link { skp: skp.id, indicator, source, measure, slice, by: skp.rater, at: gallery.now() },
        source: "Log pemindaian arsip".into(),
        n: 14,
        rows: Some("/sumber-data/1/baris".into()),
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    let (today, now) = (gallery.today(), gallery.now());
    let (me, boss) = (gallery.id(), gallery.id());
    let skp = Skp {
        id: gallery.id(),
        employee: me,
        year: 2026,
        dates: DateRange::year(2026),
        form: PlanForm::JaJf,
        approach: Approach::Kuantitatif,
        post: gallery.id(),
        unit: gallery.id(),
        rater: boss,
        superior: None,
        version: 1,
        revision: 3,
        milestones: Milestones { set_at: Some(now), ..Milestones::default() },
        content: Content::default(),
    };
    let standing = sample(gallery).remove(2);
    let indicator = standing.indicator.id;
    let step = |text: &str, due, done_on| Step {
        id: gallery.id::<StepId>(),
        skp: skp.id,
        indicator,
        text: text.into(),
        due,
        done_on,
    };
    let entry = Entry {
        id: gallery.id(),
        skp: skp.id,
        indicator,
        step: None,
        on: today - Days::new(5),
        amount: Some(Amount::whole(120)),
        did: "Memindai arsip kepegawaian tahun 2019 sebanyak 120 berkas.".into(),
        obstacle: "Pemindai di ruang arsip rusak sejak Senin.".into(),
        help: "Mohon izin meminjam pemindai bidang lain.".into(),
        corrects: None,
        by: me,
        recorded_at: now,
    };
    let reply = Reply {
        id: gallery.id::<ReplyId>(),
        entry: entry.id,
        by: boss,
        text: "Silakan pakai pemindai bidang statistik mulai besok pagi.".into(),
        settles: true,
        at: now,
    };
    let evidence = Evidence {
        id: gallery.id::<EvidenceId>(),
        skp: skp.id,
        entry: entry.id,
        item: Item::File {
            name: "rekap-pindai-juli.pdf".into(),
            media_type: "application/pdf".into(),
            size: 348_000,
            sha256: "9f86d081884c7d65".repeat(4),
        },
        by: me,
        recorded_at: now,
    };
    let names = BTreeMap::from([(me, "Ratna Dewi Lestari, S.Kom.".into()), (boss, "Sari Wulandari, S.E.".into())]);
    let measured = by_a_source(gallery, &skp, indicator);
    let found = |may_report, may_reply| IndicatorPage {
        measured: Some(measured.clone()).filter(|_| may_reply),
        may_link: true,
        owner: "Ratna Dewi Lestari, S.Kom.".into(),
        may_report,
        may_reply,
        standing: standing.clone(),
        steps: vec![
            step("Menyusun daftar arsip per tahun", today - Days::new(40), Some(today - Days::new(42))),
            step("Memindai arsip 2019-2020", today - Days::new(3), None),
        ],
        entries: vec![Thread {
            days_late: entry.days_late(page_zone()),
            corrected: false,
            replies: vec![reply.clone()],
            evidence: vec![evidence.clone()],
            entry: entry.clone(),
        }],
        names: names.clone(),
        skp: skp.clone(),
    };
    let page = || gallery.page_at("/laporan", "progress-indicator");
    let views = [
        ("", view(page(), found(true, false), Form::new())),
        ("penilai", view(page(), found(false, true), Form::new())),
    ];
    for (variant, view) in views {
        gallery.add("progress/indicator", variant, &view);
    }
}

const fn page_zone() -> domain::time::TimeZone {
    domain::time::TimeZone::Wit
}
