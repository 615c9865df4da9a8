//! Mentoring, and what results may open: notes of the office, potential, talent maps, succession, skills.

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
        mentoring(manager).await?;
        talent(manager).await?;
        skills(manager).await
    }
}

async fn mentoring(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Shape::tenant("mentoring")
        .text("kind")
        .refers("employee_id", "employee")
        .may_refer("rater_id", "employee")
        .may_refer("superior_id", "employee")
        .maybe_text("proposal")
        .maybe_text("because")
        .text("reason")
        .text("weaknesses")
        .maybe_text("heard")
        .may_refer("mentor_id", "employee")
        .maybe_text("matched")
        .day("from_day")
        .day("review_on")
        .maybe_text("ending")
        .maybe_at("ended_at")
        .refers("by_id", "employee")
        .at("at")
        .big("revision")
        .index(&["employee_id"])
        .index(&["mentor_id", "ended_at"])
        .index(&["ended_at"])
        .create(manager)
        .await?;
    Shape::tenant("mentoring_step")
        .refers("mentoring_id", "mentoring")
        .text("what")
        .day("due")
        .maybe_day("done_on")
        .text("note")
        .refers("by_id", "employee")
        .at("at")
        .index(&["mentoring_id"])
        .create(manager)
        .await?;
    Shape::tenant("mentoring_meeting")
        .refers("mentoring_id", "mentoring")
        .day("on_day")
        .text("place")
        .text("talked")
        .text("next")
        .refers("by_id", "employee")
        .at("at")
        .index(&["mentoring_id"])
        .create(manager)
        .await
}

async fn talent(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Shape::tenant("career_note")
        .refers("employee_id", "employee")
        .text("fact")
        .big("yes")
        .day("on_day")
        .text("source")
        .refers("by_id", "employee")
        .at("at")
        .index(&["employee_id", "fact", "at"])
        .create(manager)
        .await?;
    Shape::tenant("potential")
        .refers("employee_id", "employee")
        .maybe_big("assessment")
        .maybe_big("track_record")
        .day("on_day")
        .text("source")
        .text("reason")
        .refers("by_id", "employee")
        .at("at")
        .index(&["employee_id", "at"])
        .create(manager)
        .await?;
    Shape::tenant("talent_map")
        .day("on_day")
        .text("policy")
        .refers("by_id", "employee")
        .at("at")
        .index(&["at"])
        .create(manager)
        .await?;
    Shape::start("talent_place")
        .uuid("map_id")
        .uuid("employee_id")
        .key(&["map_id", "employee_id"])
        .foreign(&["map_id"], "talent_map", &["id"])
        .foreign(&["employee_id"], "employee", &["id"])
        .may_refer("unit_id", "unit")
        .big("number")
        .text("name_key")
        .text("placement")
        .text("because")
        .index(&["map_id", "number", "name_key"])
        .create(manager)
        .await?;
    Shape::tenant("critical_post")
        .refers("post_id", "post")
        .text("reason")
        .refers("by_id", "employee")
        .at("at")
        .maybe_day("ended_on")
        .create(manager)
        .await?;
    Shape::tenant("nominee")
        .refers("critical_id", "critical_post")
        .refers("employee_id", "employee")
        .text("reason")
        .text("because")
        .refers("by_id", "employee")
        .at("at")
        .maybe_day("ended_on")
        .index(&["critical_id"])
        .create(manager)
        .await
}

async fn skills(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Shape::tenant("skill")
        .refers("employee_id", "employee")
        .text("field")
        .int("level")
        .text("proof")
        .flag("shared")
        .at("at")
        .maybe_day("ended_on")
        .index(&["employee_id"])
        .index(&["field"])
        .create(manager)
        .await?;
    Shape::start("skill_consent")
        .uuid("employee_id")
        .text("field")
        .key(&["employee_id", "field"])
        .foreign(&["employee_id"], "employee", &["id"])
        .refers("asked_by_id", "employee")
        .at("asked_at")
        .big("answer")
        .maybe_at("answered_at")
        .create(manager)
        .await?;
    Shape::tenant("skill_offer")
        .text("field")
        .refers("unit_id", "unit")
        .text("name")
        .text("purpose")
        .text("people")
        .refers("by_id", "employee")
        .at("at")
        .create(manager)
        .await
}
