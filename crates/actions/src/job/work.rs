//! *A process works*: takes up what is due, a part at a time. Several processes may; each job is in one's hands only.

use super::{
    Press, Task,
    bring::{self, File},
    close, follow, open,
    part::{LEASE, Run},
    print, recompute, waiting,
};
use crate::{App, Ctx, Failure, access, account::log_in::exempt, feed, reminder};
use chrono::Timelike;
use domain::{
    decision::{Refusal, Text},
    ids::JournalId,
    journal,
    people::Agency,
};
use object_store::path::Path;
use std::{ops::Range, sync::Arc};
use store::{Job, JobState, StoreError};

/// Times something is tried that does not get on.
const TRIES: u32 = 5;
/// The hour of the morning, on the agency's clock, from which reminders go out.
const MORNING: u32 = 7;
/// The hours, on the agency's clock, in which nearly nobody is kept waiting by large work.
const NIGHT: Range<u32> = 1..5;

/// Does one part of the oldest job of each agency; `false` when there was nothing to do, or nothing could be done.
#[crate::boxed]
pub async fn turn(app: &App, worker: &str, press: &dyn Press) -> Result<bool, Failure> {
    // Openings that cannot be counted are no reason to leave work lying.
    if let Err(failure) = access::flush(app).await {
        tracing::warn!(%failure, "who opened files lately is not written down yet");
    }
    let mut did = false;
    for agency in app.store.directory().agencies().await? {
        let agency = Arc::new(agency);
        if let Some(job) = claim(app, &agency, worker).await? {
            did |= one(app, &agency, job, worker, press).await;
        }
    }
    Ok(did)
}

/// What happens by itself: the reminders of a working day are asked for once, and each night that open periods' ratings be
/// worked through; files that served their time are gone.
#[crate::boxed]
pub async fn by_itself(app: &App) -> Result<(), Failure> {
    for agency in app.store.directory().agencies().await? {
        let agency = Arc::new(agency);
        daily(app, &agency).await?;
        nightly(app, &agency).await?;
        if morning(app, &agency) {
            feed::alarm::morning(app, &agency).await?;
        }
        tidy(app, &agency).await?;
        access::forget(app, &agency).await?;
    }
    Ok(())
}

async fn claim(app: &App, agency: &Agency, worker: &str) -> Result<Option<Job>, Failure> {
    let (now, scope) = (app.world.now(), app.store.scope(agency.id));
    let Some(job) = scope.due_job(worker, now).await? else { return Ok(None) };
    let (id, name) = (job.id, worker.to_owned());
    let mine = app.store.act(agency.id, None, move |tx| {
        let name = name.clone();
        async move { Ok::<_, Failure>(tx.claim_job(id, &name, now, now + LEASE).await?) }
    });
    // Another process may have done a part between looking and taking.
    Ok(if mine.await? { scope.job(id).await? } else { None })
}

/// Does a part; `false` when it did not get on.
async fn one(app: &App, agency: &Arc<Agency>, job: Job, worker: &str, press: &dyn Press) -> bool {
    let outcome = match Run::of(app, agency, job.clone(), worker).await {
        Ok(run) => step(&run, press).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => true,
        Err(Failure::Store(StoreError::Stale)) => {
            tracing::info!(job = %job.id, "called off, or in other hands");
            true
        }
        Err(failure) => {
            tracing::warn!(job = %job.id, %failure, "a part of a job failed");
            if let Err(error) = troubled(app, agency, job, worker, &failure).await {
                tracing::warn!(%error, "and cannot be noted");
            }
            false
        }
    }
}

async fn step(run: &Run, press: &dyn Press) -> Result<(), Failure> {
    match run.task {
        Task::Feed { source, ref file, dry } => bring::step(run, File { source, place: file, dry }, press).await,
        Task::Open { period } => open::step(run, period).await,
        Task::Close { period } => close::step(run, period).await,
        Task::Remind { .. } | Task::Daily { .. } => reminder::send::step(run).await,
        Task::Print { period, unit } => print::step(run, period, unit, press).await,
        Task::Recompute { period } => recompute::step(run, period).await,
        Task::Follow { period } => follow::step(run, period).await,
        Task::Fairness { period } => crate::fairness::count::step(run, period).await,
    }
}

