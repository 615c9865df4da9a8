//! What the frame of every page asks about its reader, in one question to the database.

use crate::{
    Scope, StoreError,
    entity::{assignment, notice, post, reporting_line},
    people::on_day::{assigned_on, rated_on},
};
use chrono::NaiveDate;
use domain::ids::EmployeeId;
use sea_orm::{
    ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, Order, Query, SelectStatement},
};

/// Where a reader stands on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Somebody rates them.
    pub rated: bool,
    /// They rate somebody.
    pub rates: bool,
    /// Their post leads its unit.
    pub leads: bool,
    /// Notices not read yet.
    pub unread: u64,
}

impl Scope {
    /// Where somebody stands on a day.
    pub async fn frame(&self, reader: EmployeeId, day: NaiveDate) -> Result<Frame, StoreError> {
        let lines = |column: reporting_line::Column| {
            one(rated_on(self.find::<reporting_line::Entity>().filter(column.eq(reader.0)), day))
        };
        let mut held = assigned_on(self.find::<assignment::Entity>(), day)
            .filter(assignment::Column::EmployeeId.eq(reader.0))
            .select_only()
            .into_query();
        let same = |there: post::Column, here: assignment::Column| {
            Expr::col((post::Entity, there)).equals((assignment::Entity, here))
        };
        // As `assignment_on` chooses: the definitive post, then an acting one, then the later.
        held.expr(Expr::col((post::Entity, post::Column::LeadsUnit)))
            .inner_join(
                post::Entity,
                same(post::Column::AgencyId, assignment::Column::AgencyId)
                    .and(same(post::Column::Id, assignment::Column::PostId)),
            )
            .order_by_expr(
                Expr::case(assignment::Column::Standing.eq("definitif"), 0)
                    .case(assignment::Column::Standing.eq("plt"), 1)
                    .finally(2)
                    .into(),
                Order::Asc,
            )
            .order_by((assignment::Entity, assignment::Column::FromDay), Order::Desc)
            .limit(1);
        let unread = self
            .find::<notice::Entity>()
            .filter(notice::Column::EmployeeId.eq(reader.0))
            .filter(notice::Column::ReadAt.is_null())
            .select_only()
            .column_as(notice::Column::Id.count(), "n")
            .into_query();
        let question = Query::select()
            .expr_as(Expr::exists(lines(reporting_line::Column::EmployeeId)), "rated")
            .expr_as(Expr::exists(lines(reporting_line::Column::RaterId)), "rates")
            .expr_as(Expr::SubQuery(None, Box::new(held.into())), "leads")
            .expr_as(Expr::SubQuery(None, Box::new(unread.into())), "unread")
            .to_owned();
        let Some(row) = self.conn.query_one(&question).await? else { return Ok(Frame::default()) };
        Ok(Frame {
            rated: row.try_get("", "rated")?,
            rates: row.try_get("", "rates")?,
            leads: row.try_get::<Option<bool>>("", "leads")?.unwrap_or_default(),
            unread: u64::try_from(row.try_get::<i64>("", "unread")?).unwrap_or_default(),
        })
    }
}

fn one(select: Select<reporting_line::Entity>) -> SelectStatement {
    select.select_only().expr(Expr::val(1)).into_query()
}
