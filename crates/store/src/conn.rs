//! Where statements go: a pool, or the transaction of a job, which is watched so that nothing half done is committed.

use crate::{
    error::{is_constraint, worth_another_try},
    survey::Counts,
};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
    entity::prelude::async_trait::async_trait,
};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering::Relaxed},
};

/// The transaction of one job, or of several jobs that are committed together.
pub(crate) struct Shared {
    pub(crate) tx: DatabaseTransaction,
    /// A statement failed in a way that leaves the transaction in doubt.
    pub(crate) broken: AtomicBool,
    /// Another transaction stood in the way: running it again may help.
    pub(crate) retry: AtomicBool,
    /// Counts that are written once for all jobs, before the commit.
    pub(crate) counts: Mutex<Counts>,
}

/// What one job did so far.
#[derive(Default)]
pub(crate) struct Marks {
    /// Any row was changed.
    pub(crate) wrote: AtomicBool,
    /// A row was changed that must be journalled.
    pub(crate) business: AtomicBool,
    /// A journal row was written.
    pub(crate) journalled: AtomicBool,
    /// A statement failed: the job may do no more.
    pub(crate) failed: AtomicBool,
}

/// A pool, or the transaction of a job.
#[derive(Clone)]
pub(crate) enum Conn {
    Pool(DatabaseConnection),
    Job(Arc<Shared>, Arc<Marks>),
}

impl Conn {
    /// After a failed statement PostgreSQL refuses the rest of the transaction and SQLite may have ended it already, so
    /// that later statements would be committed one by one: nothing more is let through, on either.
    fn open(&self) -> Result<(), DbErr> {
        match self {
            Self::Job(shared, marks) if marks.failed.load(Relaxed) || shared.broken.load(Relaxed) => {
                Err(DbErr::Custom("the transaction ended with the statement that failed before".to_owned()))
            }
            _ => Ok(()),
        }
    }

    fn seen<T>(&self, result: Result<T, DbErr>) -> Result<T, DbErr> {
        if let (Self::Job(shared, marks), Err(error)) = (self, &result) {
            marks.failed.store(true, Relaxed);
            if self.get_database_backend() == DbBackend::Postgres || !is_constraint(error) {
                shared.broken.store(true, Relaxed);
                shared.retry.store(worth_another_try(error), Relaxed);
            }
        }
        result
    }
}

#[async_trait]
impl ConnectionTrait for Conn {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Pool(pool) => pool.get_database_backend(),
            Self::Job(shared, _) => shared.tx.get_database_backend(),
        }
    }

    async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
        self.open()?;
        let result = match self {
            Self::Pool(pool) => pool.execute_raw(stmt).await,
            Self::Job(shared, marks) => {
                let result = shared.tx.execute_raw(stmt).await;
                if result.as_ref().is_ok_and(|done| done.rows_affected() > 0) {
                    marks.wrote.store(true, Relaxed);
                }
                result
            }
        };
        self.seen(result)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.open()?;
        let result = match self {
            Self::Pool(pool) => pool.execute_unprepared(sql).await,
            Self::Job(shared, _) => shared.tx.execute_unprepared(sql).await,
        };
        self.seen(result)
    }

    async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.open()?;
        let result = match self {
            Self::Pool(pool) => pool.query_one_raw(stmt).await,
            Self::Job(shared, _) => shared.tx.query_one_raw(stmt).await,
        };
        self.seen(result)
    }

    async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.open()?;
        let result = match self {
            Self::Pool(pool) => pool.query_all_raw(stmt).await,
            Self::Job(shared, _) => shared.tx.query_all_raw(stmt).await,
        };
        self.seen(result)
    }
}
