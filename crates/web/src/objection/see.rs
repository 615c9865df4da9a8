//! *Somebody reads an objection* with all its papers on one page: the frozen result and why, what everybody said,
//! evidence, days, the decision; and whoever's turn it is finds their form there.

use crate::{
    assessment::line::Piece,
    error::WebError,
    evaluation::why::Step,
    form::Form,
    layout::Tone,
    page::{Page, render},
    preview::Gallery,
    progress::evidence::hand_over,
    session::Visit,
};
use actions::{
    home::tasks::period_name,
    objection::see::{ObjectionPage, attachment, see},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    decision::Text,
    evaluation::Evaluation,
    evidence::Item,
    ids::{EvaluationId, ObjectionId},
    objection::{
        Grounds, Objection, State, Statement,
        clock::{Duty, Limit},
        line, state,
    },
};

#[derive(Template)]
#[template(path = "objection/see.html")]
struct ObjectionView {
    page: Page,
    form: Form,
    draft: String,
    id: ObjectionId,
    evaluation: Evaluation,
    changed: Option<EvaluationId>,
    owner: String,
    owner_post: String,
    rater: String,
    superior: String,
    period: Text,
    why: Step,
    policy: String,
    grounds: Grounds,
    contests: Vec<String>,
    evidence: Vec<Piece>,
    reads_evidence: bool,
    attached: Vec<(usize, String)>,
    filed_at: DateTime<Utc>,
    asked_at: Option<DateTime<Utc>>,
    employee_said: Option<Statement>,
    rater_said: Option<Statement>,
    limits: Vec<LimitLine>,
    state: State,
    standing: Step,
    is_decided: bool,
    may_ask: bool,
    may_say: bool,
    may_decide: bool,
}

impl ObjectionView {
    fn outcomes(&self) -> [(&'static str, String); 2] {
        [("menguatkan", self.page.t("objection-uphold")), ("mengubah", self.page.t("objection-change"))]
    }
}

/// One of the days.
pub(super) struct LimitLine {
    what: &'static str,
    by: Option<NaiveDate>,
    tone: Tone,
    says: String,
    cite: String,
}

impl LimitLine {
    fn of(limit: &Limit, page: &Page) -> Self {
        let (tone, says) = match (limit.done, limit.late(page.today()), limit.by) {
            (Some(done), None, _) => (Tone::Done, page.say("evaluation-due-done").with("date", done).to_string()),
            (Some(done), Some(days), _) => {
                (Tone::Risk, page.say("evaluation-due-done-late").with("date", done).with("n", days).to_string())
            }
            (None, Some(days), _) => (Tone::Late, page.say("evaluation-due-late").with("n", days).to_string()),
            (None, None, Some(by)) => (Tone::Idle, page.day(by)),
            (None, None, None) => (Tone::Idle, page.t("evaluation-due-later")),
        };
        Self { what: what(limit.duty), by: limit.by, tone, says, cite: page.cite(&limit.cite) }
    }
}

/// Name of a day in the catalogue.
pub(super) const fn what(duty: Duty) -> &'static str {
    match duty {
        Duty::File => "objection-duty-file",
        Duty::Decide => "objection-duty-decide",
        Duty::Report => "objection-duty-report",
    }
}

/// Under which key the form's draft is saved; there is one form for each reader.
pub(super) fn draft_key(id: ObjectionId) -> String {
    format!("keberatan-berkas-{id}")
}

/// `GET /keberatan/{objection}`
pub async fn show(visit: Visit, Path(id): Path<ObjectionId>) -> Result<Response, WebError> {
    let form = visit.draft(&draft_key(id)).await?.unwrap_or_default();
    answer(&visit, id, form).await
}

/// `GET /keberatan/{objection}/lampiran/{number}`
pub async fn open(visit: Visit, Path((id, number)): Path<(ObjectionId, usize)>) -> Result<Response, WebError> {
    let (item, bytes) = attachment(&visit.ctx, id, number).await?;
    hand_over(item, bytes)
}

/// The objection as it stands, with what was typed.
pub(super) async fn answer(visit: &Visit, id: ObjectionId, mut form: Form) -> Result<Response, WebError> {
    let found = see(&visit.ctx, id).await?;
    let status = form.status();
    // Whoever decides next decides on what this page shows.
    form.set("revision", found.objection.revision.to_string());
    let me = visit.ctx.me();
    let facts = found.case.facts;
    let open = found.objection.ruling.is_none();
    let asked = found.objection.asked_at.is_some();
    let is_superior = open && me == found.case.superior();
    let may = Turns {
        ask: is_superior && !asked,
        say: open && asked && (facts.is_self || me == found.case.evaluation.evaluator),
        decide: is_superior && asked,
    };
    let mine = if facts.is_self { &found.objection.employee } else { &found.objection.rater };
    if let Some(said) = mine.as_ref().filter(|_| may.say) {
        form.set_default("objection_statement", said.words.as_str());
    }
    let title = Text::new("objection-of").with("name", found.owner.employee.name.as_str());
    let page = visit.page(title).under(format!("/hasil/{}", found.objection.evaluation), "evaluation-title");
    Ok(render(&view(page.with(&form), found, form, may), status))
}

/// Whose turn it is.
#[derive(Clone, Copy, Default)]
struct Turns {
    ask: bool,
    say: bool,
    decide: bool,
}

/// Name of a file, or the link.
pub(super) fn named(item: &Item) -> String {
    match item {
        Item::File { name, .. } => name.clone(),
        Item::Link { url } => url.clone(),
    }
}

fn view(page: Page, found: ObjectionPage, form: Form, may: Turns) -> ObjectionView {
    let ObjectionPage { objection, case, version, owner, rater, superior, evidence, limits, standing, .. } = found;
    let post = [owner.post.map(|post| post.title), owner.unit.map(|unit| unit.name)];
    let name = |subject: &_| page.text(Text::new("objection-line").with("line", line(*subject, &version.content)));
    ObjectionView {
        id: objection.id,
        draft: draft_key(objection.id),
        changed: objection.changed,
        owner: owner.employee.name,
        owner_post: post.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        rater: rater.employee.name,
        superior: superior.employee.name,
        period: period_name(case.period.rhythm, case.period.number, case.period.year),
        why: Step::of(&page, &case.evaluation.because),
        policy: case.evaluation.policy.clone(),
        contests: objection.grounds.contests.iter().map(name).collect(),
        evidence: evidence.iter().map(Piece::from).collect(),
        reads_evidence: found.reads_evidence,
        attached: objection.grounds.attached.iter().map(named).enumerate().collect(),
        limits: limits.iter().map(|limit| LimitLine::of(limit, &page)).collect(),
        state: standing.value,
        standing: Step::of(&page, &standing.because),
        is_decided: objection.ruling.is_some(),
        may_ask: may.ask,
        may_say: may.say,
        may_decide: may.decide,
        evaluation: case.evaluation,
        filed_at: objection.filed_at,
        asked_at: objection.asked_at,
        employee_said: objection.employee,
        rater_said: objection.rater,
        grounds: objection.grounds,
        form,
        page,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, view) in sample::views(gallery) {
        gallery.add("objection/see", variant, &view);
    }
}

mod sample;
