//! Training of raters, the quiz of the tour, and who opened whose file.

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
        Shape::tenant("rater_exercise")
            .refers("employee_id", "employee")
            .at("started_at")
            .text("cases")
            .maybe_at("finished_at")
            .maybe_text("figures")
            .flag("passed")
            .index(&["employee_id", "started_at"])
            .create(manager)
            .await?;
        Shape::start("rater_mark")
            .refers("exercise_id", "rater_exercise")
            .text("case_code")
            .text("criterion")
            .text("rating")
            .at("at")
            .key(&["exercise_id", "case_code", "criterion"])
            .create(manager)
            .await?;
        Shape::tenant("rater_certificate")
            .refers("employee_id", "employee")
            .refers("exercise_id", "rater_exercise")
            .text("number")
            .day("issued_on")
            .day("valid_until")
            .index(&["employee_id", "valid_until"])
            .create(manager)
            .await?;
        Shape::start("orientation")
            .refers("employee_id", "employee")
            .text("answers")
            .big("asked")
            .big("correct")
            .big("first_asked")
            .big("first_correct")
            .big("times")
            .at("first_at")
            .at("last_at")
            .key(&["employee_id"])
            .create(manager)
            .await?;
        Shape::start("file_opening")
            .refers("owner_id", "employee")
            .refers("reader_id", "employee")
            .text("kind")
            .day("day")
            .text("as_role")
            .big("times")
            .at("last_at")
            .key(&["owner_id", "reader_id", "kind", "day"])
            .index(&["day"])
            .create(manager)
            .await
    }
}
