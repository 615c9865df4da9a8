//! How far units understand the appraisal, beside their objections.

use super::count;
use crate::{Scope, StoreError};
use chrono::NaiveDate;
use domain::{ids::UnitId, orientation::understanding::Counted};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};

impl Scope {
    /// Every unit with people or results of its own: as people are placed on a day, objections against results of a year.
    pub async fn understanding(&self, day: NaiveDate, year: i32) -> Result<Vec<Counted>, StoreError> {
        let values: [Value; 3] = [self.agency_id().0.into(), day.into(), year.into()];
        let sql = include_str!("understanding.sql");
        let statement = Statement::from_sql_and_values(self.conn.get_database_backend(), sql, values);
        self.conn.query_all_raw(statement).await?.iter().map(read).collect()
    }
}

fn read(row: &QueryResult) -> Result<Counted, StoreError> {
    let n = |column: &str| count(row, column).map(|n| n as u64);
    Ok(Counted {
        unit: Some(UnitId(row.try_get("", "unit_id")?)),
        name: row.try_get("", "unit_name")?,
        people: n("people")?,
        tried: n("tried")?,
        right: n("correct")?,
        of: n("asked")?,
        first_right: n("first_correct")?,
        first_of: n("first_asked")?,
        results: n("results")?,
        objections: n("objections")?,
    })
}
