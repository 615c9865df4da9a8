//! Background work: what is asked for, how far it is, and which process is at it.
//!
//! A process *claims* a job for a while (a lease). Each part of the work notes its progress in its own transaction, by
//! [`Tx::advance_job`], which holds only while the lease does: a process that was slow, or was thought dead, cannot do a
//! part a second time. What the work itself means stands in `actions::job`.

use crate::{
    Page, PageOf, Scope, StoreError, Tx,
    entity::job,
    map::{from_json, instant, json, known, maybe_instant, number},
    scope::inserts,
};
use chrono::{DateTime, Utc};
use domain::{
    decision::Text,
    ids::{AccountId, EmployeeId, JobId},
};
use sea_orm::{
    ColumnTrait, Condition, QueryFilter, QueryOrder, QueryTrait, UpdateMany,
    sea_query::{Expr, OnConflict},
};

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// Nobody is at it yet.
    Waiting,
    /// Begun.
    Running,
    /// Done.
    Done,
    /// Stopped by something; its error says what.
    Failed,
    /// Somebody called it off. What was done until then stands.
    Cancelled,
}

impl JobState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Running, Self::Done, Self::Failed, Self::Cancelled];

    /// Code in the database and in pages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Is there still something to wait for?
    pub const fn is_busy(self) -> bool {
        matches!(self, Self::Waiting | Self::Running)
    }
}

/// One job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Who asked for it; `None` for what happens by itself every day.
    pub by: Option<EmployeeId>,
    /// With which log-in.
    pub account: Option<AccountId>,
    /// What is to be done, as JSON.
    pub task_json: String,
    /// How it stands.
    pub state: JobState,
    /// Things to do; 0 while not known.
    pub total: u32,
    /// Things done.
    pub done: u32,
    /// Where to go on, in the words of the work; empty at the beginning.
    pub place: String,
    /// What came out, as JSON; empty while nothing has.
    pub result_json: String,
    /// Why it stopped.
    pub error: Option<Text>,
    /// Times it was tried without getting on.
    pub tries: u32,
    /// No two jobs have the same; `None` for no such limit.
    pub word: Option<String>,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When it last got on.
    pub at: DateTime<Utc>,
    /// A file that came out, by its place in the file store.
    pub file: Option<String>,
    /// When that file is thrown away.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Scope {
    /// One job.
    pub async fn job(&self, id: JobId) -> Result<Option<Job>, StoreError> {
        self.one(self.find::<job::Entity>().filter(job::Column::Id.eq(id.0))).await?.map(read).transpose()
    }

    /// The job with this word.
    pub async fn job_with_word(&self, word: &str) -> Result<Option<Job>, StoreError> {
        self.one(self.find::<job::Entity>().filter(job::Column::Word.eq(word))).await?.map(read).transpose()
    }

    /// Jobs, newest first; only those of somebody, if named.
    pub async fn jobs(&self, by: Option<EmployeeId>, page: PageOf) -> Result<Page<Job>, StoreError> {
        let select = self
            .find::<job::Entity>()
            .apply_if(by, |s, by| s.filter(job::Column::ById.eq(by.0)))
            .order_by_desc(job::Column::AskedAt)
            .order_by_desc(job::Column::Id);
        self.page(select, page).await?.try_map(read)
    }

    /// The oldest job this worker may go on with.
    pub async fn due_job(&self, worker: &str, now: DateTime<Utc>) -> Result<Option<Job>, StoreError> {
        let select = self
            .find::<job::Entity>()
            .filter(job::Column::State.is_in([JobState::Waiting.code(), JobState::Running.code()]))
            .filter(free_for(worker, now))
            .order_by_asc(job::Column::AskedAt)
            .order_by_asc(job::Column::Id);
        self.one(select).await?.map(read).transpose()
    }

    /// Jobs whose file has served its time.
    pub async fn expired_jobs(&self, now: DateTime<Utc>) -> Result<Vec<Job>, StoreError> {
        let select = self
            .find::<job::Entity>()
            .filter(job::Column::File.is_not_null())
            .filter(job::Column::ExpiresAt.lte(instant(now)));
        self.all(select).await?.into_iter().map(read).collect()
    }
}

/// Nobody holds it, or this worker, or somebody whose lease is over.
fn free_for(worker: &str, now: DateTime<Utc>) -> Condition {
    Condition::any()
        .add(job::Column::LeaseUntil.is_null())
        .add(job::Column::LeaseUntil.lt(instant(now)))
        .add(job::Column::LeaseBy.eq(worker))
}

