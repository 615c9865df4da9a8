//! What was worked out of a period's ratings, version by version of what it was worked out from; calibration sessions.

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
        Shape::start("fairness_snapshot")
            .refers("period_id", "period")
            .int("version")
            .text("digest")
            .text("found")
            .at("at")
            .may_refer("by_id", "employee")
            .maybe_at("published_at")
            .key(&["period_id", "version"])
            .create(manager)
            .await?;
        Shape::start("fairness_rater")
            .refers("period_id", "period")
            .int("version")
            .refers("rater_id", "employee")
            .text("found")
            .key(&["period_id", "version", "rater_id"])
            .create(manager)
            .await?;
        Shape::start("fairness_ratee")
            .refers("period_id", "period")
            .int("version")
            .refers("employee_id", "employee")
            .text("found")
            .key(&["period_id", "version", "employee_id"])
            .create(manager)
            .await?;
        Shape::tenant("calibration")
            .refers("period_id", "period")
            .refers("unit_id", "unit")
            .day("held_on")
            .text("place")
            .text("agenda")
            .text("minutes")
            .refers("by_id", "employee")
            .at("at")
            .maybe_at("closed_at")
            .big("revision")
            .index(&["period_id"])
            .create(manager)
            .await?;
        Shape::start("calibration_attendee")
            .refers("calibration_id", "calibration")
            .refers("employee_id", "employee")
            .key(&["calibration_id", "employee_id"])
            .create(manager)
            .await?;
        Shape::tenant("calibration_proposal")
            .refers("calibration_id", "calibration")
            .refers("skp_id", "skp")
            .text("subject")
            .text("before")
            .text("after")
            .text("reason")
            .refers("by_id", "employee")
            .at("at")
            .flag("changes")
            .text("answer")
            .may_refer("answered_by_id", "employee")
            .maybe_at("answered_at")
            .index(&["calibration_id"])
            .index(&["skp_id"])
            .create(manager)
            .await
    }
}
