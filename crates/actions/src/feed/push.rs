//! *Another system brings in rows* of one source, with its token and a key of its own for each delivery (decision 0013). Good rows
//! are taken, the others are told, as with a file.

use super::{
    sheet::{Sheet, sheet},
    take::take,
};
use crate::{
    App, Ctx, Failure,
    account::log_in::{hex, token_hash},
};
use domain::{
    decision::{Denied, Refusal, Text},
    feed::{Channel, Token},
    ids::{AgencyId, FeedId},
    permissions::Action,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::Fed;

/// Most rows of one delivery: more is a file.
pub const MOST: usize = 10_000;
/// Rows of one transaction.
const PART: usize = 1_000;

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Its number; the header is 1.
    pub row: u64,
    /// The column.
    pub column: String,
    /// What stood there.
    pub value: String,
    /// What is wrong, as a key of the catalogue.
    pub key: String,
    /// The same as a sentence.
    pub says: Text,
}

/// What a delivery came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// Rows in it.
    pub total: usize,
    /// Rows added.
    pub added: usize,
    /// Rows that were there already.
    pub known: usize,
    /// Rows that were not taken.
    pub rejected: Vec<Rejected>,
}

/// Who stands at the door: the source its token opens.
pub struct Door {
    ctx: Ctx,
    fed: Fed,
    token: Token,
}

fn denied() -> Failure {
    let says = Text::new("feed-token-unknown");
    Refusal::Denied(Denied { action: Action::FeedPush.code().to_owned(), says }).into()
}

/// Opens the door with `agency.secret`; `source`: the short name or the id in the address.
#[crate::boxed]
pub async fn door(app: &App, bearer: &str, source: &str) -> Result<Door, Failure> {
    let (agency, secret) = bearer.trim().split_once('.').ok_or_else(denied)?;
    let agency: AgencyId = agency.parse().map_err(|_| denied())?;
    let scope = app.store.scope(agency);
    let token = scope.feed_token_hashed(&token_hash(secret)).await?.filter(|token| token.revoked_at.is_none());
    let token = token.ok_or_else(denied)?;
    let fed = scope.feed(token.source).await?.ok_or_else(denied)?;
    let named = fed.source.code == source || source.parse::<FeedId>().ok() == Some(fed.source.id);
    if !named || fed.source.retired {
        return Err(denied());
    }
    let agency = app.store.directory().agency(agency).await?.ok_or_else(denied)?;
    Ok(Door { ctx: Ctx::by_itself(app, &Arc::new(agency)), fed, token })
}

/// Takes a delivery in. The same key with the same content gets the same answer and changes nothing; `true` then. With other
/// content it is refused.
#[crate::boxed]
pub async fn push(door: &Door, key: &str, bytes: Vec<u8>) -> Result<(Delivered, bool), Failure> {
    let Door { ctx, fed, token } = door;
    if !(8..=200).contains(&key.len()) || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Refusal::field("idempotency-key", Text::new("feed-push-key")).into());
    }
    let digest = hex(&Sha256::digest(&bytes));
    let (scope, id) = (ctx.read(), fed.source.id);
    if let Some(before) = scope.feed_pushed(id, key).await? {
        if before.digest != digest {
            return Err(Refusal::rule(Text::new("feed-push-other")).into());
        }
        return Ok((serde_json::from_str(&before.answer)?, true));
    }
    let Sheet { rows, good, bad, .. } = sheet(&scope, ctx, &fed.source, bytes).await?;
    if rows.len() > MOST {
        return Err(Refusal::field("file", Text::new("import-too-many-rows").with("max", MOST as i64)).into());
    }
    let mut delivered = Delivered { total: rows.len(), added: 0, known: 0, rejected: Vec::new() };
    let mut wrong = bad;
    for part in good.chunks(PART) {
        let (part, source, what) = (part.to_vec(), fed.source.clone(), token.name.clone());
        let (added, known, bad) = ctx
            .act(Action::FeedPush, move |work| {
                let (part, source, what) = (part.clone(), source.clone(), what.clone());
                async move {
                    let sorted = take(&work, &source, &part, Channel::Push, &what).await?;
                    Ok((sorted.new.len(), sorted.known, sorted.bad))
                }
            })
            .await?;
        delivered.added += added;
        delivered.known += known;
        wrong.extend(bad);
    }
    wrong.sort_by_key(|bad| bad.row);
    let told = |bad: crate::people::import::BadRow| Rejected {
        row: bad.row,
        column: bad.column,
        value: bad.value,
        key: bad.says.key.to_string(),
        says: bad.says,
    };
    delivered.rejected = wrong.into_iter().map(told).collect();
    let (key, answer) = (key.to_owned(), serde_json::to_string(&delivered)?);
    let at = ctx.at;
    crate::account::log_in::exempt(&ctx.app, ctx.agency.id, move |tx| {
        let (key, digest, answer) = (key.clone(), digest.clone(), answer.clone());
        async move {
            // Sent twice at once: rows are known by their codes, and the first answer stands.
            if tx.feed_pushed(id, &key).await?.is_none() {
                tx.save_feed_push(id, &key, &digest, &answer, at).await?;
            }
            Ok(())
        }
    })
    .await?;
    Ok((delivered, false))
}
