//! The public satisfaction survey: services, periods, who takes part, tickets, answers without names, and what is counted
//! of them as they come in.

use super::shape::Shape;
use sea_orm_migration::{
    MigrationTrait, SchemaManager,
    prelude::async_trait::async_trait,
    sea_orm::{DbErr, DeriveMigrationName},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const PLACE: [&str; 2] = ["round_id", "service_id"];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Shape::tenant("survey_service")
            .refers("unit_id", "unit")
            .text("code")
            .text("name")
            .int("users")
            .flag("tickets")
            .int("pace")
            .text("kiosk_key")
            .text("questions")
            .flag("retired")
            .unique(&["code"])
            .index(&["unit_id"])
            .create(manager)
            .await?;
        Shape::tenant("survey_round")
            .of_agency()
            .text("name")
            .day("from_day")
            .day("until_day")
            .text("weight")
            .int("smallest")
            .text("salt")
            .maybe_at("closed_at")
            .create(manager)
            .await?;
        Shape::start("survey_place")
            .refers("round_id", "survey_round")
            .refers("service_id", "survey_service")
            .int("population")
            .key(&PLACE)
            .index(&["service_id"])
            .create(manager)
            .await?;
        Shape::start("survey_ticket")
            .refers("service_id", "survey_service")
            .text("code")
            .at("issued_at")
            .maybe_at("used_at")
            .key(&["service_id", "code"])
            .create(manager)
            .await?;
        Shape::tenant("survey_answer")
            .uuid("round_id")
            .uuid("service_id")
            .foreign(&PLACE, "survey_place", &PLACE)
            .at("at")
            .text("channel")
            .text("pattern")
            .maybe_text("age")
            .maybe_text("sex")
            .maybe_text("education")
            .maybe_text("work")
            .text("words")
            .text("extra")
            .maybe_text("digest")
            .unique(&["round_id", "service_id", "digest"])
            .index(&["round_id", "service_id", "at"])
            .create(manager)
            .await?;
        Shape::start("survey_tally")
            .uuid("round_id")
            .uuid("service_id")
            .foreign(&PLACE, "survey_place", &PLACE)
            .text("part")
            .big("n")
            .big("points")
            .key(&["round_id", "service_id", "part"])
            .create(manager)
            .await?;
        // Without a pattern: all answers of the minute.
        Shape::start("survey_minute")
            .uuid("round_id")
            .uuid("service_id")
            .foreign(&PLACE, "survey_place", &PLACE)
            .at("minute")
            .text("pattern")
            .big("n")
            .key(&["round_id", "service_id", "minute", "pattern"])
            .index(&["round_id", "service_id", "n"])
            .create(manager)
            .await
    }
}
