//! What a scheme adds: levels posts ask for, nominations, sheets, and the mean of the scores.

use crate::{
    engines::for_each_engine,
    everything::Everything,
    support::{at, change, id},
};
use domain::{
    evaluation::{Evaluation, Predikat},
    ids::{EmployeeId, PeriodId, PostId, SkpId},
    people::PostStandard,
    scheme::{
        Role, SchemeResult, Sheet,
        combine::Form,
        nomination::{Countersigned, Nomination, Saved, State},
        score::{CriterionScore, RoleMean},
        sheet::Mark,
    },
};
use store::StoreError;

/// Levels a post asks for.
pub fn standards(post: PostId) -> Vec<PostStandard> {
    let one = |(criterion, level): (&str, u8)| PostStandard { post, criterion: criterion.to_owned(), level };
    [("integritas", 3), ("komunikasi", 4)].map(one).to_vec()
}

/// Somebody named, and agreed to.
pub fn nomination(period: PeriodId, skp: SkpId, rater: EmployeeId, by: EmployeeId) -> Nomination {
    Nomination {
        id: id(),
        period,
        skp,
        rater,
        role: Role::Rekan,
        state: State::Agreed,
        by,
        at: at(34),
        note: "Sering bekerja bersama".to_owned(),
    }
}

/// A supervisor's sheet, sent and countersigned.
pub fn sheet(period: PeriodId, skp: SkpId, rater: EmployeeId, superior: EmployeeId) -> Saved {
    let mark = |criterion: &str, level, reason: &str| Mark {
        criterion: criterion.to_owned(),
        level,
        reason: reason.to_owned(),
        evidence: if reason.is_empty() { Vec::new() } else { vec![id(), id()] },
    };
    Saved {
        id: id(),
        period,
        skp,
        sheet: Sheet {
            rater,
            role: Role::Penilai,
            marks: vec![mark("integritas", Some(4), "Berani meluruskan"), mark("komunikasi", None, "")],
        },
        sent_at: Some(at(35)),
        countersigned: Some(Countersigned { by: superior, at: at(36) }),
        revision: 0,
    }
}

/// A scheme's result beside the predikat.
pub fn result() -> SchemeResult {
    SchemeResult {
        form: Form::Weighted,
        predikat: Some(Predikat::Baik),
        score: Some(345),
        band: Some("sesuai".to_owned()),
        dimensions: vec![("sikap".to_owned(), Some(345)), ("hasil".to_owned(), None)],
        criteria: vec![CriterionScore {
            code: "integritas".to_owned(),
            level: Some(345),
            score: Some(345),
            required: Some(3),
            roles: vec![RoleMean { role: Role::Rekan, n: 3, level: 333 }],
        }],
    }
}

#[tokio::test]
async fn names_and_sheets_come_back_as_they_were() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let (period, skp) = (all.period.id, all.skps[1].id);
        let leader = all.employees[1].id;
        assert_eq!(scope.nominations(period, skp).await.unwrap(), [all.nomination.clone()]);
        assert_eq!(scope.nominations_among(period, &[skp]).await.unwrap(), [all.nomination.clone()]);
        assert_eq!(scope.nominated(all.nomination.rater).await.unwrap(), [all.nomination.clone()]);
        assert_eq!(scope.nominated(leader).await.unwrap(), []);
        assert_eq!(scope.sheets(period, skp).await.unwrap(), [all.sheet.clone()]);
        assert_eq!(scope.sheets_among(period, &[skp, all.skps[0].id]).await.unwrap(), [all.sheet.clone()]);
        assert_eq!(scope.sheets_by(leader, period).await.unwrap(), [all.sheet.clone()]);
        assert_eq!(scope.sheet_ids(&[skp], &[Role::Penilai, Role::Atasan]).await.unwrap(), [all.sheet.id]);
        assert_eq!(scope.sheet_ids(&[skp], &[Role::Rekan]).await.unwrap(), [], "by the role of the sheet");
        assert_eq!(scope.standards().await.unwrap(), all.standards);
        assert_eq!(scope.standards_among(&[all.posts[0].id]).await.unwrap(), all.standards);
        assert_eq!(scope.standards_among(&[all.posts[1].id]).await.unwrap(), []);

        let refused =
            Nomination { state: State::Refused, note: "Keluarga".to_owned(), at: at(37), ..all.nomination.clone() };
        let stricter = PostStandard { level: 5, ..all.standards[0].clone() };
        let job = (refused.clone(), stricter.clone());
        change(&store, all.agency.id, move |tx| {
            let (refused, stricter) = job.clone();
            async move {
                tx.save_nomination(&refused).await?;
                tx.save_standards(&[stricter]).await
            }
        })
        .await
        .unwrap();
        assert_eq!(scope.nominations(period, skp).await.unwrap(), [refused], "changed, not added");
        assert_eq!(scope.standards().await.unwrap(), [stricter, all.standards[1].clone()]);
    })
    .await;
}

