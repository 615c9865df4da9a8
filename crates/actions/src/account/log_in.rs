//! *Somebody logs in* with NIP and password.

use crate::{App, Failure, account::password, failure::not_found};
use chrono::{DateTime, Duration, Utc};
use domain::{
    decision::{Refusal, Text},
    ids::{AccountId, AgencyId},
};
use sha2::{Digest, Sha256};
use store::Session;

/// A session unused for so long is over.
pub const IDLE: Duration = Duration::hours(12);
/// Wrong tries that cost nothing.
const FREE_TRIES: u32 = 3;
/// Longest wait after wrong tries.
const LONGEST_WAIT: Duration = Duration::minutes(15);

/// What the cookie holds: `agency.token`; the database keeps only the token's hash.
#[derive(Clone, Debug)]
pub struct LoggedIn {
    /// Cookie value.
    pub cookie: String,
    /// The password was given by somebody else and must be changed first.
    pub must_change: bool,
}

/// Logs in, or says why not and how long to wait.
#[crate::boxed]
pub async fn log_in(app: &App, login: &str, password: &str, agent: &str) -> Result<LoggedIn, Failure> {
    let login: String = login.chars().filter(|c| !c.is_whitespace()).collect();
    let at = app.world.now();
    let Some((agency, account_id)) = app.store.directory().find_login(&login).await? else {
        password::matches(None, password).await?;
        return Err(wrong());
    };
    let scope = app.store.scope(agency);
    let account = scope.account(account_id).await?.ok_or_else(|| not_found("account"))?;
    if let Some(until) = wait_until(account.failed, account.failed_at).filter(|until| *until > at) {
        let seconds = (until - at).num_seconds().max(1);
        return Err(Refusal::rule(Text::new("account-wait").with("seconds", seconds)).into());
    }
    if !password::matches(scope.password_hash(account_id).await?, password).await? {
        exempt(app, agency, move |tx| async move { Ok(tx.note_failed(account_id, at).await?) }).await?;
        return Err(wrong());
    }
    if account.disabled {
        return Err(Refusal::rule(Text::new("account-disabled")).next(Text::new("account-ask-admin")).into());
    }
    let cookie = start_session(app, agency, account_id, agent, at).await?;
    Ok(LoggedIn { cookie, must_change: account.must_change })
}

async fn start_session(
    app: &App,
    agency: AgencyId,
    account: AccountId,
    agent: &str,
    at: DateTime<Utc>,
) -> Result<String, Failure> {
    let token = hex(&app.world.secret());
    let session = Session {
        token_hash: token_hash(&token),
        account,
        created_at: at,
        last_seen_at: at,
        expires_at: at + IDLE,
        revoked_at: None,
        agent: agent.chars().take(200).collect(),
    };
    exempt(app, agency, move |tx| {
        let session = session.clone();
        async move {
            tx.clear_failed(account).await?;
            Ok(tx.save_session(&session).await?)
        }
    })
    .await?;
    Ok(format!("{agency}.{token}"))
}

/// A change the journal does not keep: log-in attempts and sessions.
pub(crate) async fn exempt<F, Fut>(app: &App, agency: AgencyId, job: F) -> Result<(), Failure>
where
    F: Fn(store::Tx) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<(), Failure>> + Send + 'static,
{
    app.store.act(agency, None, job).await
}

/// When the next try is allowed: free at first, then 2, 4, 8 … seconds up to a quarter of an hour.
pub fn wait_until(failed: u32, failed_at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    let over = failed.checked_sub(FREE_TRIES).filter(|over| *over > 0)?;
    let wait = Duration::seconds(1 << over.min(20)).min(LONGEST_WAIT);
    failed_at.map(|at| at + wait)
}

/// The hash under which a session is kept.
pub fn token_hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn wrong() -> Failure {
    Refusal::field("login", Text::new("account-wrong-login")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_and_ends() {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        let wait = |n| wait_until(n, Some(at)).map_or(0, |until| (until - at).num_seconds());
        assert_eq!([0, 3, 4, 5, 6, 40].map(wait), [0, 0, 2, 4, 8, 900]);
    }
}