/// A rule in the way ends a job; what may pass by itself is tried again.
async fn troubled(app: &App, agency: &Agency, job: Job, worker: &str, failure: &Failure) -> Result<(), Failure> {
    let tries = job.tries + 1;
    let says = match failure {
        Failure::Refused(Refusal::Rule(broken)) => Some(broken.says.clone()),
        Failure::Refused(Refusal::Denied(denied)) => Some(denied.says.clone()),
        _ => (tries >= TRIES).then(|| Text::new("job-stopped")),
    };
    let state = if says.is_some() { JobState::Failed } else { JobState::Running };
    let word = job.word.clone().filter(|_| says.is_none());
    let (now, worker) = (app.world.now(), worker.to_owned());
    let job = Job { state, error: says, tries, word, at: now, ..job };
    exempt(app, agency.id, move |tx| {
        let (job, worker) = (job.clone(), worker.clone());
        async move { Ok(tx.advance_job(&job, &worker, now + LEASE).await?) }
    })
    .await
}

/// Is it a working day, and late enough to speak to people?
fn morning(app: &App, agency: &Agency) -> bool {
    let now = app.world.now();
    let day = agency.time_zone.date(now);
    agency.time_zone.local(now).hour() >= MORNING && app.policies.holidays().is_working(day)
}

async fn daily(app: &App, agency: &Arc<Agency>) -> Result<(), Failure> {
    let ctx = Ctx::by_itself(app, agency);
    if !morning(app, agency) {
        return Ok(());
    }
    let task = Task::Daily { day: ctx.today() };
    let word = serde_json::to_string(&task)?;
    once(&ctx, &task, word).await
}

/// Every open period's ratings. What was worked out of the very same ratings before stands: then the job keeps nothing.
///
/// Not where raters were promised to be one voice among several: two nights beside each other would show the voice that came
/// between them. There the office asks, when enough have answered.
async fn nightly(app: &App, agency: &Arc<Agency>) -> Result<(), Failure> {
    let ctx = Ctx::by_itself(app, agency);
    if !NIGHT.contains(&agency.time_zone.local(ctx.at).hour()) {
        return Ok(());
    }
    for period in ctx.read().open_periods().await? {
        if !ctx.policy(period.last_day())?.appraisal.hides_in(period.rhythm) {
            // Not the word of what somebody asks for by hand, which may be asked for again.
            let word = format!("malam/{}/{}", ctx.today(), period.id);
            once(&ctx, &Task::Fairness { period: period.id }, word).await?;
        }
    }
    Ok(())
}

/// Asks for something in nobody's name, once under its word.
async fn once(ctx: &Ctx, task: &Task, word: String) -> Result<(), Failure> {
    if ctx.read().job_with_word(&word).await?.is_some() {
        return Ok(());
    }
    let app = &ctx.app;
    let job = Job { word: Some(word), ..waiting(app.world.id().into(), serde_json::to_string(task)?, ctx) };
    let entry = journal::Entry {
        id: JournalId(app.world.id()),
        at: ctx.at,
        by: None,
        action: task.action().code().to_owned(),
        subject: "job".to_owned(),
        subject_id: job.id.to_string(),
        before: None,
        after: Some(job.task_json.clone()),
    };
    app.store
        .act(ctx.agency.id, None, move |tx| {
            let (job, entry) = (job.clone(), entry.clone());
            async move {
                if tx.add_job(&job).await? {
                    tx.journal(&entry).await?;
                }
                Ok::<_, Failure>(())
            }
        })
        .await
}

async fn tidy(app: &App, agency: &Agency) -> Result<(), Failure> {
    for job in app.store.scope(agency.id).expired_jobs(app.world.now()).await? {
        let Some(file) = job.file else { continue };
        bring::clear(app, &Path::from(file)).await?;
        exempt(app, agency.id, move |tx| async move { Ok(tx.forget_job_file(job.id).await?) }).await?;
    }
    bring::sweep(app, agency.id).await
}
