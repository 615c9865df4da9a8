//! Who is asking: from the cookie to the person, and the sessions of a person.

use crate::{
    App, Ctx, Failure,
    account::log_in::{IDLE, exempt, token_hash},
    failure::not_found,
};
use chrono::Duration;
use domain::{account::Actor, ids::AgencyId, permissions::Action};
use std::sync::Arc;
use store::{Behind, Session};
use uuid::Uuid;

/// How often a session's last use is written down.
const TOUCH_EVERY: Duration = Duration::minutes(5);

/// A known session.
pub struct Known {
    /// The person, ready to act.
    pub ctx: Ctx,
    /// Hash of the token: names this session in the list of sessions.
    pub token_hash: String,
    /// The password must be changed before anything else.
    pub must_change: bool,
}

/// The person behind a cookie; `None` when there is no live session behind it.
#[crate::boxed]
pub async fn recognise(app: &App, cookie: &str, once: Option<Uuid>) -> Result<Option<Known>, Failure> {
    let Some((agency, token)) = cookie.split_once('.') else { return Ok(None) };
    let Ok(agency_id) = agency.parse::<AgencyId>() else { return Ok(None) };
    let (at, scope, token_hash) = (app.world.now(), app.store.scope(agency_id), token_hash(token));
    let alive = |found: &Behind| found.revoked_at.is_none() && found.expires_at > at && !found.disabled;
    let Some(found) = scope.behind(&token_hash).await?.filter(alive) else { return Ok(None) };
    if at - found.last_seen_at > TOUCH_EVERY {
        let hash = token_hash.clone();
        exempt(app, agency_id, move |tx| {
            let hash = hash.clone();
            async move { Ok(tx.touch_session(&hash, at, at + IDLE).await?) }
        })
        .await?;
    }
    let agency = app.store.directory().agency(agency_id).await?.ok_or_else(|| not_found("agency"))?;
    let actor = Actor {
        agency: agency_id,
        account: found.account,
        employee: found.employee,
        name: found.name,
        roles: found.roles,
    };
    let ctx = Ctx { app: app.clone(), agency: Arc::new(agency), actor: Arc::new(actor), at, once };
    Ok(Some(Known { ctx, token_hash, must_change: found.must_change }))
}

/// One's own sessions, newest first.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<Vec<Session>, Failure> {
    ctx.permit(Action::SessionOwn)?;
    Ok(ctx.read().sessions_of(ctx.actor.account).await?)
}
