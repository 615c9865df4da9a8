//! *Whoever keeps a source makes a token* for another system, sees it once, and revokes it.

use super::load::source;
use crate::{
    Ctx, Failure,
    account::log_in::{hex, token_hash},
    failure::not_found,
};
use domain::{
    decision::{Refusal, Text},
    feed::Token,
    ids::{FeedId, FeedTokenId},
    permissions::Action,
};
use store::Fed;

/// A source with its tokens, the latest first.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: FeedId) -> Result<(Fed, Vec<Token>), Failure> {
    let scope = ctx.read();
    let fed = source(&scope, ctx, Action::FeedManage, id).await?;
    Ok((fed, scope.feed_tokens(id).await?))
}

/// Makes a token; what is returned is shown once and kept nowhere.
#[crate::boxed]
pub async fn make(ctx: &Ctx, id: FeedId, name: String) -> Result<String, Failure> {
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 100 {
        return Err(Refusal::field("name", Text::new("feed-token-name")).into());
    }
    let secret = hex(&ctx.app.world.secret());
    let hash = token_hash(&secret);
    // The secret is in no row, so neither is the answer to this form: sent twice it makes two tokens, of which one is known.
    Ctx { once: None, ..ctx.clone() }
        .act(Action::FeedManage, move |work| {
            let (name, hash) = (name.clone(), hash.clone());
            async move {
                let fed = source(&work, &work.ctx, Action::FeedManage, id).await?;
                if !fed.source.kind.has_rows() || fed.source.retired {
                    return Err(Refusal::field("name", Text::new("feed-retired")).into());
                }
                let token = Token {
                    id: work.id(),
                    source: id,
                    name,
                    made_by: work.ctx.me(),
                    made_at: work.ctx.at,
                    revoked_at: None,
                };
                work.insert_feed_token(&token, &hash).await?;
                work.journal("feed_token", token.id, None, Some(&token)).await
            }
        })
        .await?;
    Ok(format!("{}.{secret}", ctx.agency.id))
}

/// Revokes a token: from now on it opens nothing.
#[crate::boxed]
pub async fn revoke(ctx: &Ctx, id: FeedTokenId) -> Result<FeedId, Failure> {
    ctx.act(Action::FeedManage, move |work| async move {
        let before = work.feed_token(id).await?.ok_or_else(|| not_found("token"))?;
        source(&work, &work.ctx, Action::FeedManage, before.source).await?;
        let after = Token { revoked_at: Some(work.ctx.at), ..before.clone() };
        if work.revoke_feed_token(id, work.ctx.at).await? {
            work.journal("feed_token", id, Some(&before), Some(&after)).await?;
        }
        Ok(after.source)
    })
    .await
}
