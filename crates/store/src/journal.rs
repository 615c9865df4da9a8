//! The journal: a row for every change, in the change's own transaction. Rows are only ever added.

use crate::{Page, PageOf, Scope, StoreError, Tx, entity::journal, map::instant, scope::inserts};
use chrono::{DateTime, Utc};
use domain::{
    ids::{EmployeeId, JournalId},
    journal::Entry,
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QueryTrait};
use std::sync::atomic::Ordering::Relaxed;

/// Which rows of the journal; what is `None` does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Who.
    pub by: Option<EmployeeId>,
    /// The action, as in the permission matrix; ending in `.` it takes all of a room (`plan.`).
    pub action: Option<String>,
    /// What was changed: table noun.
    pub subject: Option<String>,
    /// Which one.
    pub subject_id: Option<String>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
}

impl Scope {
    /// What happened to one thing, oldest first.
    pub async fn journal_of(&self, subject: &str, id: &str) -> Result<Vec<Entry>, StoreError> {
        let select = self
            .find::<journal::Entity>()
            .filter(journal::Column::Subject.eq(subject))
            .filter(journal::Column::SubjectId.eq(id))
            .order_by_asc(journal::Column::At)
            .order_by_asc(journal::Column::Id);
        Ok(self.all(select).await?.into_iter().map(read).collect())
    }

    /// The journal, newest first.
    pub async fn journal_page(&self, filter: &JournalFilter, page: PageOf) -> Result<Page<Entry>, StoreError> {
        let select = self
            .find::<journal::Entity>()
            .apply_if(filter.by, |s, by| s.filter(journal::Column::ById.eq(by.0)))
            .apply_if(filter.action.as_deref(), |s, action| {
                s.filter(if action.ends_with('.') {
                    journal::Column::Action.starts_with(action)
                } else {
                    journal::Column::Action.eq(action)
                })
            })
            .apply_if(filter.subject.as_deref(), |s, subject| s.filter(journal::Column::Subject.eq(subject)))
            .apply_if(filter.subject_id.as_deref(), |s, id| s.filter(journal::Column::SubjectId.eq(id)))
            .apply_if(filter.from, |s, from| s.filter(journal::Column::At.gte(instant(from))))
            .apply_if(filter.until, |s, until| s.filter(journal::Column::At.lt(instant(until))))
            .order_by_desc(journal::Column::At)
            .order_by_desc(journal::Column::Id);
        Ok(self.page(select, page).await?.map(read))
    }
}

impl Tx {
    /// Writes what this transaction does into the journal.
    pub async fn journal(&self, entry: &Entry) -> Result<(), StoreError> {
        self.journal_all(std::slice::from_ref(entry)).await
    }

    /// The same for a change that is journalled in several rows.
    pub async fn journal_all(&self, entries: &[Entry]) -> Result<(), StoreError> {
        let rows = entries
            .iter()
            .map(|entry| journal::Model {
                agency_id: self.agency_id().0,
                id: entry.id.0,
                at: instant(entry.at),
                by_id: entry.by.map(|id| id.0),
                action: entry.action.clone(),
                subject: entry.subject.clone(),
                subject_id: entry.subject_id.clone(),
                before: entry.before.clone(),
                after: entry.after.clone(),
            })
            .collect();
        for statement in inserts::<journal::Entity>(rows) {
            self.write_exempt(&statement).await?;
            self.marks.journalled.store(true, Relaxed);
        }
        Ok(())
    }
}

pub(crate) fn read(row: journal::Model) -> Entry {
    Entry {
        id: JournalId(row.id),
        at: row.at,
        by: row.by_id.map(EmployeeId),
        action: row.action,
        subject: row.subject,
        subject_id: row.subject_id,
        before: row.before,
        after: row.after,
    }
}
