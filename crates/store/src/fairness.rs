//! What was worked out of a period's ratings, as it is kept: a version for each state of what it was worked out from.

use crate::{
    Scope, StoreError, Tx,
    entity::{assessment, fairness_ratee, fairness_rater, fairness_snapshot},
    map::{code, from_json, instant, json, maybe_instant, number},
    people::uuids,
};
use chrono::{DateTime, Utc};
use domain::{
    assessment::RaterRole,
    fairness::{Figures, RateeFigures, RaterFigures, report::Report},
    ids::{EmployeeId, PeriodId},
};
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QueryTrait, sea_query::Expr};

/// A period's ratings worked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The period.
    pub period: PeriodId,
    /// Counts up when what it was worked out from had changed.
    pub version: u32,
    /// Of everything it was worked out from.
    pub digest: String,
    /// What came out for the agency.
    pub report: Report,
    /// When.
    pub at: DateTime<Utc>,
    /// Who asked for it; nobody where it happened by itself.
    pub by: Option<EmployeeId>,
    /// When its short form was given to the public.
    pub published_at: Option<DateTime<Utc>>,
}

impl Scope {
    /// The latest version of a period.
    pub async fn fairness(&self, period: PeriodId) -> Result<Option<Snapshot>, StoreError> {
        let select = self
            .find::<fairness_snapshot::Entity>()
            .filter(fairness_snapshot::Column::PeriodId.eq(period.0))
            .order_by_desc(fairness_snapshot::Column::Version);
        self.one(select).await?.map(read).transpose()
    }

    /// The version of each period that the public may read, the latest given first.
    pub async fn fairness_published(&self) -> Result<Vec<Snapshot>, StoreError> {
        let select = self
            .find::<fairness_snapshot::Entity>()
            .filter(fairness_snapshot::Column::PublishedAt.is_not_null())
            .order_by_desc(fairness_snapshot::Column::PublishedAt)
            .order_by_desc(fairness_snapshot::Column::Version);
        self.all(select).await?.into_iter().map(read).collect()
    }

    /// How many assessments supervisors have begun or sent in a period.
    pub async fn assessed_count(&self, period: PeriodId) -> Result<u64, StoreError> {
        let select = self
            .find::<assessment::Entity>()
            .filter(assessment::Column::PeriodId.eq(period.0))
            .filter(assessment::Column::Role.eq(code(RaterRole::Penilai)?));
        Ok(select.count(&self.conn).await?)
    }

    /// How somebody rates, in a version.
    pub async fn fairness_of_rater(
        &self,
        period: PeriodId,
        version: u32,
        rater: EmployeeId,
    ) -> Result<Option<RaterFigures>, StoreError> {
        let select = self
            .find::<fairness_rater::Entity>()
            .filter(fairness_rater::Column::PeriodId.eq(period.0))
            .filter(fairness_rater::Column::Version.eq(number::<_, i32>("fairness.version", version)?))
            .filter(fairness_rater::Column::RaterId.eq(rater.0));
        self.one(select).await?.map(|row| from_json("fairness_rater.found", &row.found)).transpose()
    }

    /// How these people were rated, in a version.
    pub async fn fairness_of_ratees(
        &self,
        period: PeriodId,
        version: u32,
        people: &[EmployeeId],
    ) -> Result<Vec<RateeFigures>, StoreError> {
        let (ids, version) = (uuids(people.iter().map(|id| id.0)), number::<_, i32>("fairness.version", version)?);
        let rows = self
            .among::<fairness_ratee::Entity>(fairness_ratee::Column::EmployeeId, &ids, |s| {
                s.filter(fairness_ratee::Column::PeriodId.eq(period.0))
                    .filter(fairness_ratee::Column::Version.eq(version))
            })
            .await?;
        rows.into_iter().map(|row| from_json("fairness_ratee.found", &row.found)).collect()
    }
}

impl Tx {
    /// Adds a version. What the versions before it knew of single people is forgotten: only the latest is read, and the report
    /// of each version stays.
    pub async fn insert_fairness(&self, snapshot: &Snapshot, figures: &Figures) -> Result<(), StoreError> {
        let (agency_id, period_id) = (self.agency_id().0, snapshot.period.0);
        let version: i32 = number("fairness.version", snapshot.version)?;
        let raters_before = Condition::all()
            .add(fairness_rater::Column::PeriodId.eq(period_id))
            .add(fairness_rater::Column::Version.lt(version));
        self.remove::<fairness_rater::Entity>(raters_before).await?;
        let ratees_before = Condition::all()
            .add(fairness_ratee::Column::PeriodId.eq(period_id))
            .add(fairness_ratee::Column::Version.lt(version));
        self.remove::<fairness_ratee::Entity>(ratees_before).await?;
        let row = fairness_snapshot::Model {
            agency_id,
            period_id,
            version,
            digest: snapshot.digest.clone(),
            found: json(&snapshot.report)?,
            at: instant(snapshot.at),
            by_id: snapshot.by.map(|id| id.0),
            published_at: maybe_instant(snapshot.published_at),
        };
        self.insert::<fairness_snapshot::Entity>(vec![row]).await?;
        let rater = |one: &RaterFigures| {
            let found = json(one)?;
            Ok(fairness_rater::Model { agency_id, period_id, version, rater_id: one.rater.0, found })
        };
        let raters = figures.raters.iter().map(rater).collect::<Result<_, StoreError>>()?;
        self.insert::<fairness_rater::Entity>(raters).await?;
        let ratee = |one: &RateeFigures| {
            let found = json(one)?;
            Ok(fairness_ratee::Model { agency_id, period_id, version, employee_id: one.employee.0, found })
        };
        let ratees = figures.ratees.iter().map(ratee).collect::<Result<_, StoreError>>()?;
        self.insert::<fairness_ratee::Entity>(ratees).await
    }

    /// Gives a version's short form to the public.
    pub async fn publish_fairness(&self, snapshot: &Snapshot, at: DateTime<Utc>) -> Result<(), StoreError> {
        let change = self
            .change::<fairness_snapshot::Entity>()
            .col_expr(fairness_snapshot::Column::PublishedAt, Expr::value(maybe_instant(Some(at))))
            .filter(fairness_snapshot::Column::PeriodId.eq(snapshot.period.0))
            .filter(fairness_snapshot::Column::Version.eq(number::<_, i32>("fairness.version", snapshot.version)?));
        self.write(&change.into_query()).await.map(drop)
    }
}

fn read(row: fairness_snapshot::Model) -> Result<Snapshot, StoreError> {
    Ok(Snapshot {
        period: PeriodId(row.period_id),
        version: number("fairness_snapshot.version", row.version)?,
        digest: row.digest,
        report: from_json("fairness_snapshot.found", &row.found)?,
        at: row.at,
        by: row.by_id.map(EmployeeId),
        published_at: row.published_at,
    })
}
