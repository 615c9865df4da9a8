//! One change: a job that runs in a transaction, with its journal row, and if asked only once.
//!
//! Not here: when it is committed and with whom (`writer`).

use crate::{
    Engine, Store, StoreError,
    entity::idempotency,
    map::{instant, json},
    scope::{Tx, inserts},
    writer::{Writes, alone},
};
use chrono::{DateTime, Utc};
use domain::ids::{AccountId, AgencyId};
use futures::{FutureExt, future::BoxFuture};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryTrait};
use serde::{Serialize, de::DeserializeOwned};
use std::{
    any::Any,
    future::Future,
    panic::AssertUnwindSafe,
    sync::{Arc, atomic::Ordering::Relaxed},
};
use tokio::sync::oneshot;
use uuid::Uuid;

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
    /// through its `Tx`, not through a `Scope` of its own, which would need a second connection. It must not call `act`. It ends even if the caller stops waiting.
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

/// A job whose types the writer need not know.
pub(crate) trait Asked: Send {
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
        let response = json(&value)?;
        tx.remember(once, response).await?;
    }
    Ok(value)
}

impl Tx {
    /// What was answered when the same was asked before.
    pub(crate) async fn answered(&self, once: &Once) -> Result<Option<String>, StoreError> {
        let select = self
            .find::<idempotency::Entity>()
            .filter(idempotency::Column::AccountId.eq(once.account.0))
            .filter(idempotency::Column::Key.eq(once.key));
        match self.one(select).await? {
            Some(row) if row.action != once.action => Err(StoreError::Duplicate { what: "idempotency.key".to_owned() }),
            row => Ok(row.map(|row| row.response)),
        }
    }

    /// Keeps what was answered.
    pub(crate) async fn remember(&self, once: &Once, response: String) -> Result<(), StoreError> {
        let row = idempotency::Model {
            agency_id: self.agency_id().0,
            account_id: once.account.0,
            key: once.key,
            action: once.action.clone(),
            at: instant(once.at),
            response,
        };
        for statement in inserts::<idempotency::Entity>(vec![row]) {
            self.write_exempt(&statement).await?;
        }
        Ok(())
    }

    /// Forgets answers kept since before an instant: nobody sends the same form again after days. Returns how many.
    /// Not journalled.
    pub async fn forget_answers(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let delete = idempotency::Entity::delete_many()
            .filter(idempotency::Column::AgencyId.eq(self.agency_id().0))
            .filter(idempotency::Column::At.lt(instant(before)));
        self.write_exempt(&delete.into_query()).await
    }

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
