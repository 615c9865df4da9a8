//! How changes are committed. [`Store::act`] runs a job in a transaction, with its journal row and, if asked, once only.
//!
//! SQLite has one writer. A task of ours is that writer: it takes whatever jobs wait, runs them one after another in one
//! transaction, commits once (one fsync for all of them) and only then answers. A job that fails without having written
//! is answered with its error; one that fails after writing makes the batch roll back and every job run again alone, so
//! that its neighbours are not harmed. There are no savepoints: each would cost as much as the insert it guards.
//! PostgreSQL has many writers: a transaction per job, straight from the pool.

use crate::{
    Engine, Store, StoreError,
    connect::sqlite_pool,
    scope::{Marks, Shared, Tx},
};
use chrono::{DateTime, Utc};
use domain::ids::{AccountId, AgencyId};
use futures::{FutureExt, future::BoxFuture};
use sea_orm::{DatabaseConnection, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::sqlite::SqliteConnectOptions;
use std::{
    any::Any,
    future::Future,
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};
use tokio::sync::{Notify, mpsc, oneshot, watch};
use uuid::Uuid;

/// Jobs that may wait before callers are made to wait.
const QUEUE: usize = 1024;
/// Jobs in one commit.
const BATCH: usize = 128;
/// How often a transaction is run when others stand in its way (PostgreSQL).
const ATTEMPTS: u32 = 6;

/// Makes a change happen once, however often it is sent: the key comes from the form or the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once {
    /// Who sends it; keys of two accounts never meet.
    pub account: AccountId,
    /// The key.
    pub key: Uuid,
    /// What it does, as in the permission matrix. The same key for another action is refused.
    pub action: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Store {
    /// Runs `job` in one transaction and commits it; on an error nothing of it remains.
    ///
    /// The job may be run again from the start, so it changes nothing but the database, and decides by what it reads
    /// through its `Tx`. It must not call `act` itself. It ends even if the caller stops waiting.
    pub async fn act<T, E, F, Fut>(&self, agency: AgencyId, once: Option<Once>, job: F) -> Result<T, E>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: Fn(Tx) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let asked: Box<dyn Asked> = Box::new(Job { agency, once, run: job, outcome: None, reply });
        match &self.inner.writes {
            Writes::Queue(queue) => queue.jobs.send(asked).await.map_err(|_| closing())?,
            Writes::Direct => {
                let pool = self.inner.pool.clone();
                tokio::spawn(async move {
                    let mut asked = asked;
                    alone(&pool, Engine::Postgres, asked.as_mut()).await;
                    asked.answer();
                });
            }
        }
        answer.await.map_err(|_| closing())?
    }
}

fn closing() -> StoreError {
    StoreError::Unavailable("the database is being closed".to_owned())
}

/// Where changes go.
pub(crate) enum Writes {
    /// To the one writer (SQLite).
    Queue(Queue),
    /// Straight to the pool (PostgreSQL).
    Direct,
}

pub(crate) struct Queue {
    jobs: mpsc::Sender<Box<dyn Asked>>,
    stop: Arc<Notify>,
    done: watch::Receiver<bool>,
}

impl Writes {
    /// Finishes what waits and takes nothing more.
    pub(crate) async fn drain(&self) {
        if let Self::Queue(queue) = self {
            queue.stop.notify_one();
            // An error means that the writer is gone already.
            let _ = queue.done.clone().wait_for(|done| *done).await;
        }
    }
}

/// A job whose types the writer need not know.
trait Asked: Send {
    fn agency(&self) -> AgencyId;
    fn once(&self) -> Option<&Once>;
    /// Runs it and keeps the outcome; did it go well?
    fn run(&mut self, tx: Tx) -> BoxFuture<'_, bool>;
    /// Replaces the outcome.
    fn refuse(&mut self, error: StoreError);
    /// Tells the caller.
    fn answer(self: Box<Self>);
}

