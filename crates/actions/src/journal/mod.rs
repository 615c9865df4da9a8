//! *An auditor reads the journal*: who changed what, when, from what to what.

use crate::{Ctx, Failure};
use domain::{ids::EmployeeId, journal::Entry, permissions::Action};
use std::collections::BTreeMap;
use store::{JournalFilter, Page, PageOf};

/// A page of the journal.
pub struct JournalPage {
    /// Rows, newest first.
    pub page: Page<Entry>,
    /// Names of those who acted.
    pub names: BTreeMap<EmployeeId, String>,
}

/// Reads the journal.
#[crate::boxed]
pub async fn see_journal(ctx: &Ctx, filter: JournalFilter, page: PageOf) -> Result<JournalPage, Failure> {
    ctx.permit(Action::JournalRead)?;
    let scope = ctx.read();
    let page = scope.journal_page(&filter, page).await?;
    let mut ids: Vec<EmployeeId> = page.rows.iter().filter_map(|entry| entry.by).collect();
    ids.sort_unstable();
    ids.dedup();
    let names = scope.employees(&ids).await?.into_iter().map(|e| (e.id, e.name)).collect();
    Ok(JournalPage { page, names })
}
