//! Saving plans. A revision keeps two people from overwriting each other; lines that leave the text stay as rows,
//! because entries and other plans point at them.

use crate::{
    StoreError, Tx,
    entity::{indicator, rhk, skp, skp_note, skp_version, takeover},
    map::instant,
    plan::rows,
};
use chrono::{DateTime, Utc};
use domain::{
    ids::SkpId,
    plan::{Note, Skp, Version, takeover::Takeover},
};
use sea_orm::{
    ColumnTrait, IntoActiveModel, Iterable, PrimaryKeyToColumn, QueryFilter, QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

/// Plans in one statement.
const CHUNK: usize = 500;

impl Tx {
    /// Adds a plan with its text.
    pub async fn insert_skp(&self, skp: &Skp) -> Result<(), StoreError> {
        self.insert::<skp::Entity>(vec![rows::of_skp(self.agency_id(), skp, skp.revision)?]).await?;
        self.save_lines(skp).await
    }

    /// Saves a plan that was at `expected` when it was read; [`StoreError::Stale`] if somebody saved since. The stored
    /// revision becomes `expected + 1`, which is returned.
    pub async fn save_skp(&self, skp: &Skp, expected: i64) -> Result<i64, StoreError> {
        let revision = expected + 1;
        let row = rows::of_skp(self.agency_id(), skp, revision)?.into_active_model();
        let mut change = self
            .change::<skp::Entity>()
            .filter(skp::Column::Id.eq(skp.id.0))
            .filter(skp::Column::Revision.eq(expected));
        for column in skp::Column::iter() {
            if !skp::PrimaryKey::iter().any(|key| key.into_column() as usize == column as usize)
                && let Some(value) = sea_orm::ActiveModelTrait::get(&row, column).into_value()
            {
                change = change.col_expr(column, Expr::value(value));
            }
        }
        if self.write(&change.into_query()).await? == 0 {
            return Err(match self.skp(skp.id).await? {
                Some(_) => StoreError::Stale,
                None => StoreError::missing("skp"),
            });
        }
        self.save_lines(skp).await?;
        self.mark_removed(skp, revision).await?;
        Ok(revision)
    }

    /// Notes that plans were evaluated at the end of their year, each at the revision at which it was read;
    /// [`StoreError::Stale`] if somebody saved one of them since.
    pub async fn mark_evaluated(&self, plans: &[(SkpId, i64)], at: DateTime<Utc>) -> Result<(), StoreError> {
        for chunk in plans.chunks(CHUNK) {
            let key = Expr::tuple([Expr::col(skp::Column::Id), Expr::col(skp::Column::Revision)]);
            let change = self
                .change::<skp::Entity>()
                .col_expr(skp::Column::EvaluatedAt, Expr::value(instant(at)))
                .col_expr(skp::Column::Revision, Expr::col(skp::Column::Revision).add(1))
                .filter(key.in_tuples(chunk.iter().map(|(id, revision)| (id.0, *revision))));
            if self.write(&change.into_query()).await? != chunk.len() as u64 {
                return Err(StoreError::Stale);
            }
        }
        Ok(())
    }

    /// Freezes a version.
    pub async fn insert_version(&self, skp: SkpId, version: &Version) -> Result<(), StoreError> {
        self.insert::<skp_version::Entity>(vec![rows::of_version(self.agency_id(), skp, version)?]).await
    }

    /// Adds or changes a note beside a line.
    pub async fn save_note(&self, note: &Note) -> Result<(), StoreError> {
        self.upsert::<skp_note::Entity>(vec![rows::of_note(self.agency_id(), note)]).await.map(drop)
    }

    /// Keeps that a result was taken over.
    pub async fn insert_takeover(&self, taken: &Takeover) -> Result<(), StoreError> {
        self.insert::<takeover::Entity>(vec![rows::of_takeover(self.agency_id(), taken)]).await
    }

    async fn save_lines(&self, skp: &Skp) -> Result<(), StoreError> {
        let (mut results, mut indicators) = (Vec::new(), Vec::new());
        for (n, rhk) in skp.content.results.iter().enumerate() {
            results.push(rows::of_rhk(self.agency_id(), skp.id, n as i32, rhk)?);
            for indicator in &rhk.indicators {
                indicators.push(rows::of_indicator(
                    self.agency_id(),
                    skp.id,
                    rhk.id,
                    indicators.len() as i32,
                    indicator,
                )?);
            }
        }
        // An id that belongs to another plan is left alone and seen by the count: nobody writes into someone else's plan.
        let wanted = results.len() as u64;
        let own = Expr::col((rhk::Entity, rhk::Column::SkpId)).eq(skp.id.0);
        if self.upsert_where::<rhk::Entity>(results, Some(own)).await? != wanted {
            return Err(StoreError::Duplicate { what: "rhk.id".to_owned() });
        }
        let wanted = indicators.len() as u64;
        let own = Expr::col((indicator::Entity, indicator::Column::SkpId)).eq(skp.id.0);
        if self.upsert_where::<indicator::Entity>(indicators, Some(own)).await? != wanted {
            return Err(StoreError::Duplicate { what: "indicator.id".to_owned() });
        }
        Ok(())
    }

    /// Marks the lines of the plan that are no longer in its text.
    async fn mark_removed(&self, skp: &Skp, revision: i64) -> Result<(), StoreError> {
        let results: Vec<Uuid> = skp.content.results.iter().map(|rhk| rhk.id.0).collect();
        let indicators: Vec<Uuid> =
            skp.content.results.iter().flat_map(|rhk| &rhk.indicators).map(|indicator| indicator.id.0).collect();
        let gone = self
            .change::<rhk::Entity>()
            .col_expr(rhk::Column::RemovedRevision, Expr::value(revision))
            .filter(rhk::Column::SkpId.eq(skp.id.0))
            .filter(rhk::Column::RemovedRevision.is_null())
            .filter(rhk::Column::Id.is_not_in(results));
        self.write(&gone.into_query()).await?;
        let gone = self
            .change::<indicator::Entity>()
            .col_expr(indicator::Column::RemovedRevision, Expr::value(revision))
            .filter(indicator::Column::SkpId.eq(skp.id.0))
            .filter(indicator::Column::RemovedRevision.is_null())
            .filter(indicator::Column::Id.is_not_in(indicators));
        self.write(&gone.into_query()).await?;
        Ok(())
    }
}
