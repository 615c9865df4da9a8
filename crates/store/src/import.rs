//! Imports that were started and how far they are. The rows they bring in belong to `people`. Not journalled: what an
//! import changes is.

use crate::{
    Scope, StoreError, Tx,
    entity::import_run,
    map::{instant, number},
    scope::{inserts, overwrite},
};
use chrono::{DateTime, Utc};
use domain::ids::{EmployeeId, ImportId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// One import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Who started it; `None` from the command line.
    pub by: Option<EmployeeId>,
    /// What is imported, in the words of the action: `people`, `posts`.
    pub kind: String,
    /// Rows in the file.
    pub total: u32,
    /// Rows dealt with.
    pub done: u32,
    /// How it stands, in the words of the action: `running`, `done`, `failed`.
    pub state: String,
    /// What is to be told of it, as JSON.
    pub report_json: String,
    /// When it was last saved.
    pub at: DateTime<Utc>,
}

impl Scope {
    /// One import.
    pub async fn import(&self, id: ImportId) -> Result<Option<Import>, StoreError> {
        let row = self.one(self.find::<import_run::Entity>().filter(import_run::Column::Id.eq(id.0))).await?;
        row.map(read).transpose()
    }

    /// The latest imports, newest first.
    pub async fn imports(&self, limit: u64) -> Result<Vec<Import>, StoreError> {
        let select = self
            .find::<import_run::Entity>()
            .order_by_desc(import_run::Column::At)
            .order_by_desc(import_run::Column::Id)
            .limit(limit);
        self.all(select).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Adds an import or notes how far it is.
    pub async fn save_import(&self, import: &Import) -> Result<(), StoreError> {
        let row = import_run::Model {
            agency_id: self.agency_id().0,
            id: import.id.0,
            by_id: import.by.map(|id| id.0),
            kind: import.kind.clone(),
            total: number("import_run.total", import.total)?,
            done: number("import_run.done", import.done)?,
            state: import.state.clone(),
            report: import.report_json.clone(),
            at: instant(import.at),
        };
        for mut statement in inserts::<import_run::Entity>(vec![row]) {
            statement.on_conflict(overwrite::<import_run::Entity>(None));
            self.write_exempt(&statement).await?;
        }
        Ok(())
    }
}

fn read(row: import_run::Model) -> Result<Import, StoreError> {
    Ok(Import {
        id: ImportId(row.id),
        by: row.by_id.map(EmployeeId),
        kind: row.kind,
        total: number("import_run.total", row.total)?,
        done: number("import_run.done", row.done)?,
        state: row.state,
        report_json: row.report,
        at: row.at,
    })
}
