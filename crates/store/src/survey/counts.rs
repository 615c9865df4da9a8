//! What the answers of one transaction add to the counts. On SQLite a transaction holds the answers of many people who send at
//! once: their counts are added up here and written once, just before the commit, instead of some twenty rows for each of them.

use crate::{
    conn::Shared,
    entity::{survey_minute, survey_tally},
    scope::{Tenanted, inserts},
};
use chrono::{DateTime, Utc};
use domain::survey::Tally;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, IntoActiveModel, Iterable, PrimaryKeyToColumn,
    sea_query::{Alias, Expr, ExprTrait, InsertStatement, OnConflict},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// An agency, a period, a service.
pub(super) type Where = (Uuid, Uuid, Uuid);

/// Counts of some answers.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// By part of the tally: how many, points.
    tallies: BTreeMap<(Where, String), (i64, i64)>,
    /// By minute and pattern.
    minutes: BTreeMap<(Where, DateTime<Utc>, String), i64>,
}

impl Counts {
    /// Adds what answers come to.
    pub(super) fn tally(&mut self, at: Where, tally: Tally) {
        for (part, count) in tally.0 {
            let sum = self.tallies.entry((at, part)).or_default();
            *sum = (sum.0 + count.n as i64, sum.1 + count.points as i64);
        }
    }

    /// Adds an answer of a minute.
    pub(super) fn minute(&mut self, at: Where, minute: DateTime<Utc>, pattern: String) {
        *self.minutes.entry((at, minute, pattern)).or_default() += 1;
    }

    /// Adds other counts.
    pub(super) fn add(&mut self, other: Self) {
        for (key, (n, points)) in other.tallies {
            let sum = self.tallies.entry(key).or_default();
            *sum = (sum.0 + n, sum.1 + points);
        }
        for (key, n) in other.minutes {
            *self.minutes.entry(key).or_default() += n;
        }
    }

    /// What writes them, in the order of the keys, so that two at once wait for each other and never in a circle.
    pub(super) fn statements(self) -> Vec<InsertStatement> {
        let tallies = self.tallies.into_iter().map(|(((agency_id, round_id, service_id), part), (n, points))| {
            survey_tally::Model { agency_id, round_id, service_id, part, n, points }
        });
        let minutes = self.minutes.into_iter().map(|(((agency_id, round_id, service_id), minute, pattern), n)| {
            survey_minute::Model { agency_id, round_id, service_id, minute, pattern, n }
        });
        use survey_tally::Column::{N, Points};
        let mut all = adding::<survey_tally::Entity>(tallies.collect(), &[N, Points]);
        all.extend(adding::<survey_minute::Entity>(minutes.collect(), &[survey_minute::Column::N]));
        all
    }
}

/// Writes what was added up, before its transaction is committed.
pub(crate) async fn settle(shared: &Shared) -> Result<(), DbErr> {
    let counts = std::mem::take(&mut *shared.counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    for statement in counts.statements() {
        shared.tx.execute(&statement).await?;
    }
    Ok(())
}

/// Adds rows; where there is one with the same key, these columns are added to it.
fn adding<E: Tenanted>(rows: Vec<E::Model>, sums: &[E::Column]) -> Vec<InsertStatement>
where
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E>,
{
    let key: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let add = |mut statement: InsertStatement| {
        let mut add = OnConflict::columns(key.iter().copied());
        for column in sums {
            let there = Expr::col(column.as_column_ref());
            add.value(*column, there.add(Expr::col((Alias::new("excluded"), *column))));
        }
        statement.on_conflict(add);
        statement
    };
    inserts::<E>(rows).into_iter().map(add).collect()
}
