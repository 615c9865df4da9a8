//! Opening the database and bringing it up to date.

use crate::{
    Scope, StoreError,
    conn::Conn,
    directory::Directory,
    entity,
    migrations::Migrator,
    writer::{self, Writes},
};
use domain::ids::AgencyId;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use sqlx::{
    ConnectOptions as _, Executor as _,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{fmt, str::FromStr, sync::Arc, time::Duration};

/// How long one waits for a free connection before saying that the database is unavailable.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long SQLite waits for another process that writes, an import from the command line for instance.
const PATIENCE_WRITING: Duration = Duration::from_secs(30);
/// The same while migrating: another process may be at it.
const PATIENCE_MIGRATING: Duration = Duration::from_mins(2);
/// The word that keeps two migrating processes apart on PostgreSQL (any constant will do).
const MIGRATING: i64 = 0x4c61_7261_7301;

/// Which database.
#[derive(Clone, Default)]
pub struct Options {
    /// `sqlite://path?mode=rwc` or `postgres://user:password@host/database`.
    pub url: String,
    /// Connections to read with (PostgreSQL: to read and write with); 0 leaves the choice to us.
    pub max_connections: u32,
    /// Largest size of a SQLite database in pages of 4 KiB; `None` for no limit but the disk.
    pub max_pages: Option<u32>,
}

impl Options {
    /// The database at `url`, everything else as usual.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }
}

/// Without the URL, which may hold a password.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("max_connections", &self.max_connections)
            .field("max_pages", &self.max_pages)
            .finish_non_exhaustive()
    }
}

/// What the data is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Inside the process, one file.
    Sqlite,
    /// A server.
    Postgres,
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    options: Options,
    pub(crate) engine: Engine,
    /// Where reads go; on PostgreSQL also writes.
    pub(crate) pool: DatabaseConnection,
    pub(crate) writes: Writes,
}

impl Store {
    /// Opens the database and sees that it answers. Does not migrate.
    pub async fn connect(options: &Options) -> Result<Self, StoreError> {
        let engine = engine_of(&options.url)?;
        let (pool, writes) = match engine {
            Engine::Sqlite => {
                let write = sqlite_options(options)?;
                // The writer first: it makes the file and sets its journal mode, which readers may not.
                let writes = writer::start(write.clone()).await?;
                let read = write.pragma("query_only", "on");
                (sqlite_pool(read, at_least(options.max_connections, 4)).await?, writes)
            }
            Engine::Postgres => {
                let pool = PgPoolOptions::new()
                    .max_connections(at_least(options.max_connections, 16))
                    .acquire_timeout(PATIENCE)
                    .after_connect(|connection, _| {
                        Box::pin(async move {
                            // A board over 10,000 people takes a quarter of a second, compiling its query a whole one.
                            connection.execute("SET jit = off").await.map(drop)
                        })
                    })
                    .connect_with(postgres_options(&options.url)?)
                    .await?;
                (pool.into(), Writes::Direct)
            }
        };
        Ok(Self { inner: Arc::new(Inner { options: options.clone(), engine, pool, writes }) })
    }

    /// What the data is kept in.
    pub fn engine(&self) -> Engine {
        self.inner.engine
    }

    /// Does the database answer?
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.inner
            .pool
            .query_one_raw(Statement::from_string(self.inner.pool.get_database_backend(), "SELECT 1"))
            .await?;
        Ok(())
    }

    /// Reads of one agency's data.
    pub fn scope(&self, agency: AgencyId) -> Scope {
        Scope { conn: Conn::Pool(self.inner.pool.clone()), agency }
    }

    /// What is known before anybody has logged in.
    pub fn directory(&self) -> Directory<'_> {
        Directory { store: self }
    }

    /// Brings the database up to date, all of it or nothing; a second process that tries waits and finds nothing to do.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        // A connection of its own: what a migration sets must not linger in the pool.
        let pool: DatabaseConnection = match self.inner.engine {
            Engine::Sqlite => {
                let options = sqlite_options(&self.inner.options)?.busy_timeout(PATIENCE_MIGRATING);
                sqlite_pool(options, 1).await?
            }
            Engine::Postgres => PgPoolOptions::new()
                .max_connections(1)
                .acquire_timeout(PATIENCE)
                .connect_with(postgres_options(&self.inner.options.url)?)
                .await?
                .into(),
        };
        let result = migrate(&pool).await;
        pool.close().await?;
        result
    }

    /// Migrations that were not yet run, by name.
    pub async fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        let pending = Migrator::get_pending_migrations_read_only(&self.inner.pool).await?;
        Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
    }

    /// Reads a row of every table as the code expects it; names the tables where that fails.
    pub async fn check_schema(&self) -> Result<Vec<String>, StoreError> {
        entity::check(&self.inner.pool).await
    }

    /// Finishes the changes that wait, then closes every connection. Later changes are [`StoreError::Unavailable`].
    pub async fn close(&self) -> Result<(), StoreError> {
        self.inner.writes.drain().await;
        Ok(self.inner.pool.clone().close().await?)
    }
}

async fn migrate(pool: &DatabaseConnection) -> Result<(), StoreError> {
    let immediate = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = pool.begin_with_options(immediate).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        let lock = format!("SELECT pg_advisory_xact_lock({MIGRATING})");
        transaction.query_one_raw(Statement::from_string(DbBackend::Postgres, lock)).await?;
    }
    Migrator::up(&transaction, None).await?;
    Ok(transaction.commit().await?)
}

fn engine_of(url: &str) -> Result<Engine, StoreError> {
    match url.split_once(':').map(|(scheme, _)| scheme) {
        Some("sqlite") => Ok(Engine::Sqlite),
        Some("postgres" | "postgresql") => Ok(Engine::Postgres),
        _ => Err(StoreError::Other("the database URL must begin with sqlite:// or postgres://".to_owned())),
    }
}

fn at_least(wanted: u32, usual: u32) -> u32 {
    if wanted == 0 { usual } else { wanted }
}

fn sqlite_options(options: &Options) -> Result<SqliteConnectOptions, StoreError> {
    if options.url.contains(":memory:") || options.url.contains("mode=memory") {
        return Err(StoreError::Other("a database in memory has no room for a reader beside the writer".to_owned()));
    }
    let mut sqlite = SqliteConnectOptions::from_str(&options.url)?
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE_WRITING)
        .statement_cache_capacity(300)
        .row_buffer_size(500)
        .disable_statement_logging();
    if let Some(pages) = options.max_pages {
        sqlite = sqlite.pragma("max_page_count", pages.to_string());
    }
    Ok(sqlite)
}

fn postgres_options(url: &str) -> Result<PgConnectOptions, StoreError> {
    Ok(PgConnectOptions::from_str(url)?.disable_statement_logging())
}

pub(crate) async fn sqlite_pool(
    options: SqliteConnectOptions,
    connections: u32,
) -> Result<DatabaseConnection, StoreError> {
    let pool = SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_with(options)
        .await?;
    Ok(pool.into())
}
