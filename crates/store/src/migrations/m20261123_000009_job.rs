//! Background work, and which reminders were sent.

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
        Shape::tenant("job")
            .of_agency()
            .may_refer("by_id", "employee")
            .may_refer("account_id", "account")
            .text("task")
            .text("state")
            .int("total")
            .int("done")
            .text("place")
            .text("result")
            .maybe_text("error")
            .int("tries")
            .maybe_text("word")
            .at("asked_at")
            .at("at")
            .maybe_text("lease_by")
            .maybe_at("lease_until")
            .maybe_text("file")
            .maybe_at("expires_at")
            .unique(&["word"])
            .index(&["state", "asked_at"])
            .index(&["asked_at"])
            .index(&["expires_at"])
            .create(manager)
            .await?;
        Shape::start("reminder")
            .refers("employee_id", "employee")
            .text("word")
            .at("at")
            .key(&["employee_id", "word"])
            .index(&["at"])
            .create(manager)
            .await
    }
}
