//! *Somebody logs out*, here or everywhere.

use crate::{Ctx, Failure, account::log_in::exempt};
use domain::permissions::Action;

/// Ends one session of one's own.
#[crate::boxed]
pub async fn here(ctx: &Ctx, token_hash: &str) -> Result<(), Failure> {
    ctx.permit(Action::SessionOwn)?;
    let (account, at, hash) = (ctx.actor.account, ctx.at, token_hash.to_owned());
    exempt(&ctx.app, ctx.agency.id, move |tx| {
        let hash = hash.clone();
        async move {
            // Only one's own: somebody else's hash, even if known, ends nothing.
            if tx.session(&hash).await?.is_some_and(|session| session.account == account) {
                tx.revoke_session(&hash, at).await?;
            }
            Ok(())
        }
    })
    .await
}

/// Ends every session of one's own.
#[crate::boxed]
pub async fn everywhere(ctx: &Ctx) -> Result<(), Failure> {
    ctx.permit(Action::SessionOwn)?;
    let (account, at) = (ctx.actor.account, ctx.at);
    exempt(&ctx.app, ctx.agency.id, move |tx| async move { Ok(tx.revoke_sessions(account, at).await?) }).await
}