struct Job<T, E, F> {
    agency: AgencyId,
    once: Option<Once>,
    run: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F, Fut> Asked for Job<T, E, F>
where
    T: Serialize + DeserializeOwned + Send + 'static,
    E: From<StoreError> + Send + 'static,
    F: Fn(Tx) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, E>> + Send + 'static,
{
    fn agency(&self) -> AgencyId {
        self.agency
    }

    fn once(&self) -> Option<&Once> {
        self.once.as_ref()
    }

    fn run(&mut self, tx: Tx) -> BoxFuture<'_, bool> {
        let marks = Arc::clone(&tx.marks);
        Box::pin(async move {
            let outcome = AssertUnwindSafe(perform(tx, self.once.as_ref(), &self.run)).catch_unwind().await;
            let outcome = outcome.unwrap_or_else(|panic| {
                marks.failed.store(true, Relaxed);
                Err(StoreError::Other(format!("a change panicked: {}", said(panic.as_ref()))).into())
            });
            let well = outcome.is_ok();
            self.outcome = Some(outcome);
            well
        })
    }

    fn refuse(&mut self, error: StoreError) {
        self.outcome = Some(Err(error.into()));
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(closing().into()));
        // Nobody may be waiting any more: the change stands all the same.
        let _ = self.reply.send(outcome);
    }
}

async fn perform<T, E, F, Fut>(tx: Tx, once: Option<&Once>, job: &F) -> Result<T, E>
where
    T: Serialize + DeserializeOwned,
    E: From<StoreError>,
    F: Fn(Tx) -> Fut,
    Fut: Future<Output = Result<T, E>>,
{
    if let Some(once) = once
        && let Some(response) = tx.answered(once).await?
    {
        return Ok(serde_json::from_str(&response).map_err(StoreError::from)?);
    }
    let value = job(tx.again()).await?;
    tx.finished()?;
    if let Some(once) = once {
        let response = crate::map::json(&value)?;
        tx.remember(once, response).await?;
    }
    Ok(value)
}

impl Tx {
    /// May what was done be committed?
    fn finished(&self) -> Result<(), StoreError> {
        if self.marks.failed.load(Relaxed) {
            return Err(StoreError::Other("a change went on after a statement that failed".to_owned()));
        }
        if self.marks.business.load(Relaxed) && !self.marks.journalled.load(Relaxed) {
            return Err(StoreError::Unjournalled);
        }
        Ok(())
    }
}

fn said(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a word")
}

async fn begin(pool: &DatabaseConnection, engine: Engine) -> Result<Arc<Shared>, StoreError> {
    let mode = (engine == Engine::Sqlite).then_some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() };
    let tx = pool.begin_with_options(options).await?;
    Ok(Arc::new(Shared { tx, broken: AtomicBool::new(false), retry: AtomicBool::new(false) }))
}

/// Ends a transaction, either way.
async fn end(shared: Arc<Shared>, commit: bool) -> Result<(), StoreError> {
    let Some(shared) = Arc::into_inner(shared) else {
        return Err(StoreError::Other("a change kept its transaction beyond its end".to_owned()));
    };
    if commit {
        shared.tx.commit().await?
    } else {
        shared.tx.rollback().await?
    }
    Ok(())
}

/// Is the connection fit for the next transaction?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Yes,
    No,
}

/// Runs one job in a transaction of its own; keeps its outcome.
async fn alone(pool: &DatabaseConnection, engine: Engine, asked: &mut dyn Asked) -> Fit {
    for attempt in 1.. {
        let shared = match begin(pool, engine).await {
            Ok(shared) => shared,
            Err(error) => {
                asked.refuse(error);
                return Fit::No;
            }
        };
        let tx = Tx::new(&shared, &Arc::default(), asked.agency());
        // Two of the same key at once: the second waits here and then finds the answer of the first.
        let locked = match asked.once().map(|once| format!("once:{}:{}", once.account, once.key)) {
            Some(word) => tx.lock(&word).await,
            None => Ok(()),
        };
        let well = match locked {
            Ok(()) => asked.run(tx).await,
            Err(error) => {
                drop(tx);
                asked.refuse(error);
                false
            }
        };
        let (broken, retry) = (shared.broken.load(Relaxed), shared.retry.load(Relaxed));
        let ended = end(shared, well).await;
        if retry && attempt < ATTEMPTS {
            tokio::time::sleep(Duration::from_millis(5 << attempt)).await;
            continue;
        }
        let fit = if broken || ended.is_err() { Fit::No } else { Fit::Yes };
        if let (true, Err(error)) = (well, ended) {
            asked.refuse(error);
        }
        return fit;
    }
    Fit::No
}

