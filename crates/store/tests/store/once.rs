//! The same key, sent twice, does the thing once.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{add_unit, at},
};
use domain::people::Unit;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::Relaxed},
};
use store::{Once, StoreError};

fn once(all: &Everything, action: &str) -> Once {
    Once { account: all.accounts[0].0.id, key: crate::support::id(), action: action.to_owned(), at: at(0) }
}

#[tokio::test(flavor = "multi_thread")]
async fn sent_many_times_at_once_it_happens_once_and_all_hear_the_same() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let once = once(&all, "people.write");
        let runs = Arc::new(AtomicUsize::new(0));
        let sent: Vec<_> = (0..12)
            .map(|_| {
                let (store, once, agency, runs) = (store.clone(), once.clone(), all.agency.id, Arc::clone(&runs));
                tokio::spawn(async move {
                    let done: Result<Unit, StoreError> = store
                        .act(agency, Some(once), move |tx| {
                            let n = runs.fetch_add(1, Relaxed);
                            async move { add_unit(&tx, &format!("sekali-{n}")).await }
                        })
                        .await;
                    done
                })
            })
            .collect();
        let mut answers = Vec::new();
        for answer in sent {
            answers.push(answer.await.unwrap().unwrap());
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        let made: Vec<_> = store
            .scope(all.agency.id)
            .units()
            .await
            .unwrap()
            .into_iter()
            .filter(|u| u.code.starts_with("sekali"))
            .collect();
        assert_eq!(made, answers[..1]);
        assert_eq!(runs.load(Relaxed), 1);
        assert_eq!(store.scope(all.agency.id).journal_of("unit", "-").await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_failure_is_not_kept_and_a_key_serves_one_action_of_one_account() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let agency = all.agency.id;
        let key = once(&all, "people.write");
        let failed: Result<Unit, StoreError> = store
            .act(agency, Some(key.clone()), |tx| async move {
                add_unit(&tx, "gagal").await?;
                Err(StoreError::Stale)
            })
            .await;
        assert_eq!(failed, Err(StoreError::Stale));
        let make = |code: &'static str| move |tx: store::Tx| async move { add_unit(&tx, code).await };
        let done: Result<Unit, StoreError> = store.act(agency, Some(key.clone()), make("jadi")).await;
        assert_eq!(done.unwrap().code, "jadi");
        let again: Result<Unit, StoreError> = store.act(agency, Some(key.clone()), make("lagi")).await;
        assert_eq!(again.unwrap().code, "jadi");
        let kept = key.at + chrono::Duration::seconds(1);
        let forgotten: Result<u64, StoreError> = store
            .act(agency, None, move |tx| async move { tx.forget_answers(kept - chrono::Duration::days(1)).await })
            .await;
        assert_eq!(forgotten, Ok(0));
        let other = Once { action: "plan.set".to_owned(), ..key.clone() };
        let refused: Result<Unit, StoreError> = store.act(agency, Some(other), make("lain")).await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "idempotency.key".to_owned() }));
        let somebody = Once { account: all.accounts[1].0.id, ..key };
        let theirs: Result<Unit, StoreError> = store.act(agency, Some(somebody), make("punya-lain")).await;
        assert_eq!(theirs.unwrap().code, "punya-lain");
        let forgotten: Result<u64, StoreError> =
            store.act(agency, None, move |tx| async move { tx.forget_answers(kept).await }).await;
        assert_eq!(forgotten, Ok(2));
    })
    .await;
}
