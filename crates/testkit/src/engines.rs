//! Every test of the store and every story runs on SQLite and on PostgreSQL: [`for_each_engine`]. A leg that cannot run
//! fails; nothing is skipped.
//!
//! PostgreSQL is the server that `LARAS_TEST_PG` names (`with_postgres` starts one for a whole run), else one started by
//! this process. Each test has a database of its own, copied from a migrated one, and dropped afterwards.
//!
//! The store's own tests include this file by its path, so that they need not wait for the floors above.
#![allow(clippy::disallowed_methods)] // a fresh name for each database

use super::postgres::{Cluster, VARIABLE};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::{
    collections::hash_map::DefaultHasher,
    future::Future,
    hash::{Hash, Hasher},
    panic::AssertUnwindSafe,
    sync::{Arc, OnceLock},
};
use store::{Engine, Options, Store};
use tempfile::TempDir;
use uuid::Uuid;

/// Keeps two tests from making the same template at once (any constant will do).
const TEMPLATING: i64 = 0x4c61_7261_7302;

/// A database for one test, migrated and empty.
pub struct Database {
    /// Which engine.
    pub engine: Engine,
    /// How to open it.
    pub url: String,
    /// Keeps the file of SQLite.
    _folder: Option<TempDir>,
    /// On PostgreSQL: the server's own URL and the name of the database.
    server: Option<(String, String)>,
}

impl Database {
    /// A file in a temporary folder.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("laras.db").display());
        let database = Self { engine: Engine::Sqlite, url, _folder: Some(folder), server: None };
        let store = database.open().await;
        store.migrate().await.expect("migrations on SQLite");
        store.close().await.expect("closing SQLite");
        database
    }

    /// A database on the server.
    pub async fn postgres() -> Self {
        let server = server();
        let template = template(&server).await;
        let name = format!("laras_{}", Uuid::now_v7().simple());
        run(&server, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        Self { engine: Engine::Postgres, url: at(&server, &name), _folder: None, server: Some((server, name)) }
    }

    /// Opens it, as often as wanted.
    pub async fn open(&self) -> Store {
        Store::connect(&self.options()).await.unwrap_or_else(|error| panic!("{:?}: {error}", self.engine))
    }

    /// Opens it with few connections: many tests share the server.
    pub fn options(&self) -> Options {
        Options { max_connections: 4, ..Options::new(&self.url) }
    }

    /// Removes it.
    pub async fn remove(&self) {
        if let Some((server, name)) = &self.server {
            run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    }
}

/// Runs a test on an empty database of each engine.
pub async fn for_each_engine<F, Fut>(test: F)
where
    F: Fn(Store) -> Fut,
    Fut: Future<Output = ()>,
{
    for_each_database(|database| {
        let test = &test;
        async move {
            let store = database.open().await;
            test(store.clone()).await;
            store.close().await.expect("closing the database");
        }
    })
    .await;
}

/// The same for tests that open the database themselves, or more than once.
pub async fn for_each_database<F, Fut>(test: F)
where
    F: Fn(Arc<Database>) -> Fut,
    Fut: Future<Output = ()>,
{
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let database = Arc::new(match engine {
            Engine::Sqlite => Database::sqlite().await,
            Engine::Postgres => Database::postgres().await,
        });
        let outcome = futures::FutureExt::catch_unwind(AssertUnwindSafe(test(Arc::clone(&database)))).await;
        database.remove().await;
        if let Err(panic) = outcome {
            eprintln!("the test failed on {engine:?}");
            std::panic::resume_unwind(panic);
        }
    }
}

fn server() -> String {
    static OWN: OnceLock<Cluster> = OnceLock::new();
    std::env::var(VARIABLE)
        .unwrap_or_else(|_| OWN.get_or_init(|| Cluster::start().unwrap_or_else(|error| panic!("{error}"))).url.clone())
}

/// A migrated database to copy: one for each build of a test program, since each may bring other migrations.
async fn template(server: &str) -> String {
    let program = std::env::current_exe().expect("the test program");
    let mut hasher = DefaultHasher::new();
    program.hash(&mut hasher);
    program.metadata().and_then(|data| data.modified()).expect("the age of the test program").hash(&mut hasher);
    let name = format!("laras_template_{:016x}", hasher.finish());

    let mut admin = connect(server).await;
    execute(&mut admin, &format!("SELECT pg_advisory_lock({TEMPLATING})")).await;
    let found =
        sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1").bind(&name).fetch_optional(&mut admin).await;
    if found.expect("the list of databases").is_none() {
        // Half a template is never used: it gets its name when it is done.
        let making = format!("{name}_making");
        execute(&mut admin, &format!("DROP DATABASE IF EXISTS {making}")).await;
        execute(&mut admin, &format!("CREATE DATABASE {making}")).await;
        let store = Store::connect(&Options::new(at(server, &making))).await.expect("the template");
        store.migrate().await.expect("migrations on PostgreSQL");
        store.close().await.expect("closing the template");
        execute(&mut admin, &format!("ALTER DATABASE {making} RENAME TO {name}")).await;
    }
    admin.close().await.expect("closing the server's connection");
    name
}

/// The URL of another database of the server.
fn at(server: &str, database: &str) -> String {
    let (path, query) = server.split_once('?').map_or((server, String::new()), |(p, q)| (p, format!("?{q}")));
    let (host, _) = path.rsplit_once('/').expect("a URL with a database");
    format!("{host}/{database}{query}")
}

async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url).await.unwrap_or_else(|error| panic!("the PostgreSQL server for tests: {error}"))
}

async fn execute(connection: &mut PgConnection, sql: &str) {
    connection.execute(AssertSqlSafe(sql)).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

async fn run(server: &str, sql: &str) {
    let mut connection = connect(server).await;
    execute(&mut connection, sql).await;
    connection.close().await.expect("closing the server's connection");
}
