//! What can go wrong with the database, in words the floors above can act on; the same on both engines.

use sea_orm::{DbErr, RuntimeErr};
use sqlx::error::{DatabaseError, ErrorKind};

/// Why a read or a change did not happen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The database cannot be reached: gone, restarting, locked for too long, no connection free in time.
    #[error("database unavailable: {0}")]
    Unavailable(String),
    /// No room left on its disk.
    #[error("database full: no room left on its disk")]
    Full,
    /// There is one already.
    #[error("already there: {what}")]
    Duplicate {
        /// Table and columns, `employee.nip`.
        what: String,
    },
    /// Something it refers to, or the row itself, is not there.
    #[error("not there: {what}")]
    Missing {
        /// What was looked for.
        what: String,
    },
    /// Somebody else saved in the meantime.
    #[error("changed meanwhile")]
    Stale,
    /// A change without a journal row: a defect of the action.
    #[error("change without a journal row")]
    Unjournalled,
    /// A row that cannot be read back into what it stands for.
    #[error("row cannot be read: {0}")]
    Corrupt(String),
    /// Anything else: a defect.
    #[error("database: {0}")]
    Other(String),
}

impl StoreError {
    /// A row or reference that is not there.
    pub(crate) fn missing(what: impl Into<String>) -> Self {
        Self::Missing { what: what.into() }
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match &error {
            DbErr::Conn(RuntimeErr::SqlxError(e))
            | DbErr::Exec(RuntimeErr::SqlxError(e))
            | DbErr::Query(RuntimeErr::SqlxError(e)) => from_sqlx(e),
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(error.to_string()),
            DbErr::Type(_) | DbErr::Json(_) | DbErr::TryIntoErr { .. } => Self::Corrupt(error.to_string()),
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        from_sqlx(&error)
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Corrupt(error.to_string())
    }
}

fn from_sqlx(error: &sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::Database(e) => from_database(e.as_ref()),
        sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::BeginFailed => StoreError::Unavailable(error.to_string()),
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => StoreError::Corrupt(error.to_string()),
        _ => StoreError::Other(error.to_string()),
    }
}

fn from_database(error: &dyn DatabaseError) -> StoreError {
    let code = error.code().unwrap_or_default();
    match error.kind() {
        ErrorKind::UniqueViolation => return StoreError::Duplicate { what: duplicate(error) },
        ErrorKind::ForeignKeyViolation => return StoreError::missing("a row it refers to"),
        _ => {}
    }
    let text = || format!("{} ({code})", error.message());
    if error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() {
        // Extended result codes carry the primary code in the low byte (sqlite.org/rescode.html).
        return match code.parse::<u32>().map(|code| code & 0xff) {
            Ok(13) => StoreError::Full,
            // BUSY, LOCKED, READONLY, IOERR, CANTOPEN
            Ok(5 | 6 | 8 | 10 | 14) => StoreError::Unavailable(text()),
            // CORRUPT, NOTADB
            Ok(11 | 26) => StoreError::Corrupt(text()),
            _ => StoreError::Other(text()),
        };
    }
    // PostgreSQL SQLSTATE classes (postgresql.org/docs/current/errcodes-appendix.html).
    match code.as_ref() {
        "53100" => StoreError::Full,
        c if c.starts_with("08") || c.starts_with("53") || c.starts_with("57P") || c == "58030" => {
            StoreError::Unavailable(text())
        }
        "40001" | "40P01" | "55P03" => StoreError::Unavailable(text()),
        c if c.starts_with("XX") => StoreError::Corrupt(text()),
        _ => StoreError::Other(text()),
    }
}

/// Names the key that was there already as `table.column_column`, the same from both engines: SQLite lists the columns,
/// PostgreSQL names the constraint, which the migrations call `table__column_column`.
fn duplicate(error: &dyn DatabaseError) -> String {
    if let Some(constraint) = error.constraint() {
        return constraint.replacen("__", ".", 1);
    }
    let Some((_, columns)) = error.message().split_once("failed: ") else { return error.message().to_owned() };
    let mut columns = columns.split(", ").filter_map(|column| column.split_once('.'));
    let Some((table, first)) = columns.next() else { return error.message().to_owned() };
    let rest: Vec<&str> =
        std::iter::once(first).chain(columns.map(|(_, column)| column)).filter(|c| *c != "agency_id").collect();
    format!("{table}.{}", rest.join("_"))
}

/// Must the transaction be run again because another one stood in its way (PostgreSQL only)?
pub(crate) fn worth_another_try(error: &DbErr) -> bool {
    matches!(sqlx_code(error).as_deref(), Some("40001" | "40P01"))
}

/// Did only the statement fail, with everything before it intact (SQLite only)?
pub(crate) fn is_constraint(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(e)) | DbErr::Query(RuntimeErr::SqlxError(e))) = error else { return false };
    matches!(e.as_ref(), sqlx::Error::Database(e) if !matches!(e.kind(), ErrorKind::Other))
}

fn sqlx_code(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(e)) | DbErr::Query(RuntimeErr::SqlxError(e))) = error else { return None };
    match e.as_ref() {
        sqlx::Error::Database(e) => e.code().map(std::borrow::Cow::into_owned),
        _ => None,
    }
}
