//! Round trips of log-ins and sessions.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change},
};
use domain::account::Role;
use std::sync::Arc;
use store::{Account, PageOf, StoreError};

#[tokio::test]
async fn a_login_leads_to_its_agency_and_account() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let (account, hash) = &all.accounts[0];
        assert_eq!(store.directory().find_login(&account.login).await.unwrap(), Some((all.agency.id, account.id)));
        assert_eq!(store.directory().find_login("nobody").await.unwrap(), None);
        assert_eq!(scope.account(account.id).await.unwrap().as_ref(), Some(account));
        assert_eq!(scope.account_of(account.employee).await.unwrap().as_ref(), Some(account));
        assert_eq!(&scope.password_hash(account.id).await.unwrap(), hash);
        assert_eq!(scope.password_hash(all.accounts[1].0.id).await.unwrap(), None);
        let page = scope.accounts(PageOf::default()).await.unwrap();
        assert_eq!((page.total, &page.rows[0]), (2, account));
    })
    .await;
}

#[tokio::test]
async fn accounts_are_changed_without_losing_the_password() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let (account, hash) = all.accounts[0].clone();
        let renamed = Account { login: "pengganti".to_owned(), disabled: true, ..account.clone() };
        let saved = renamed.clone();
        change(&store, all.agency.id, move |tx| {
            let saved = saved.clone();
            async move { tx.save_account(&saved, None).await }
        })
        .await
        .unwrap();
        assert_eq!(scope.account(account.id).await.unwrap(), Some(renamed.clone()));
        assert_eq!(scope.password_hash(account.id).await.unwrap(), hash);
        assert_eq!(store.directory().find_login(&account.login).await.unwrap(), None);
        assert_eq!(store.directory().find_login("pengganti").await.unwrap(), Some((all.agency.id, account.id)));

        // Wrong tries are counted and forgotten without a journal row.
        let counted: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| async move {
                tx.note_failed(account.id, at(60)).await?;
                tx.note_failed(account.id, at(61)).await
            })
            .await;
        counted.unwrap();
        let failed = scope.account(account.id).await.unwrap().unwrap();
        assert_eq!((failed.failed, failed.failed_at), (2, Some(at(61))));
        let cleared: Result<(), StoreError> =
            store.act(all.agency.id, None, move |tx| async move { tx.clear_failed(account.id).await }).await;
        cleared.unwrap();
        assert_eq!(scope.account(account.id).await.unwrap(), Some(renamed));

        change(&store, all.agency.id, move |tx| async move {
            tx.set_password(account.id, "$argon2id$baru", false).await?;
            tx.set_roles(account.id, &[Role::PersonnelOffice]).await
        })
        .await
        .unwrap();
        let changed = scope.account(account.id).await.unwrap().unwrap();
        assert_eq!((changed.must_change, changed.roles), (false, vec![Role::PersonnelOffice]));
        assert_eq!(scope.password_hash(account.id).await.unwrap().as_deref(), Some("$argon2id$baru"));

        let missing =
            change(
                &store,
                all.agency.id,
                move |tx| async move { tx.set_password(crate::support::id(), "x", false).await },
            )
            .await;
        assert_eq!(missing, Err(StoreError::Missing { what: "account".to_owned() }));
    })
    .await;
}

#[tokio::test]
async fn a_login_name_is_taken_once_among_all_agencies() {
    for_each_engine(|store| async move {
        let a = Everything::new("A", 1).save(&store).await;
        let b = Everything::new("B", 2).save(&store).await;
        let taken = Account { login: a.accounts[0].0.login.clone(), ..b.accounts[1].0.clone() };
        let refused = change(&store, b.agency.id, move |tx| {
            let taken = taken.clone();
            async move { tx.save_account(&taken, None).await }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "login.login".to_owned() }));
    })
    .await;
}

#[tokio::test]
async fn sessions_are_seen_used_and_revoked() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let first = all.session.clone();
        assert_eq!(scope.session(&first.token_hash).await.unwrap(), Some(first.clone()));
        let behind = scope.behind(&first.token_hash).await.unwrap().expect("somebody");
        let account = scope.account(first.account).await.unwrap().expect("the log-in");
        assert_eq!((behind.account, behind.employee), (account.id, account.employee));
        assert_eq!((behind.roles, behind.disabled, behind.must_change), (account.roles, false, account.must_change));
        assert_eq!((behind.last_seen_at, behind.expires_at), (first.last_seen_at, first.expires_at));
        assert_eq!(behind.revoked_at, None);
        assert_eq!(scope.behind("unknown").await.unwrap(), None);
        let second = store::Session { token_hash: "f".repeat(64), created_at: at(5), ..first.clone() };
        let (saved, hash) = (Arc::new(second.clone()), Arc::new(first.token_hash.clone()));
        let done: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| {
                let (saved, hash) = (Arc::clone(&saved), Arc::clone(&hash));
                async move {
                    tx.save_session(&saved).await?;
                    tx.touch_session(&hash, at(100), at(200)).await?;
                    tx.revoke_session(&hash, at(150)).await?;
                    // Ended already: stays as it is.
                    tx.revoke_session(&hash, at(160)).await
                }
            })
            .await;
        done.unwrap();
        let touched = store::Session { last_seen_at: at(100), expires_at: at(200), revoked_at: Some(at(150)), ..first };
        assert_eq!(scope.sessions_of(second.account).await.unwrap(), [second.clone(), touched.clone()]);
        let ended: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| async move { tx.revoke_sessions(second.account, at(170)).await })
            .await;
        ended.unwrap();
        let ended = store::Session { revoked_at: Some(at(170)), ..second };
        assert_eq!(scope.sessions_of(ended.account).await.unwrap(), [ended.clone(), touched]);
        let forgotten: Result<u64, StoreError> =
            store.act(all.agency.id, None, |tx| async move { tx.forget_sessions(at(160)).await }).await;
        assert_eq!(forgotten, Ok(1));
        assert_eq!(scope.sessions_of(ended.account).await.unwrap(), [ended]);
    })
    .await;
}
