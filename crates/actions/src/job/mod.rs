//! Work that takes longer than a page may: asked for, done beside the requests in parts, watched, called off.
//!
//! A part is one transaction: what it changes, its journal rows, and how far the job is. So a process that is killed
//! leaves a job at the end of its last part, and whoever takes it up goes on from there; nothing is done twice.
//! Not here: what an import does (`people::import`), when people are reminded (`reminder`).
//! Read first: `task` (what can be asked for) and this file; then [`work`] (who does it, and when), `part` (one transaction), then
//! the job you came for.

mod bring;
mod close;
mod follow;
mod open;
pub(crate) mod part;
mod press;
mod print;
mod recompute;
pub mod result;
mod task;
pub mod work;

use crate::{
    Ctx, Failure, Work,
    evaluation::{
        manage_period::may_close,
        see_cycle::{look, within},
    },
    failure::not_found,
    feed::load::source as feed,
};
use domain::{
    decision::{Refusal, Text},
    evaluation::{Period, Rhythm, cycle::Step, period::check_open},
    ids::JobId,
    permissions::{Action, Facts, may},
};
use futures::stream::BoxStream;
use object_store::{ObjectStoreExt, path::Path};
use store::{Page, PageOf, Scope};

pub(crate) use bring::folder;
pub use press::Press;
pub use store::{Job, JobState};
pub use task::Task;

/// A job as its page shows it.
pub struct JobPage {
    /// The job.
    pub job: Job,
    /// What is to be done.
    pub task: Task,
    /// The period it is about.
    pub period: Option<Period>,
    /// The unit it is about, by name.
    pub unit: Option<String>,
    /// The source it is about, by name.
    pub source: Option<String>,
    /// Who asked, by name.
    pub by: Option<String>,
    /// May the reader call it off?
    pub may_cancel: bool,
    /// May the reader take its file?
    pub may_fetch: bool,
}

/// Asks for something. If the same is under way already, that one is meant.
#[crate::boxed]
pub async fn ask(ctx: &Ctx, task: Task) -> Result<JobId, Failure> {
    let task = permitted(ctx, &ctx.read(), task).await?;
    add(ctx, task).await
}

/// Asks for something that whoever calls has permitted.
pub(crate) async fn add(ctx: &Ctx, task: Task) -> Result<JobId, Failure> {
    let action = task.action();
    let json = serde_json::to_string(&task)?;
    ctx.act(action, move |work| {
        let json = json.clone();
        async move {
            if let Some(same) = work.job_with_word(&json).await? {
                return Ok(same.id);
            }
            let (by, account) = (Some(work.ctx.me()), Some(work.ctx.actor.account));
            let job = Job { by, account, ..waiting(work.id(), json.clone(), &work.ctx) };
            if work.add_job(&job).await? {
                work.journal("job", job.id, None, Some(&serde_json::from_str::<Task>(&json)?)).await?;
                return Ok(job.id);
            }
            Ok(work.job_with_word(&json).await?.ok_or_else(|| not_found("job"))?.id)
        }
    })
    .await
}

/// Asks for it within a change that is journalled as something else; nothing happens where the same is under way.
pub(crate) async fn ask_in(work: &Work, task: &Task) -> Result<(), Failure> {
    let json = serde_json::to_string(task)?;
    let (by, account) = (Some(work.ctx.me()), Some(work.ctx.actor.account));
    let job = Job { by, account, ..waiting(work.id(), json, &work.ctx) };
    if work.add_job(&job).await? {
        work.journal("job", job.id, None, Some(task)).await?;
    }
    Ok(())
}

/// A job that nobody is at yet.
pub(crate) fn waiting(id: JobId, task_json: String, ctx: &Ctx) -> Job {
    Job {
        id,
        by: None,
        account: None,
        word: Some(task_json.clone()),
        task_json,
        state: JobState::Waiting,
        total: 0,
        done: 0,
        place: String::new(),
        result_json: String::new(),
        error: None,
        tries: 0,
        asked_at: ctx.at,
        at: ctx.at,
        file: None,
        expires_at: None,
    }
}

/// May they ask for it, now? A leader who names no unit means their own.
async fn permitted(ctx: &Ctx, scope: &Scope, task: Task) -> Result<Task, Failure> {
    let id = task.period().ok_or_else(|| not_found("period"))?;
    let period = scope.period(id).await?.ok_or_else(|| not_found("period"))?;
    match task {
        Task::Open { .. } => {
            ctx.permit(Action::PeriodManage)?;
            let policy = ctx.policy(period.last_day())?;
            check_open(&period, ctx.today(), &policy, ctx.app.policies.holidays())?;
        }
        Task::Close { .. } => {
            ctx.permit(Action::PeriodManage)?;
            // Whoever was rated is concluded by the closing.
            may_close(ctx, scope, &period, &[Step::Own, Step::Rate]).await?;
        }
        Task::Remind { unit, ref steps, .. } => {
            let unit = within(ctx, scope, unit, Action::ReminderSend).await?.unit;
            if period.opened_at.is_none() || period.closed_at.is_some() {
                return Err(Refusal::rule(Text::new("reminder-period-not-open")).into());
            }
            if steps.is_empty() {
                return Err(Refusal::field("steps", Text::new("reminder-choose-a-step")).into());
            }
            return Ok(Task::Remind { period: id, unit, steps: steps.clone() });
        }
        Task::Print { unit, .. } => {
            within(ctx, scope, Some(unit), Action::UnitRead).await?;
            if period.rhythm == Rhythm::Semesteran {
                return Err(Refusal::rule(Text::new("job-review-has-no-document")).into());
            }
            let at = look(ctx, period.year, Some(&period), Some(unit));
            if scope.board(at).await?.iter().all(|branch| branch.counts.evaluated == 0) {
                return Err(Refusal::rule(Text::new("job-nothing-to-print")).into());
            }
        }
        Task::Recompute { .. } => {
            ctx.permit(Action::PeriodRecompute)?;
            if period.closed_at.is_none() {
                return Err(Refusal::rule(Text::new("job-recompute-needs-closed")).into());
            }
        }
        Task::Follow { .. } => {
            ctx.permit(Action::FollowupRun)?;
            if period.closed_at.is_none() {
                return Err(Refusal::rule(Text::new("job-follow-needs-closed")).into());
            }
        }
        Task::Fairness { .. } => {
            ctx.permit(Action::FairnessCount)?;
            if period.opened_at.is_none() {
                return Err(Refusal::rule(Text::new("assessment-period-not-open")).into());
            }
        }
        Task::Daily { .. } | Task::Feed { .. } => return Err(not_found("job")),
    }
    Ok(task)
}

