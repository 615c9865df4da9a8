//! Round trips of plans; revisions; lines that leave the text; who supports whom.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, day, rhk},
};
use domain::{
    ids::RhkId,
    plan::{Content, Line, Milestones, Nilai, Note, Skp, Version},
    time::DateRange,
};
use store::{PageOf, StoreError};

#[tokio::test]
async fn plans_come_back_as_they_were() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let [leaders, members] = [&all.skps[0], &all.skps[1]];
        assert_eq!(scope.skp(members.id).await.unwrap().as_ref(), Some(members));
        assert_eq!(scope.skp(crate::support::id()).await.unwrap(), None);
        assert_eq!(scope.skps_of(members.employee).await.unwrap(), [members.clone()]);
        assert_eq!(
            scope.skps(&[leaders.id, members.id, members.id]).await.unwrap(),
            [members.clone(), leaders.clone()]
        );
        let both = scope.skps_of_year_for(&[leaders.employee, members.employee], 2026).await.unwrap();
        assert_eq!(both, [members.clone(), leaders.clone()]);
        assert_eq!(scope.skps_of_year_for(&[members.employee], 2025).await.unwrap(), []);
        let page = scope.skps_of_year(2026, PageOf { page: 2, per_page: 1 }).await.unwrap();
        assert_eq!((page.total, page.rows), (2, vec![leaders.clone()]));
        assert_eq!(scope.skps_of_units(&[members.unit], 2026).await.unwrap(), both);
        assert_eq!(scope.skps_rated_by(leaders.employee, 2026).await.unwrap(), [members.clone()]);
        assert_eq!(scope.versions(members.id).await.unwrap(), [all.version.clone()]);
        assert_eq!(scope.version(members.id, 1).await.unwrap(), Some(all.version.clone()));
        assert_eq!(scope.version(members.id, 2).await.unwrap(), None);
        assert_eq!(scope.notes(members.id).await.unwrap(), [all.note.clone()]);
    })
    .await;
}

#[tokio::test]
async fn a_note_stands_beside_any_line() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let rhk = all.skps[1].content.results[0].id;
        let mut lines = vec![Line::Whole, Line::Rhk(rhk), Line::Resources, Line::Accountability, Line::Consequences];
        lines.extend(Nilai::ALL.map(Line::Nilai));
        let notes: Vec<Note> = lines
            .into_iter()
            .map(|line| Note { id: crate::support::id(), line, at: at(70), resolved_at: None, ..all.note.clone() })
            .collect();
        let saved = notes.clone();
        change(&store, all.agency.id, move |tx| {
            let saved = saved.clone();
            async move {
                for note in &saved {
                    tx.save_note(note).await?;
                }
                Ok(())
            }
        })
        .await
        .unwrap();
        let resolved = Note { resolved_at: Some(at(71)), ..notes[0].clone() };
        let saved = resolved.clone();
        change(&store, all.agency.id, move |tx| {
            let saved = saved.clone();
            async move { tx.save_note(&saved).await }
        })
        .await
        .unwrap();
        let found = store.scope(all.agency.id).notes(all.skps[1].id).await.unwrap();
        assert_eq!(found[1], resolved);
        assert_eq!(found[2..], notes[1..]);
    })
    .await;
}

#[tokio::test]
async fn a_plan_changed_meanwhile_is_not_overwritten() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let before = all.skps[1].clone();
        let first = Skp { milestones: Milestones::default(), ..before.clone() };
        let saved = first.clone();
        let revision: Result<i64, StoreError> = store
            .act(all.agency.id, None, move |tx| {
                let saved = saved.clone();
                async move {
                    let revision = tx.save_skp(&saved, 0).await?;
                    tx.journal(&crate::support::noted("skp")).await?;
                    Ok(revision)
                }
            })
            .await;
        assert_eq!(revision, Ok(1));
        assert_eq!(scope.skp(before.id).await.unwrap(), Some(Skp { revision: 1, ..first.clone() }));

        let late = Skp { content: Content::default(), ..before.clone() };
        let refused = change(&store, all.agency.id, move |tx| {
            let late = late.clone();
            async move { tx.save_skp(&late, 0).await.map(drop) }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Stale));
        assert_eq!(scope.skp(before.id).await.unwrap(), Some(Skp { revision: 1, ..first }));

        let unknown = Skp { id: crate::support::id(), ..before };
        let refused = change(&store, all.agency.id, move |tx| {
            let unknown = unknown.clone();
            async move { tx.save_skp(&unknown, 0).await.map(drop) }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Missing { what: "skp".to_owned() }));
    })
    .await;
}

