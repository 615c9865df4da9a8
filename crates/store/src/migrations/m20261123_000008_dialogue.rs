//! Talks and what was agreed in them; feedback during the year and requests for it.

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
        Shape::tenant("feedback_ask")
            .refers("employee_id", "employee")
            .refers("of_id", "employee")
            .may_refer("skp_id", "skp")
            .text("line")
            .text("topic")
            .text("question")
            .at("at")
            .maybe_at("answered_at")
            .maybe_at("declined_at")
            .text("declined")
            .index(&["employee_id", "at"])
            .index(&["of_id", "at"])
            .create(manager)
            .await?;
        Shape::tenant("remark")
            .refers("employee_id", "employee")
            .may_refer("skp_id", "skp")
            .text("line")
            .text("topic")
            .refers("by_id", "employee")
            .text("source")
            .text("good")
            .text("improve")
            .may_refer("ask_id", "feedback_ask")
            .at("at")
            .maybe_at("received_at")
            .index(&["employee_id", "at"])
            .index(&["by_id", "at"])
            .create(manager)
            .await?;
        Shape::tenant("dialogue")
            .text("kind")
            .refers("employee_id", "employee")
            .may_refer("partner_id", "employee")
            .refers("rater_id", "employee")
            .may_refer("superior_id", "employee")
            .may_refer("skp_id", "skp")
            .may_refer("evaluation_id", "evaluation")
            .refers("opened_by_id", "employee")
            .at("opened_at")
            .maybe_day("planned_on")
            .maybe_day("held_on")
            .maybe_at("cancelled_at")
            .text("agenda")
            .text("words")
            .flag("adjust")
            .big("employee_revision")
            .big("partner_revision")
            .index(&["employee_id", "opened_at"])
            .index(&["partner_id", "opened_at"])
            .index(&["rater_id", "opened_at"])
            .index(&["superior_id", "opened_at"])
            .index(&["kind", "opened_at"])
            .create(manager)
            .await?;
        Shape::tenant("followup")
            .refers("dialogue_id", "dialogue")
            .text("what")
            .refers("owner_id", "employee")
            .day("due")
            .maybe_day("done_on")
            .index(&["dialogue_id"])
            .index(&["owner_id", "due"])
            .create(manager)
            .await
    }
}
