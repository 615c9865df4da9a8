//! What a scheme adds: who was named to rate, what each rater said, and the scheme's result beside the predicate.

use super::shape::Shape;
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
        manager.get_connection().execute_unprepared("ALTER TABLE evaluation ADD COLUMN scheme text").await?;
        Shape::tenant("nomination")
            .refers("period_id", "period")
            .refers("skp_id", "skp")
            .refers("rater_id", "employee")
            .text("role")
            .text("state")
            .refers("by_id", "employee")
            .at("at")
            .text("note")
            .unique(&["period_id", "skp_id", "rater_id"])
            .index(&["rater_id", "period_id"])
            .create(manager)
            .await?;
        Shape::tenant("sheet")
            .refers("period_id", "period")
            .refers("skp_id", "skp")
            .refers("rater_id", "employee")
            .text("role")
            .text("marks")
            .maybe_at("sent_at")
            .big("revision")
            .unique(&["period_id", "skp_id", "rater_id"])
            .create(manager)
            .await
    }
}
