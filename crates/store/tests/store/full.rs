//! A full disk and a database that is gone: said as such, and nothing is lost that was acknowledged.

use crate::{
    engines::{Database, for_each_database},
    support::{add_unit, bare, noted, unit},
};
use domain::people::Unit;
use store::{Engine, Options, Store, StoreError};

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_said_and_the_store_goes_on() {
    let database = Database::sqlite().await;
    let store = Store::connect(&Options { max_pages: Some(300), ..database.options() }).await.unwrap();
    let agency = bare(&store).await;
    let small = |code: &'static str| store.act(agency, None, move |tx| async move { add_unit(&tx, code).await });
    let kept: Result<Unit, StoreError> = small("sebelum").await;
    let kept = kept.unwrap();
    // Neighbours of one that does not fit, in the same batch.
    let mut sent = Vec::new();
    for n in 0..9 {
        let store = store.clone();
        sent.push(tokio::spawn(async move {
            let done: Result<Unit, StoreError> = store
                .act(agency, None, move |tx| async move {
                    let name = if n == 4 { "x".repeat(4 << 20) } else { "kecil".to_owned() };
                    let unit = Unit { name, ..unit(&format!("u-{n}"), None) };
                    tx.save_unit(&unit).await?;
                    tx.journal(&noted("unit")).await?;
                    Ok(unit)
                })
                .await;
            done
        }));
    }
    for (n, answer) in sent.into_iter().enumerate() {
        let answer = answer.await.unwrap();
        if n == 4 {
            assert_eq!(answer.map(|unit| unit.code), Err(StoreError::Full));
        } else {
            assert_eq!(answer.unwrap().code, format!("u-{n}"));
        }
    }
    // Filled to the brim with rows that each fit.
    let mut full = false;
    for n in 0..200 {
        let done: Result<Unit, StoreError> = store
            .act(agency, None, move |tx| async move {
                let unit = Unit { name: "y".repeat(20_000), ..unit(&format!("isi-{n:03}"), None) };
                tx.save_unit(&unit).await?;
                tx.journal(&noted("unit")).await?;
                Ok(unit)
            })
            .await;
        if let Err(error) = done {
            assert_eq!(error, StoreError::Full);
            full = true;
            break;
        }
    }
    assert!(full, "300 pages hold 4 MB");
    let there = store.scope(agency).units().await.unwrap();
    assert!(there.contains(&kept), "reading goes on");
    store.close().await.unwrap();

    // Room again: everything acknowledged is there, and saving works.
    let store = database.open().await;
    assert_eq!(store.scope(agency).units().await.unwrap(), there);
    let after: Result<Unit, StoreError> =
        store.act(agency, None, |tx| async move { add_unit(&tx, "sesudah").await }).await;
    after.unwrap();
    store.close().await.unwrap();
}

#[tokio::test]
async fn a_database_that_is_not_there_is_unavailable() {
    for url in ["sqlite:///nowhere/at/all/laras.db?mode=rwc", "postgres://laras@127.0.0.1:1/laras"] {
        let refused = Store::connect(&Options::new(url)).await.map(drop);
        assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{url}: {refused:?}");
    }
    for url in ["mysql://x", "laras.db", "sqlite::memory:"] {
        let refused = Store::connect(&Options::new(url)).await.map(drop);
        assert!(matches!(refused, Err(StoreError::Other(_))), "{url}: {refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_drops_its_connections_is_found_again() {
    for_each_database(|database| async move {
        if database.engine != Engine::Postgres {
            return;
        }
        let store = database.open().await;
        let agency = bare(&store).await;
        let url = database.url.clone();
        let cut: Result<Unit, StoreError> = store
            .act(agency, None, move |tx| {
                let url = url.clone();
                async move {
                    let unit = add_unit(&tx, "terputus").await?;
                    cut_off(&url).await;
                    tx.units().await?;
                    Ok(unit)
                }
            })
            .await;
        assert!(matches!(cut, Err(StoreError::Unavailable(_))), "{cut:?}");
        let after: Result<Unit, StoreError> =
            store.act(agency, None, |tx| async move { add_unit(&tx, "sesudah").await }).await;
        let after = after.unwrap();
        assert_eq!(store.scope(agency).units().await.unwrap(), [after]);
        store.close().await.unwrap();
    })
    .await;
}

/// Ends every other connection to the database.
async fn cut_off(url: &str) {
    use sqlx::{Connection, Executor, PgConnection};
    let mut connection = PgConnection::connect(url).await.unwrap();
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    connection.execute(cut).await.unwrap();
    connection.close().await.unwrap();
}
