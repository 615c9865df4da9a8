//! What a scheme adds: levels posts ask for, nominations and sheets.

use crate::{
    Scope, StoreError, Tx,
    entity::{nomination, post_standard, sheet},
    map::{from_json, instant, json, known, maybe_instant, number},
    people::uuids,
};
use domain::{
    ids::{EmployeeId, NominationId, PeriodId, PostId, SheetId, SkpId},
    people::PostStandard,
    scheme::{
        Role, Sheet,
        nomination::{Countersigned, Nomination, Saved, State},
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

    /// The same of several plans.
    pub async fn nominations_among(&self, period: PeriodId, skps: &[SkpId]) -> Result<Vec<Nomination>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let within = |s: sea_orm::Select<nomination::Entity>| s.filter(nomination::Column::PeriodId.eq(period.0));
        let mut rows = self.among::<nomination::Entity>(nomination::Column::SkpId, &ids, within).await?;
        rows.sort_by_key(|row| (row.skp_id, row.id));
        rows.into_iter().map(read_nomination).collect()
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

    /// The same of several plans.
    pub async fn sheets_among(&self, period: PeriodId, skps: &[SkpId]) -> Result<Vec<Saved>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let within = |s: sea_orm::Select<sheet::Entity>| s.filter(sheet::Column::PeriodId.eq(period.0));
        let mut rows = self.among::<sheet::Entity>(sheet::Column::SkpId, &ids, within).await?;
        rows.sort_by(|a, b| (a.skp_id, &a.role, a.rater_id).cmp(&(b.skp_id, &b.role, b.rater_id)));
        rows.into_iter().map(read_sheet).collect()
    }

    /// Ids of all sheets about these plans in some roles, whatever the period.
    pub async fn sheet_ids(&self, skps: &[SkpId], roles: &[Role]) -> Result<Vec<SheetId>, StoreError> {
        let ids = uuids(skps.iter().map(|id| id.0));
        let codes: Vec<&str> = roles.iter().map(|role| role.code()).collect();
        let within = |s: sea_orm::Select<sheet::Entity>| s.filter(sheet::Column::Role.is_in(codes.iter().copied()));
        let rows = self.among::<sheet::Entity>(sheet::Column::SkpId, &ids, within).await?;
        Ok(rows.into_iter().map(|row| SheetId(row.id)).collect())
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

    /// Every level any post asks for, by post and criterion.
    pub async fn standards(&self) -> Result<Vec<PostStandard>, StoreError> {
        let select = self
            .find::<post_standard::Entity>()
            .order_by_asc(post_standard::Column::PostId)
            .order_by_asc(post_standard::Column::Criterion);
        self.all(select).await?.into_iter().map(read_standard).collect()
    }

    /// The levels these posts ask for, by post and criterion.
    pub async fn standards_among(&self, posts: &[PostId]) -> Result<Vec<PostStandard>, StoreError> {
        let ids = uuids(posts.iter().map(|id| id.0));
        let mut rows = self.among::<post_standard::Entity>(post_standard::Column::PostId, &ids, |s| s).await?;
        rows.sort_by(|a, b| (a.post_id, &a.criterion).cmp(&(b.post_id, &b.criterion)));
        rows.into_iter().map(read_standard).collect()
    }
}

impl Tx {
    /// Adds or changes levels that posts ask for.
    pub async fn save_standards(&self, standards: &[PostStandard]) -> Result<(), StoreError> {
        let row = |one: &PostStandard| post_standard::Model {
            agency_id: self.agency_id().0,
            post_id: one.post.0,
            criterion: one.criterion.clone(),
            level: i32::from(one.level),
        };
        self.upsert::<post_standard::Entity>(standards.iter().map(row).collect()).await.map(drop)
    }

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
                countersigned_by_id: saved.countersigned.map(|signed| signed.by.0),
                countersigned_at: maybe_instant(saved.countersigned.map(|signed| signed.at)),
                revision: saved.revision,
            };
            return self.insert::<sheet::Entity>(vec![row]).await;
        };
        let change = self
            .change::<sheet::Entity>()
            .col_expr(sheet::Column::Marks, Expr::value(marks))
            .col_expr(sheet::Column::SentAt, Expr::value(maybe_instant(saved.sent_at)))
            .col_expr(sheet::Column::CountersignedById, Expr::value(saved.countersigned.map(|signed| signed.by.0)))
            .col_expr(
                sheet::Column::CountersignedAt,
                Expr::value(maybe_instant(saved.countersigned.map(|signed| signed.at))),
            )
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
        countersigned: match (row.countersigned_by_id, row.countersigned_at) {
            (Some(by), Some(at)) => Some(Countersigned { by: EmployeeId(by), at }),
            _ => None,
        },
        revision: row.revision,
    })
}

fn read_standard(row: post_standard::Model) -> Result<PostStandard, StoreError> {
    let level = number("post_standard.level", row.level)?;
    Ok(PostStandard { post: PostId(row.post_id), criterion: row.criterion, level })
}
