//! What follows from results, development plans, training: catalogue, sessions, names put forward, what was followed.

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
        Shape::tenant("proposal")
            .refers("employee_id", "employee")
            .refers("evaluation_id", "evaluation")
            .refers("period_id", "period")
            .int("year")
            .refers("unit_id", "unit")
            .text("rule")
            .text("criterion")
            .text("act")
            .text("programme")
            .text("text")
            .text("because")
            .text("policy")
            .at("at")
            .maybe_text("answer")
            .maybe_text("decision")
            .text("state")
            .maybe_at("withdrawn_at")
            .unique(&["evaluation_id", "rule", "criterion"])
            .index(&["employee_id"])
            .index(&["period_id"])
            .index(&["state", "year"])
            .create(manager)
            .await?;
        Shape::tenant("development_plan")
            .refers("employee_id", "employee")
            .int("year")
            .may_refer("evaluation_id", "evaluation")
            .text("content")
            .maybe_at("sent_at")
            .maybe_text("word")
            .big("revision")
            .unique(&["employee_id", "year"])
            .create(manager)
            .await?;
        Shape::tenant("development_entry")
            .refers("plan_id", "development_plan")
            .uuid("step_id")
            .day("on_day")
            .text("said")
            .flag("done")
            .refers("by_id", "employee")
            .at("at")
            .index(&["plan_id", "at"])
            .create(manager)
            .await?;
        training(manager).await
    }
}

async fn training(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Shape::tenant("training_program")
        .of_agency()
        .text("code")
        .text("name")
        .text("kind")
        .text("provider")
        .big("hours")
        .big("cost")
        .big("capacity")
        .text("builds")
        .text("about")
        .flag("retired")
        .big("revision")
        .unique(&["code"])
        .create(manager)
        .await?;
    Shape::tenant("training_session")
        .refers("program_id", "training_program")
        .day("from_day")
        .day("until_day")
        .text("place")
        .big("capacity")
        .maybe_day("cancelled_on")
        .index(&["program_id"])
        .index(&["from_day"])
        .create(manager)
        .await?;
    Shape::tenant("training_nomination")
        .refers("session_id", "training_session")
        .refers("employee_id", "employee")
        .refers("by_id", "employee")
        .at("at")
        .text("why")
        .may_refer("proposal_id", "proposal")
        .maybe_text("support")
        .maybe_text("admission")
        .maybe_at("queued_at")
        .maybe_at("withdrawn_at")
        .text("attended")
        .index(&["session_id"])
        .index(&["employee_id"])
        .create(manager)
        .await?;
    Shape::tenant("training_record")
        .refers("employee_id", "employee")
        .may_refer("nomination_id", "training_nomination")
        .may_refer("program_id", "training_program")
        .text("name")
        .text("kind")
        .text("provider")
        .big("hours")
        .day("from_day")
        .day("until_day")
        .text("passed")
        .maybe_text("certificate")
        .refers("by_id", "employee")
        .at("at")
        .may_refer("verified_by_id", "employee")
        .maybe_at("verified_at")
        .maybe_text("refused")
        .index(&["employee_id"])
        .index(&["program_id"])
        .index(&["verified_at"])
        .create(manager)
        .await
}
