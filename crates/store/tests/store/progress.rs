//! Round trips of steps, entries, answers and evidence.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change},
};
use domain::progress::{Entry, Reply, Step};
use store::StoreError;

#[tokio::test]
async fn progress_comes_back_as_it_was() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let skp = all.skps[1].id;
        assert_eq!(scope.steps(skp).await.unwrap(), [all.step.clone()]);
        assert_eq!(scope.entries(skp).await.unwrap(), [all.entry.clone(), all.correction.clone()]);
        assert_eq!(scope.entry(all.entry.id).await.unwrap(), Some(all.entry.clone()));
        let under = scope.entries_of_indicator(all.entry.indicator).await.unwrap();
        assert_eq!(under, [all.entry.clone(), all.correction.clone()]);
        assert_eq!(scope.replies(skp).await.unwrap(), [all.reply.clone()]);
        assert_eq!(scope.evidence(skp).await.unwrap(), [all.file.clone(), all.link.clone()]);
        assert_eq!(scope.evidence_item(all.link.id).await.unwrap(), Some(all.link.clone()));
        assert_eq!(scope.count_entries(&[skp, all.skps[0].id]).await.unwrap(), [(skp, 2)].into());
    })
    .await;
}

#[tokio::test]
async fn the_latest_entry_of_each_plan_and_open_obstacles() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let (leaders, members) = (&all.skps[0], &all.skps[1]);
        assert_eq!(scope.latest_entries(&[leaders.id, members.id]).await.unwrap(), [all.correction.clone()]);
        // The obstacle of the first entry went with its correction.
        assert_eq!(scope.open_obstacles(&[members.id]).await.unwrap(), []);
        let asks = Entry { id: crate::support::id(), corrects: None, recorded_at: at(24), ..all.entry.clone() };
        let helpless = Entry { id: crate::support::id(), obstacle: String::new(), recorded_at: at(25), ..asks.clone() };
        let quiet =
            Entry { id: crate::support::id(), obstacle: String::new(), help: String::new(), ..helpless.clone() };
        let leads = Entry {
            id: crate::support::id(),
            skp: leaders.id,
            indicator: leaders.content.results[0].indicators[0].id,
            step: None,
            recorded_at: at(1),
            ..quiet.clone()
        };
        let saved = [asks.clone(), helpless.clone(), quiet.clone(), leads.clone()];
        let reply = Reply { id: crate::support::id(), entry: asks.id, settles: true, ..all.reply.clone() };
        let (settle, member) = (reply.clone(), members.id);
        change(&store, all.agency.id, move |tx| {
            let saved = saved.clone();
            async move {
                for entry in &saved {
                    tx.insert_entry(entry).await?;
                }
                Ok(())
            }
        })
        .await
        .unwrap();
        // Two of one instant: the one made later counts.
        assert_eq!(scope.latest_entries(&[leaders.id, members.id]).await.unwrap(), [quiet, leads]);
        assert_eq!(scope.open_obstacles(&[member]).await.unwrap(), [asks, helpless.clone()]);
        change(&store, all.agency.id, move |tx| {
            let settle = settle.clone();
            async move { tx.insert_reply(&settle).await }
        })
        .await
        .unwrap();
        assert_eq!(scope.open_obstacles(&[member]).await.unwrap(), [helpless]);
        assert_eq!(scope.replies_of(&[member]).await.unwrap(), [all.reply.clone(), reply]);
    })
    .await;
}

#[tokio::test]
async fn entries_are_added_once_and_steps_are_changed() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let entry = all.entry.clone();
        let refused = change(&store, all.agency.id, move |tx| {
            let entry = entry.clone();
            async move { tx.insert_entry(&entry).await }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "entry.id".to_owned() }));
        let undone = Step { done_on: None, text: "Lain".to_owned(), ..all.step.clone() };
        let saved = undone.clone();
        change(&store, all.agency.id, move |tx| {
            let saved = saved.clone();
            async move { tx.save_step(&saved).await }
        })
        .await
        .unwrap();
        assert_eq!(store.scope(all.agency.id).steps(undone.skp).await.unwrap(), [undone]);
    })
    .await;
}
