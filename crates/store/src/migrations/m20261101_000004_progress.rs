//! Steps of the action plan, entries, answers, evidence.

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
        Shape::tenant("step")
            .refers("skp_id", "skp")
            .refers("indicator_id", "indicator")
            .text("text")
            .day("due")
            .maybe_day("done_on")
            .index(&["skp_id", "due"])
            .create(manager)
            .await?;
        Shape::tenant("entry")
            .refers("skp_id", "skp")
            .refers("indicator_id", "indicator")
            .may_refer("step_id", "step")
            .day("day")
            .maybe_big("amount")
            .text("did")
            .text("obstacle")
            .text("help")
            .may_refer("corrects_id", "entry")
            .refers("by_id", "employee")
            .at("recorded_at")
            .index(&["skp_id", "recorded_at"])
            .index(&["indicator_id", "recorded_at"])
            .create(manager)
            .await?;
        Shape::tenant("reply")
            .refers("entry_id", "entry")
            .refers("by_id", "employee")
            .text("text")
            .flag("settles")
            .at("at")
            .index(&["entry_id", "at"])
            .create(manager)
            .await?;
        Shape::tenant("evidence")
            .refers("skp_id", "skp")
            .refers("entry_id", "entry")
            .text("kind")
            .maybe_text("name")
            .maybe_text("media_type")
            .maybe_big("size")
            .maybe_text("sha256")
            .maybe_text("url")
            .refers("by_id", "employee")
            .at("recorded_at")
            .index(&["skp_id", "recorded_at"])
            .create(manager)
            .await
    }
}
