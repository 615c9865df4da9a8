//! *The agency admin manages log-ins*: lists them, gives a first or a new password, disables and enables.

use crate::{Ctx, Failure, account::password, failure::not_found};
use domain::{
    account::password::check,
    ids::{AccountId, EmployeeId},
    people::Employee,
    permissions::Action,
};
use store::{Account, Page, PageOf};

/// A log-in and whose it is.
pub struct Row {
    /// The log-in.
    pub account: Account,
    /// The person.
    pub employee: Employee,
}

/// Log-ins, page by page.
#[crate::boxed]
pub async fn list(ctx: &Ctx, page: PageOf) -> Result<Page<Row>, Failure> {
    ctx.permit(Action::AccountManage)?;
    let scope = ctx.read();
    let accounts = scope.accounts(page).await?;
    let ids: Vec<EmployeeId> = accounts.rows.iter().map(|account| account.employee).collect();
    let employees = scope.employees(&ids).await?;
    let rows = accounts
        .rows
        .into_iter()
        .filter_map(|account| {
            let employee = employees.iter().find(|employee| employee.id == account.employee)?.clone();
            Some(Row { account, employee })
        })
        .collect();
    Ok(Page { rows, total: accounts.total, page: accounts.page, per_page: accounts.per_page })
}

/// Gives a password that must be changed at the next log-in; every session of the account ends.
#[crate::boxed]
pub async fn reset_password(ctx: &Ctx, account: AccountId, new: &str) -> Result<(), Failure> {
    ctx.permit(Action::AccountManage)?;
    let found = ctx.read().account(account).await?.ok_or_else(|| not_found("account"))?;
    check(new, &found.login)?;
    let hash = password::hash(ctx.app.world.as_ref(), new).await?;
    ctx.act(Action::AccountManage, move |work| {
        let hash = hash.clone();
        async move {
            work.set_password(account, &hash, true).await?;
            work.revoke_sessions(account, work.ctx.at).await?;
            work.journal("account", account, None, Some(&"password reset")).await
        }
    })
    .await
}

/// Closes or opens a log-in; closing ends its sessions.
#[crate::boxed]
pub async fn set_disabled(ctx: &Ctx, account: AccountId, disabled: bool) -> Result<(), Failure> {
    ctx.permit(Action::AccountManage)?;
    ctx.act(Action::AccountManage, move |work| async move {
        let before = work.account(account).await?.ok_or_else(|| not_found("account"))?;
        let after = Account { disabled, ..before.clone() };
        work.save_account(&after, None).await?;
        if disabled {
            work.revoke_sessions(account, work.ctx.at).await?;
        }
        work.journal("account", account, Some(&before.disabled), Some(&disabled)).await
    })
    .await
}