impl Tx {
    /// Adds a job; `false` when there is one with the same word.
    pub async fn add_job(&self, job: &Job) -> Result<bool, StoreError> {
        let row = job::Model {
            agency_id: self.agency_id().0,
            id: job.id.0,
            by_id: job.by.map(|id| id.0),
            account_id: job.account.map(|id| id.0),
            task: job.task_json.clone(),
            state: job.state.code().to_owned(),
            total: number("job.total", job.total)?,
            done: number("job.done", job.done)?,
            place: job.place.clone(),
            result: job.result_json.clone(),
            error: job.error.as_ref().map(json).transpose()?,
            tries: number("job.tries", job.tries)?,
            word: job.word.clone(),
            asked_at: instant(job.asked_at),
            at: instant(job.at),
            lease_by: None,
            lease_until: None,
            file: job.file.clone(),
            expires_at: maybe_instant(job.expires_at),
        };
        let mut added = 0;
        for mut statement in inserts::<job::Entity>(vec![row]) {
            let word = [job::Column::AgencyId, job::Column::Word];
            statement.on_conflict(OnConflict::columns(word).do_nothing().to_owned());
            added += self.write(&statement).await?;
        }
        Ok(added > 0)
    }

    /// Takes a job for a while; `false` when somebody else was quicker.
    pub async fn claim_job(
        &self,
        id: JobId,
        worker: &str,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let change = self
            .busy(id)
            .col_expr(job::Column::State, Expr::value(JobState::Running.code()))
            .col_expr(job::Column::LeaseBy, Expr::value(worker))
            .col_expr(job::Column::LeaseUntil, Expr::value(instant(until)))
            .filter(free_for(worker, now));
        Ok(self.write_exempt(&change.into_query()).await? > 0)
    }

    /// Notes how far a job is, and keeps it for a while longer; one that has ended is let go. [`StoreError::Stale`] when
    /// this worker no longer holds it, or it was called off: then nothing of this transaction may stand.
    pub async fn advance_job(&self, job: &Job, worker: &str, until: DateTime<Utc>) -> Result<(), StoreError> {
        let busy = job.state.is_busy();
        let change = self
            .busy(job.id)
            .col_expr(job::Column::State, Expr::value(job.state.code()))
            .col_expr(job::Column::Total, Expr::value(number::<_, i32>("job.total", job.total)?))
            .col_expr(job::Column::Done, Expr::value(number::<_, i32>("job.done", job.done)?))
            .col_expr(job::Column::Place, Expr::value(job.place.clone()))
            .col_expr(job::Column::Result, Expr::value(job.result_json.clone()))
            .col_expr(job::Column::Error, Expr::value(job.error.as_ref().map(json).transpose()?))
            .col_expr(job::Column::Tries, Expr::value(number::<_, i32>("job.tries", job.tries)?))
            .col_expr(job::Column::Word, Expr::value(job.word.clone()))
            .col_expr(job::Column::At, Expr::value(instant(job.at)))
            .col_expr(job::Column::LeaseBy, Expr::value(busy.then(|| worker.to_owned())))
            .col_expr(job::Column::LeaseUntil, Expr::value(busy.then(|| instant(until))))
            .col_expr(job::Column::File, Expr::value(job.file.clone()))
            .col_expr(job::Column::ExpiresAt, Expr::value(maybe_instant(job.expires_at)))
            .filter(job::Column::LeaseBy.eq(worker));
        if self.write_exempt(&change.into_query()).await? == 0 { Err(StoreError::Stale) } else { Ok(()) }
    }

    /// Calls a job off; `false` when it has ended already. What was done stands.
    pub async fn cancel_job(&self, id: JobId, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let change = self
            .busy(id)
            .col_expr(job::Column::State, Expr::value(JobState::Cancelled.code()))
            .col_expr(job::Column::Word, Expr::value(None::<String>))
            .col_expr(job::Column::At, Expr::value(instant(now)))
            .col_expr(job::Column::LeaseBy, Expr::value(None::<String>))
            .col_expr(job::Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>));
        Ok(self.write(&change.into_query()).await? > 0)
    }

    /// The file of a job is gone.
    pub async fn forget_job_file(&self, id: JobId) -> Result<(), StoreError> {
        let change = self
            .change::<job::Entity>()
            .col_expr(job::Column::File, Expr::value(None::<String>))
            .filter(job::Column::Id.eq(id.0));
        self.write_exempt(&change.into_query()).await.map(drop)
    }

    fn busy(&self, id: JobId) -> UpdateMany<job::Entity> {
        self.change::<job::Entity>()
            .filter(job::Column::Id.eq(id.0))
            .filter(job::Column::State.is_in([JobState::Waiting.code(), JobState::Running.code()]))
    }
}

fn read(row: job::Model) -> Result<Job, StoreError> {
    Ok(Job {
        id: JobId(row.id),
        by: row.by_id.map(EmployeeId),
        account: row.account_id.map(AccountId),
        task_json: row.task,
        state: known("job.state", &row.state, JobState::from_code)?,
        total: number("job.total", row.total)?,
        done: number("job.done", row.done)?,
        place: row.place,
        result_json: row.result,
        error: row.error.as_deref().map(|text| from_json("job.error", text)).transpose()?,
        tries: number("job.tries", row.tries)?,
        word: row.word,
        asked_at: row.asked_at,
        at: row.at,
        file: row.file,
        expires_at: row.expires_at,
    })
}
