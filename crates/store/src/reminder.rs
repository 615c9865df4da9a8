//! Which reminders were sent to whom, so that none is sent twice. Not journalled: who sends them is.

use crate::{Scope, StoreError, Tx, entity::reminder, map::instant, people::uuids, scope::inserts};
use chrono::{DateTime, Utc};
use domain::ids::EmployeeId;
use sea_orm::{ColumnTrait, QueryFilter, Select};
use std::collections::HashSet;

impl Scope {
    /// Which of these words were said to which of these people.
    pub async fn reminded(
        &self,
        people: &[EmployeeId],
        words: &[String],
    ) -> Result<HashSet<(EmployeeId, String)>, StoreError> {
        let ids = uuids(people.iter().map(|id| id.0));
        let said = |s: Select<reminder::Entity>| s.filter(reminder::Column::Word.is_in(words.iter().cloned()));
        let rows = self.among::<reminder::Entity>(reminder::Column::EmployeeId, &ids, said).await?;
        Ok(rows.into_iter().map(|row| (EmployeeId(row.employee_id), row.word)).collect())
    }
}

impl Tx {
    /// Notes what was said to whom; [`StoreError::Duplicate`] if it was said before.
    pub async fn note_reminders(&self, said: Vec<(EmployeeId, String)>, at: DateTime<Utc>) -> Result<(), StoreError> {
        let rows = said
            .into_iter()
            .map(|(to, word)| reminder::Model {
                agency_id: self.agency_id().0,
                employee_id: to.0,
                word,
                at: instant(at),
            })
            .collect();
        for statement in inserts::<reminder::Entity>(rows) {
            self.write_exempt(&statement).await?;
        }
        Ok(())
    }
}
