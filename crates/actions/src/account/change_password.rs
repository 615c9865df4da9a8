//! *Somebody changes their own password.* All other sessions end.

use crate::{Ctx, Failure, account::password, failure::not_found};
use domain::{
    account::password::check,
    decision::{Refusal, Text},
    permissions::Action,
};

/// Changes it, given the present one.
#[crate::boxed]
pub async fn change_password(ctx: &Ctx, present: &str, new: &str, again: &str) -> Result<(), Failure> {
    ctx.permit(Action::SessionOwn)?;
    let scope = ctx.read();
    let account = scope.account(ctx.actor.account).await?.ok_or_else(|| not_found("account"))?;
    if !password::matches(scope.password_hash(account.id).await?, present).await? {
        return Err(Refusal::field("present", Text::new("account-present-password-wrong")).into());
    }
    check(new, &account.login)?;
    if new != again {
        return Err(Refusal::field("again", Text::new("account-passwords-differ")).into());
    }
    if new == present {
        return Err(Refusal::field("password", Text::new("account-password-unchanged")).into());
    }
    let hash = password::hash(ctx.app.world.as_ref(), new).await?;
    ctx.act(Action::SessionOwn, move |work| {
        let hash = hash.clone();
        async move {
            let account = work.ctx.actor.account;
            work.set_password(account, &hash, false).await?;
            work.revoke_sessions(account, work.ctx.at).await?;
            work.journal("account", account, None, Some(&"password changed")).await
        }
    })
    .await
}
