//! What somebody is typing, field by field as typed, so that nothing typed is lost. Not journalled.

use crate::{
    Scope, StoreError, Tx,
    entity::draft,
    map::{from_json, instant, json},
    scope::{inserts, overwrite},
};
use chrono::{DateTime, Utc};
use domain::ids::EmployeeId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryTrait};
use std::collections::BTreeMap;

/// Raw fields of a form and when they were saved.
type Typed = (BTreeMap<String, String>, DateTime<Utc>);

impl Scope {
    /// What a person last typed into a form, if it was not sent.
    pub async fn draft(&self, owner: EmployeeId, form_key: &str) -> Result<Option<Typed>, StoreError> {
        let select = self
            .find::<draft::Entity>()
            .filter(draft::Column::OwnerId.eq(owner.0))
            .filter(draft::Column::FormKey.eq(form_key));
        let Some(row) = self.one(select).await? else { return Ok(None) };
        Ok(Some((from_json("draft.fields", &row.fields)?, row.saved_at)))
    }

    /// Which forms a person has begun, and when they were last saved.
    pub async fn drafts_of(&self, owner: EmployeeId) -> Result<Vec<(String, DateTime<Utc>)>, StoreError> {
        let rows = self.all(self.find::<draft::Entity>().filter(draft::Column::OwnerId.eq(owner.0))).await?;
        let mut drafts: Vec<_> = rows.into_iter().map(|row| (row.form_key, row.saved_at)).collect();
        drafts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(drafts)
    }
}

impl Tx {
    /// Keeps what a person has typed into a form so far.
    pub async fn save_draft(
        &self,
        owner: EmployeeId,
        form_key: &str,
        fields: &BTreeMap<String, String>,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = draft::Model {
            agency_id: self.agency_id().0,
            owner_id: owner.0,
            form_key: form_key.to_owned(),
            fields: json(fields)?,
            saved_at: instant(at),
        };
        for mut statement in inserts::<draft::Entity>(vec![row]) {
            statement.on_conflict(overwrite::<draft::Entity>(None));
            self.write_exempt(&statement).await?;
        }
        Ok(())
    }

    /// Forgets it: the form was sent, or the person threw it away.
    pub async fn drop_draft(&self, owner: EmployeeId, form_key: &str) -> Result<(), StoreError> {
        let delete = draft::Entity::delete_many()
            .filter(draft::Column::AgencyId.eq(self.agency_id().0))
            .filter(draft::Column::OwnerId.eq(owner.0))
            .filter(draft::Column::FormKey.eq(form_key));
        self.write_exempt(&delete.into_query()).await.map(drop)
    }
}
