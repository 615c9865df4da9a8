//! Sources of measured data: the sources, their rows with their history, and what is counted of them.
//!
//! Pages read cells, which change in the transaction of each row (`write`); a test counts the rows anew and finds the same.
//! Read first: this file (reads), then `write`, `rows`.

mod rows;
mod write;

use crate::{
    Page, PageOf, Scope, StoreError,
    entity::{feed_gauge, feed_link, feed_push, feed_row, feed_source, feed_tally, feed_token},
    map::from_json,
    people::uuids,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    feed::{Cell, Filter, Gauge, Link, Row, Slice, Source, Token},
    ids::{EmployeeId, EvaluationId, FeedId, FeedRowId, FeedTokenId, IndicatorId, SkpId},
};
use rows::{read_cell, read_link, read_row, read_source, read_token};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use std::collections::BTreeMap;

/// A source, and when it last got something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fed {
    /// The source.
    pub source: Source,
    /// Since when it is kept.
    pub made_at: DateTime<Utc>,
    /// When rows came in last.
    pub last_at: Option<DateTime<Utc>>,
}

/// What another system sent under a key, and what it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pushed {
    /// Digest of what was sent.
    pub digest: String,
    /// What was answered, as JSON.
    pub answer: String,
}

/// Chunk of a list of codes in one statement.
const CHUNK: usize = 500;

impl Scope {
    /// Every source, by name; those not kept any more last.
    pub async fn feeds(&self) -> Result<Vec<Fed>, StoreError> {
        let select = self
            .find::<feed_source::Entity>()
            .order_by_asc(feed_source::Column::Retired)
            .order_by_asc(feed_source::Column::Name)
            .order_by_asc(feed_source::Column::Id);
        self.all(select).await?.into_iter().map(read_source).collect()
    }

    /// One source.
    pub async fn feed(&self, id: FeedId) -> Result<Option<Fed>, StoreError> {
        let select = self.find::<feed_source::Entity>().filter(feed_source::Column::Id.eq(id.0));
        self.one(select).await?.map(read_source).transpose()
    }

    /// A source by its short name.
    pub async fn feed_by_code(&self, code: &str) -> Result<Option<Fed>, StoreError> {
        let select = self.find::<feed_source::Entity>().filter(feed_source::Column::Code.eq(code));
        self.one(select).await?.map(read_source).transpose()
    }

    /// Rows that hold, by their codes.
    pub async fn feed_rows_coded(&self, source: FeedId, codes: &[String]) -> Result<Vec<Row>, StoreError> {
        let mut found = Vec::new();
        for chunk in codes.chunks(CHUNK) {
            let select = self
                .rows_in(source)
                .filter(feed_row::Column::ReplacedAt.is_null())
                .filter(feed_row::Column::Code.is_in(chunk.iter().cloned()));
            found.extend(self.all(select).await?);
        }
        found.into_iter().map(read_row).collect()
    }

    /// One row.
    pub async fn feed_row(&self, id: FeedRowId) -> Result<Option<Row>, StoreError> {
        let select = self.find::<feed_row::Entity>().filter(feed_row::Column::Id.eq(id.0));
        self.one(select).await?.map(read_row).transpose()
    }

    /// A row with everything that was there before it, the first one first.
    pub async fn feed_history(&self, source: FeedId, code: &str) -> Result<Vec<Row>, StoreError> {
        let select =
            self.rows_in(source).filter(feed_row::Column::Code.eq(code)).order_by_asc(feed_row::Column::Revision);
        self.all(select).await?.into_iter().map(read_row).collect()
    }

    /// A page of rows that hold, the latest day first. How many there are is known from the cells: `total`.
    pub async fn feed_rows(
        &self,
        source: FeedId,
        filter: &Filter,
        page: PageOf,
        total: u64,
    ) -> Result<Page<Row>, StoreError> {
        use feed_row::Column as C;
        let Slice { employee, unit, item } = &filter.slice;
        let select = self
            .rows_in(source)
            .filter(C::ReplacedAt.is_null())
            .apply_if(*employee, |s, id| s.filter(C::EmployeeId.eq(id.0)))
            .apply_if(*unit, |s, id| s.filter(C::UnitId.eq(id.0)))
            .apply_if((!item.is_empty()).then_some(item), |s, item| s.filter(C::Item.eq(item.as_str())))
            .apply_if(filter.days, |s, (from, until)| s.filter(C::OnDay.between(from, until)));
        let select = if filter.waiting {
            select.filter(C::WaitsUntil.is_not_null()).order_by_asc(C::WaitsUntil).order_by_asc(C::Id)
        } else {
            select.order_by_desc(C::OnDay).order_by_desc(C::Id)
        };
        let rows = self.all(select.limit(page.limit()).offset(page.offset())).await?;
        page.with(total, rows).try_map(read_row)
    }

    /// Every row that holds, in the order of their codes: for counting anew.
    pub async fn feed_rows_all(&self, source: FeedId) -> Result<Vec<Row>, StoreError> {
        let select =
            self.rows_in(source).filter(feed_row::Column::ReplacedAt.is_null()).order_by_asc(feed_row::Column::Code);
        self.all(select).await?.into_iter().map(read_row).collect()
    }