#[tokio::test]
async fn lines_that_leave_the_text_keep_their_entries_and_may_come_back() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let full = all.skps[1].clone();
        // The first result with its reported indicator goes, the second moves up, a third comes.
        let mut shorter = full.clone();
        shorter.content.results.remove(0);
        shorter.content.results[0].indicators.reverse();
        shorter.content.results.push(rhk("Baru", None));
        let saved = shorter.clone();
        change(&store, all.agency.id, move |tx| {
            let saved = saved.clone();
            async move { tx.save_skp(&saved, 0).await.map(drop) }
        })
        .await
        .unwrap();
        assert_eq!(scope.skp(full.id).await.unwrap(), Some(Skp { revision: 1, ..shorter }));
        assert_eq!(scope.entries(full.id).await.unwrap().len(), 2, "entries stay");
        assert_eq!(scope.supporters(&[all.skps[0].content.results[0].id]).await.unwrap(), []);
        assert_eq!(scope.skp_with_result(full.content.results[0].id).await.unwrap(), None);

        let again = full.clone();
        change(&store, all.agency.id, move |tx| {
            let again = again.clone();
            async move { tx.save_skp(&again, 1).await.map(drop) }
        })
        .await
        .unwrap();
        assert_eq!(scope.skp(full.id).await.unwrap(), Some(Skp { revision: 2, ..full.clone() }));
        let supporters = scope.supporters(&[all.skps[0].content.results[0].id]).await.unwrap();
        assert_eq!(supporters, [(all.skps[0].content.results[0].id, Skp { revision: 2, ..full.clone() })]);
        let found = scope.skp_with_result(full.content.results[0].id).await.unwrap();
        assert_eq!(found.map(|skp| skp.id), Some(full.id));
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_into_a_plan_by_the_ids_of_another() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let (leaders, members) = (all.skps[0].clone(), all.skps[1].clone());
        let mut thief = leaders.clone();
        thief.content.results.push(members.content.results[0].clone());
        let refused = change(&store, all.agency.id, move |tx| {
            let thief = thief.clone();
            async move { tx.save_skp(&thief, 0).await.map(drop) }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "rhk.id".to_owned() }));
        let mut thief = leaders.clone();
        thief.content.results[0].indicators.push(members.content.results[0].indicators[0].clone());
        let refused = change(&store, all.agency.id, move |tx| {
            let thief = thief.clone();
            async move { tx.save_skp(&thief, 0).await.map(drop) }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "indicator.id".to_owned() }));
        assert_eq!(scope.skp(members.id).await.unwrap(), Some(members));
        assert_eq!(scope.skp(leaders.id).await.unwrap(), Some(leaders));
    })
    .await;
}

#[tokio::test]
async fn the_plan_in_force_was_set_and_covers_the_day() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let set = all.skps[1].clone();
        assert_eq!(scope.skp_in_force(set.employee, day(6, 1)).await.unwrap(), Some(set.clone()));
        assert_eq!(scope.skp_in_force(all.skps[0].employee, day(6, 1)).await.unwrap(), None, "never set");
        // A transfer: the first is replaced, the second begins in July and leaves open how the first one ends.
        let replaced = Skp { milestones: Milestones { replaced_at: Some(at(80)), ..set.milestones }, ..set.clone() };
        let second = Skp {
            id: crate::support::id(),
            dates: DateRange { from: day(7, 1), until: None },
            content: Content::default(),
            ..set.clone()
        };
        let saved = (replaced.clone(), second.clone());
        change(&store, all.agency.id, move |tx| {
            let (replaced, second) = saved.clone();
            async move {
                tx.save_skp(&replaced, 0).await?;
                tx.insert_skp(&second).await
            }
        })
        .await
        .unwrap();
        assert_eq!(scope.skp_in_force(set.employee, day(8, 1)).await.unwrap(), Some(second.clone()));
        let found = scope.skp_in_force(set.employee, day(6, 1)).await.unwrap();
        assert_eq!(found, Some(Skp { revision: 1, ..replaced.clone() }));
        assert_eq!(scope.skps_of(set.employee).await.unwrap(), [second, Skp { revision: 1, ..replaced }]);
    })
    .await;
}

#[tokio::test]
async fn versions_are_frozen_and_a_result_must_exist_to_be_supported() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let skp = all.skps[1].clone();
        let again = Version { reason: "Klarifikasi".to_owned(), ..all.version.clone() };
        let refused = change(&store, all.agency.id, {
            let (skp, again) = (skp.id, again.clone());
            move |tx| {
                let again = again.clone();
                async move { tx.insert_version(skp, &again).await }
            }
        })
        .await;
        assert_eq!(refused, Err(StoreError::Duplicate { what: "skp_version.skp_id_number".to_owned() }));
        let second = Version { number: 2, ..again };
        let saved = second.clone();
        change(&store, all.agency.id, move |tx| {
            let second = saved.clone();
            async move { tx.insert_version(skp.id, &second).await }
        })
        .await
        .unwrap();
        assert_eq!(store.scope(all.agency.id).versions(skp.id).await.unwrap(), [all.version.clone(), second]);

        let mut loose = all.skps[1].clone();
        loose.content.results[0].supports = Some(crate::support::id::<RhkId>());
        let refused = change(&store, all.agency.id, move |tx| {
            let loose = loose.clone();
            async move { tx.save_skp(&loose, 0).await.map(drop) }
        })
        .await;
        assert!(matches!(refused, Err(StoreError::Missing { .. })), "{refused:?}");
    })
    .await;
}
