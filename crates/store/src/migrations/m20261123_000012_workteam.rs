//! Teams across units: who works in them, what they deliver, what they were found to have achieved.

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
        Shape::tenant("workteam")
            .text("name")
            .text("purpose")
            .may_refer("unit_id", "unit")
            .day("from_day")
            .maybe_day("until_day")
            .refers("by_id", "employee")
            .at("at")
            .maybe_day("ended_on")
            .big("revision")
            .index(&["unit_id"])
            .create(manager)
            .await?;
        Shape::tenant("workteam_member")
            .refers("team_id", "workteam")
            .refers("employee_id", "employee")
            .text("part")
            .text("work")
            .maybe_big("share")
            .day("from_day")
            .maybe_day("until_day")
            .refers("by_id", "employee")
            .at("at")
            .may_refer("rater_id", "employee")
            .may_refer("superior_id", "employee")
            .may_refer("word_by_id", "employee")
            .maybe_at("word_at")
            .flag("agreed")
            .text("reason")
            .maybe_day("ended_on")
            .index(&["team_id"])
            .index(&["employee_id"])
            .index(&["rater_id", "word_at"])
            .create(manager)
            .await?;
        Shape::tenant("workteam_result")
            .refers("team_id", "workteam")
            .text("text")
            .text("target")
            .day("due")
            .text("carriers")
            .refers("by_id", "employee")
            .at("at")
            .maybe_day("dropped_on")
            .index(&["team_id"])
            .create(manager)
            .await?;
        Shape::tenant("workteam_entry")
            .refers("result_id", "workteam_result")
            .day("on_day")
            .maybe_big("amount")
            .text("did")
            .text("proof")
            .may_refer("corrects_id", "workteam_entry")
            .refers("by_id", "employee")
            .at("at")
            .index(&["result_id", "at"])
            .create(manager)
            .await?;
        Shape::tenant("workteam_rating")
            .refers("team_id", "workteam")
            .refers("period_id", "period")
            .text("rated")
            .text("predikat")
            .text("because")
            .refers("by_id", "employee")
            .at("at")
            .index(&["team_id", "at"])
            .create(manager)
            .await
    }
}
