//! Changes of sources. Rows, what they replace, and the cells they count in are written together.

use super::{
    Fed,
    rows::{cell_row, link_row, row_row, source_row, token_row},
};
use crate::{
    StoreError, Tx,
    entity::{feed_gauge, feed_link, feed_push, feed_row, feed_source, feed_tally, feed_token},
    map::{instant, json},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    feed::{Cell, Gauge, Link, Row, Slice, Tally, Token},
    ids::{EvaluationId, FeedId, FeedTokenId, IndicatorId, SkpId},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryTrait, sea_query::Expr};
use std::collections::BTreeMap;

/// Ids in one statement.
const CHUNK: usize = 500;

impl Tx {
    /// Adds or changes a source; [`StoreError::Duplicate`] if another has its code.
    pub async fn save_feed(&self, fed: &Fed) -> Result<(), StoreError> {
        self.upsert::<feed_source::Entity>(vec![source_row(self.agency_id(), fed)?]).await.map(drop)
    }

    /// Adds rows, marks those they replace, and changes the cells by what both make of them
    /// (`domain::feed::tally::changes`). [`StoreError::Duplicate`] when somebody else has replaced the same row meanwhile.
    pub async fn take_feed_rows(
        &self,
        source: FeedId,
        rows: &[Row],
        replaced: &[Row],
        changes: BTreeMap<(Slice, NaiveDate), Tally>,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let agency = self.agency_id();
        for chunk in replaced.chunks(CHUNK) {
            let change = self
                .change::<feed_row::Entity>()
                .col_expr(feed_row::Column::ReplacedAt, Expr::value(Some(instant(at))))
                .col_expr(feed_row::Column::WaitsUntil, Expr::value(None::<NaiveDate>))
                .filter(feed_row::Column::Id.is_in(chunk.iter().map(|row| row.id.0)));
            self.write(&change.into_query()).await?;
        }
        let new = rows.iter().map(|row| row_row(agency, row)).collect::<Result<Vec<_>, _>>()?;
        self.insert::<feed_row::Entity>(new).await?;
        let months = || changes.keys().map(|(_, month)| *month);
        let (Some(first), Some(last)) = (months().min(), months().max()) else { return Ok(()) };
        let mut slices: Vec<Slice> = changes.keys().map(|(slice, _)| slice.clone()).collect();
        slices.dedup();
        let held = self.feed_cells(&[source], &slices, (first, last)).await?;
        let mut held: BTreeMap<(Slice, NaiveDate), Tally> =
            held.into_iter().map(|cell| ((cell.slice, cell.month), cell.tally)).collect();
        let mut cells = Vec::with_capacity(changes.len());
        for ((slice, month), change) in changes {
            let key = (slice, month);
            let mut tally = held.remove(&key).unwrap_or_default();
            tally.add(&change);
            let (slice, month) = key;
            cells.push(cell_row(agency, &Cell { source, slice, month, tally })?);
        }
        self.upsert::<feed_tally::Entity>(cells).await?;
        let touch = self
            .change::<feed_source::Entity>()
            .col_expr(feed_source::Column::LastAt, Expr::value(Some(instant(at))))
            .filter(feed_source::Column::Id.eq(source.0));
        self.write(&touch.into_query()).await.map(drop)
    }

    /// Adds a token.
    pub async fn insert_feed_token(&self, token: &Token, hash: &str) -> Result<(), StoreError> {
        self.insert::<feed_token::Entity>(vec![token_row(self.agency_id(), token, hash.to_owned())]).await
    }

    /// Revokes a token; false if it was revoked already.
    pub async fn revoke_feed_token(&self, id: FeedTokenId, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let change = self
            .change::<feed_token::Entity>()
            .col_expr(feed_token::Column::RevokedAt, Expr::value(Some(instant(at))))
            .filter(feed_token::Column::Id.eq(id.0))
            .filter(feed_token::Column::RevokedAt.is_null());
        Ok(self.write(&change.into_query()).await? == 1)
    }

    /// Keeps what another system sent under a key, and what it was answered.
    pub async fn save_feed_push(
        &self,
        source: FeedId,
        key: &str,
        digest: &str,
        answer: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = feed_push::Model {
            agency_id: self.agency_id().0,
            source_id: source.0,
            key: key.to_owned(),
            digest: digest.to_owned(),
            answer: answer.to_owned(),
            at: instant(at),
        };
        for statement in crate::scope::inserts::<feed_push::Entity>(vec![row]) {
            self.write_exempt(&statement).await?;
        }
        Ok(())
    }

    /// Names what an indicator is measured by, in place of what was named before.
    pub async fn save_feed_link(&self, link: &Link) -> Result<(), StoreError> {
        self.upsert::<feed_link::Entity>(vec![link_row(self.agency_id(), link)?]).await.map(drop)
    }

    /// The indicator is reported by hand again.
    pub async fn remove_feed_link(&self, skp: SkpId, indicator: IndicatorId) -> Result<u64, StoreError> {
        let which = Condition::all()
            .add(feed_link::Column::SkpId.eq(skp.0))
            .add(feed_link::Column::IndicatorId.eq(indicator.0));
        self.remove::<feed_link::Entity>(which).await
    }

    /// Freezes amounts with a result.
    pub async fn insert_feed_gauges(&self, all: &[(EvaluationId, Vec<Gauge>)]) -> Result<(), StoreError> {
        let row = |(id, gauges): &(EvaluationId, Vec<Gauge>)| {
            Ok(feed_gauge::Model { agency_id: self.agency_id().0, evaluation_id: id.0, gauges: json(gauges)? })
        };
        let rows =
            all.iter().filter(|(_, gauges)| !gauges.is_empty()).map(row).collect::<Result<Vec<_>, StoreError>>()?;
        self.insert::<feed_gauge::Entity>(rows).await
    }
}
