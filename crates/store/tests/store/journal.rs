//! Every change is journalled, in its own transaction.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{add_unit, at, bare, noted, unit},
};
use domain::journal::Entry;
use store::{JournalFilter, PageOf, StoreError};

#[tokio::test]
async fn a_change_without_a_journal_row_does_not_happen() {
    for_each_engine(|store| async move {
        let agency = bare(&store).await;
        let refused: Result<(), StoreError> =
            store.act(agency, None, |tx| async move { tx.save_unit(&unit("U", None)).await }).await;
        assert_eq!(refused, Err(StoreError::Unjournalled));
        assert_eq!(store.scope(agency).units().await.unwrap(), []);
        let done: Result<_, StoreError> = store.act(agency, None, |tx| async move { add_unit(&tx, "U").await }).await;
        let unit = done.unwrap();
        assert_eq!(store.scope(agency).units().await.unwrap(), [unit]);
        // A job that changes nothing needs no row.
        let read: Result<usize, StoreError> =
            store.act(agency, None, |tx| async move { Ok(tx.units().await?.len()) }).await;
        assert_eq!(read, Ok(1));
    })
    .await;
}

#[tokio::test]
async fn the_journal_is_read_by_subject_and_by_filter() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let entry = |n: i64, action: &str, subject: &str, by| Entry {
            at: at(100 + n),
            by,
            action: action.to_owned(),
            subject_id: "7".to_owned(),
            before: Some("1".to_owned()),
            after: None,
            ..noted(subject)
        };
        let me = Some(all.employees[0].id);
        let rows = [
            entry(1, "plan.sign", "skp", me),
            entry(2, "plan.set", "skp", None),
            entry(3, "planning.other", "skp", me),
            entry(4, "people.write", "unit", me),
        ];
        let saved = rows.clone();
        let written: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| {
                let saved = saved.clone();
                async move { tx.journal_all(&saved).await }
            })
            .await;
        written.unwrap();
        assert_eq!(scope.journal_of("skp", "7").await.unwrap(), rows[..3]);
        assert_eq!(scope.journal_of("skp", "8").await.unwrap(), []);
        let find = async |filter: JournalFilter| scope.journal_page(&filter, PageOf::default()).await.unwrap().rows;
        let filter = JournalFilter { from: Some(at(101)), ..JournalFilter::default() };
        let newest_first: Vec<Entry> = rows.iter().rev().cloned().collect();
        assert_eq!(find(filter.clone()).await, newest_first);
        let found = find(JournalFilter { action: Some("plan.".to_owned()), ..filter.clone() }).await;
        assert_eq!(found, newest_first[2..]);
        let found = find(JournalFilter { action: Some("plan.set".to_owned()), ..filter.clone() }).await;
        assert_eq!(found, rows[1..2]);
        assert_eq!(find(JournalFilter { by: me, ..filter.clone() }).await.len(), 3);
        assert_eq!(find(JournalFilter { subject: Some("unit".to_owned()), ..filter.clone() }).await, rows[3..]);
        assert_eq!(find(JournalFilter { until: Some(at(102)), ..filter }).await, rows[..1]);
    })
    .await;
}
