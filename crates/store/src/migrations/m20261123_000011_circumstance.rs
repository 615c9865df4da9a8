//! What takes a person out of the ordinary year for a while: studies, leave without pay, work elsewhere;
//! results a leader took over; and what leaders say of a spread of predicates that does not fit their unit.

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
        Shape::tenant("circumstance")
            .refers("employee_id", "employee")
            .text("kind")
            .day("from_day")
            .maybe_day("until_day")
            .maybe_text("studies")
            .text("note")
            .at("at")
            .index(&["employee_id", "from_day"])
            .create(manager)
            .await?;
        Shape::start("spread_note")
            .refers("period_id", "period")
            .refers("by_id", "employee")
            .text("says")
            .at("at")
            .key(&["period_id", "by_id"])
            .create(manager)
            .await?;
        Shape::start("takeover")
            .refers("skp_id", "skp")
            .refers("rhk_id", "rhk")
            .refers("by_id", "employee")
            .text("note")
            .at("at")
            .key(&["skp_id", "rhk_id"])
            .create(manager)
            .await
    }
}
