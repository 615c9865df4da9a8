//! *An employee starts a development plan* from a result and its feedback in one go, writes in it, hands it over (R14).

use super::{link, see::said_of};
use crate::{Ctx, Failure, Work, ctx::permit_over, failure::not_found, training::recommend::advice_for};
use chrono::{Datelike, NaiveDate};
use domain::{
    decision::{Conflict, Refusal, Text},
    development::{Content, Gap, MOST_GAPS, Plan, Source, Step, Way, send as hand_over, write as written},
    ids::{DevelopmentId, EmployeeId},
    permissions::{Action, may},
    training::Session,
};
use store::Scope;

/// Starts the plan of the year that runs, from the latest result and its feedback; the one that is there already where there is
/// one.
#[crate::boxed]
pub async fn start(ctx: &Ctx) -> Result<DevelopmentId, Failure> {
    let (employee, year) = (ctx.me(), ctx.today().year());
    ctx.act(Action::DevelopmentWrite, move |work| async move {
        work.lock(&format!("development:{employee}")).await?;
        if let Some(plan) = work.development_plan_of(employee, year).await? {
            return Ok(plan.id);
        }
        let (content, evaluation) = begin(&work, &work.ctx, employee, year, || work.id()).await?;
        let plan = Plan { id: work.id(), employee, year, evaluation, content, sent_at: None, word: None, revision: 1 };
        work.save_development_plan(&plan, None).await?;
        work.journal("development_plan", plan.id, None, Some(&plan)).await?;
        Ok(plan.id)
    })
    .await
}

/// What a plan begins with: nothing that was said or found has to be typed again. Everything may be changed.
async fn begin(
    scope: &Scope,
    ctx: &Ctx,
    employee: EmployeeId,
    year: i32,
    id: impl Fn() -> domain::ids::DevelopmentStepId,
) -> Result<(Content, Option<domain::ids::EvaluationId>), Failure> {
    let facts = permit_over(scope, ctx, Action::DevelopmentWrite, employee, None).await?;
    let found = super::profile::of(scope, ctx, employee).await?;
    let result = scope.evaluations_of(employee).await?.into_iter().next();
    let feedback = match &result {
        Some(result) => scope.feedback_of(result.id).await?,
        None => None,
    };
    let said = said_of(scope, ctx, employee, &facts).await?;
    let records = scope.training_records(&[employee]).await?;
    let recommended = advice_for(scope, ctx, &found, &records, Some(&said)).await?;
    let due = NaiveDate::from_ymd_opt(year, 12, 15).unwrap_or(ctx.today());
    let step = |way, what: &str, with: &str, due, hours, session| Step {
        id: id(),
        way,
        what: what.to_owned(),
        with: with.to_owned(),
        due,
        hours,
        session,
    };
    let mut content = Content::default();
    if let Some(feedback) = &feedback {
        feedback.words.good.clone_into(&mut content.strengths);
        let (what, goal) = (feedback.words.improve.clone(), String::new());
        content.gaps.push(Gap { source: Source::Feedback, what, goal });
        content.steps.push(step(Way::Kerja, &feedback.words.advice, "", due, 0, None));
    }
    for one in &recommended.lines {
        if content.gaps.len() == MOST_GAPS {
            break;
        }
        let (source, what) = (Source::Competence(one.line.criterion.clone()), one.line.name.clone());
        content.gaps.push(Gap { source, what, goal: String::new() });
        let Some(fit) = one.fits.first() else { continue };
        let Some(program) = recommended.programs.get(&fit.program) else { continue };
        let session = fit.session.and_then(|id| recommended.sessions.get(&id));
        let by = session.map_or(due, Session::last_day).min(due);
        let by = if by.year() == year { by } else { due };
        content.steps.push(step(Way::Pelatihan, &program.name, &program.provider, by, program.hours, fit.session));
    }
    Ok((content, result.map(|result| result.id)))
}

async fn load(work: &Work, id: DevelopmentId) -> Result<Plan, Failure> {
    let plan = work.development_plan(id).await?.ok_or_else(|| not_found("development_plan"))?;
    let facts = permit_over(work, &work.ctx, Action::DevelopmentRead, plan.employee, None)
        .await
        .map_err(|_| not_found("development_plan"))?;
    may(&work.ctx.actor, Action::DevelopmentWrite, &facts)?;
    Ok(plan)
}

/// Saves what was written, finished or not. An agreed plan that is changed is handed over anew.
#[crate::boxed]
pub async fn write(ctx: &Ctx, id: DevelopmentId, revision: i64, content: Content) -> Result<(), Failure> {
    ctx.act(Action::DevelopmentWrite, move |work| {
        let content = content.clone();
        async move { save(&work, id, revision, content).await.map(drop) }
    })
    .await
}

async fn save(work: &Work, id: DevelopmentId, revision: i64, content: Content) -> Result<Plan, Failure> {
    let before = load(work, id).await?;
    unchanged(work, &before, revision).await?;
    let after = written(&before, content);
    work.save_development_plan(&after, Some(before.revision)).await?;
    work.journal("development_plan", id, Some(&before), Some(&after)).await?;
    Ok(after)
}

/// Saves and hands it to the supervisor in one go.
#[crate::boxed]
pub async fn send(ctx: &Ctx, id: DevelopmentId, revision: i64, content: Content) -> Result<(), Failure> {
    ctx.act(Action::DevelopmentWrite, move |work| {
        let content = content.clone();
        async move {
            let before = save(&work, id, revision, content).await?;
            let after = hand_over(&before, work.ctx.at)?;
            work.save_development_plan(&after, Some(before.revision)).await?;
            work.journal("development_plan", id, Some(&before), Some(&after)).await?;
            let line = work.line_on(after.employee, work.ctx.today()).await?;
            let none = || Refusal::rule(Text::new("dialogue-no-rater")).next(Text::new("plan-ask-personnel-office"));
            let rater = line.ok_or_else(none)?.rater;
            let says = Text::new("notice-development-sent").with("name", work.ctx.actor.name.as_str());
            work.tell(rater, says, link(id)).await
        }
    })
    .await
}

async fn unchanged(work: &Work, plan: &Plan, revision: i64) -> Result<(), Failure> {
    if plan.revision == revision {
        return Ok(());
    }
    let last = work.journal_of("development_plan", &plan.id.to_string()).await?.into_iter().max_by_key(|one| one.at);
    let (by, at) = last.map_or((plan.employee, work.ctx.at), |one| (one.by.unwrap_or(plan.employee), one.at));
    let by_name = work.employee(by).await?.map(|one| one.name).unwrap_or_default();
    let mut now = vec![("strengths".to_owned(), plan.content.strengths.clone())];
    for (n, gap) in plan.content.gaps.iter().enumerate() {
        now.push((format!("gap.{n}.focus"), gap.what.clone()));
        now.push((format!("gap.{n}.goal"), gap.goal.clone()));
    }
    for (n, step) in plan.content.steps.iter().enumerate() {
        now.push((format!("step.{n}.doing"), step.what.clone()));
    }
    now.push(("revision".to_owned(), plan.revision.to_string()));
    Err(Refusal::Conflict(Box::new(Conflict { by, by_name, at, now })).into())
}
