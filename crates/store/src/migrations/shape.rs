//! A table of a tenant: primary key, foreign keys, unique keys and indexes all begin with `agency_id`, because this
//! builder puts it there. Only `agency` and `login` are built without it.

use sea_orm_migration::{
    SchemaManager,
    sea_orm::DbErr,
    sea_query::{ColumnDef, ForeignKey, Index, IndexCreateStatement, Table, TableCreateStatement},
};

const AGENCY: &str = "agency_id";

/// A table in the making.
pub(super) struct Shape {
    name: &'static str,
    table: TableCreateStatement,
    indexes: Vec<Vec<&'static str>>,
}

impl Shape {
    /// A table whose rows have an id of their own.
    pub(super) fn tenant(name: &'static str) -> Self {
        Self::start(name).uuid("id").key(&["id"])
    }

    /// A table whose rows are known by something else; follow with columns and [`key`](Self::key).
    pub(super) fn start(name: &'static str) -> Self {
        let mut table = Table::create().table(name).to_owned();
        table.col(ColumnDef::new(AGENCY).uuid().not_null());
        Self { name, table, indexes: Vec::new() }
    }

    fn column(mut self, name: &'static str, make: impl FnOnce(&mut ColumnDef) -> &mut ColumnDef, null: bool) -> Self {
        let mut column = ColumnDef::new(name);
        make(&mut column);
        if !null {
            column.not_null();
        }
        self.table.col(column);
        self
    }

    pub(super) fn uuid(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::uuid, false)
    }

    pub(super) fn text(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::text, false)
    }

    pub(super) fn maybe_text(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::text, true)
    }

    pub(super) fn int(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::integer, false)
    }

    pub(super) fn big(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::big_integer, false)
    }

    pub(super) fn maybe_big(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::big_integer, true)
    }

    pub(super) fn flag(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::boolean, false)
    }

    pub(super) fn day(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::date, false)
    }

    pub(super) fn maybe_day(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::date, true)
    }

    pub(super) fn at(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::timestamp_with_time_zone, false)
    }

    pub(super) fn maybe_at(self, name: &'static str) -> Self {
        self.column(name, ColumnDef::timestamp_with_time_zone, true)
    }

    /// An id of a row of another table, which must be there.
    pub(super) fn refers(self, column: &'static str, table: &'static str) -> Self {
        self.uuid(column).foreign(&[column], table, &["id"])
    }

    /// The same, but may be empty.
    pub(super) fn may_refer(self, column: &'static str, table: &'static str) -> Self {
        self.column(column, ColumnDef::uuid, true).foreign(&[column], table, &["id"])
    }

    /// For tables that refer to nothing else of the agency.
    pub(super) fn of_agency(mut self) -> Self {
        let mut key = ForeignKey::create();
        key.name(format!("fk_{}__agency", self.name))
            .from_tbl(self.name)
            .from_col(AGENCY)
            .to_tbl("agency")
            .to_col("id");
        self.table.foreign_key(&mut key);
        self
    }

    /// A foreign key within the agency.
    pub(super) fn foreign(mut self, columns: &[&'static str], table: &'static str, to: &[&'static str]) -> Self {
        let mut key = ForeignKey::create();
        key.name(format!("fk_{}__{}", self.name, columns.join("_"))).from_tbl(self.name).from_col(AGENCY);
        for column in columns {
            key.from_col(*column);
        }
        key.to_tbl(table).to_col(AGENCY);
        for column in to {
            key.to_col(*column);
        }
        self.table.foreign_key(&mut key);
        self
    }

    /// The primary key, after `agency_id`.
    pub(super) fn key(mut self, columns: &[&'static str]) -> Self {
        let mut key = self.keyed(columns);
        self.table.primary_key(&mut key);
        self
    }

    /// A unique key, after `agency_id`.
    pub(super) fn unique(mut self, columns: &[&'static str]) -> Self {
        let mut key = self.keyed(columns).unique().to_owned();
        self.table.index(&mut key);
        self
    }

    /// What the rows are often looked for by, after `agency_id`.
    pub(super) fn index(mut self, columns: &[&'static str]) -> Self {
        self.indexes.push(columns.to_vec());
        self
    }

    /// Named so that a violation says which key it was (see `error::duplicate`).
    fn keyed(&self, columns: &[&'static str]) -> IndexCreateStatement {
        let mut key = Index::create().name(format!("{}__{}", self.name, columns.join("_"))).col(AGENCY).to_owned();
        for column in columns {
            key.col(*column);
        }
        key
    }

    pub(super) async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let index = |columns: &Vec<&'static str>| {
            let name = format!("ix_{}__{}", self.name, columns.join("_"));
            self.keyed(columns).name(name).table(self.name).to_owned()
        };
        let indexes: Vec<_> = self.indexes.iter().map(index).collect();
        manager.create_table(self.table).await?;
        for index in indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
