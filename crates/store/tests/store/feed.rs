//! Sources: what is kept comes back, cells equal the rows counted anew, a row is replaced once, nothing reaches another agency.

use crate::{
    engines::for_each_engine,
    support::{agency, at, change, day, id, unit},
};
use domain::{
    feed::{
        Channel, Draft, Fact, Filter, Kind, Row, Slice, Source, Tally, Token, Why,
        hours::WorkTime,
        tally::{changes, month_of},
    },
    ids::{AgencyId, UnitId},
    policy::Library,
    time::{Holidays, TimeZone},
};
use std::{collections::BTreeMap, sync::LazyLock};
use store::{Fed, PageOf, Store, StoreError};

/// By the hours of the law.
fn time() -> WorkTime<'static> {
    static NONE: LazyLock<Holidays> = LazyLock::new(Holidays::default);
    static LAW: LazyLock<Library> = LazyLock::new(|| {
        let files = [
            ("regulation.toml", include_str!("../../../../policies/law/perpres-21-2023/regulation.toml")),
            ("notes.md", include_str!("../../../../policies/law/perpres-21-2023/notes.md")),
        ];
        Library::load(files.map(|(name, text)| (format!("law/perpres-21-2023/{name}"), text.to_owned()))).expect("law")
    });
    WorkTime { zone: TimeZone::Wib, holidays: &NONE, hours: LAW.hours("") }
}

fn fed(unit: UnitId) -> Fed {
    let source = Source {
        id: id(),
        kind: Kind::Service,
        unit,
        code: "log-ppid".to_owned(),
        name: "Log PPID".to_owned(),
        rhythm: 7,
        answer_days: 10,
        retired: false,
    };
    Fed { source, made_at: at(0), last_at: None }
}

fn row(source: &Source, n: u64) -> Row {
    let on = day(1 + (n % 4) as u32, 1 + (n % 27) as u32);
    let received = on.and_hms_opt(2, 0, 0).unwrap().and_utc();
    let answered = (!n.is_multiple_of(6)).then(|| received + chrono::Duration::minutes(37 * n as i64 % 9_000));
    let fact =
        Fact::Request { received, due: day(6, 1), answered, correct: Some(n.is_multiple_of(3)), complaint: false };
    let item = ["", "Informasi", "Pengaduan"][n as usize % 3].to_owned();
    let unit = n.is_multiple_of(2).then_some(source.unit);
    Row {
        id: id(),
        source: source.id,
        revision: 0,
        draft: Draft { code: format!("P-{n:05}"), on, employee: None, unit, item, fact },
        why: Why::New,
        reason: String::new(),
        channel: Channel::File,
        by: None,
        at: at(n as i64),
        replaced_at: None,
        took: None,
    }
}

struct Set {
    agency: AgencyId,
    fed: Fed,
}

async fn set(store: &Store) -> Set {
    let agency = agency("Instansi Sumber");
    let id = agency.id;
    store.directory().create_agency(agency).await.unwrap();
    let unit = unit("IKP", None);
    let fed = fed(unit.id);
    let rows = (unit, fed.clone());
    change(store, id, move |tx| {
        let (unit, fed) = rows.clone();
        async move {
            tx.save_unit(&unit).await?;
            tx.save_feed(&fed).await
        }
    })
    .await
    .unwrap();
    Set { agency: id, fed }
}

async fn take(store: &Store, set: &Set, rows: Vec<Row>, replaced: Vec<Row>) -> Result<(), StoreError> {
    let source = set.fed.source.id;
    change(store, set.agency, move |tx| {
        let (rows, replaced) = (rows.clone(), replaced.clone());
        async move {
            let changes = changes(&rows, &replaced, time());
            tx.take_feed_rows(source, &rows, &replaced, changes, at(5_000)).await
        }
    })
    .await
}

