//! Agreements of rater and employee on the result of the old unit (PermenPANRB 6/2022 Bab IV.A.13).

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
        Shape::start("carryover")
            .refers("period_id", "period")
            .refers("skp_id", "skp")
            .refers("first_id", "evaluation")
            .refers("by_id", "employee")
            .text("says")
            .at("at")
            .maybe_at("answered_at")
            .may_refer("result_id", "evaluation")
            .key(&["period_id", "skp_id"])
            .create(manager)
            .await
    }
}
