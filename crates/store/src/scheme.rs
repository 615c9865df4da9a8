//! What a scheme adds: nominations and sheets.

use crate::{
    Scope, StoreError, Tx,
    entity::{nomination, sheet},
    map::{from_json, instant, json, known, maybe_instant},
};
use domain::{
    ids::{EmployeeId, NominationId, PeriodId, SheetId, SkpId},
    scheme::{
        Role, Sheet,
        nomination::{Nomination, Saved, State},
    },
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QueryTrait, sea_query::Expr};

impl Scope {
    /// Who was named to rate a plan's owner in a period, in the order in which they were named.
    pub async fn nominations(&self, period: PeriodId, skp: SkpId) -> Result<Vec<Nomination>, StoreError> {
        let select = self
            .find::<nomination::Entity>()
            .filter(nomination::Column::PeriodId.eq(period.0))
            .filter(nomination::Column::SkpId.eq(skp.0))
            .order_by_asc(nomination::Column::Id);
        self.all(select).await?.into_iter().map(read_nomination).collect()
    }

    /// Whom somebody was named to rate, the latest first.
    pub async fn nominated(&self, rater: EmployeeId) -> Result<Vec<Nomination>, StoreError> {
        let select = self
            .find::<nomination::Entity>()
            .filter(nomination::Column::RaterId.eq(rater.0))
            .order_by_desc(nomination::Column::Id);
        self.all(select).await?.into_iter().map(read_nomination).collect()
    }

    /// What was said of a plan's owner in a period, drafts included, by role and rater.
    pub async fn sheets(&self, period: PeriodId, skp: SkpId) -> Result<Vec<Saved>, StoreError> {
        let select = self
            .find::<sheet::Entity>()
            .filter(sheet::Column::PeriodId.eq(period.0))
            .filter(sheet::Column::SkpId.eq(skp.0))
            .order_by_asc(sheet::Column::Role)
            .order_by_asc(sheet::Column::RaterId);
        self.all(select).await?.into_iter().map(read_sheet).collect()
    }

    /// What somebody said in a period, drafts included.
    pub async fn sheets_by(&self, rater: EmployeeId, period: PeriodId) -> Result<Vec<Saved>, StoreError> {
        let select = self
            .find::<sheet::Entity>()
            .filter(sheet::Column::PeriodId.eq(period.0))
            .filter(sheet::Column::RaterId.eq(rater.0))
            .order_by_asc(sheet::Column::SkpId);
        self.all(select).await?.into_iter().map(read_sheet).collect()
    }
}

impl Tx {
    /// Adds or changes a nomination.
    pub async fn save_nomination(&self, nomination: &Nomination) -> Result<(), StoreError> {
        let row = nomination::Model {
            agency_id: self.agency_id().0,
            id: nomination.id.0,
            period_id: nomination.period.0,
            skp_id: nomination.skp.0,
            rater_id: nomination.rater.0,
            role: nomination.role.code().to_owned(),
            state: nomination.state.code().to_owned(),
            by_id: nomination.by.0,
            at: instant(nomination.at),
            note: nomination.note.clone(),
        };
        self.upsert::<nomination::Entity>(vec![row]).await.map(drop)
    }

    /// Adds a sheet (`expected` is `None`; [`StoreError::Duplicate`] if there is one already) or saves one that was at
    /// `expected` when it was read ([`StoreError::Stale`] if it was saved since).
    pub async fn save_sheet(&self, saved: &Saved, expected: Option<i64>) -> Result<(), StoreError> {
        let marks = json(&saved.sheet.marks)?;
        let Some(expected) = expected else {
            let row = sheet::Model {
                agency_id: self.agency_id().0,
                id: saved.id.0,
                period_id: saved.period.0,
                skp_id: saved.skp.0,
                rater_id: saved.sheet.rater.0,
                role: saved.sheet.role.code().to_owned(),
                marks,
                sent_at: maybe_instant(saved.sent_at),
                revision: saved.revision,
            };
            return self.insert::<sheet::Entity>(vec![row]).await;
        };
        let change = self
            .change::<sheet::Entity>()
            .col_expr(sheet::Column::Marks, Expr::value(marks))
            .col_expr(sheet::Column::SentAt, Expr::value(maybe_instant(saved.sent_at)))
            .col_expr(sheet::Column::Revision, Expr::value(expected + 1))
            .filter(sheet::Column::Id.eq(saved.id.0))
            .filter(sheet::Column::Revision.eq(expected));
        if self.write(&change.into_query()).await? == 0 { Err(StoreError::Stale) } else { Ok(()) }
    }
}

fn read_nomination(row: nomination::Model) -> Result<Nomination, StoreError> {
    Ok(Nomination {
        id: NominationId(row.id),
        period: PeriodId(row.period_id),
        skp: SkpId(row.skp_id),
        rater: EmployeeId(row.rater_id),
        role: known("nomination.role", &row.role, Role::from_code)?,
        state: known("nomination.state", &row.state, State::from_code)?,
        by: EmployeeId(row.by_id),
        at: row.at,
        note: row.note,
    })
}

fn read_sheet(row: sheet::Model) -> Result<Saved, StoreError> {
    Ok(Saved {
        id: SheetId(row.id),
        period: PeriodId(row.period_id),
        skp: SkpId(row.skp_id),
        sheet: Sheet {
            rater: EmployeeId(row.rater_id),
            role: known("sheet.role", &row.role, Role::from_code)?,
            marks: from_json("sheet.marks", &row.marks)?,
        },
        sent_at: row.sent_at,
        revision: row.revision,
    })
}
