//! What a scheme adds: the levels posts ask for, who was named to rate, what each rater said, and the scheme's result
//! beside the predicate.

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
        for column in ["scheme text", "scheme_score bigint"] {
            manager.get_connection().execute_unprepared(&format!("ALTER TABLE evaluation ADD COLUMN {column}")).await?;
        }
        Shape::start("post_standard")
            .refers("post_id", "post")
            .text("criterion")
            .int("level")
            .key(&["post_id", "criterion"])
            .create(manager)
            .await?;
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
            .may_refer("countersigned_by_id", "employee")
            .maybe_at("countersigned_at")
            .big("revision")
            .unique(&["period_id", "skp_id", "rater_id"])
            .create(manager)
            .await
    }
}
