//! What somebody is typing, saved as it is typed: raw form fields, apart from validated rows, so that nothing
//! typed is lost (decision 0007). A draft belongs to one person and one form, and goes when the form succeeds.

use crate::{Ctx, Failure};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// Raw fields by name.
pub type Fields = BTreeMap<String, String>;

/// Saves what is typed. Not a decision about anybody, hence not journalled.
#[crate::boxed]
pub async fn save(ctx: &Ctx, form: &str, fields: Fields) -> Result<DateTime<Utc>, Failure> {
    let (owner, at, form) = (ctx.me(), ctx.at, form.to_owned());
    ctx.app
        .store
        .act(ctx.agency.id, None, move |tx| {
            let (form, fields) = (form.clone(), fields.clone());
            async move {
                tx.save_draft(owner, &form, &fields, at).await?;
                Ok::<_, Failure>(at)
            }
        })
        .await
}

/// What was typed and not yet sent.
#[crate::boxed]
pub async fn see(ctx: &Ctx, form: &str) -> Result<Option<(Fields, DateTime<Utc>)>, Failure> {
    Ok(ctx.read().draft(ctx.me(), form).await?)
}

/// Throws away what was typed.
#[crate::boxed]
pub async fn discard(ctx: &Ctx, form: &str) -> Result<(), Failure> {
    let (owner, form) = (ctx.me(), form.to_owned());
    ctx.app
        .store
        .act(ctx.agency.id, None, move |tx| {
            let form = form.clone();
            async move {
                tx.drop_draft(owner, &form).await?;
                Ok::<_, Failure>(())
            }
        })
        .await
}