    /// Rows that hold of some people in some sources between two days, both included, in the order of people and days.
    pub async fn feed_rows_among(
        &self,
        sources: &[FeedId],
        people: &[EmployeeId],
        (from, until): (NaiveDate, NaiveDate),
    ) -> Result<Vec<Row>, StoreError> {
        use feed_row::Column as C;
        let (ids, sources) = (uuids(people.iter().map(|id| id.0)), uuids(sources.iter().map(|id| id.0)));
        let within = |s: Select<feed_row::Entity>| {
            s.filter(C::SourceId.is_in(sources.iter().copied()))
                .filter(C::ReplacedAt.is_null())
                .filter(C::OnDay.between(from, until))
        };
        let mut rows = self.among::<feed_row::Entity>(C::EmployeeId, &ids, within).await?;
        rows.sort_by_key(|row| (row.employee_id, row.on_day, row.id));
        rows.into_iter().map(read_row).collect()
    }

    /// What is counted of some slices of some sources between two months, both included.
    pub async fn feed_cells(
        &self,
        sources: &[FeedId],
        slices: &[Slice],
        (from, until): (NaiveDate, NaiveDate),
    ) -> Result<Vec<Cell>, StoreError> {
        let mut groups: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
        for slice in slices {
            groups.entry((slice.part(), slice.item.as_str())).or_default().push(slice.who());
        }
        let mut cells = Vec::new();
        for source in sources {
            for ((part, item), who) in &groups {
                for chunk in who.chunks(CHUNK) {
                    let select = self
                        .cells_of(*source, part, (from, until))
                        .filter(feed_tally::Column::Item.eq(*item))
                        .filter(feed_tally::Column::Who.is_in(chunk.iter().cloned()));
                    cells.extend(self.all(select).await?);
                }
            }
        }
        cells.into_iter().map(read_cell).collect()
    }

    /// What is counted of every slice told apart in one way (`p`, `u`, `i`, `pi`, `ui`), of one employee or unit or all.
    pub async fn feed_cells_by(
        &self,
        source: FeedId,
        part: &str,
        who: Option<&str>,
        months: (NaiveDate, NaiveDate),
    ) -> Result<Vec<Cell>, StoreError> {
        let select =
            self.cells_of(source, part, months).apply_if(who, |s, who| s.filter(feed_tally::Column::Who.eq(who)));
        self.all(select).await?.into_iter().map(read_cell).collect()
    }

    /// Tokens of a source, the latest first.
    pub async fn feed_tokens(&self, source: FeedId) -> Result<Vec<Token>, StoreError> {
        let select = self
            .find::<feed_token::Entity>()
            .filter(feed_token::Column::SourceId.eq(source.0))
            .order_by_desc(feed_token::Column::MadeAt)
            .order_by_desc(feed_token::Column::Id);
        Ok(self.all(select).await?.into_iter().map(read_token).collect())
    }

    /// One token.
    pub async fn feed_token(&self, id: FeedTokenId) -> Result<Option<Token>, StoreError> {
        let select = self.find::<feed_token::Entity>().filter(feed_token::Column::Id.eq(id.0));
        Ok(self.one(select).await?.map(read_token))
    }

    /// A token by its hash, revoked ones too.
    pub async fn feed_token_hashed(&self, hash: &str) -> Result<Option<Token>, StoreError> {
        let select = self.find::<feed_token::Entity>().filter(feed_token::Column::Hash.eq(hash));
        Ok(self.one(select).await?.map(read_token))
    }

    /// What was sent under a key before.
    pub async fn feed_pushed(&self, source: FeedId, key: &str) -> Result<Option<Pushed>, StoreError> {
        let select = self
            .find::<feed_push::Entity>()
            .filter(feed_push::Column::SourceId.eq(source.0))
            .filter(feed_push::Column::Key.eq(key));
        Ok(self.one(select).await?.map(|row| Pushed { digest: row.digest, answer: row.answer }))
    }

    /// What the indicators of some plans are measured by.
    pub async fn feed_links(&self, plans: &[SkpId]) -> Result<Vec<Link>, StoreError> {
        let ids = uuids(plans.iter().map(|id| id.0));
        let rows = self.among::<feed_link::Entity>(feed_link::Column::SkpId, &ids, |s| s).await?;
        rows.into_iter().map(read_link).collect()
    }

    /// What one indicator is measured by.
    pub async fn feed_link(&self, skp: SkpId, indicator: IndicatorId) -> Result<Option<Link>, StoreError> {
        let select = self
            .find::<feed_link::Entity>()
            .filter(feed_link::Column::SkpId.eq(skp.0))
            .filter(feed_link::Column::IndicatorId.eq(indicator.0));
        self.one(select).await?.map(read_link).transpose()
    }

    /// Amounts frozen with results.
    pub async fn feed_gauges(
        &self,
        results: &[EvaluationId],
    ) -> Result<BTreeMap<EvaluationId, Vec<Gauge>>, StoreError> {
        let ids = uuids(results.iter().map(|id| id.0));
        let rows = self.among::<feed_gauge::Entity>(feed_gauge::Column::EvaluationId, &ids, |s| s).await?;
        let read = |row: feed_gauge::Model| {
            Ok((EvaluationId(row.evaluation_id), from_json("feed_gauge.gauges", &row.gauges)?))
        };
        rows.into_iter().map(read).collect()
    }

    fn rows_in(&self, source: FeedId) -> Select<feed_row::Entity> {
        self.find::<feed_row::Entity>().filter(feed_row::Column::SourceId.eq(source.0))
    }

    fn cells_of(
        &self,
        source: FeedId,
        part: &str,
        (from, until): (NaiveDate, NaiveDate),
    ) -> Select<feed_tally::Entity> {
        self.find::<feed_tally::Entity>()
            .filter(feed_tally::Column::SourceId.eq(source.0))
            .filter(feed_tally::Column::Part.eq(part))
            .filter(feed_tally::Column::Month.between(from, until))
    }
}
