//! The floor under group commit: the same rows into the same tables with rusqlite, one thread, prepared statements,
//! one commit for whatever waits. No permissions, no rules, no types; only durability.

use rusqlite::{Connection, params_from_iter, types::Value};
use std::{path::Path, sync::mpsc};
use tokio::sync::oneshot;

/// Jobs in one commit, as in the store's own writer.
const BATCH: usize = 128;

/// A row to be written: table and a fresh id.
type Job = (uuid::Uuid, oneshot::Sender<()>);

/// The tables a report writes to.
const TABLES: [&str; 3] = ["entry", "journal", "notice"];

/// The raw writer.
#[derive(Clone)]
pub struct Raw {
    jobs: mpsc::Sender<Job>,
}

impl Raw {
    /// Opens a database that holds at least one report, as the pattern of every further one.
    pub fn open(database: &Path) -> Result<Self, String> {
        let connection = Connection::open(database).map_err(|error| error.to_string())?;
        let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
        connection.execute_batch(pragmas).map_err(|error| error.to_string())?;
        let patterns = TABLES.map(|table| pattern(&connection, table));
        let [entry, journal, notice] = patterns;
        let patterns = [entry?, journal?, notice?];
        let (jobs, waiting) = mpsc::channel::<Job>();
        std::thread::spawn(move || write(&connection, &patterns, &waiting));
        Ok(Self { jobs })
    }

    /// Writes one report's rows; durable when it returns.
    pub async fn report(&self, id: uuid::Uuid) -> Result<(), String> {
        let (done, waits) = oneshot::channel();
        self.jobs.send((id, done)).map_err(|error| error.to_string())?;
        waits.await.map_err(|error| error.to_string())
    }
}

/// A row as it stands, with the place of its id.
struct Pattern {
    insert: String,
    values: Vec<Value>,
    id: usize,
}

fn pattern(connection: &Connection, table: &str) -> Result<Pattern, String> {
    let mut query = connection.prepare(&format!("SELECT * FROM {table} LIMIT 1")).map_err(|error| error.to_string())?;
    let names: Vec<String> = query.column_names().into_iter().map(str::to_owned).collect();
    let id = names.iter().position(|name| name == "id").ok_or_else(|| format!("{table} has no id"))?;
    let values = query
        .query_row([], |row| (0..names.len()).map(|at| row.get::<_, Value>(at)).collect::<Result<Vec<_>, _>>())
        .map_err(|error| format!("{table}: {error}"))?;
    let marks = vec!["?"; names.len()].join(", ");
    Ok(Pattern { insert: format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", ")), values, id })
}

fn write(connection: &Connection, patterns: &[Pattern], waiting: &mpsc::Receiver<Job>) {
    let commit = |sql: &str| connection.execute_batch(sql).expect("the raw database takes it");
    while let Ok(first) = waiting.recv() {
        let mut batch = vec![first];
        batch.extend(waiting.try_iter().take(BATCH - 1));
        commit("BEGIN IMMEDIATE");
        for (id, _) in &batch {
            for pattern in patterns {
                let mut values = pattern.values.clone();
                values[pattern.id] = match &values[pattern.id] {
                    Value::Blob(_) => Value::Blob(id.as_bytes().to_vec()),
                    _ => Value::Text(id.to_string()),
                };
                let mut insert = connection.prepare_cached(&pattern.insert).expect("the pattern's own columns");
                insert.execute(params_from_iter(values)).expect("a row like the one that is there");
            }
        }
        commit("COMMIT");
        for (_, done) in batch {
            // Whoever no longer waits needs no answer.
            let _ = done.send(());
        }
    }
}
