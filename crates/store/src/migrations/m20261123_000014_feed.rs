//! Sources of measured data: the sources, their rows with their history, what is counted of them, tokens of other systems, what
//! they sent, which indicator is measured by what, and amounts frozen with a result.

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
        Shape::tenant("feed_source")
            .refers("unit_id", "unit")
            .text("kind")
            .text("code")
            .text("name")
            .int("rhythm")
            .int("answer_days")
            .flag("retired")
            .at("made_at")
            .maybe_at("last_at")
            .unique(&["code"])
            .index(&["unit_id"])
            .create(manager)
            .await?;
        Shape::tenant("feed_row")
            .refers("source_id", "feed_source")
            .text("code")
            .int("revision")
            .day("on_day")
            .may_refer("employee_id", "employee")
            .may_refer("unit_id", "unit")
            .text("item")
            .text("fact")
            .text("why")
            .text("reason")
            .text("channel")
            .may_refer("by_id", "employee")
            .at("at")
            .maybe_at("replaced_at")
            .maybe_day("waits_until")
            .unique(&["source_id", "code", "revision"])
            .index(&["source_id", "on_day"])
            .index(&["source_id", "employee_id", "on_day"])
            .index(&["source_id", "waits_until"])
            .create(manager)
            .await?;
        // Without an id of its own: a slice is known by what it is told apart by.
        Shape::start("feed_tally")
            .refers("source_id", "feed_source")
            .text("part")
            .text("who")
            .text("item")
            .day("month")
            .text("tally")
            .key(&["source_id", "part", "who", "item", "month"])
            .create(manager)
            .await?;
        Shape::tenant("feed_token")
            .refers("source_id", "feed_source")
            .text("name")
            .text("hash")
            .refers("made_by", "employee")
            .at("made_at")
            .maybe_at("revoked_at")
            .unique(&["hash"])
            .index(&["source_id"])
            .create(manager)
            .await?;
        Shape::start("feed_push")
            .refers("source_id", "feed_source")
            .text("key")
            .text("digest")
            .text("answer")
            .at("at")
            .key(&["source_id", "key"])
            .create(manager)
            .await?;
        Shape::start("feed_link")
            .refers("skp_id", "skp")
            .uuid("indicator_id")
            .refers("source_id", "feed_source")
            .text("measure")
            .text("slice")
            .refers("by_id", "employee")
            .at("at")
            .key(&["skp_id", "indicator_id"])
            .index(&["source_id"])
            .create(manager)
            .await?;
        Shape::start("feed_gauge")
            .refers("evaluation_id", "evaluation")
            .text("gauges")
            .key(&["evaluation_id"])
            .create(manager)
            .await
    }
}
