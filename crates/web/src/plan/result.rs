//! *Somebody writes an intended result* with its indicators, on one form.

use super::{
    edit,
    fields::{self, Names},
    saving::{base_of, revision, told, with_draft},
    show::title_of,
    words::Choice,
};
use crate::{
    error::WebError,
    form::Form,
    page::{Page, render},
    session::Visit,
};
use actions::plan::{
    see::{self, PlanPage},
    write::write_result,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use domain::{
    decision::Refusal,
    ids::{RhkId, SkpId},
    plan::{Approach, Aspek, Direction, Form as PlanForm, Perspektif, Rhk, RhkKind, Tally},
};

/// Units offered while typing; any other may be written.
const UNITS: [&str; 16] = [
    "dokumen",
    "laporan",
    "kegiatan",
    "layanan",
    "orang",
    "berkas",
    "persen",
    "indeks",
    "nilai",
    "hari",
    "hari kerja",
    "jam",
    "bulan",
    "unit",
    "paket",
    "rupiah",
];

#[derive(Template)]
#[template(path = "plan/result.html")]
pub(super) struct ResultPage {
    page: Page,
    form: Form,
    /// Address of the form.
    href: String,
    /// Where unsaved words are thrown away.
    discard: String,
    /// Where the result is taken out.
    remove: String,
    /// Key of the draft.
    key: String,
    unsaved: Option<DateTime<Utc>>,
    revision: i64,
    base: String,
    /// It has been saved before, so it can be taken out.
    saved: bool,
    aspek: Vec<(&'static str, String)>,
    perspektif: Vec<(&'static str, String)>,
    tally: Vec<(&'static str, String)>,
    direction: Vec<(&'static str, String)>,
    kinds: Vec<(&'static str, String)>,
    /// What it may support: id and words; empty while the leader has no plan.
    supportable: Vec<(String, String)>,
    /// Amounts stand apart from the words.
    quantitative: bool,
    rows: Vec<Row>,
    units: &'static [&'static str],
}

/// One indicator of the form.
struct Row {
    names: Names,
    /// It has been saved before.
    saved: bool,
    /// The source wrote the target in its own words.
    written: bool,
    /// Added just now: typing goes on here.
    focus: bool,
}

/// `GET /skp/{id}/hasil/baru`
pub async fn show_new(visit: Visit, Path(id): Path<SkpId>) -> Result<Response, WebError> {
    open(&visit, id, None).await
}

/// `GET /skp/{id}/hasil/{rhk}`
pub async fn show(visit: Visit, Path((id, rhk)): Path<(SkpId, RhkId)>) -> Result<Response, WebError> {
    open(&visit, id, Some(rhk)).await
}

/// `POST /skp/{id}/hasil/baru`
pub async fn save_new(visit: Visit, Path(id): Path<SkpId>, form: Form) -> Result<Response, WebError> {
    take(&visit, id, None, form).await
}

/// `POST /skp/{id}/hasil/{rhk}`
pub async fn save(visit: Visit, Path((id, rhk)): Path<(SkpId, RhkId)>, form: Form) -> Result<Response, WebError> {
    take(&visit, id, Some(rhk), form).await
}

/// `POST /skp/{id}/hasil/baru/buang-draf`
pub async fn discard_new(visit: Visit, Path(id): Path<SkpId>) -> Result<Response, WebError> {
    Ok(throw_away(&visit, id, None).await)
}

/// `POST /skp/{id}/hasil/{rhk}/buang-draf`
pub async fn discard(visit: Visit, Path((id, rhk)): Path<(SkpId, RhkId)>) -> Result<Response, WebError> {
    Ok(throw_away(&visit, id, Some(rhk)).await)
}

async fn throw_away(visit: &Visit, id: SkpId, rhk: Option<RhkId>) -> Response {
    visit.drop_draft(&key(id, rhk)).await;
    visit.done(&href(id, rhk), "plan-draft-discarded")
}

fn href(id: SkpId, rhk: Option<RhkId>) -> String {
    format!("/skp/{id}/hasil/{}", tail(rhk))
}

fn key(id: SkpId, rhk: Option<RhkId>) -> String {
    format!("skp.{id}.hasil.{}", tail(rhk))
}

fn tail(rhk: Option<RhkId>) -> String {
    rhk.map_or_else(|| "baru".to_owned(), |id| id.to_string())
}

/// The saved result; a plan has none under an id it does not know.
fn find(plan: &PlanPage, rhk: Option<RhkId>) -> Result<Option<&Rhk>, WebError> {
    let Some(id) = rhk else { return Ok(None) };
    match plan.skp.content.results.iter().find(|result| result.id == id) {
        Some(found) => Ok(Some(found)),
        None => Err(Refusal::NotFound("rhk".into()).into()),
    }
}

async fn open(visit: &Visit, id: SkpId, rhk: Option<RhkId>) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    let saved = find(&plan, rhk)?;
    if !plan.may.write {
        return Ok(visit.warn(&format!("/skp/{id}"), "plan-not-writable-now"));
    }
    let shown = with_draft(visit, &key(id, rhk), edit::form_of(saved)).await?;
    answer(visit, &plan, rhk, shown.form, shown.unsaved, None).await
}

async fn take(visit: &Visit, id: SkpId, rhk: Option<RhkId>, mut form: Form) -> Result<Response, WebError> {
    let plan = see::see(&visit.ctx, id).await?;
    let saved = find(&plan, rhk)?;
    if form.flag("tambah") {
        let added = edit::add_indicator(&mut form);
        return answer(visit, &plan, rhk, form, None, Some(added)).await;
    }
    let before = edit::form_of(saved);
    let at = revision(&form, &plan.skp, &base_of(&before));
    let typed = edit::read(&mut form, &plan.skp, saved, || visit.world.id());
    let outcome = match form.check() {
        Ok(()) => write_result(&visit.ctx, id, at, typed.draft).await,
        Err(failure) => Err(failure),
    };
    let outcome = told(fields::beside(outcome, &typed.ids), &plan.skp, &before);
    Ok(match form.caught(outcome)? {
        Some(written) => {
            visit.drop_draft(&key(id, rhk)).await;
            visit.done(&format!("/skp/{id}#hasil.{written}"), "plan-result-saved")
        }
        None => answer(visit, &plan, rhk, form, None, None).await?,
    })
}

async fn answer(
    visit: &Visit,
    plan: &PlanPage,
    rhk: Option<RhkId>,
    form: Form,
    unsaved: Option<DateTime<Utc>>,
    added: Option<usize>,
) -> Result<Response, WebError> {
    let leaders = see::supportable(&visit.ctx, plan.skp.id).await?;
    let title = if rhk.is_some() { "plan-result-edit" } else { "plan-result-new" };
    let page = visit.page(title).under(format!("/skp/{}", plan.skp.id), title_of(plan)).with(&form);
    let status = form.status();
    Ok(render(&ResultPage::new(page, plan, rhk, form, &leaders, unsaved, added), status))
}

impl ResultPage {
    pub(super) fn new(
        page: Page,
        plan: &PlanPage,
        rhk: Option<RhkId>,
        mut form: Form,
        leaders: &[Rhk],
        unsaved: Option<DateTime<Utc>>,
        added: Option<usize>,
    ) -> Self {
        let words = page.words;
        let skp = &plan.skp;
        let saved = skp.content.results.iter().find(|result| Some(result.id) == rhk);
        edit::with_blank(&mut form);
        let quantitative = skp.approach == Approach::Kuantitatif;
        let mut supportable: Vec<(String, String)> =
            leaders.iter().map(|leader| (leader.id.to_string(), leader.text.clone())).collect();
        // Linked to something the leader has since taken out: the link stays to be seen until somebody changes it.
        if let Some((id, text)) = saved.and_then(|rhk| Some((rhk.supports?.to_string(), rhk.supports_text.clone())))
            && !supportable.iter().any(|(known, _)| *known == id)
        {
            supportable.push((id, text));
        }
        if !supportable.is_empty() {
            supportable.push((String::new(), words.t("plan-supports-in-words")));
        }
        let rows = edit::indicators(&form)
            .into_iter()
            .map(|names| Row {
                saved: !form.value(&names.id).is_empty(),
                written: !form.value(&names.written).is_empty(),
                focus: added.is_some_and(|n| names.text == format!("indicator.{n}.text")),
                names,
            })
            .collect();
        Self {
            discard: format!("{}/buang-draf", href(skp.id, rhk)),
            remove: format!("{}/hapus", href(skp.id, rhk)),
            href: href(skp.id, rhk),
            key: key(skp.id, rhk),
            unsaved,
            revision: form.value("revision").parse().unwrap_or(skp.revision),
            base: if form.has("base") { form.value("base").to_owned() } else { base_of(&edit::form_of(saved)) },
            saved: saved.is_some(),
            aspek: if quantitative && skp.form == PlanForm::JaJf { Aspek::choices(&words) } else { Vec::new() },
            perspektif: if skp.form == PlanForm::Jpt { Perspektif::choices(&words) } else { Vec::new() },
            tally: Tally::choices(&words),
            direction: Direction::choices(&words),
            kinds: RhkKind::choices(&words),
            supportable,
            quantitative,
            rows,
            units: &UNITS,
            page,
            form,
        }
    }

    /// A hint that is read once, beside the first indicator.
    fn once_said(&self, row: &Row, key: &str) -> String {
        if row.names.number == 1 { self.page.t(key) } else { String::new() }
    }

    /// Where the form goes when an indicator is added: the browser comes back at the new one.
    fn href_of_next(&self) -> String {
        let taken = self.form.lines("indicator").into_iter().filter_map(|n| n.parse::<usize>().ok()).max();
        format!("{}#indicator.{}.text", self.href, taken.map_or(0, |last| last + 1))
    }
}