#[tokio::test]
async fn a_sheet_is_one_and_two_windows_do_not_overwrite_each_other() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let agency = all.agency.id;
        let save = |saved: Saved, expected| {
            let store = store.clone();
            async move {
                change(&store, agency, move |tx| {
                    let saved = saved.clone();
                    async move { tx.save_sheet(&saved, expected).await }
                })
                .await
            }
        };
        let mut later = all.sheet.clone();
        later.sheet.marks[1].level = Some(2);
        later.countersigned = None;
        save(later.clone(), Some(0)).await.unwrap();
        let found = store.scope(agency).sheets(all.period.id, all.skps[1].id).await.unwrap();
        assert_eq!(found, [Saved { revision: 1, ..later.clone() }]);
        assert_eq!(save(later.clone(), Some(0)).await, Err(StoreError::Stale));
        // The same person twice for the same plan: refused by the database itself.
        let second = Saved { id: id(), ..later };
        assert!(matches!(save(second, None).await, Err(StoreError::Duplicate { .. })));
    })
    .await;
}

#[tokio::test]
async fn the_mean_counts_results_that_stand_and_have_a_score() {
    for_each_engine(|store| async move {
        let all = Everything::new("A", 1).save(&store).await;
        let scope = store.scope(all.agency.id);
        let period = all.period.id;
        assert_eq!(scope.mean_score(period).await, Ok(Some(345)));
        let scored = |score: Option<i64>| Evaluation {
            id: id(),
            skp: all.skps[0].id,
            scheme: all.evaluation.scheme.clone().map(|result| SchemeResult { score, ..result }),
            ..all.evaluation.clone()
        };
        // 3,45 and 4,00 are 3,725, shown 3,73; a result without a score is not a zero.
        let (new, plan, version) = ([scored(Some(400))], all.skps[0].id, all.version.clone());
        change(&store, all.agency.id, move |tx| {
            let (new, version) = (new.clone(), version.clone());
            async move {
                tx.insert_version(plan, &version).await?;
                tx.insert_evaluations(&new).await
            }
        })
        .await
        .unwrap();
        assert_eq!(scope.mean_score(period).await, Ok(Some(373)));
        let first = all.evaluation.id;
        change(&store, all.agency.id, move |tx| async move { tx.replace_evaluation(first, at(63)).await })
            .await
            .unwrap();
        assert_eq!(scope.mean_score(period).await, Ok(Some(400)), "what was replaced does not count");
        let without = [Evaluation { skp: all.skps[1].id, ..scored(None) }];
        change(&store, all.agency.id, move |tx| {
            let without = without.clone();
            async move { tx.insert_evaluations(&without).await }
        })
        .await
        .unwrap();
        assert_eq!(scope.mean_score(period).await, Ok(Some(400)));
        assert_eq!(all.sheet.sheet.role, Role::Penilai);
    })
    .await;
}
