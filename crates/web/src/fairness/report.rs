//! *Somebody reads the fairness report*, learns how to read it, has it worked out anew, gives its short form to the public.

use super::{between, draw, named, share};
use crate::{
    error::WebError,
    form::Form,
    layout::Tone,
    page::{self, Page},
    session::Visit,
    words::{Markup, fill::Take},
};
use actions::fairness::{
    Snapshot,
    report::{self, ReportPage},
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use chrono::Datelike;
use domain::{
    amount::Amount,
    assessment::Rating,
    evaluation::{Period, Predikat},
    fairness::{
        group::{By, GroupFigures, Impact, name},
        report::{Agreed, Between, Report, UnitSpread},
    },
    ids::PeriodId,
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "fairness/list.html")]
pub(super) struct ListView {
    pub(super) page: Page,
    pub(super) year: i32,
    pub(super) rows: Vec<(Period, Option<Snapshot>)>,
    /// Where the public reads.
    pub(super) public: String,
}

impl ListView {
    fn name(&self, period: &Period) -> String {
        named(&self.page, period)
    }
}

#[derive(Template)]
#[template(path = "fairness/guide.html")]
pub(super) struct GuideView {
    pub(super) page: Page,
}

#[derive(Template)]
#[template(path = "fairness/report.html")]
pub(super) struct ReportView {
    pub(super) page: Page,
    pub(super) found: ReportPage,
}

impl ReportView {
    fn period(&self) -> String {
        named(&self.page, &self.found.period)
    }

    fn link(&self) -> String {
        format!("/keadilan/{}", self.found.period.id)
    }

    fn body(&self, report: &Report) -> Markup {
        Markup(Body { page: &self.page, report, public: false }.render().unwrap_or_default())
    }

    fn warnings(unit: &UnitSpread) -> bool {
        !unit.warnings.is_empty()
    }

    fn predicates(&self) -> Vec<String> {
        Predikat::ALL.iter().rev().map(|one| self.page.text(one.label())).collect()
    }

    /// A unit's predicates, best first, each with its name.
    fn spread(&self, unit: &UnitSpread) -> Vec<(String, u32)> {
        self.predicates().into_iter().zip(unit.counts.iter().rev().copied()).collect()
    }
}

/// What the report and its short form have in common.
#[derive(Template)]
#[template(path = "fairness/_body.html")]
pub(super) struct Body<'a> {
    pub(super) page: &'a Page,
    pub(super) report: &'a Report,
    pub(super) public: bool,
}

