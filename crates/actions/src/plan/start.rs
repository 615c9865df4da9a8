//! *An employee starts a plan*: empty, from last year's, or from the tasks of the post.

use crate::{Ctx, Failure, Work, ctx::permit_over, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    ids::{EmployeeId, IndicatorId, PostTaskId, RhkId, SkpId},
    people::{Assignment, Post, ReportingLine, circumstance::plan_is_asked},
    permissions::Action,
    plan::{Approach, Content, Form, Indicator, Milestones, Rhk, RhkKind, Skp, Target, workflow},
    time::DateRange,
};
use serde::{Deserialize, Serialize};

/// What a plan begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// Nothing.
    Empty,
    /// Results and indicators of an earlier plan of the same person, with fresh ids.
    Plan(SkpId),
    /// Chosen tasks of the post's library, one intended result each.
    Tasks(Vec<PostTaskId>),
}

/// What a person asks for.
#[derive(Clone, Debug)]
pub struct Start {
    /// For whom: oneself, or an employee the person writes for.
    pub employee: EmployeeId,
    /// The year.
    pub year: i32,
    /// From which day, when it is not the whole year (transfer, new rater).
    pub from_day: Option<NaiveDate>,
    /// Which approach.
    pub approach: Approach,
    /// What it begins with.
    pub origin: Origin,
}

/// Starts a plan; the rater and the post are those of its first day (or of today, in the running year).
#[crate::boxed]
pub async fn start(ctx: &Ctx, start: Start) -> Result<SkpId, Failure> {
    permit_over(&ctx.read(), ctx, Action::PlanWrite, start.employee, None).await?;
    ctx.act(Action::PlanWrite, move |work| {
        let start = start.clone();
        async move { begin(&work, &start).await }
    })
    .await
}

/// The same within a larger change.
pub(super) async fn begin(work: &Work, start: &Start) -> Result<SkpId, Failure> {
    let whole = DateRange::year(start.year);
    let from = start.from_day.unwrap_or(whole.from);
    if !whole.contains(from) {
        return Err(Refusal::field("from_day", Text::new("plan-start-outside-year").with("year", start.year)).into());
    }
    let dates = DateRange { from, until: whole.until };
    nothing_else_runs(work, start.employee, dates).await?;
    let day = work.ctx.today().clamp(from, whole.until.unwrap_or(from));
    plan_is_asked(&work.circumstances_of(&[start.employee]).await?, day, &*work.ctx.policy(day)?)?;
    let (assignment, line) = placed(work, start.employee, day).await?;
    let post = work.post(assignment.post).await?.ok_or_else(|| not_found("post"))?;
    let skp = Skp {
        id: work.id(),
        employee: start.employee,
        year: start.year,
        dates,
        form: form_of(&post),
        approach: start.approach,
        post: post.id,
        unit: post.unit,
        rater: line.rater,
        superior: line.superior,
        version: 0,
        revision: 0,
        milestones: Milestones::default(),
        content: content(work, &post, start).await?,
    };
    work.insert_skp(&skp).await?;
    work.journal("skp", skp.id, None, Some(&skp)).await?;
    Ok(skp.id)
}

/// Which of the two forms a post calls for (Lampiran Bab II).
pub fn form_of(post: &Post) -> Form {
    if post.kind.is_jpt() || (post.leads_unit && post.unit_mandiri) { Form::Jpt } else { Form::JaJf }
}

async fn nothing_else_runs(work: &Work, employee: EmployeeId, dates: DateRange) -> Result<(), Failure> {
    let running = work
        .skps_of(employee)
        .await?
        .into_iter()
        .find(|skp| skp.dates.overlaps(dates) && workflow::state(&skp.milestones) != workflow::State::Digantikan);
    match running {
        Some(skp) => Err(Refusal::rule(Text::new("plan-already-running").with("year", skp.year))
            .next(Text::new("plan-open-the-running-one"))
            .into()),
        None => Ok(()),
    }
}

async fn placed(work: &Work, employee: EmployeeId, day: NaiveDate) -> Result<(Assignment, ReportingLine), Failure> {
    let ask = || Text::new("plan-ask-personnel-office");
    let assignment = work
        .assignment_on(employee, day)
        .await?
        .ok_or_else(|| Refusal::rule(Text::new("plan-no-post").with("day", day)).next(ask()))?;
    let line = work
        .line_on(employee, day)
        .await?
        .ok_or_else(|| Refusal::rule(Text::new("plan-no-rater").with("day", day)).next(ask()))?;
    Ok((assignment, line))
}

async fn content(work: &Work, post: &Post, start: &Start) -> Result<Content, Failure> {
    match &start.origin {
        Origin::Empty => Ok(Content::default()),
        Origin::Plan(id) => {
            let earlier = work.skp(*id).await?.filter(|skp| skp.employee == start.employee);
            let mut content = earlier.ok_or_else(|| not_found("skp"))?.content;
            for rhk in &mut content.results {
                rhk.id = RhkId(work.ctx.app.world.id());
                // Last year's leader's result is not this year's: the words stay, the link is made anew.
                rhk.supports = None;
                for indicator in &mut rhk.indicators {
                    indicator.id = IndicatorId(work.ctx.app.world.id());
                }
            }
            Ok(content)
        }
        Origin::Tasks(chosen) => {
            let tasks = work.post_tasks(post.id).await?;
            let results = tasks
                .into_iter()
                .filter(|task| chosen.contains(&task.id))
                .map(|task| Rhk {
                    id: work.id(),
                    kind: RhkKind::Utama,
                    // The output is the result; the task is how it comes about.
                    text: if task.output.trim().is_empty() { task.task.clone() } else { task.output.clone() },
                    assigned_by: String::new(),
                    supports: None,
                    supports_text: String::new(),
                    indicators: vec![Indicator {
                        id: work.id(),
                        aspek: None,
                        perspektif: None,
                        text: task.task,
                        target: Target::default(),
                    }],
                })
                .collect();
            Ok(Content { results, ..Content::default() })
        }
    }
}
