//! Journal, notices, drafts and imports.

use super::shape::Shape;
use sea_orm_migration::{
    MigrationTrait, SchemaManager,
    prelude::async_trait::async_trait,
    sea_orm::{DbErr, DeriveMigrationName},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Shape::tenant("journal")
            .of_agency()
            .at("at")
            .may_refer("by_id", "employee")
            .text("action")
            .text("subject")
            .text("subject_id")
            .maybe_text("before")
            .maybe_text("after")
            .index(&["subject", "subject_id", "at"])
            .index(&["at"])
            .create(manager)
            .await?;
        Shape::tenant("notice")
            .refers("employee_id", "employee")
            .at("at")
            .text("says")
            .text("link")
            .maybe_at("read_at")
            .index(&["employee_id", "at"])
            .index(&["at"])
            .create(manager)
            .await?;
        Shape::start("draft")
            .refers("owner_id", "employee")
            .text("form_key")
            .text("fields")
            .at("saved_at")
            .key(&["owner_id", "form_key"])
            .create(manager)
            .await?;
        Shape::tenant("import_run")
            .of_agency()
            .may_refer("by_id", "employee")
            .text("kind")
            .int("total")
            .int("done")
            .text("state")
            .text("report")
            .at("at")
            .create(manager)
            .await
    }
}
