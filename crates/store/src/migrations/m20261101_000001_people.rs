//! Agency, unit tree, posts with their tasks, employees, dated assignments and reporting lines.

use super::shape::Shape;
use sea_orm_migration::{
    MigrationTrait, SchemaManager,
    prelude::async_trait::async_trait,
    sea_orm::{DbErr, DeriveMigrationName},
    sea_query::{ColumnDef, Table},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let agency = Table::create()
            .table("agency")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(ColumnDef::new("name").text().not_null())
            .col(ColumnDef::new("time_zone").text().not_null())
            .col(ColumnDef::new("scheme").text().not_null())
            .col(ColumnDef::new("seat").text().not_null())
            .to_owned();
        manager.create_table(agency).await?;
        Shape::tenant("unit")
            .of_agency()
            .may_refer("parent_id", "unit")
            .text("code")
            .text("name")
            .unique(&["code"])
            .create(manager)
            .await?;
        Shape::tenant("post")
            .refers("unit_id", "unit")
            .text("code")
            .text("title")
            .text("kind")
            .flag("leads_unit")
            .flag("unit_mandiri")
            .unique(&["code"])
            .index(&["unit_id"])
            .create(manager)
            .await?;
        Shape::tenant("post_task")
            .refers("post_id", "post")
            .int("seq")
            .text("task")
            .text("output")
            .unique(&["post_id", "seq"])
            .create(manager)
            .await?;
        Shape::tenant("employee")
            .of_agency()
            .maybe_text("nip")
            .text("name")
            .text("name_key")
            .text("employment")
            .text("rank")
            .unique(&["nip"])
            .index(&["name_key"])
            .create(manager)
            .await?;
        Shape::tenant("assignment")
            .refers("employee_id", "employee")
            .refers("post_id", "post")
            .text("standing")
            .day("from_day")
            .maybe_day("until_day")
            .index(&["employee_id", "from_day"])
            .index(&["post_id", "from_day"])
            .create(manager)
            .await?;
        Shape::tenant("reporting_line")
            .refers("employee_id", "employee")
            .refers("rater_id", "employee")
            .may_refer("superior_id", "employee")
            .day("from_day")
            .maybe_day("until_day")
            .index(&["employee_id", "from_day"])
            .index(&["rater_id"])
            .index(&["superior_id"])
            .create(manager)
            .await
    }
}
