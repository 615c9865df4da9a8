//! What waits for somebody: notices, drafts, imports.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, day, id},
};
use domain::{
    decision::Text,
    ids::{AccountId, EmployeeId},
    journal::Notice,
};
use store::{Import, Job, JobState, StoreError, Touched};

/// A job that somebody asked for, half done.
pub fn job(by: EmployeeId, account: AccountId) -> Job {
    Job {
        id: id(),
        by: Some(by),
        account: Some(account),
        task_json: "{}".to_owned(),
        state: JobState::Waiting,
        total: 10,
        done: 4,
        place: "4".to_owned(),
        result_json: String::new(),
        error: Some(Text::new("job-stopped")),
        tries: 1,
        word: Some("sekali".to_owned()),
        asked_at: at(60),
        at: at(61),
        file: Some("x.zip".to_owned()),
        expires_at: Some(at(62)),
    }
}

/// An import that somebody started.
pub fn import(by: EmployeeId) -> Import {
    Import {
        id: id(),
        by: Some(by),
        kind: "people".to_owned(),
        total: 10,
        done: 3,
        state: "running".to_owned(),
        report_json: "{}".to_owned(),
        at: at(50),
    }
}

#[tokio::test]
async fn notices_wait_until_they_are_read() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let me = all.notice.to;
        let later = Notice { id: crate::support::id(), at: at(60), ..all.notice.clone() };
        let theirs = Notice { id: crate::support::id(), to: all.employees[1].id, ..later.clone() };
        let saved = [later.clone(), theirs.clone()];
        let told: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| {
                let saved = saved.clone();
                async move {
                    for notice in &saved {
                        tx.notify(notice).await?;
                    }
                    Ok(())
                }
            })
            .await;
        told.unwrap();
        assert_eq!(scope.notices(me, 10).await.unwrap(), [later.clone(), all.notice.clone()]);
        assert_eq!(scope.notices(me, 1).await.unwrap(), [later.clone()]);
        let unread = async |who| scope.frame(who, day(2, 1)).await.unwrap().unread;
        assert_eq!(unread(me).await, 2);
        assert_eq!(scope.notices_since(all.notice.at, 10).await.unwrap(), [later.clone(), theirs.clone()]);
        let (mine, other) = (later.id, theirs.id);
        let read: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| async move {
                tx.mark_read(me, mine, at(61)).await?;
                // Somebody else's stays unread.
                tx.mark_read(me, other, at(61)).await
            })
            .await;
        read.unwrap();
        assert_eq!(scope.notices(me, 1).await.unwrap(), [Notice { read_at: Some(at(61)), ..later }]);
        assert_eq!((unread(me).await, unread(theirs.to).await), (1, 1));
        let read: Result<(), StoreError> =
            store.act(all.agency.id, None, move |tx| async move { tx.mark_all_read(me, at(62)).await }).await;
        read.unwrap();
        assert_eq!((unread(me).await, unread(theirs.to).await), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn what_may_wait_is_known_in_one_question() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let [member, leader, superior] = [0, 1, 2].map(|n| all.employees[n].id);
        let of_member = scope.touched(member, day(2, 1)).await.unwrap();
        assert!(of_member.objections && of_member.talks && !of_member.rates && !of_member.superior, "{of_member:?}");
        let of_leader = scope.touched(leader, day(2, 1)).await.unwrap();
        assert_eq!(of_leader.rates, !scope.team_on(leader, day(2, 1)).await.unwrap().is_empty());
        let of_superior = scope.touched(superior, day(2, 1)).await.unwrap();
        assert_eq!(of_superior.superior, !scope.superior_of_on(superior, day(2, 1)).await.unwrap().is_empty());
        let nobody = scope.touched(crate::support::id(), day(2, 1)).await.unwrap();
        assert_eq!(nobody, Touched::default());
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_is_kept_until_it_is_dropped() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let me = all.employees[0].id;
        let typed = [("did".to_owned(), "Menyusun".to_owned())].into();
        assert_eq!(scope.draft(me, "report").await.unwrap(), Some((typed, at(51))));
        assert_eq!(scope.draft(all.employees[1].id, "report").await.unwrap(), None);
        let more: std::collections::BTreeMap<String, String> =
            [("did".to_owned(), "Menyusun \"bab\" 1 💡".to_owned()), ("amount".to_owned(), "x".to_owned())].into();
        let saved = more.clone();
        let kept: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| {
                let saved = saved.clone();
                async move { tx.save_draft(me, "report", &saved, at(52)).await }
            })
            .await;
        kept.unwrap();
        assert_eq!(scope.draft(me, "report").await.unwrap(), Some((more, at(52))));
        assert_eq!(scope.drafts_of(me).await.unwrap(), [("report".to_owned(), at(52))]);
        let dropped: Result<(), StoreError> =
            store.act(all.agency.id, None, move |tx| async move { tx.drop_draft(me, "report").await }).await;
        dropped.unwrap();
        assert_eq!(scope.draft(me, "report").await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn an_import_tells_how_far_it_is() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        assert_eq!(scope.import(all.import.id).await.unwrap(), Some(all.import.clone()));
        let done = Import { done: 10, state: "done".to_owned(), ..all.import.clone() };
        let saved = done.clone();
        let noted: Result<(), StoreError> = store
            .act(all.agency.id, None, move |tx| {
                let saved = saved.clone();
                async move { tx.save_import(&saved).await }
            })
            .await;
        noted.unwrap();
        assert_eq!(scope.import(done.id).await.unwrap(), Some(done.clone()));
        assert_eq!(scope.imports(5).await.unwrap(), [done]);
    })
    .await;
}