impl Body<'_> {
    fn share(&self, n: impl Take<u32>, of: impl Take<u32>) -> String {
        share(self.page, n.take(), of.take())
    }

    /// Law's ratings, best first.
    fn classes(&self) -> Vec<(String, u32)> {
        let named = Rating::ALL.into_iter().map(|one| self.page.text(one.label()));
        named.zip(self.report.classes).rev().collect()
    }

    fn classes_total(&self) -> u32 {
        self.report.classes.iter().sum()
    }

    fn bands(&self) -> Vec<(String, u32)> {
        let names = [
            self.page.t("fairness-band-1"),
            self.page.t("fairness-band-2"),
            self.page.t("fairness-band-3"),
            self.page.t("fairness-band-4"),
            self.page.t("fairness-band-5"),
        ];
        names.into_iter().zip(self.report.bands).collect()
    }

    fn bands_total(&self) -> u32 {
        self.report.bands.iter().sum()
    }

    fn bands_drawing(&self) -> Markup {
        draw::columns(&self.bands())
    }

    fn predicates(&self) -> Vec<(String, u32)> {
        Predikat::ALL.into_iter().map(|one| self.page.text(one.label())).zip(self.report.spread).collect()
    }

    fn predicates_total(&self) -> u32 {
        self.report.spread.iter().sum()
    }

    fn predicates_drawing(&self) -> Markup {
        let short = |name: String| name.split(" (").next().unwrap_or_default().to_owned();
        draw::columns(&self.predicates().into_iter().map(|(name, n)| (short(name), n)).collect::<Vec<_>>())
    }

    fn between(&self, agreed: &Agreed) -> String {
        between(self.page, &agreed.alpha)
    }

    fn who(&self, agreed: &Agreed) -> String {
        match agreed.between {
            Between::Raters => self.page.t("fairness-agree-raters"),
            Between::SelfAndSupervisor => self.page.t("fairness-agree-self"),
        }
    }

    fn strength(&self, agreed: &Agreed) -> String {
        match agreed.alpha.value.0 {
            8_000.. => self.page.t("fairness-agree-strong"),
            6_670.. => self.page.t("fairness-agree-fair"),
            _ => self.page.t("fairness-agree-weak"),
        }
    }

    fn group(&self, group: &GroupFigures) -> String {
        name(group.by, &group.code).map_or_else(|| group.code.clone(), |name| self.page.text(&name))
    }

    fn tone(group: &GroupFigures) -> Tone {
        if group.is_found() { Tone::Risk } else { Tone::Good }
    }

    fn impacts(&self) -> bool {
        self.report.groups.iter().any(|group| group.impact.is_some())
    }

    /// `dari 100 orang 21, dari 100 yang lain 17; perbandingan 1,24 (0,58–2,63)`.
    fn impact(&self, group: &GroupFigures, impact: &Impact) -> String {
        let of_hundred = |rate: i64| self.page.n((rate + 50) / 100);
        self.page
            .say("fairness-impact-says")
            .with("own", of_hundred(group.rates.0))
            .with("others", of_hundred(group.rates.1))
            .with("ratio", self.page.amount(impact.ratio.value))
            .with("low", self.page.amount(impact.ratio.low))
            .with("high", self.page.amount(impact.ratio.high))
            .to_string()
    }

    fn groups_drawing(&self) -> Markup {
        let groups: Vec<&GroupFigures> = self.report.groups.iter().filter(|one| one.by != By::Unit).collect();
        let ends = groups.iter().flat_map(|one| [one.raw.low.0.abs(), one.raw.high.0.abs()]);
        let most = Amount(ends.max().unwrap_or(0).max(Amount::SCALE));
        let spans: Vec<draw::Span> = groups.iter().map(|one| draw::Span::of(self.group(one), one.raw)).collect();
        let marks = [
            (Amount(-most.0), self.page.t("fairness-group-lower")),
            (Amount(0), self.page.t("fairness-group-same")),
            (most, self.page.t("fairness-group-higher")),
        ];
        draw::spans(&spans, (Amount(-most.0), most), &marks, Some(Amount(0)))
    }

    fn estimate(&self, estimate: &domain::fairness::Estimate) -> String {
        between(self.page, estimate)
    }
}

/// Which year.
#[derive(Deserialize)]
pub(super) struct Asked {
    tahun: Option<i32>,
}

/// `GET /keadilan`
pub(super) async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let year = asked.tahun.unwrap_or_else(|| visit.words.today().year());
    let rows = report::list(&visit.ctx, year).await?;
    let public = format!("/keadilan-publik/{}", domain::survey::round::slug(&visit.ctx.agency.name));
    Ok(page::show(&ListView { page: visit.page("fairness-title"), year, rows, public }))
}

/// `GET /keadilan/cara-membaca`
pub(super) async fn guide(visit: Visit) -> Result<Response, WebError> {
    Ok(page::show(&GuideView { page: visit.page("fairness-how-to-read") }))
}

/// `GET /keadilan/{period}`
pub(super) async fn show(visit: Visit, Path(id): Path<PeriodId>) -> Result<Response, WebError> {
    let found = report::see(&visit.ctx, id).await?;
    let page = visit.page("fairness-report-title").under("/keadilan", "fairness-title");
    Ok(page::show(&ReportView { page, found }))
}

/// `POST /keadilan/{period}/hitung`
pub(super) async fn count(visit: Visit, Path(id): Path<PeriodId>, _form: Form) -> Result<Response, WebError> {
    let job = report::count(&visit.ctx, id).await?;
    Ok(visit.to(&format!("/pekerjaan/{job}")))
}

/// `POST /keadilan/{period}/siarkan`
pub(super) async fn publish(visit: Visit, Path(id): Path<PeriodId>, _form: Form) -> Result<Response, WebError> {
    report::publish(&visit.ctx, id).await?;
    Ok(visit.done(&format!("/keadilan/{id}"), "fairness-published"))
}
