//! When changes are committed. Read `act` first: what a change is.
//!
//! SQLite has one writer. A task of ours is that writer: it takes whatever jobs wait, runs them one after another in one
//! transaction, commits once (one fsync for all of them) and only then answers. A job that fails without having written
//! is answered with its error; one that fails after writing makes the batch roll back and every job run again alone, so
//! that its neighbours are not harmed. There are no savepoints: each would cost as much as the insert it guards.
//! PostgreSQL has many writers: a transaction per job, straight from the pool.

use crate::{
    Engine, StoreError,
    act::Asked,
    conn::{Marks, Shared},
    connect::sqlite_pool,
    scope::Tx,
    survey::settle,
};
use sea_orm::{DatabaseConnection, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use sqlx::sqlite::SqliteConnectOptions;
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};
use tokio::sync::{Notify, mpsc, watch};

/// Jobs that may wait before callers are made to wait.
const QUEUE: usize = 1024;
/// Jobs in one commit.
const BATCH: usize = 128;
/// How often a transaction is run when others stand in its way (PostgreSQL).
const ATTEMPTS: u32 = 6;

/// Where changes go.
pub(crate) enum Writes {
    /// To the one writer (SQLite).
    Queue(Queue),
    /// Straight to the pool (PostgreSQL).
    Direct,
}

pub(crate) struct Queue {
    pub(crate) jobs: mpsc::Sender<Box<dyn Asked>>,
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

async fn begin(pool: &DatabaseConnection, engine: Engine) -> Result<Arc<Shared>, StoreError> {
    let mode = (engine == Engine::Sqlite).then_some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() };
    let tx = pool.begin_with_options(options).await?;
    let (broken, retry) = (AtomicBool::new(false), AtomicBool::new(false));
    Ok(Arc::new(Shared { tx, broken, retry, counts: Mutex::default() }))
}

/// Ends a transaction, either way.
async fn end(shared: Arc<Shared>, commit: bool) -> Result<(), StoreError> {
    let Some(shared) = Arc::into_inner(shared) else {
        return Err(StoreError::Other("a change kept its transaction beyond its end".to_owned()));
    };
    if commit {
        settle(&shared).await?;
        shared.tx.commit().await?;
    } else {
        shared.tx.rollback().await?;
    }
    Ok(())
}

/// Is the connection fit for the next transaction?
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    Yes,
    No,
}

/// Runs one job in a transaction of its own; keeps its outcome.
pub(crate) async fn alone(pool: &DatabaseConnection, engine: Engine, asked: &mut dyn Asked) -> Fit {
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
                () = stop.notified() => {
                    // What waits is still received, then nothing.
                    waiting.close();
                    continue;
                }
                job = waiting.recv() => job,
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
