//! Rows that were there before a table was made anew are there afterwards.

use super::Migrator;
use sea_orm::{ConnectionTrait, DatabaseConnection, TransactionTrait};
use sea_orm_migration::MigratorTrait;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

/// A signed result with its feedback, as the six first migrations know it.
const ROWS: &str = "
    INSERT INTO agency VALUES ('A', 'Uji', 'WIB', 'bengkulu', 'Uji');
    INSERT INTO unit VALUES ('A', 'U', NULL, 'U', 'Dinas');
    INSERT INTO post VALUES ('A', 'P', 'U', 'P', 'Pengelola', 'pelaksana', 0, 0);
    INSERT INTO employee VALUES ('A', 'E', NULL, 'Ratna', 'ratna', 'pns', '-');
    INSERT INTO skp (agency_id, id, employee_id, year, from_day, form, approach, post_id, unit_id, rater_id, version,
        revision, annex) VALUES ('A', 'S', 'E', 2026, '2026-01-01', 'ja', 'kuantitatif', 'P', 'U', 'E', 1, 1, '{}');
    INSERT INTO skp_version VALUES ('A', 'S', 1, '{}', '2026-01-20', 'E', '');
    INSERT INTO period (agency_id, id, year, rhythm, number, from_day, policy)
        VALUES ('A', 'T', 2026, 'tahunan', 1, '2026-01-01', '');
    INSERT INTO evaluation (agency_id, id, period_id, skp_id, skp_version, employee_id, evaluator_id, hasil, perilaku,
        because, policy, notes, signed_at) VALUES ('A', 'V', 'T', 'S', 1, 'E', 'E', 'sesuai', 'sesuai', '{}', '',
        'Pertahankan', '2026-12-31');
    INSERT INTO feedback (agency_id, id, evaluation_id, by_id, good, improve, advice, at, answer)
        VALUES ('A', 'F', 'V', 'E', 'Baik', 'Lagi', 'Besok', '2026-12-31', '');
";

async fn count(db: &DatabaseConnection, table: &str) -> i64 {
    let sql = sea_orm::Statement::from_string(db.get_database_backend(), format!("SELECT COUNT(*) AS n FROM {table}"));
    db.query_one_raw(sql).await.unwrap().unwrap().try_get("", "n").unwrap()
}

#[tokio::test]
async fn results_outlive_the_migration_that_lets_them_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteConnectOptions::new().filename(folder.path().join("lama.db")).create_if_missing(true);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options.foreign_keys(true)).await.unwrap();
    let db: DatabaseConnection = pool.into();
    Migrator::up(&db, Some(6)).await.unwrap();
    db.execute_unprepared(ROWS).await.unwrap();
    let transaction = db.begin().await.unwrap();
    Migrator::up(&transaction, None).await.unwrap();
    transaction.commit().await.unwrap();
    assert_eq!((count(&db, "evaluation WHERE replaced_at IS NULL").await, count(&db, "feedback").await), (1, 1));
    assert_eq!(count(&db, "pragma_foreign_key_check()").await, 0);
    let second = db.execute_unprepared("INSERT INTO evaluation SELECT agency_id, 'W', period_id, skp_id, skp_version, \
        employee_id, evaluator_id, hasil, perilaku, predikat, capaian, because, policy, notes, signed_at, delivered_at, \
        acknowledged_at, replaced_at FROM evaluation");
    assert!(second.await.is_err(), "one result stands");
    db.close().await.unwrap();
}