#[tokio::test]
async fn what_is_kept_comes_back_and_cells_equal_the_rows_counted_anew() {
    for_each_engine(|store| async move {
        let set = set(&store).await;
        let source = set.fed.source.clone();
        let scope = store.scope(set.agency);
        assert_eq!(scope.feeds().await.unwrap(), [set.fed.clone()]);
        assert_eq!(scope.feed_by_code("log-ppid").await.unwrap(), Some(set.fed.clone()));
        let rows: Vec<Row> = (0..1_203).map(|n| row(&source, n)).collect();
        for part in rows.chunks(500) {
            take(&store, &set, part.to_vec(), Vec::new()).await.unwrap();
        }
        // Every tenth is corrected, every fortieth voided.
        let before: Vec<Row> = rows.iter().step_by(10).cloned().collect();
        let after: Vec<Row> = before
            .iter()
            .enumerate()
            .map(|(n, before)| {
                let mut after =
                    Row { id: id(), revision: 1, why: Why::Corrected, reason: "Salah".into(), ..before.clone() };
                after.draft.item = "Informasi".to_owned();
                after.draft.on = day(2, 3);
                if n.is_multiple_of(4) {
                    after.why = Why::Voided;
                }
                after
            })
            .collect();
        take(&store, &set, after.clone(), before.clone()).await.unwrap();

        let held = scope.feed_rows_all(source.id).await.unwrap();
        assert_eq!(held.len(), 1_203);
        let mut anew: BTreeMap<_, Tally> = changes(&held, &[], time());
        anew.retain(|_, tally| tally.n != 0);
        let mut counted = BTreeMap::new();
        for part in ["all", "i", "u", "ui", "p", "pi"] {
            for cell in scope.feed_cells_by(source.id, part, None, (day(1, 1), day(12, 1))).await.unwrap() {
                counted.insert((cell.slice, cell.month), cell.tally);
            }
        }
        counted.retain(|_, tally| tally.n != 0);
        assert_eq!(counted, anew, "cells are the rows, counted anew");
        let whole = scope.feed_cells(&[source.id], &[Slice::default()], (day(2, 1), day(2, 1))).await.unwrap();
        assert_eq!(whole[0].tally, anew[&(Slice::default(), month_of(day(2, 3)))]);

        let page = PageOf { page: 1, per_page: 20 };
        let filter = Filter { slice: Slice { item: "Pengaduan".into(), ..Slice::default() }, ..Filter::default() };
        let found = scope.feed_rows(source.id, &filter, page, 7).await.unwrap();
        assert_eq!((found.total, found.rows.len()), (7, 20));
        assert!(found.rows.windows(2).all(|pair| pair[0].draft.on >= pair[1].draft.on));
        let waiting = Filter { waiting: true, ..Filter::default() };
        let found = scope.feed_rows(source.id, &waiting, PageOf { page: 1, per_page: 2_000 }, 0).await.unwrap();
        let want = held.iter().filter(|row| row.counts() && row.draft.fact.waits().is_some()).count();
        assert_eq!(found.rows.len(), want);
        let history = scope.feed_history(source.id, &before[1].draft.code).await.unwrap();
        assert_eq!(
            history.iter().map(|row| (row.revision, row.why)).collect::<Vec<_>>(),
            [(0, Why::New), (1, Why::Corrected)]
        );
        assert_eq!((history[0].replaced_at, history[1].replaced_at), (Some(at(5_000)), None));
        assert_eq!(scope.feed_row(after[1].id).await.unwrap(), Some(history[1].clone()));
        assert_eq!(scope.feed(source.id).await.unwrap().unwrap().last_at, Some(at(5_000)));
    })
    .await;
}

#[tokio::test]
async fn a_row_is_replaced_once_and_a_token_is_revoked_once() {
    for_each_engine(|store| async move {
        let set = set(&store).await;
        let source = set.fed.source.clone();
        let first = row(&source, 1);
        take(&store, &set, vec![first.clone()], Vec::new()).await.unwrap();
        let next = || Row { id: id(), revision: 1, why: Why::Corrected, reason: "Salah ketik".into(), ..first.clone() };
        take(&store, &set, vec![next()], vec![first.clone()]).await.unwrap();
        let again = take(&store, &set, vec![next()], vec![first.clone()]).await;
        assert_eq!(again, Err(StoreError::Duplicate { what: "feed_row.source_id_code_revision".to_owned() }));
        let scope = store.scope(set.agency);
        let cells = scope.feed_cells(&[source.id], &[Slice::default()], (day(1, 1), day(12, 1))).await.unwrap();
        assert_eq!(cells.iter().map(|cell| cell.tally.n).sum::<i64>(), 1, "what was refused is not counted");
        change(&store, set.agency, move |tx| async move {
            tx.save_feed_push(source.id, "kiriman-1", "abc", "{}", at(1)).await
        })
        .await
        .unwrap();
        assert_eq!(
            scope.feed_pushed(source.id, "kiriman-1").await.unwrap().map(|one| one.digest).as_deref(),
            Some("abc")
        );
        assert_eq!(scope.feed_pushed(source.id, "kiriman-2").await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn no_query_of_a_source_reaches_another_agency() {
    for_each_engine(|store| async move {
        let set = set(&store).await;
        let (source, first) = (set.fed.source.clone(), row(&set.fed.source, 6));
        take(&store, &set, vec![first.clone()], Vec::new()).await.unwrap();
        let other = agency("Instansi Lain");
        let s = store.scope(other.id);
        store.directory().create_agency(other).await.unwrap();
        let span = (day(1, 1), day(12, 1));
        assert!(s.feeds().await.unwrap().is_empty() && s.feed_links(&[id()]).await.unwrap().is_empty());
        assert_eq!(s.feed(source.id).await.unwrap(), None);
        assert_eq!(s.feed_by_code("log-ppid").await.unwrap(), None);
        assert!(s.feed_rows_coded(source.id, &[first.draft.code.clone()]).await.unwrap().is_empty());
        assert_eq!(s.feed_row(first.id).await.unwrap(), None);
        assert!(s.feed_history(source.id, &first.draft.code).await.unwrap().is_empty());
        assert!(s.feed_rows(source.id, &Filter::default(), PageOf::default(), 0).await.unwrap().rows.is_empty());
        assert!(s.feed_rows_all(source.id).await.unwrap().is_empty());
        assert!(s.feed_cells(&[source.id], &[Slice::default()], span).await.unwrap().is_empty());
        assert!(s.feed_cells_by(source.id, "all", None, span).await.unwrap().is_empty());
        assert!(s.feed_tokens(source.id).await.unwrap().is_empty());
        assert_eq!(s.feed_token(id()).await.unwrap(), None::<Token>);
        assert_eq!(s.feed_token_hashed("abc").await.unwrap(), None);
        assert_eq!(s.feed_pushed(source.id, "kiriman-1").await.unwrap(), None);
        assert_eq!(s.feed_link(id(), id()).await.unwrap(), None);
        assert!(s.feed_gauges(&[id()]).await.unwrap().is_empty());
    })
    .await;
}
