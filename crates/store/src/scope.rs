//! The only door to an agency's tables. A [`Scope`] reads, a [`Tx`] also writes; both know one agency and put it into
//! every query. Rooms add their methods to these two types.
//!
//! Read first: this file; then `act` for how a `Tx` comes to be and `writer` for when it is committed.

use crate::{
    StoreError,
    conn::{Conn, Marks, Shared},
    page::{Page, PageOf},
};
use domain::ids::AgencyId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, IdenStatic,
    IntoActiveModel, Iterable, ModelTrait, PaginatorTrait, PrimaryKeyToColumn, QueryFilter, QuerySelect, QueryTrait,
    Select, Statement, StatementBuilder, UpdateMany,
    sea_query::{Expr, InsertStatement, IntoCondition, OnConflict},
};
use std::{
    ops::Deref,
    sync::{Arc, atomic::Ordering::Relaxed},
};
use uuid::Uuid;

/// Rows in one statement: SQLite takes 32 766 parameters, PostgreSQL 65 535.
const CHUNK: usize = 500;

/// A table of a tenant: its rows belong to the agency in this column.
pub(crate) trait Tenanted: EntityTrait {
    /// The column `agency_id`.
    fn agency() -> Self::Column;
}

/// Reads of one agency's data.
pub struct Scope {
    pub(crate) conn: Conn,
    pub(crate) agency: AgencyId,
}

impl Scope {
    /// The agency whose data this door leads to.
    pub fn agency_id(&self) -> AgencyId {
        self.agency
    }

    /// Rows of this agency.
    pub(crate) fn find<E: Tenanted>(&self) -> Select<E> {
        E::find().filter(E::agency().eq(self.agency.0))
    }

    /// All rows a query finds.
    pub(crate) async fn all<E>(&self, select: Select<E>) -> Result<Vec<E::Model>, StoreError>
    where
        E: Tenanted,
    {
        Ok(select.all(&self.conn).await?)
    }

    /// The first row a query finds.
    pub(crate) async fn one<E>(&self, select: Select<E>) -> Result<Option<E::Model>, StoreError>
    where
        E: Tenanted,
    {
        Ok(select.one(&self.conn).await?)
    }

    /// Rows whose `column` is among `ids`, in as many statements as the number of ids asks for.
    pub(crate) async fn among<E>(
        &self,
        column: E::Column,
        ids: &[Uuid],
        narrow: impl Fn(Select<E>) -> Select<E>,
    ) -> Result<Vec<E::Model>, StoreError>
    where
        E: Tenanted,
    {
        let mut rows = Vec::new();
        for chunk in ids.chunks(CHUNK) {
            let select = self.find::<E>().filter(column.is_in(chunk.iter().copied()));
            rows.append(&mut self.all(narrow(select)).await?);
        }
        Ok(rows)
    }

    /// One page of an ordered query.
    pub(crate) async fn page<E>(&self, select: Select<E>, page: PageOf) -> Result<Page<E::Model>, StoreError>
    where
        E: Tenanted,
        E::Model: FromQueryResult + Sized + Send + Sync,
    {
        let total = select.clone().count(&self.conn).await?;
        let rows = self.all(select.limit(page.limit()).offset(page.offset())).await?;
        Ok(page.with(total, rows))
    }
}

/// A change in the making: everything a [`Scope`] reads, as this transaction sees it, and the writes.
///
/// A write that failed ends the transaction: the job must hand the error on, it cannot mend it and go on.
pub struct Tx {
    scope: Scope,
    pub(crate) marks: Arc<Marks>,
}

impl Deref for Tx {
    type Target = Scope;
    fn deref(&self) -> &Scope {
        &self.scope
    }
}

impl Tx {
    pub(crate) fn new(shared: &Arc<Shared>, marks: &Arc<Marks>, agency: AgencyId) -> Self {
        let conn = Conn::Job(Arc::clone(shared), Arc::clone(marks));
        Self { scope: Scope { conn, agency }, marks: Arc::clone(marks) }
    }

