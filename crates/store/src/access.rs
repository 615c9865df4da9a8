//! Who opened whose file: one row for each reader, file, kind and day, counted up. Not journalled, as it is a journal itself.

use crate::{
    Scope, StoreError, Tx,
    entity::{file_opening, journal},
    map::{code, from_code, instant, number},
    scope::inserts,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{access::Opening, ids::EmployeeId, journal::Entry};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Alias, Expr, ExprTrait, OnConflict},
};

/// Most ids in one question.
const CHUNK: usize = 500;

impl Scope {
    /// Who opened somebody's file since a day, the latest first, up to a number of rows.
    pub async fn openings_of(
        &self,
        owner: EmployeeId,
        since: NaiveDate,
        most: u64,
    ) -> Result<Vec<Opening>, StoreError> {
        let select = self
            .find::<file_opening::Entity>()
            .filter(file_opening::Column::OwnerId.eq(owner.0))
            .filter(file_opening::Column::Day.gte(since))
            .order_by_desc(file_opening::Column::LastAt)
            .order_by_asc(file_opening::Column::ReaderId)
            .order_by_asc(file_opening::Column::Kind)
            .limit(most);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// What others than `owner` changed since an instant in these things, the latest first, up to a number of rows.
    pub async fn changes_by_others(
        &self,
        owner: EmployeeId,
        things: &[(&str, Vec<String>)],
        since: DateTime<Utc>,
        most: u64,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut rows: Vec<journal::Model> = Vec::new();
        for (subject, ids) in things {
            for ids in ids.chunks(CHUNK) {
                let select = self
                    .find::<journal::Entity>()
                    .filter(journal::Column::Subject.eq(*subject))
                    .filter(journal::Column::SubjectId.is_in(ids.iter().map(String::as_str)))
                    .filter(journal::Column::ById.ne(owner.0))
                    .filter(journal::Column::At.gte(instant(since)))
                    .order_by_desc(journal::Column::At)
                    .limit(most);
                rows.append(&mut self.all(select).await?);
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse((row.at, row.id)));
        rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(rows.into_iter().map(crate::journal::read).collect())
    }
}

impl Tx {
    /// Counts openings up.
    pub async fn count_openings(&self, openings: &[Opening]) -> Result<(), StoreError> {
        use file_opening::Column::{AgencyId, AsRole, Day, Kind, LastAt, OwnerId, ReaderId, Times};
        let row = |opening: &Opening| {
            Ok(file_opening::Model {
                agency_id: self.agency_id().0,
                owner_id: opening.owner.0,
                reader_id: opening.reader.0,
                kind: code(opening.kind)?,
                day: opening.day,
                as_role: code(opening.as_)?,
                times: opening.times.into(),
                last_at: instant(opening.last_at),
            })
        };
        let rows = openings.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
        for mut statement in inserts::<file_opening::Entity>(rows) {
            let there = Expr::col(Times.as_column_ref());
            let add = OnConflict::columns([AgencyId, OwnerId, ReaderId, Kind, Day])
                .update_columns([AsRole, LastAt])
                .value(Times, there.add(Expr::col((Alias::new("excluded"), Times))))
                .to_owned();
            statement.on_conflict(add);
            self.write_exempt(&statement).await?;
        }
        Ok(())
    }

    /// Forgets openings from before a day; returns how many rows.
    pub async fn forget_openings(&self, before: NaiveDate) -> Result<u64, StoreError> {
        let delete = file_opening::Entity::delete_many()
            .filter(file_opening::Column::AgencyId.eq(self.agency_id().0))
            .filter(file_opening::Column::Day.lt(before));
        self.write_exempt(&delete.into_query()).await
    }
}

fn read(row: file_opening::Model) -> Result<Opening, StoreError> {
    Ok(Opening {
        owner: EmployeeId(row.owner_id),
        reader: EmployeeId(row.reader_id),
        kind: from_code("file_opening.kind", row.kind)?,
        day: row.day,
        as_: from_code("file_opening.as_role", row.as_role)?,
        times: number("file_opening.times", row.times)?,
        last_at: row.last_at,
    })
}
