//! Log-ins that come with new people.

use super::Row;
use crate::{Ctx, Failure, people::import::change::NewAccount};
use domain::{account::password, decision::Text};
use futures::{StreamExt, stream};
use std::collections::{HashMap, HashSet};
use store::Account;

/// Log-in names asked for at the same time.
const AT_ONCE: usize = 8;

/// Log-ins for those who are new, under names that nobody else has.
pub(super) async fn logins(ctx: &Ctx, rows: &mut [Row<'_>]) -> Result<(), Failure> {
    let mut names: HashMap<String, u64> = HashMap::new();
    for row in rows.iter_mut() {
        let Some(who) = row.who.as_ref().filter(|who| who.before.is_none() && who.first) else { continue };
        let typed: String = row.cells.get("login").chars().filter(|c| !c.is_whitespace()).collect();
        let nip = who.after.nip.as_ref().map(|nip| nip.as_str().to_owned());
        let Some(login) = Some(typed).filter(|typed| !typed.is_empty()).or(nip) else { continue };
        let password = Some(row.cells.get("sandi_awal").to_owned()).filter(|password| !password.is_empty());
        if let Some(Err(error)) = password.as_ref().map(|password| password::check(password, &login)) {
            row.cells.wrong("sandi_awal", error.text);
        }
        if let Some(earlier) = names.insert(login.clone(), row.cells.number()) {
            row.cells.wrong("login", Text::new("people-login-twice").with("row", earlier as i64));
        }
        let account = Account {
            id: ctx.app.world.id().into(),
            employee: who.after.id,
            login,
            roles: Vec::new(),
            disabled: false,
            must_change: true,
            failed: 0,
            failed_at: None,
        };
        row.account = Some(NewAccount { account, password, hash: None });
    }
    let directory = ctx.app.store.directory();
    let taken: HashSet<String> = stream::iter(names.into_keys())
        .map(|login| {
            let directory = &directory;
            async move { directory.find_login(&login).await.map(|found| found.map(|_| login)) }
        })
        .buffer_unordered(AT_ONCE)
        .collect::<Vec<_>>()
        .await
        .into_iter()
        .filter_map(Result::transpose)
        .collect::<Result<_, _>>()?;
    for row in rows {
        if row.account.as_ref().is_some_and(|new| taken.contains(&new.account.login)) {
            let column = if row.cells.get("login").is_empty() { "nip" } else { "login" };
            row.cells.wrong(column, Text::new("people-login-taken"));
        }
    }
    Ok(())
}
