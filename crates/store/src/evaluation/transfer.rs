//! What a transfer leaves behind: agreements on the old unit's result, and the last results of the plans before.

use crate::{
    Scope, StoreError, Tx,
    entity::{carryover, evaluation},
    map::{instant, known, maybe_instant},
    people::uuids,
};
use domain::{
    evaluation::{
        Predikat,
        transfer::{Carryover, Earlier},
    },
    ids::{EmployeeId, EvaluationId, PeriodId, SkpId},
    time::DateRange,
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, Select};

impl Scope {
    /// The agreement on a plan in a period.
    pub async fn carryover(&self, period: PeriodId, skp: SkpId) -> Result<Option<Carryover>, StoreError> {
        let select = self
            .find::<carryover::Entity>()
            .filter(carryover::Column::PeriodId.eq(period.0))
            .filter(carryover::Column::SkpId.eq(skp.0));
        Ok(self.one(select).await?.map(read))
    }

    /// The agreements these results followed from.
    pub async fn carryovers_behind(&self, results: &[EvaluationId]) -> Result<Vec<Carryover>, StoreError> {
        let ids = uuids(results.iter().map(|id| id.0));
        let rows = self.among::<carryover::Entity>(carryover::Column::ResultId, &ids, |s| s).await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// What these plans earned in predicates, by plan and time; results that were replaced too.
    pub async fn earned(&self, plans: &[(SkpId, DateRange)]) -> Result<Vec<(SkpId, Earlier)>, StoreError> {
        let ids = uuids(plans.iter().map(|(id, _)| id.0));
        let with_predikat = |s: Select<evaluation::Entity>| {
            s.filter(evaluation::Column::Predikat.is_not_null()).order_by_asc(evaluation::Column::SignedAt)
        };
        let mut rows = self.among::<evaluation::Entity>(evaluation::Column::SkpId, &ids, with_predikat).await?;
        rows.sort_by_key(|row| (row.skp_id, row.signed_at, row.id));
        rows.into_iter()
            .filter_map(|row| {
                let skp = SkpId(row.skp_id);
                let (_, dates) = plans.iter().find(|(id, _)| *id == skp)?;
                let predikat = known("evaluation.predikat", row.predikat.as_deref()?, Predikat::from_code);
                Some(predikat.map(|predikat| {
                    let (signed_at, replaced_at) = (row.signed_at, row.replaced_at);
                    (skp, Earlier { dates: *dates, predikat, signed_at, replaced_at })
                }))
            })
            .collect()
    }
}

impl Tx {
    /// Adds an agreement, or notes its answer.
    pub async fn save_carryover(&self, carryover: &Carryover) -> Result<(), StoreError> {
        let row = carryover::Model {
            agency_id: self.agency_id().0,
            period_id: carryover.period.0,
            skp_id: carryover.skp.0,
            first_id: carryover.first.0,
            by_id: carryover.by.0,
            says: carryover.says.clone(),
            at: instant(carryover.at),
            answered_at: maybe_instant(carryover.answered_at),
            result_id: carryover.result.map(|id| id.0),
        };
        self.upsert::<carryover::Entity>(vec![row]).await.map(drop)
    }
}

fn read(row: carryover::Model) -> Carryover {
    Carryover {
        period: PeriodId(row.period_id),
        skp: SkpId(row.skp_id),
        first: EvaluationId(row.first_id),
        by: EmployeeId(row.by_id),
        says: row.says,
        at: row.at,
        answered_at: row.answered_at,
        result: row.result_id.map(EvaluationId),
    }
}
