//! The outbox: notices to people, written in the transaction of what they tell of. Not journalled.

use crate::{
    Scope, StoreError, Tx,
    entity::notice,
    map::{from_json, instant, json, maybe_instant},
    scope::inserts,
};
use chrono::{DateTime, Utc};
use domain::{
    ids::{EmployeeId, NoticeId},
    journal::Notice,
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr};

impl Scope {
    /// The notices to a person, newest first.
    pub async fn notices(&self, to: EmployeeId, limit: u64) -> Result<Vec<Notice>, StoreError> {
        let select = self
            .find::<notice::Entity>()
            .filter(notice::Column::EmployeeId.eq(to.0))
            .order_by_desc(notice::Column::At)
            .order_by_desc(notice::Column::Id)
            .limit(limit);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// The notices to anybody of the agency after an instant, oldest first: for pages that stand open.
    pub async fn notices_since(&self, after: DateTime<Utc>, limit: u64) -> Result<Vec<Notice>, StoreError> {
        let select = self
            .find::<notice::Entity>()
            .filter(notice::Column::At.gt(instant(after)))
            .order_by_asc(notice::Column::At)
            .order_by_asc(notice::Column::Id)
            .limit(limit);
        self.all(select).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Puts a notice into the outbox.
    pub async fn notify(&self, notice: &Notice) -> Result<(), StoreError> {
        self.notify_all(std::slice::from_ref(notice)).await
    }

    /// Puts many into it.
    pub async fn notify_all(&self, notices: &[Notice]) -> Result<(), StoreError> {
        let row = |notice: &Notice| {
            Ok(notice::Model {
                agency_id: self.agency_id().0,
                id: notice.id.0,
                employee_id: notice.to.0,
                at: instant(notice.at),
                says: json(&notice.says)?,
                link: notice.link.clone(),
                read_at: maybe_instant(notice.read_at),
            })
        };
        let rows = notices.iter().map(row).collect::<Result<_, StoreError>>()?;
        for statement in inserts::<notice::Entity>(rows) {
            self.write_exempt(&statement).await?;
        }
        Ok(())
    }

    /// Marks one notice of a person as read.
    pub async fn mark_read(&self, to: EmployeeId, id: NoticeId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let change = self
            .change::<notice::Entity>()
            .col_expr(notice::Column::ReadAt, Expr::value(instant(at)))
            .filter(notice::Column::EmployeeId.eq(to.0))
            .filter(notice::Column::Id.eq(id.0))
            .filter(notice::Column::ReadAt.is_null());
        self.write_exempt(&change.into_query()).await.map(drop)
    }

    /// Marks every notice of a person as read.
    pub async fn mark_all_read(&self, to: EmployeeId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let change = self
            .change::<notice::Entity>()
            .col_expr(notice::Column::ReadAt, Expr::value(instant(at)))
            .filter(notice::Column::EmployeeId.eq(to.0))
            .filter(notice::Column::ReadAt.is_null());
        self.write_exempt(&change.into_query()).await.map(drop)
    }
}

fn read(row: notice::Model) -> Result<Notice, StoreError> {
    Ok(Notice {
        id: NoticeId(row.id),
        to: EmployeeId(row.employee_id),
        at: row.at,
        says: from_json("notice.says", &row.says)?,
        link: row.link,
        read_at: row.read_at,
    })
}
