//! Working minutes until an answer stay with the row, as they were counted when it was taken. Rows of before are counted by the
//! hours of today, as they were.

use sea_orm_migration::{
    MigrationTrait, SchemaManager,
    prelude::async_trait::async_trait,
    sea_orm::{ConnectionTrait, DbErr, DeriveMigrationName},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("ALTER TABLE feed_row ADD COLUMN took bigint").await?;
        Ok(())
    }
}
