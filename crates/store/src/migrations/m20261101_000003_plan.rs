//! Plans: intended results, indicators, frozen versions, notes beside a line.

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
        Shape::tenant("skp")
            .refers("employee_id", "employee")
            .int("year")
            .day("from_day")
            .maybe_day("until_day")
            .text("form")
            .text("approach")
            .refers("post_id", "post")
            .refers("unit_id", "unit")
            .refers("rater_id", "employee")
            .may_refer("superior_id", "employee")
            .int("version")
            .big("revision")
            .maybe_at("signed_at")
            .maybe_at("returned_at")
            .maybe_at("set_at")
            .maybe_at("reopened_at")
            .maybe_at("replaced_at")
            .maybe_at("evaluated_at")
            .text("annex")
            .index(&["employee_id", "year"])
            .index(&["rater_id", "year"])
            .index(&["unit_id", "year"])
            .index(&["year"])
            .create(manager)
            .await?;
        Shape::tenant("rhk")
            .refers("skp_id", "skp")
            .int("seq")
            .text("kind")
            .text("text")
            .text("assigned_by")
            .may_refer("supports_id", "rhk")
            .text("supports_text")
            .maybe_big("removed_revision")
            .index(&["skp_id", "seq"])
            .index(&["supports_id"])
            .create(manager)
            .await?;
        Shape::tenant("indicator")
            .refers("skp_id", "skp")
            .refers("rhk_id", "rhk")
            .int("seq")
            .maybe_text("aspek")
            .maybe_text("perspektif")
            .text("text")
            .maybe_big("amount")
            .maybe_big("upper")
            .text("unit")
            .maybe_text("written")
            .text("tally")
            .text("direction")
            .maybe_big("removed_revision")
            .index(&["skp_id", "seq"])
            .create(manager)
            .await?;
        Shape::start("skp_version")
            .refers("skp_id", "skp")
            .int("number")
            .text("content")
            .at("set_at")
            .refers("set_by_id", "employee")
            .text("reason")
            .key(&["skp_id", "number"])
            .create(manager)
            .await?;
        Shape::tenant("skp_note")
            .refers("skp_id", "skp")
            .text("line")
            .refers("by_id", "employee")
            .at("at")
            .text("text")
            .maybe_at("resolved_at")
            .index(&["skp_id", "at"])
            .create(manager)
            .await
    }
}
