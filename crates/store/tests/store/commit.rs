//! How changes are committed: together on SQLite, each for itself on PostgreSQL, with the same outcome.

use crate::{
    engines::{for_each_database, for_each_engine},
    support::{add_unit, bare, noted, unit},
};
use domain::people::Unit;
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};
use store::{Engine, Store, StoreError, Tx};
use tokio::sync::{Barrier, Notify};

/// What a floor above makes of it.
#[derive(Debug, PartialEq)]
enum Failure {
    Refused(usize),
    Store(StoreError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Holds the writer in a first job until `count` others wait behind it, then lets go: those others are one batch.
async fn behind_a_slow_one<F, Fut>(
    store: &Store,
    agency: domain::ids::AgencyId,
    count: usize,
    job: F,
) -> Vec<Result<Unit, Failure>>
where
    F: Fn(usize, Tx) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<Unit, Failure>> + Send + 'static,
{
    let (started, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tell, wait) = (Arc::clone(&started), Arc::clone(&go));
    let slow = tokio::spawn({
        let store = store.clone();
        async move {
            let done: Result<Unit, Failure> = store
                .act(agency, None, move |tx| {
                    let (tell, wait) = (Arc::clone(&tell), Arc::clone(&wait));
                    async move {
                        let unit = add_unit(&tx, "pertama").await?;
                        tell.notify_one();
                        wait.notified().await;
                        Ok(unit)
                    }
                })
                .await;
            done
        }
    });
    started.notified().await;
    let sent: Vec<_> = (0..count)
        .map(|n| {
            let (store, job) = (store.clone(), job.clone());
            tokio::spawn(async move { store.act(agency, None, move |tx| job(n, tx)).await })
        })
        .collect();
    // The tasks need a moment to put their jobs into the queue; that they are in one batch is not relied upon.
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    go.notify_one();
    slow.await.unwrap().unwrap();
    let mut answers = Vec::new();
    for answer in sent {
        answers.push(answer.await.unwrap());
    }
    answers
}

async fn codes(store: &Store, agency: domain::ids::AgencyId) -> BTreeSet<String> {
    store.scope(agency).units().await.unwrap().into_iter().map(|unit| unit.code).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_save_at_once_and_one_that_is_refused_fails_alone() {
    for_each_engine(|store| async move {
        let agency = bare(&store).await;
        let answers = behind_a_slow_one(&store, agency, 64, |n, tx| async move {
            if n == 13 {
                return Err(Failure::Refused(n));
            }
            Ok(add_unit(&tx, &format!("u-{n}")).await?)
        })
        .await;
        for (n, answer) in answers.iter().enumerate() {
            match answer {
                Err(error) => assert_eq!((n, error), (13, &Failure::Refused(13))),
                Ok(unit) => assert_eq!(unit.code, format!("u-{n}")),
            }
        }
        assert_eq!(codes(&store, agency).await.len(), 64);
        assert_eq!(store.scope(agency).journal_of("unit", "-").await.unwrap().len(), 64);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_that_fail_after_writing_leave_no_trace_and_harm_nobody() {
    for_each_engine(|store| async move {
        let agency = bare(&store).await;
        let answers = behind_a_slow_one(&store, agency, 32, |n, tx| async move {
            let unit = add_unit(&tx, &format!("u-{n}")).await?;
            match n {
                7 => Err(Failure::Refused(n)),
                // A code that is there already.
                11 => Ok(add_unit(&tx, "pertama").await?),
                17 => panic!("a defect"),
                // Without a journal row of its own it would be refused, with one it is fine.
                19 => {
                    tx.save_unit(&Unit { name: "Lain".to_owned(), ..unit.clone() }).await?;
                    Ok(unit)
                }
                23 => {
                    // A failed statement cannot be passed over.
                    let taken = crate::support::unit("pertama", None);
                    assert!(tx.save_unit(&taken).await.is_err());
                    Ok(unit)
                }
                _ => Ok(unit),
            }
        })
        .await;
        let mut failed = Vec::new();
        for (n, answer) in answers.into_iter().enumerate() {
            match answer {
                Ok(unit) => assert_eq!(unit.code, format!("u-{n}")),
                Err(error) => failed.push((n, error)),
            }
        }
        let duplicate = StoreError::Duplicate { what: "unit.code".to_owned() };
        let panicked = StoreError::Other("a change panicked: a defect".to_owned());
        let passed_over = StoreError::Other("a change went on after a statement that failed".to_owned());
        assert_eq!(
            failed,
            [
                (7, Failure::Refused(7)),
                (11, Failure::Store(duplicate)),
                (17, Failure::Store(panicked)),
                (23, Failure::Store(passed_over))
            ]
        );
        let there = codes(&store, agency).await;
        assert_eq!(there.len(), 29, "28 and the first: {there:?}");
        for n in [7, 11, 17, 23] {
            assert!(!there.contains(&format!("u-{n}")));
        }
        assert_eq!(store.scope(agency).journal_of("unit", "-").await.unwrap().len(), 29);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite_those_that_wait_are_committed_together() {
    for_each_engine(|store| async move {
        if store.engine() != Engine::Sqlite {
            return;
        }
        let agency = bare(&store).await;
        let outside = store.clone();
        let most = Arc::new(AtomicUsize::new(0));
        let seen = Arc::clone(&most);
        let answers = behind_a_slow_one(&store, agency, 40, move |n, tx| {
            let (outside, seen) = (outside.clone(), Arc::clone(&seen));
            async move {
                let unit = add_unit(&tx, &format!("u-{n}")).await?;
                // What this transaction holds that nobody outside sees yet.
                let hidden = tx.units().await?.len() - outside.scope(agency).units().await?.len();
                seen.fetch_max(hidden, Relaxed);
                Ok(unit)
            }
        })
        .await;
        assert!(answers.iter().all(Result::is_ok));
        assert!(most.load(Relaxed) > 10, "at most {} in one commit", most.load(Relaxed));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_that_stand_in_each_others_way_are_run_again() {
    for_each_engine(|store| async move {
        let agency = bare(&store).await;
        let meet = Arc::new(Barrier::new(2));
        let first = store.engine() == Engine::Postgres;
        let send = |words: [&'static str; 2]| {
            let (store, meet) = (store.clone(), Arc::clone(&meet));
            let run = Arc::new(AtomicUsize::new(0));
            tokio::spawn(async move {
                let done: Result<Unit, StoreError> = store
                    .act(agency, None, move |tx| {
                        let (meet, again) = (Arc::clone(&meet), run.fetch_add(1, Relaxed) > 0);
                        async move {
                            tx.lock(words[0]).await?;
                            if first && !again {
                                meet.wait().await;
                            }
                            tx.lock(words[1]).await?;
                            add_unit(&tx, words[0]).await
                        }
                    })
                    .await;
                done
            })
        };
        let (a, b) = (send(["a", "b"]), send(["b", "a"]));
        a.await.unwrap().unwrap();
        b.await.unwrap().unwrap();
        assert_eq!(codes(&store, agency).await.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_finishes_what_waits_and_takes_nothing_more() {
    for_each_database(|database| async move {
        let store = database.open().await;
        let agency = bare(&store).await;
        let sent: Vec<_> = (0..30)
            .map(|n| {
                let store = store.clone();
                tokio::spawn(async move {
                    let done: Result<Unit, StoreError> =
                        store.act(agency, None, move |tx| async move { add_unit(&tx, &format!("u-{n}")).await }).await;
                    done
                })
            })
            .collect();
        tokio::task::yield_now().await;
        store.close().await.unwrap();
        let mut saved = BTreeSet::new();
        for answer in sent {
            match answer.await.unwrap() {
                Ok(unit) => drop(saved.insert(unit.code)),
                Err(error) => assert!(matches!(error, StoreError::Unavailable(_)), "{error}"),
            }
        }
        let late: Result<Unit, StoreError> =
            store.act(agency, None, |tx| async move { add_unit(&tx, "terlambat").await }).await;
        assert!(matches!(late, Err(StoreError::Unavailable(_))), "{late:?}");
        assert!(matches!(store.ping().await, Err(StoreError::Unavailable(_))));
        let again = database.open().await;
        assert!(codes(&again, agency).await.is_superset(&saved));
        again.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_change_reads_what_it_wrote_and_nothing_lingers_outside() {
    for_each_engine(|store| async move {
        let agency = bare(&store).await;
        let outside = store.clone();
        let done: Result<(usize, usize), StoreError> = store
            .act(agency, None, move |tx| {
                let outside = outside.clone();
                async move {
                    tx.save_unit(&unit("U", None)).await?;
                    tx.journal(&noted("unit")).await?;
                    Ok((tx.units().await?.len(), outside.scope(agency).units().await?.len()))
                }
            })
            .await;
        assert_eq!(done, Ok((1, 0)));
        assert_eq!(codes(&store, agency).await.len(), 1);
    })
    .await;
}
