//! Log-ins, sessions and keys of what was done once.

use super::shape::Shape;
use sea_orm_migration::{
    MigrationTrait, SchemaManager,
    prelude::async_trait::async_trait,
    sea_orm::{DbErr, DeriveMigrationName},
    sea_query::{ColumnDef, ForeignKey, Index, Table},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Shape::tenant("account")
            .refers("employee_id", "employee")
            .text("login")
            .maybe_text("password_hash")
            .text("roles")
            .flag("disabled")
            .flag("must_change")
            .int("failed")
            .maybe_at("failed_at")
            .unique(&["login"])
            .unique(&["employee_id"])
            .create(manager)
            .await?;
        let mut whose = ForeignKey::create();
        whose
            .name("fk_login__account_id")
            .from_tbl("login")
            .from_col("agency_id")
            .from_col("account_id")
            .to_tbl("account")
            .to_col("agency_id")
            .to_col("id");
        let login = Table::create()
            .table("login")
            .col(ColumnDef::new("login").text().not_null())
            .col(ColumnDef::new("agency_id").uuid().not_null())
            .col(ColumnDef::new("account_id").uuid().not_null())
            .primary_key(Index::create().name("login__login").col("login"))
            .index(Index::create().name("login__account_id").unique().col("agency_id").col("account_id"))
            .foreign_key(&mut whose)
            .to_owned();
        manager.create_table(login).await?;
        Shape::start("session")
            .text("token_hash")
            .refers("account_id", "account")
            .at("created_at")
            .at("last_seen_at")
            .at("expires_at")
            .maybe_at("revoked_at")
            .text("agent")
            .key(&["token_hash"])
            .index(&["account_id", "created_at"])
            .create(manager)
            .await?;
        Shape::start("idempotency")
            .refers("account_id", "account")
            .uuid("key")
            .text("action")
            .at("at")
            .text("response")
            .key(&["account_id", "key"])
            .create(manager)
            .await
    }
}
