//! How far results have got, without what they say.

use crate::{Scope, StoreError, entity::evaluation};
use chrono::{DateTime, Utc};
use domain::ids::{EmployeeId, EvaluationId, PeriodId, SkpId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// How far a result has got: enough for whoever asks what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The result.
    pub id: EvaluationId,
    /// The period.
    pub period: PeriodId,
    /// The plan.
    pub skp: SkpId,
    /// When it was delivered.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When it was signed for.
    pub acknowledged_at: Option<DateTime<Utc>>,
}

impl Scope {
    /// How far somebody's results have got, the latest first.
    pub async fn receipts_of(&self, employee: EmployeeId) -> Result<Vec<Receipt>, StoreError> {
        let select = self
            .find::<evaluation::Entity>()
            .filter(evaluation::Column::EmployeeId.eq(employee.0))
            .filter(evaluation::Column::ReplacedAt.is_null())
            .order_by_desc(evaluation::Column::SignedAt)
            .order_by_desc(evaluation::Column::Id)
            .select_only()
            .column(evaluation::Column::Id)
            .column(evaluation::Column::PeriodId)
            .column(evaluation::Column::SkpId)
            .column(evaluation::Column::DeliveredAt)
            .column(evaluation::Column::AcknowledgedAt)
            .into_tuple::<(Uuid, Uuid, Uuid, Option<DateTime<Utc>>, Option<DateTime<Utc>>)>();
        let receipt = |(id, period, skp, delivered_at, acknowledged_at)| Receipt {
            id: EvaluationId(id),
            period: PeriodId(period),
            skp: SkpId(skp),
            delivered_at,
            acknowledged_at,
        };
        Ok(select.all(&self.conn).await?.into_iter().map(receipt).collect())
    }
}
