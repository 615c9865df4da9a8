//! Objections, disagreements before a result, reports to the PyB; and results that may be replaced by another.

use super::shape::Shape;
use sea_orm_migration::{
    MigrationTrait, SchemaManager,
    prelude::async_trait::async_trait,
    sea_orm::{ConnectionTrait, DbBackend, DbErr, DeriveMigrationName},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// One result of a plan in a period that stands; those it replaced stay beside it.
const ONE_STANDS: &str = "CREATE UNIQUE INDEX evaluation__period_id_skp_id ON evaluation \
    (agency_id, period_id, skp_id) WHERE replaced_at IS NULL";

/// The columns of `evaluation` as migration 5 made them.
const COLUMNS: &str = "agency_id, id, period_id, skp_id, skp_version, employee_id, evaluator_id, hasil, perilaku, \
    predikat, capaian, because, policy, notes, signed_at, delivered_at, acknowledged_at";

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        match db.get_database_backend() {
            DbBackend::Postgres => {
                db.execute_unprepared("ALTER TABLE evaluation DROP CONSTRAINT evaluation__period_id_skp_id").await?;
                db.execute_unprepared("ALTER TABLE evaluation ADD COLUMN replaced_at timestamp with time zone").await?;
            }
            // SQLite drops no unique key: the table is made anew, and its rows come back before anything is committed.
            _ => anew(manager).await?,
        }
        db.execute_unprepared(ONE_STANDS).await?;
        Shape::tenant("objection")
            .refers("evaluation_id", "evaluation")
            .refers("by_id", "employee")
            .refers("rater_id", "employee")
            .refers("superior_id", "employee")
            .text("grounds")
            .at("filed_at")
            .maybe_at("asked_at")
            .maybe_text("rater_word")
            .maybe_text("employee_word")
            .maybe_text("ruling")
            .maybe_at("decided_at")
            .may_refer("changed_id", "evaluation")
            .big("revision")
            .unique(&["evaluation_id"])
            .unique(&["changed_id"])
            .index(&["decided_at"])
            .create(manager)
            .await?;
        Shape::tenant("disagreement")
            .refers("period_id", "period")
            .refers("skp_id", "skp")
            .text("subject")
            .refers("employee_id", "employee")
            .refers("rater_id", "employee")
            .at("raised_at")
            .maybe_text("employee_view")
            .maybe_text("rater_view")
            .maybe_day("talk_on")
            .maybe_text("employee_note")
            .maybe_text("rater_note")
            .flag("is_open")
            .unique(&["period_id", "skp_id", "subject"])
            .index(&["employee_id"])
            .index(&["rater_id"])
            .create(manager)
            .await?;
        Shape::start("document_report")
            .refers("evaluation_id", "evaluation")
            .day("on_day")
            .refers("by_id", "employee")
            .at("recorded_at")
            .key(&["evaluation_id"])
            .create(manager)
            .await
    }
}

async fn anew(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    db.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
    db.execute_unprepared(&format!("CREATE TABLE evaluation_kept AS SELECT {COLUMNS} FROM evaluation")).await?;
    db.execute_unprepared("DROP TABLE evaluation").await?;
    Shape::tenant("evaluation")
        .refers("period_id", "period")
        .refers("skp_id", "skp")
        .int("skp_version")
        .foreign(&["skp_id", "skp_version"], "skp_version", &["skp_id", "number"])
        .refers("employee_id", "employee")
        .refers("evaluator_id", "employee")
        .text("hasil")
        .text("perilaku")
        .maybe_text("predikat")
        .maybe_text("capaian")
        .text("because")
        .text("policy")
        .text("notes")
        .at("signed_at")
        .maybe_at("delivered_at")
        .maybe_at("acknowledged_at")
        .maybe_at("replaced_at")
        .index(&["employee_id", "signed_at"])
        .create(manager)
        .await?;
    db.execute_unprepared(&format!("INSERT INTO evaluation ({COLUMNS}) SELECT {COLUMNS} FROM evaluation_kept")).await?;
    db.execute_unprepared("DROP TABLE evaluation_kept").await?;
    Ok(())
}