/// One job.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: JobId) -> Result<JobPage, Failure> {
    let job = ctx.read().job(id).await?.ok_or_else(|| not_found("job"))?;
    permit(ctx, &job, Action::JobRead).map_err(|_| not_found("job"))?;
    page(ctx, job).await
}

/// Jobs, newest first: all of the agency for who may see them, else one's own.
#[crate::boxed]
pub async fn list(ctx: &Ctx, page_of: PageOf) -> Result<Page<JobPage>, Failure> {
    let by = Some(ctx.me()).filter(|_| ctx.permit(Action::JobRead).is_err());
    let found = ctx.read().jobs(by, page_of).await?;
    let (total, number, per_page) = (found.total, found.page, found.per_page);
    let mut rows = Vec::with_capacity(found.rows.len());
    for job in found.rows {
        rows.push(page(ctx, job).await?);
    }
    Ok(Page { rows, total, page: number, per_page })
}

/// Calls a job off. What it did until then stands.
#[crate::boxed]
pub async fn cancel(ctx: &Ctx, id: JobId) -> Result<(), Failure> {
    ctx.act(Action::JobCancel, move |work| async move {
        let job = work.job(id).await?.ok_or_else(|| not_found("job"))?;
        permit(&work.ctx, &job, Action::JobCancel)?;
        if !work.cancel_job(id, work.ctx.at).await? {
            return Err(Refusal::rule(Text::new("job-has-ended")).into());
        }
        work.journal("job", id, Some(&job.state.code()), Some(&JobState::Cancelled.code())).await
    })
    .await
}

/// The file of a job, for whoever asked for it, as it is read from where it lies. Taking it is journalled as what was asked for.
#[crate::boxed]
pub async fn fetch(ctx: &Ctx, id: JobId) -> Result<(u64, BoxStream<'static, Result<Vec<u8>, Failure>>), Failure> {
    let asked = ctx.read().job(id).await?.filter(|job| fetches(ctx, job)).ok_or_else(|| not_found("job"))?;
    let action = serde_json::from_str::<Task>(&asked.task_json)?.action();
    let place = ctx
        .act(action, move |work| async move {
            let job = work.job(id).await?.ok_or_else(|| not_found("job"))?;
            if !fetches(&work.ctx, &job) {
                return Err(not_found("job"));
            }
            // Somebody may have left the unit since.
            match serde_json::from_str(&job.task_json)? {
                Task::Print { unit, .. } => {
                    within(&work.ctx, &work, Some(unit), Action::UnitRead).await?;
                }
                Task::Feed { source, .. } => {
                    feed(&work, &work.ctx, Action::FeedEnter, source).await?;
                }
                _ => {}
            }
            let expired = job.expires_at.is_some_and(|until| until <= work.ctx.at);
            let Some(file) = job.file.filter(|_| !expired) else {
                return Err(Refusal::rule(Text::new("job-file-gone")).next(Text::new("job-ask-again")).into());
            };
            work.journal("job", id, None, Some(&"berkas diunduh")).await?;
            Ok(file)
        })
        .await?;
    let found = ctx.app.files.get(&Path::from(place)).await?;
    let size = found.meta.size;
    let bytes = futures::StreamExt::map(found.into_stream(), |part| Ok(part?.into()));
    let bytes: BoxStream<'static, Result<Vec<u8>, Failure>> = Box::pin(bytes);
    Ok((size, bytes))
}

fn permit(ctx: &Ctx, job: &Job, action: Action) -> Result<(), Failure> {
    Ok(may(&ctx.actor, action, &Facts { is_self: job.by == Some(ctx.me()), ..Facts::none() })?)
}

/// A file was made for the eyes of who asked for it.
fn fetches(ctx: &Ctx, job: &Job) -> bool {
    job.by == Some(ctx.me())
}

async fn page(ctx: &Ctx, job: Job) -> Result<JobPage, Failure> {
    let task: Task = serde_json::from_str(&job.task_json)?;
    let scope = ctx.read();
    Ok(JobPage {
        period: match task.period() {
            Some(id) => scope.period(id).await?,
            None => None,
        },
        unit: match task.unit() {
            Some(id) => scope.unit(id).await?.map(|unit| unit.name),
            None => None,
        },
        source: match &task {
            Task::Feed { source, .. } => scope.feed(*source).await?.map(|fed| fed.source.name),
            _ => None,
        },
        by: match job.by {
            Some(id) => scope.employee(id).await?.map(|employee| employee.name),
            None => None,
        },
        may_cancel: job.state.is_busy() && permit(ctx, &job, Action::JobCancel).is_ok(),
        may_fetch: job.file.is_some() && fetches(ctx, &job),
        task,
        job,
    })
}