/// Opens the one writing connection and starts the task that owns it.
pub(crate) async fn start(options: SqliteConnectOptions) -> Result<Writes, StoreError> {
    let pool = sqlite_pool(options.clone(), 1).await?;
    let (jobs, waiting) = mpsc::channel(QUEUE);
    let (tell, done) = watch::channel(false);
    let stop = Arc::new(Notify::new());
    let writer = Writer { options, pool: Some(pool) };
    tokio::spawn(writer.work(waiting, Arc::clone(&stop), tell));
    Ok(Writes::Queue(Queue { jobs, stop, done }))
}

struct Writer {
    options: SqliteConnectOptions,
    /// `None` after a connection was given up; opened again by the next job.
    pool: Option<DatabaseConnection>,
}

impl Writer {
    async fn work(mut self, mut waiting: mpsc::Receiver<Box<dyn Asked>>, stop: Arc<Notify>, done: watch::Sender<bool>) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            let first = tokio::select! {
                biased;
                job = waiting.recv() => job,
                () = stop.notified() => {
                    waiting.close();
                    continue;
                }
            };
            let Some(first) = first else { break };
            batch.push(first);
            while batch.len() < BATCH
                && let Ok(next) = waiting.try_recv()
            {
                batch.push(next);
            }
            self.commit(&mut batch).await;
            for job in batch.drain(..) {
                job.answer();
            }
        }
        self.give_up().await;
        // Nobody may be waiting for the end.
        let _ = done.send(true);
    }

    async fn commit(&mut self, batch: &mut [Box<dyn Asked>]) {
        if batch.len() > 1 && self.together(batch).await {
            return;
        }
        for job in batch {
            match self.pool().await {
                Ok(pool) => {
                    if alone(&pool, Engine::Sqlite, job.as_mut()).await == Fit::No {
                        self.give_up().await;
                    }
                }
                Err(error) => job.refuse(error),
            }
        }
    }

    /// Runs the jobs in one transaction. False if they must be run again, each alone.
    async fn together(&mut self, batch: &mut [Box<dyn Asked>]) -> bool {
        let shared = match self.pool().await {
            Ok(pool) => begin(&pool, Engine::Sqlite).await,
            Err(error) => Err(error),
        };
        let shared = match shared {
            Ok(shared) => shared,
            Err(error) => {
                self.give_up().await;
                refuse_all(batch, &error);
                return true;
            }
        };
        for job in batch.iter_mut() {
            let marks = Arc::<Marks>::default();
            let well = job.run(Tx::new(&shared, &marks, job.agency())).await;
            let harmless = well || !marks.wrote.load(Relaxed);
            if !harmless || shared.broken.load(Relaxed) {
                let broken = shared.broken.load(Relaxed);
                if end(shared, false).await.is_err() || broken {
                    self.give_up().await;
                }
                return false;
            }
        }
        if let Err(error) = end(shared, true).await {
            self.give_up().await;
            refuse_all(batch, &error);
        }
        true
    }

    async fn pool(&mut self) -> Result<DatabaseConnection, StoreError> {
        if let Some(pool) = &self.pool {
            return Ok(pool.clone());
        }
        let pool = sqlite_pool(self.options.clone(), 1).await?;
        self.pool = Some(pool.clone());
        Ok(pool)
    }

    /// Closes a connection whose transaction ended in an unknown way: SQLite may have rolled back by itself, which the
    /// driver does not see.
    async fn give_up(&mut self) {
        if let Some(pool) = self.pool.take()
            && let Err(error) = pool.close().await
        {
            tracing::warn!(%error, "closing the writing connection");
        }
    }
}

fn refuse_all(batch: &mut [Box<dyn Asked>], error: &StoreError) {
    for job in batch {
        job.refuse(error.clone());
    }
}
