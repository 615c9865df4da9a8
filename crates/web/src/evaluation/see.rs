//! *Somebody reads a result*: the predicate and why, the document and by when each step of it is due, notes, feedback.

use super::why::Step;
use crate::{
    error::WebError,
    fairness::advice::told,
    feedback::section::Section,
    form::Form,
    layout::Tone,
    objection::beside::Beside,
    page::{Page, render},
    preview::Gallery,
    scheme::result::Beside as Scheme,
    session::Visit,
    workteam::beside::Teams,
};
use actions::{
    evaluation::see::{ResultPage, see},
    feedback::advise::on_result,
    home::tasks::period_name,
    workteam::beside::beside,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    decision::Text,
    evaluation::{
        Evaluation,
        document::{Due, Duty, state},
    },
    ids::EvaluationId,
    permissions::{Action, may},
    time::DateRange,
};

#[derive(Template)]
#[template(path = "evaluation/see.html")]
struct ResultView {
    page: Page,
    id: EvaluationId,
    owner_post: String,
    evaluator: String,
    period: Text,
    dates: DateRange,
    evaluation: Evaluation,
    why: Step,
    policy: String,
    document: Text,
    dues: Vec<DueLine>,
    can_acknowledge: bool,
    acknowledged_at: Option<DateTime<Utc>>,
    desk: Option<String>,
    /// The scheme's result beside the law's.
    scheme: Option<Scheme>,
    feedback: Section,
    objection: Beside,
    /// The teams of the year.
    teams: Teams,
}

/// One step of the document.
pub(crate) struct DueLine {
    pub(crate) what: &'static str,
    pub(crate) by: Option<NaiveDate>,
    pub(crate) tone: Tone,
    pub(crate) says: String,
    pub(crate) cite: String,
}

impl DueLine {
    /// Name of a step in the catalogue.
    pub(crate) const fn what(duty: Duty) -> &'static str {
        match duty {
            Duty::Sign => "evaluation-duty-sign",
            Duty::Deliver => "evaluation-duty-deliver",
            Duty::Acknowledge => "evaluation-duty-acknowledge",
            Duty::Report => "evaluation-duty-report",
        }
    }

    pub(crate) fn of(due: &Due, page: &Page) -> Self {
        let what = Self::what(due.duty);
        let late = due.late(page.today());
        let (tone, says) = match (due.done, late, due.by) {
            (Some(done), None, _) => (Tone::Done, page.say("evaluation-due-done").with("date", done).to_string()),
            (Some(done), Some(days), _) => {
                (Tone::Risk, page.say("evaluation-due-done-late").with("date", done).with("n", days).to_string())
            }
            (None, Some(days), _) => (Tone::Late, page.say("evaluation-due-late").with("n", days).to_string()),
            (None, None, Some(by)) => (Tone::Idle, page.day(by)),
            (None, None, None) => (Tone::Idle, page.t("evaluation-due-later")),
        };
        Self { what, by: due.by, tone, says, cite: page.cite(&due.cite) }
    }
}

/// `GET /hasil/{evaluation}`
pub async fn show(visit: Visit, Path(id): Path<EvaluationId>) -> Result<Response, WebError> {
    answer(&visit, id, None, Form::new()).await
}

/// The result as it stands, with what was typed into its forms (`give`: feedback, `reply`: the answer to it).
pub(crate) async fn answer(
    visit: &Visit,
    id: EvaluationId,
    give: Option<Form>,
    reply: Form,
) -> Result<Response, WebError> {
    answer_with(visit, id, give, reply, Form::new()).await
}

/// The same with what was typed into the form of the report to the PyB.
pub(crate) async fn answer_with(
    visit: &Visit,
    id: EvaluationId,
    give: Option<Form>,
    reply: Form,
    report: Form,
) -> Result<Response, WebError> {
    let result = see(&visit.ctx, id).await?;
    let may = |action| may(&visit.ctx.actor, action, &result.facts).is_ok();
    let draft = format!("umpan-{id}");
    let objection = Beside::of(visit, &result, report).await?;
    let gives = may(Action::FeedbackGive)
        && objection.replaced.is_none()
        && result.feedback.as_ref().is_none_or(|f| f.acknowledged_at.is_none());
    let give = match give {
        Some(form) => form,
        None if gives => visit.draft(&draft).await?.unwrap_or_default(),
        None => Form::new(),
    };
    let typed = [&give, &reply, &objection.report].into_iter().find(|form| form.wrong()).unwrap_or(&reply);
    let status = typed.status();
    let mut page = visit.page(Text::new("evaluation-of").with("name", result.owner.employee.name.as_str()));
    page = if result.facts.is_self { page.under("/hasil", "nav-result") } else { page.under("/tim", "nav-team") };
    page = page.with(typed);
    let desk = may(Action::AssessmentRate).then(|| format!("/penilaian/{}/{}", result.period.id, result.skp.id));
    let mut section = Section::new(
        id,
        result.feedback.clone(),
        result.evaluator.employee.name.clone(),
        result.owner.employee.name.clone(),
        gives,
        may(Action::FeedbackAcknowledge),
        give,
        reply,
    );
    if section.gives {
        let parts = ["good", "improve", "advice"];
        let typed = parts.map(|part| section.give.value(part).to_owned());
        section.remarked = told(parts.into_iter().zip(on_result(&visit.ctx, &result, &typed).await?));
    }
    let teams = Teams::of(&page, beside(&visit.ctx, result.skp.id, &result.period).await?);
    Ok(render(&view(page, result, desk, section, (objection, teams)), status))
}

fn view(
    page: Page,
    result: ResultPage,
    desk: Option<String>,
    feedback: Section,
    (objection, teams): (Beside, Teams),
) -> ResultView {
    let scheme = Scheme::of(&page, &result);
    let ResultPage { evaluation, period, owner, evaluator, dues, facts, .. } = result;
    let post = [owner.post.map(|post| post.title), owner.unit.map(|unit| unit.name)];
    ResultView {
        id: evaluation.id,
        owner_post: post.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        evaluator: evaluator.employee.name,
        period: period_name(period.rhythm, period.number, period.year),
        dates: period.dates,
        why: Step::of(&page, &evaluation.because),
        policy: evaluation.policy.clone(),
        document: state(&evaluation).label(),
        dues: dues.iter().map(|due| DueLine::of(due, &page)).collect(),
        can_acknowledge: facts.is_self && evaluation.acknowledged_at.is_none() && objection.replaced.is_none(),
        acknowledged_at: evaluation.acknowledged_at,
        desk,
        scheme,
        feedback,
        objection,
        teams,
        evaluation,
        page,
    }
}

pub(super) fn samples(gallery: &mut Gallery) {
    for (variant, view) in sample::views(gallery) {
        gallery.add("evaluation/see", variant, &view);
    }
}

pub(crate) mod sample;
