//! Periods, achievements of units, assessments, evaluations, feedback.

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
        Shape::tenant("period")
            .of_agency()
            .int("year")
            .text("rhythm")
            .int("number")
            .day("from_day")
            .maybe_day("until_day")
            .text("policy")
            .maybe_at("opened_at")
            .maybe_at("closed_at")
            .unique(&["year", "rhythm", "number"])
            .create(manager)
            .await?;
        Shape::start("achievement")
            .refers("period_id", "period")
            .refers("unit_id", "unit")
            .text("capaian")
            .text("basis")
            .refers("by_id", "employee")
            .at("at")
            .key(&["period_id", "unit_id"])
            .create(manager)
            .await?;
        Shape::tenant("assessment")
            .refers("period_id", "period")
            .refers("skp_id", "skp")
            .text("role")
            .refers("rater_id", "employee")
            .maybe_at("sent_at")
            .big("revision")
            .unique(&["period_id", "skp_id", "role"])
            .index(&["skp_id"])
            .create(manager)
            .await?;
        Shape::start("answer")
            .refers("assessment_id", "assessment")
            .text("subject")
            .int("seq")
            .maybe_text("rating")
            .text("reason")
            .text("evidence")
            .key(&["assessment_id", "subject"])
            .create(manager)
            .await?;
        Shape::tenant("evaluation")
            .refers("period_id", "period")
            .refers("skp_id", "skp")
            .int("skp_version")
            .foreign(&["skp_id", "skp_version"], "skp_version", &["skp_id", "number"])
            .refers("employee_id", "employee")
            .refers("evaluator_id", "employee")
            .text("hasil")
            .text("perilaku")
            .maybe_text("predikat")
            .maybe_text("capaian")
            .text("because")
            .text("policy")
            .text("notes")
            .at("signed_at")
            .maybe_at("delivered_at")
            .maybe_at("acknowledged_at")
            .unique(&["period_id", "skp_id"])
            .index(&["employee_id", "signed_at"])
            .create(manager)
            .await?;
        Shape::tenant("feedback")
            .refers("evaluation_id", "evaluation")
            .refers("by_id", "employee")
            .text("good")
            .text("improve")
            .text("advice")
            .at("at")
            .maybe_at("acknowledged_at")
            .text("answer")
            .unique(&["evaluation_id"])
            .create(manager)
            .await
    }
}