    /// A second handle on the same transaction.
    pub(crate) fn again(&self) -> Self {
        let scope = Scope { conn: self.conn.clone(), agency: self.agency };
        Self { scope, marks: Arc::clone(&self.marks) }
    }

    /// Waits until no other transaction of this agency holds the same word, and holds it until the end. For decisions
    /// that rest on rows which no revision or unique key protects. On SQLite there is only ever one writer.
    pub async fn lock(&self, word: &str) -> Result<(), StoreError> {
        if self.conn.get_database_backend() == DbBackend::Postgres {
            let key = format!("{}:{word}", self.agency);
            let statement = Statement::from_sql_and_values(
                DbBackend::Postgres,
                "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))",
                [key.into()],
            );
            self.conn.query_one_raw(statement).await?;
        }
        Ok(())
    }

    /// Runs a change that must be journalled; returns the number of rows.
    pub(crate) async fn write<S: StatementBuilder>(&self, statement: &S) -> Result<u64, StoreError> {
        let rows = self.write_exempt(statement).await?;
        if rows > 0 {
            self.marks.business.store(true, Relaxed);
        }
        Ok(rows)
    }

    /// Runs a change the journal does not keep: sessions, drafts, notices, idempotency keys, progress of an import.
    pub(crate) async fn write_exempt<S: StatementBuilder>(&self, statement: &S) -> Result<u64, StoreError> {
        Ok(self.conn.execute(statement).await?.rows_affected())
    }

    /// Adds rows.
    pub(crate) async fn insert<E: Tenanted>(&self, rows: Vec<E::Model>) -> Result<(), StoreError>
    where
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait<Entity = E>,
    {
        for statement in inserts::<E>(rows) {
            self.write(&statement).await?;
        }
        Ok(())
    }

    /// Adds rows, or overwrites those with the same key.
    pub(crate) async fn upsert<E: Tenanted>(&self, rows: Vec<E::Model>) -> Result<u64, StoreError>
    where
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait<Entity = E>,
    {
        self.upsert_where::<E>(rows, None).await
    }

    /// The same, overwriting only rows for which `only` holds; returns how many rows were added or overwritten.
    pub(crate) async fn upsert_where<E: Tenanted>(
        &self,
        rows: Vec<E::Model>,
        only: Option<Expr>,
    ) -> Result<u64, StoreError>
    where
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait<Entity = E>,
    {
        let mut done = 0;
        for mut statement in inserts::<E>(rows) {
            statement.on_conflict(overwrite::<E>(only.clone()));
            done += self.write(&statement).await?;
        }
        Ok(done)
    }

    /// An update of rows of this agency, to be narrowed by the caller.
    pub(crate) fn change<E: Tenanted>(&self) -> UpdateMany<E> {
        E::update_many().filter(E::agency().eq(self.agency.0))
    }

    /// Removes rows of this agency.
    pub(crate) async fn remove<E: Tenanted>(&self, which: impl IntoCondition) -> Result<u64, StoreError> {
        let delete = E::delete_many().filter(E::agency().eq(self.agency.0)).filter(which.into_condition());
        self.write(&delete.into_query()).await
    }
}

/// Statements that add rows, as few as the engines take.
pub(crate) fn inserts<E: EntityTrait>(rows: Vec<E::Model>) -> Vec<InsertStatement>
where
    E::Model: IntoActiveModel<E::ActiveModel> + ModelTrait<Entity = E>,
    E::ActiveModel: ActiveModelTrait<Entity = E>,
{
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    let mut statements = Vec::new();
    while rows.peek().is_some() {
        statements.push(E::insert_many(rows.by_ref().take(CHUNK)).into_query());
    }
    statements
}

/// What to do with a row whose key is there already: overwrite it where `only` holds, or always.
pub(crate) fn overwrite<E: EntityTrait>(only: Option<Expr>) -> OnConflict {
    let key: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let is_key = |column: &E::Column| key.iter().any(|k| k.as_str() == column.as_str());
    OnConflict::columns(key.iter().copied())
        .update_columns(E::Column::iter().filter(|column| !is_key(column)))
        .action_and_where_option(only)
        .to_owned()
}
