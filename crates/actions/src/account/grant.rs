//! *The agency admin grants roles*, or takes them back.

use crate::{Ctx, Failure, failure::not_found};
use domain::{account::Role, ids::AccountId, permissions::Action};

/// Sets the roles of an account.
#[crate::boxed]
pub async fn grant(ctx: &Ctx, account: AccountId, roles: Vec<Role>) -> Result<(), Failure> {
    ctx.permit(Action::AccountManage)?;
    ctx.act(Action::AccountManage, move |work| {
        let roles = roles.clone();
        async move {
            let before = work.account(account).await?.ok_or_else(|| not_found("account"))?;
            work.set_roles(account, &roles).await?;
            work.journal("account", account, Some(&before.roles), Some(&roles)).await
        }
    })
    .await
}
