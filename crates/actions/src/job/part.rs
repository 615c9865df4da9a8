//! One part of a job: one transaction, which holds only while this process holds the job.

use super::Task;
use crate::{App, Ctx, Failure, Work, failure::not_found};
use chrono::{DateTime, Duration, Utc};
use domain::{
    account::Actor,
    decision::{Refusal, Text},
    people::Agency,
};
use serde::{Deserialize, Serialize};
use std::{future::Future, sync::Arc};
use store::{Job, JobState};

/// How long a process holds a job without getting on. A part takes seconds.
pub(super) const LEASE: Duration = Duration::minutes(2);

/// How far a job is after a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Progress {
    /// Things to do.
    pub(crate) total: u32,
    /// Things done.
    pub(crate) done: u32,
    /// Where to go on.
    pub(crate) place: String,
    /// What came out so far, as JSON.
    pub(crate) result: String,
    /// Nothing is left to do.
    pub(crate) ended: bool,
    /// A file that came out, and until when it is kept.
    pub(crate) file: Option<(String, DateTime<Utc>)>,
}

/// A job in the hands of this process.
pub(crate) struct Run {
    /// Who asked, acting now.
    pub(crate) ctx: Ctx,
    /// The job as it was taken up.
    pub(crate) job: Job,
    /// What is to be done.
    pub(crate) task: Task,
    worker: String,
}

impl Run {
    /// Takes a job up, in the name of who asked for it. Whoever lost their log-in meanwhile acts no more.
    pub(super) async fn of(app: &App, agency: &Arc<Agency>, job: Job, worker: &str) -> Result<Self, Failure> {
        let ctx = match job.account {
            None => Ctx::by_itself(app, agency),
            Some(account) => {
                let scope = app.store.scope(agency.id);
                let account = scope.account(account).await?.filter(|account| !account.disabled);
                let account = account.ok_or_else(|| Refusal::rule(Text::new("job-log-in-closed")))?;
                let person = scope.employee(account.employee).await?.ok_or_else(|| not_found("employee"))?;
                let actor = Actor {
                    agency: agency.id,
                    account: account.id,
                    employee: person.id,
                    name: person.name,
                    roles: account.roles,
                };
                Ctx { actor: Arc::new(actor), ..Ctx::by_itself(app, agency) }
            }
        };
        let task = serde_json::from_str(&job.task_json)?;
        Ok(Self { ctx, job, task, worker: worker.to_owned() })
    }

    /// How far it is.
    pub(crate) fn progress(&self) -> Progress {
        Progress {
            total: self.job.total,
            done: self.job.done,
            place: self.job.place.clone(),
            result: self.job.result_json.clone(),
            ended: false,
            file: None,
        }
    }

    /// What came out so far.
    pub(crate) fn result<T: Default + for<'de> Deserialize<'de>>(&self) -> Result<T, Failure> {
        if self.job.result_json.is_empty() {
            Ok(T::default())
        } else {
            Ok(serde_json::from_str(&self.job.result_json)?)
        }
    }

    /// Does a part: what `write` changes and how far the job is then stand together, or not at all.
    pub(crate) async fn part<F, Fut>(&self, write: F) -> Result<(), Failure>
    where
        F: Fn(Arc<Work>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Progress, Failure>> + Send + 'static,
    {
        let (job, worker, until) = (self.job.clone(), self.worker.clone(), self.ctx.app.world.now() + LEASE);
        self.ctx
            .act(self.task.action(), move |work| {
                let work = Arc::new(work);
                let (job, worker, written) = (job.clone(), worker.clone(), write(Arc::clone(&work)));
                async move {
                    let after = after(job, written.await?, work.ctx.at);
                    Ok(work.advance_job(&after, &worker, until).await?)
                }
            })
            .await
    }
}

fn after(job: Job, progress: Progress, at: DateTime<Utc>) -> Job {
    let Progress { total, done, place, result, ended, file } = progress;
    let (file, expires_at) = file.map_or((None, None), |(file, until)| (Some(file), Some(until)));
    Job {
        total: total.max(done),
        done,
        place,
        result_json: result,
        state: if ended { JobState::Done } else { JobState::Running },
        // The same may be asked for again; what happens by itself happens once.
        word: job.word.filter(|_| !ended || job.account.is_none()),
        tries: 0,
        error: None,
        at,
        file,
        expires_at,
        ..job
    }
}
