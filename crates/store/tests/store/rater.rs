//! Round trips of exercises, certificates and the quiz; openings that are counted up and forgotten; no agency sees another's.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, day, id},
};
use domain::{
    access::{As, Kind, Opening},
    assessment::Rating,
    certification::{Certificate, Exercise, Figures, Marked},
    orientation::Tried,
};
use std::collections::BTreeMap;
use store::TrainingMark;

#[tokio::test]
async fn exercises_and_certificates_come_back_and_the_first_word_on_a_case_is_the_anchor() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let other = Everything::new("B", 2).save(&store).await;
        let learner = all.employees[0].id;
        let marked = |case: &str, rating| Marked {
            case: case.to_owned(),
            ratings: BTreeMap::from([("hasil".to_owned(), rating), ("waktu".to_owned(), Rating::Sesuai)]),
            at: at(5),
        };
        let figures = Figures {
            n: 4,
            same: 3,
            severity: 25,
            differential_elevation: 0,
            stereotype: 1,
            differential: 2,
            kappa: None,
        };
        let first = Exercise {
            id: id(),
            employee: learner,
            started_at: at(1),
            cases: vec!["kes-1".into(), "adm-1".into()],
            marked: vec![marked("kes-1", Rating::Diatas), marked("adm-1", Rating::Dibawah)],
            finished_at: Some(at(6)),
            figures: Some(figures),
            passed: true,
        };
        let again = Exercise {
            id: id(),
            started_at: at(7),
            cases: vec!["kes-1".into()],
            marked: vec![marked("kes-1", Rating::Sesuai)],
            ..first.clone()
        };
        let open = Exercise {
            id: id(),
            started_at: at(8),
            cases: vec!["sos-1".into()],
            marked: vec![marked("sos-1", Rating::Sesuai)],
            finished_at: None,
            figures: None,
            passed: false,
            ..first.clone()
        };
        let certificate = Certificate {
            id: id(),
            employee: learner,
            exercise: first.id,
            number: "PENILAI/2026/0A1B2C3D".into(),
            issued_on: day(3, 2),
            valid_until: day(9, 1),
        };
        let given = (first.clone(), again.clone(), open.clone(), certificate.clone());
        change(&store, all.agency.id, move |tx| {
            let (first, again, open, certificate) = given.clone();
            async move {
                for exercise in [&first, &again, &open] {
                    tx.save_exercise(exercise).await?;
                    for marked in &exercise.marked {
                        tx.insert_marked(exercise.id, marked).await?;
                    }
                }
                tx.insert_certificate(&certificate).await
            }
        })
        .await
        .unwrap();
        let scope = store.scope(all.agency.id);
        assert_eq!(scope.exercise(first.id).await.unwrap().as_ref(), Some(&first));
        assert_eq!(scope.exercises_of(learner).await.unwrap(), [open, again, first]);
        let mark = |case: &str, criterion: &str, rating| TrainingMark {
            rater: learner,
            case: case.into(),
            criterion: criterion.into(),
            rating,
        };
        assert_eq!(
            scope.training_marks().await.unwrap(),
            [
                mark("adm-1", "hasil", Rating::Dibawah),
                mark("adm-1", "waktu", Rating::Sesuai),
                mark("kes-1", "hasil", Rating::Diatas),
                mark("kes-1", "waktu", Rating::Sesuai),
            ],
            "what was said first, of finished exercises only"
        );
        assert_eq!(scope.certificates_of(learner).await.unwrap(), [certificate.clone()]);
        assert_eq!(scope.certificates_valid(day(9, 1)).await.unwrap(), [certificate]);
        assert_eq!(scope.certificates_valid(day(9, 2)).await.unwrap(), []);
        let theirs = store.scope(other.agency.id);
        assert_eq!(theirs.exercises_of(learner).await.unwrap(), []);
        assert_eq!(theirs.training_marks().await.unwrap(), []);
        assert_eq!(theirs.certificates_valid(day(1, 1)).await.unwrap(), []);
        let raters = scope.raters_on(day(3, 1)).await.unwrap();
        assert!(!raters.is_empty() && !raters.contains(&learner), "{raters:?}");
    })
    .await;
}

#[tokio::test]
async fn openings_are_counted_up_told_to_the_owner_and_forgotten() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let [owner, reader] = [0, 1].map(|n| all.employees[n].id);
        let opening = |kind, n: u32, times, last| Opening {
            owner,
            reader,
            kind,
            day: day(3, n),
            as_: As::Rater,
            times,
            last_at: at(last),
        };
        let rounds =
            [vec![opening(Kind::Plan, 1, 1, 10), opening(Kind::Result, 2, 2, 20)], vec![opening(Kind::Plan, 1, 3, 15)]];
        for openings in rounds {
            change(&store, all.agency.id, move |tx| {
                let openings = openings.clone();
                async move { tx.count_openings(&openings).await }
            })
            .await
            .unwrap();
        }
        let scope = store.scope(all.agency.id);
        let want = [opening(Kind::Result, 2, 2, 20), opening(Kind::Plan, 1, 4, 15)];
        assert_eq!(scope.openings_of(owner, day(3, 1), 9).await.unwrap(), want);
        assert_eq!(scope.openings_of(owner, day(3, 2), 9).await.unwrap(), want[..1]);
        assert_eq!(scope.openings_of(owner, day(3, 1), 1).await.unwrap(), want[..1]);
        assert_eq!(scope.openings_of(reader, day(1, 1), 9).await.unwrap(), []);
        change(&store, all.agency.id, |tx| async move { tx.forget_openings(day(3, 2)).await.map(drop) }).await.unwrap();
        assert_eq!(scope.openings_of(owner, day(1, 1), 9).await.unwrap(), want[..1]);
    })
    .await;
}

#[tokio::test]
async fn the_quiz_comes_back_and_is_counted_by_unit_beside_objections() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let tried = Tried {
            employee: all.employees[0].id,
            answers: BTreeMap::from([("skp".to_owned(), 2)]),
            of: 8,
            right: 6,
            first_right: 4,
            first_of: 10,
            times: 2,
            first_at: at(1),
            last_at: at(2),
        };
        let given = tried.clone();
        change(&store, all.agency.id, move |tx| {
            let tried = given.clone();
            async move { tx.save_tried(&tried).await }
        })
        .await
        .unwrap();
        let scope = store.scope(all.agency.id);
        assert_eq!(scope.tried(tried.employee).await.unwrap().as_ref(), Some(&tried));
        let counted = scope.understanding(day(6, 1), all.period.year).await.unwrap();
        let sum = |of: fn(&domain::orientation::understanding::Counted) -> u64| counted.iter().map(of).sum::<u64>();
        assert!(sum(|one| one.people) >= 1 && sum(|one| one.results) >= 1, "{counted:?}");
        let with = counted.iter().find(|one| one.tried > 0).expect("a unit with somebody who tried");
        assert_eq!((with.tried, with.right, with.of, with.first_right, with.first_of), (1, 6, 8, 4, 10));
        assert_eq!(sum(|one| one.tried), 1, "each person in one unit");
        assert_eq!(store.scope(id()).understanding(day(6, 1), all.period.year).await.unwrap(), []);
    })
    .await;
}
