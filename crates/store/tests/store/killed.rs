//! `kill -9` in the middle of saving loses nothing that was acknowledged, and leaves nothing half done.

use crate::{
    engines::for_each_database,
    support::{agency, noted},
};
use domain::{ids::AgencyId, people::Unit};
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};
use store::{Options, Store, StoreError};
use uuid::Uuid;

/// Set for the process that is going to be killed: URL and agency.
const CHILD: &str = "LARAS_TEST_TO_BE_KILLED";
const MARK: &str = "acknowledged ";

#[tokio::test(flavor = "multi_thread")]
async fn kill_nine_loses_nothing_acknowledged() {
    for_each_database(|database| async move {
        let store = database.open().await;
        let agency = agency("Instansi");
        store.directory().create_agency(agency.clone()).await.unwrap();
        store.close().await.unwrap();

        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::saves_until_it_is_killed", "--nocapture"])
            .env(CHILD, format!("{} {}", agency.id, database.url))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut acknowledged = BTreeSet::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut note = |line: std::io::Result<String>| {
            if let Some((_, code)) = line.unwrap().split_once(MARK) {
                acknowledged.insert(code.to_owned());
            }
            acknowledged.len()
        };
        while note(lines.next().expect("the child goes on until it is killed")) < 200 {}
        // SIGKILL: no handler, no destructor, no flush.
        child.kill().unwrap();
        for line in lines {
            note(line);
        }
        child.wait().unwrap();

        let store = database.open().await;
        let scope = store.scope(agency.id);
        let there: BTreeSet<String> = scope.units().await.unwrap().into_iter().map(|unit| unit.code).collect();
        let lost: Vec<_> = acknowledged.difference(&there).collect();
        assert!(lost.is_empty(), "{:?} lost {lost:?}", database.engine);
        let journalled = scope.journal_of("unit", "-").await.unwrap().len();
        assert_eq!(journalled, there.len(), "a change and its journal row are there together or not at all");
        store.close().await.unwrap();
    })
    .await;
}

/// Not a test: what the process above runs.
#[tokio::test(flavor = "multi_thread")]
async fn saves_until_it_is_killed() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let (agency, url) = told.split_once(' ').unwrap();
    let agency: AgencyId = agency.parse().unwrap();
    let store = Store::connect(&Options { max_connections: 8, ..Options::new(url) }).await.unwrap();
    let workers: Vec<_> = (0..8_u128)
        .map(|worker| {
            let store = store.clone();
            tokio::spawn(async move {
                for n in 0_u128.. {
                    let id = Uuid::from_u128((worker + 1) << 64 | n);
                    let done: Result<(), StoreError> = store
                        .act(agency, None, move |tx| async move {
                            let unit =
                                Unit { id: id.into(), parent: None, code: id.to_string(), name: "Unit".to_owned() };
                            tx.save_unit(&unit).await?;
                            tx.journal(&domain::journal::Entry { id: id.into(), ..noted("unit") }).await
                        })
                        .await;
                    done.unwrap();
                    let mut out = std::io::stdout().lock();
                    writeln!(out, "{MARK}{id}").unwrap();
                    out.flush().unwrap();
                }
            })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
}
